// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_lint.h"

#include <algorithm>
#include <format>
#include <set>

namespace minato::lessons {
namespace {

/// What must be alike in every language, taken from a segment's Markdown line by line (fenced code apart).
struct Shape {
    std::vector<std::string> blocks; ///< "##", "- item", "| row", "> [!TIP]", in order
    std::multiset<std::string> inlineCode, links;
    std::set<std::string> numbers;
};

std::string blockKind(std::string_view line)
{
    if (line.starts_with("> [!"))
        return std::string(line.substr(2, line.find(']') - 1));
    if (line.starts_with("> "))
        return blockKind(line.substr(2));
    if (line.starts_with("#"))
        return std::string(line.substr(0, line.find(' ')));
    if (line.starts_with("- "))
        return "list item";
    if (line.starts_with("|"))
        return "table row";
    const auto digits = line.find_first_not_of("0123456789");
    return digits != 0 && digits != std::string_view::npos && line.substr(digits).starts_with(". ")
               ? "numbered item"
               : "";
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Numbers written in digits. 1 is left out: languages differ in where they write it.
void collectNumbers(std::string_view prose, Shape &shape)
{
    for (std::size_t at = 0; at < prose.size(); ++at) {
        if (!isDigit(prose[at]))
            continue;
        std::size_t end = at;
        while (end < prose.size() && isDigit(prose[end]))
            ++end;
        if (const std::string_view number = prose.substr(at, end - at); number != "1")
            shape.numbers.emplace(number);
        at = end;
    }
}

void collectLinks(std::string_view prose, Shape &shape)
{
    for (auto at = prose.find("]("); at != std::string_view::npos; at = prose.find("](", at + 2))
        shape.links.emplace(prose.substr(at + 2, prose.find(')', at) - at - 2));
}

/// Splits a line at its code spans.
void collectInline(std::string_view line, Shape &shape)
{
    std::string prose;
    bool isCode = false;
    for (std::size_t start = 0; start <= line.size();) {
        const auto end = std::min(line.find('`', start), line.size());
        if (isCode)
            shape.inlineCode.emplace(line.substr(start, end - start));
        else
            prose.append(line.substr(start, end - start));
        isCode = !isCode;
        start = end + 1;
    }
    collectNumbers(prose, shape);
    collectLinks(prose, shape);
}

Shape shapeOf(std::string_view markdown)
{
    Shape shape;
    bool isFenced = false;
    while (!markdown.empty()) {
        const auto end = std::min(markdown.find('\n'), markdown.size());
        const std::string_view line = markdown.substr(0, end);
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        if (line.starts_with("```"))
            isFenced = !isFenced;
        if (isFenced || line.starts_with("```"))
            continue;
        if (std::string kind = blockKind(line); !kind.empty())
            shape.blocks.push_back(std::move(kind));
        collectInline(line, shape);
    }
    return shape;
}

template <class Set>
std::string difference(const Set &a, const Set &b)
{
    std::string text;
    std::vector<std::string> only;
    std::ranges::set_difference(a, b, std::back_inserter(only));
    for (const std::string &item : only)
        text += (text.empty() ? "" : ", ") + item;
    return text;
}

/// Collects what differs in one segment.
class PairReport {
public:
    PairReport(const LessonText &source, const LessonText &text, const Segment &segment,
               base::Diagnostics &out)
        : m_source(source), m_text(text), m_segment(segment), m_out(out)
    {
    }

    /// `line`: within the segment's Markdown, from 1; 0: its marker.
    void add(int line, const std::string &message)
    {
        m_out.push_back(
            {.file = m_text.fileName(),
             .line = line == 0 ? m_segment.line : m_segment.textLine + line - 1,
             .message = std::format("segment \"{}\": {} ({})", m_segment.id, message, m_source.fileName())});
    }
    template <class Set>
    void compare(const char *what, const Set &theirs, const Set &ours)
    {
        if (const std::string missing = difference(theirs, ours); !missing.empty())
            add(0, std::format("{} missing: {}", what, missing));
        if (const std::string extra = difference(ours, theirs); !extra.empty())
            add(0, std::format("{} not in the source: {}", what, extra));
    }

private:
    const LessonText &m_source;
    const LessonText &m_text;
    const Segment &m_segment;
    base::Diagnostics &m_out;
};

/// yaml without its comment lines, which are translated.
std::string comparableCode(const Fence &fence)
{
    if (fence.info != "yaml")
        return fence.code;
    std::string kept;
    for (std::size_t start = 0; start <= fence.code.size();) {
        const auto end = std::min(fence.code.find('\n', start), fence.code.size());
        const std::string_view line = std::string_view(fence.code).substr(start, end - start);
        if (const auto first = line.find_first_not_of(' ');
            first == std::string_view::npos || line[first] != '#')
            kept.append(line).push_back('\n');
        start = end + 1;
    }
    return kept;
}

void compareFences(const Segment &source, const Segment &segment, PairReport &report)
{
    const auto theirs = fences(source.markdown);
    const auto ours = fences(segment.markdown);
    if (ours.size() != theirs.size())
        return report.add(0, std::format("{} code blocks, the source has {}", ours.size(), theirs.size()));
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const int line = ours[i].line;
        if (ours[i].info != theirs[i].info)
            report.add(line, std::format("the code block is \"{}\", in the source \"{}\"", ours[i].info,
                                         theirs[i].info));
        else if (comparableCode(ours[i]) != comparableCode(theirs[i]))
            report.add(line, "the code differs from the source");
    }
}

} // namespace

base::Diagnostics lintPair(const LessonText &source, const LessonText &text)
{
    base::Diagnostics problems;
    for (const Segment &segment : text.segments()) {
        const Segment *original = source.find(segment.id);
        if (!original)
            continue;
        PairReport report(source, text, segment, problems);
        const Shape theirs = shapeOf(original->markdown);
        const Shape ours = shapeOf(segment.markdown);
        if (theirs.blocks != ours.blocks)
            report.add(0, "headings, list items, table rows or callouts differ from the source");
        report.compare("inline code", theirs.inlineCode, ours.inlineCode);
        report.compare("links", theirs.links, ours.links);
        report.compare("numbers", theirs.numbers, ours.numbers);
        compareFences(*original, segment, report);
    }
    return problems;
}

} // namespace minato::lessons
