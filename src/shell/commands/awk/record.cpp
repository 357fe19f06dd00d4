// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/awk/record.h"

#include "shell/commands/utf8.h"

#include <algorithm>

namespace minato::shell::awk {
namespace {

constexpr std::string_view kBlanks = " \t\n";

std::vector<std::string> cutAtBlanks(std::string_view text)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0;;) {
        at = text.find_first_not_of(kBlanks, at);
        if (at == std::string_view::npos)
            return parts;
        const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end;
    }
}

std::vector<std::string> cutAtCharacter(std::string_view text, char separator, bool alsoNewlines)
{
    std::vector<std::string> parts;
    const std::string separators = alsoNewlines ? std::string{separator, '\n'} : std::string{separator};
    for (std::size_t at = 0;;) {
        const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        if (end == text.size())
            return parts;
        at = end + 1;
    }
}

std::vector<std::string> cutAtPattern(const std::string &text, const Regex &pattern)
{
    std::vector<std::string> parts;
    std::size_t at = 0, search = 0;
    while (search <= text.size()) {
        const auto match = pattern.find(text, search);
        if (!match)
            break;
        const auto [begin, end] = match->front();
        if (end == begin) { // nothing is no separator
            search = end + 1;
            continue;
        }
        parts.push_back(text.substr(at, begin - at));
        at = search = end;
    }
    parts.push_back(text.substr(at));
    return parts;
}

} // namespace

const Regex *Patterns::find(const std::string &pattern)
{
    const auto known = m_known.find(pattern);
    if (known != m_known.end())
        return &known->second;
    auto parsed = Regex::parse(pattern, {.syntax = Regex::Syntax::Extended});
    if (!parsed) {
        m_mistake = "regular expression compile failed (" + parsed.error() + ")\n" + pattern;
        return nullptr;
    }
    if (m_known.size() >= kMost)
        m_known.clear();
    return &m_known.emplace(pattern, std::move(*parsed)).first->second;
}

std::vector<std::string> splitText(const std::string &text, const std::string &separator, Patterns &patterns,
                                   bool alsoNewlines)
{
    if (text.empty())
        return {};
    if (separator == " ")
        return cutAtBlanks(text);
    if (separator.empty()) {
        std::vector<std::string> parts;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            takeCharacter(text, at);
            parts.push_back(text.substr(begin, at - begin));
        }
        return parts;
    }
    if (separator.size() == 1 && separator != "\\")
        return cutAtCharacter(text, separator.front(), alsoNewlines);
    const Regex *pattern = patterns.find(alsoNewlines ? "(" + separator + ")|\n" : separator);
    return pattern ? cutAtPattern(text, *pattern) : std::vector{text};
}

void Record::setText(std::string text)
{
    m_text = Cell::input(std::move(text));
    m_cutAt = m_separators;
    m_isJoined = true;
    m_isCut = false;
}

void Record::cut()
{
    if (m_isCut)
        return;
    m_isCut = true;
    m_fields.clear();
    for (std::string &part : splitText(m_text.text, m_cutAt.fs, m_patterns, m_cutAt.alsoNewlines))
        m_fields.push_back(Cell::input(std::move(part)));
}

void Record::join()
{
    if (m_isJoined)
        return;
    m_isJoined = true;
    std::string text;
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        text += (i > 0 ? m_separators.ofs : "") + m_fields[i].asText(m_separators.convfmt);
    m_text = Cell::input(std::move(text));
}

Cell Record::field(std::size_t number)
{
    if (number == 0) {
        join();
        return m_text;
    }
    cut();
    return number <= m_fields.size() ? m_fields[number - 1] : Cell();
}

void Record::setField(std::size_t number, const Cell &value)
{
    if (number == 0) {
        setText(value.asText(m_separators.convfmt));
        return;
    }
    if (number > count())
        setCount(number);
    m_fields[number - 1] = value;
    m_isJoined = false;
}

std::size_t Record::count()
{
    cut();
    return m_fields.size();
}

void Record::setCount(std::size_t count)
{
    cut();
    m_fields.resize(std::min(count, kMostFields), Cell::of(std::string()));
    m_isJoined = false;
}

void Record::restore(const Record &before)
{
    m_cutAt = before.m_cutAt;
    m_text = before.m_text;
    m_fields = before.m_fields;
    m_isCut = before.m_isCut;
    m_isJoined = before.m_isJoined;
}

std::optional<std::pair<std::size_t, std::size_t>> RecordReader::findSeparator(const std::string &separator,
                                                                               Patterns &patterns) const
{
    const std::size_t size = m_buffer.size();
    std::pair<std::size_t, std::size_t> none(size, size);
    if (separator.size() == 1) {
        const std::size_t at = m_buffer.find(separator, m_at);
        if (at != std::string::npos)
            return std::pair(at, at + 1);
    } else if (const Regex *pattern = patterns.find(separator.empty() ? "\n\n+" : separator)) {
        const auto match = pattern->find(std::string_view(m_buffer).substr(m_at));
        if (match && match->front().end > match->front().begin &&
            (m_isAtEnd || m_at + match->front().end < size))
            return std::pair(m_at + match->front().begin, m_at + match->front().end);
    }
    return m_isAtEnd ? std::optional(none) : std::nullopt;
}

client::Task<std::optional<std::string>> RecordReader::next(std::string separator, Patterns &patterns)
{
    for (;;) {
        if (separator.empty()) // a paragraph begins behind empty lines
            while (m_at < m_buffer.size() && m_buffer[m_at] == '\n')
                ++m_at;
        const auto found = m_at < m_buffer.size() ? findSeparator(separator, patterns) : std::nullopt;
        if (found) {
            std::string record = m_buffer.substr(m_at, found->first - m_at);
            // What the text ends with is no record of its own.
            const bool isLast = found->first == m_buffer.size();
            m_at = found->second;
            if (isLast && record.ends_with('\n'))
                record.pop_back();
            co_return record;
        }
        if (m_isAtEnd)
            co_return std::nullopt;
        std::string more = co_await m_in->readSome();
        m_isAtEnd = more.empty();
        m_buffer = m_buffer.substr(m_at) + more;
        m_at = 0;
    }
}

} // namespace minato::shell::awk
