// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_text.h"

#include "kube/utf8.h"

#include <algorithm>
#include <optional>
#include <ranges>

namespace minato::lessons {
namespace {

constexpr std::string_view kMarkerStart = "<!-- seg:";
constexpr std::string_view kMarkerEnd = " -->";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const kube::Rune rune = kube::firstRune(text);
        if (rune.isBroken())
            return false;
        text.remove_prefix(rune.size);
    }
    return true;
}

/// The id of a marker line; "" when the marker is malformed; nullopt when the line is no marker.
std::optional<std::string> markerId(std::string_view line)
{
    line = trimmed(line);
    if (!line.starts_with(kMarkerStart))
        return std::nullopt;
    if (!line.ends_with(kMarkerEnd))
        return std::string();
    line.remove_prefix(kMarkerStart.size());
    line.remove_suffix(kMarkerEnd.size());
    return isSegmentId(line) ? std::string(line) : std::string();
}

bool isComment(std::string_view line)
{
    line = trimmed(line);
    return line.starts_with("<!--") && line.ends_with("-->");
}

/// Splits at newlines; a last line without one counts.
template <class Visit>
void forEachLine(std::string_view text, Visit visit)
{
    int number = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        visit(++number, text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

} // namespace

base::Parsed<LessonText> LessonText::parse(std::string_view markdown, std::string fileName)
{
    LessonText text;
    text.m_fileName = std::move(fileName);
    base::Diagnostics problems;
    const auto report = [&](int line, std::string message) {
        problems.push_back({.file = text.m_fileName, .line = line, .message = std::move(message)});
    };
    forEachLine(markdown, [&](int number, std::string_view line) {
        if (!isUtf8(line))
            report(number, "the line is not UTF-8");
        if (const auto id = markerId(line)) {
            if (id->empty())
                report(number, "expected a marker of the form <!-- seg:GROUP.NAME --> with a-z, 0-9 and '-'");
            else if (text.find(*id))
                report(number, "segment \"" + *id + "\" occurs twice");
            text.m_segments.push_back({.id = *id, .line = number});
        } else if (!text.m_segments.empty()) {
            Segment &segment = text.m_segments.back();
            if (segment.textLine == 0 && !trimmed(line).empty())
                segment.textLine = number;
            segment.markdown.append(line).push_back('\n');
        } else if (!trimmed(line).empty() && !isComment(line)) {
            report(number, "text before the first <!-- seg:ID --> marker belongs to no segment");
        }
    });
    for (Segment &segment : text.m_segments) {
        segment.markdown = std::string(trimmed(segment.markdown));
        if (segment.markdown.empty())
            report(segment.line, "segment \"" + segment.id + "\" is empty");
    }
    if (!problems.empty())
        return std::unexpected(std::move(problems));
    return text;
}

bool isId(std::string_view text)
{
    return !text.empty() && isLower(text.front()) &&
           std::ranges::all_of(text, [](char c) { return isLower(c) || (c >= '0' && c <= '9') || c == '-'; });
}

bool isSegmentId(std::string_view text)
{
    const auto dot = text.find('.');
    return dot != std::string_view::npos && isId(text.substr(0, dot)) && isId(text.substr(dot + 1));
}

const Segment *LessonText::find(std::string_view id) const
{
    const auto it = std::ranges::find(m_segments, id, &Segment::id);
    return it == m_segments.end() ? nullptr : &*it;
}

std::vector<Fence> fences(std::string_view markdown)
{
    std::vector<Fence> found;
    bool isInside = false;
    forEachLine(markdown, [&](int number, std::string_view line) {
        if (line.starts_with("```")) {
            isInside = !isInside;
            if (isInside)
                found.push_back({.info = std::string(trimmed(line.substr(3))), .line = number});
        } else if (isInside) {
            std::string &code = found.back().code;
            code.append(code.empty() ? "" : "\n").append(line);
        }
    });
    return found;
}

} // namespace minato::lessons
