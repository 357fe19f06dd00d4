// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/markdown_lint.h"

#include "lessons/fields.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>

namespace minato::lessons {
namespace {

constexpr std::array<std::string_view, 5> kCallouts{"NOTE", "TIP", "WARNING", "PREDICT", "WHY"};
constexpr std::array<std::string_view, 6> kCode{"console run", "console", "output", "yaml", "json", "text"};

enum class Kind : std::uint8_t { Blank, Paragraph, Heading, ListItem, TableRow, Quote, Fence };

bool isNumbered(std::string_view line)
{
    const auto dot = line.find_first_not_of("0123456789");
    return dot != 0 && dot != line.npos && line.substr(dot).starts_with(". ");
}

Kind kindOf(std::string_view line)
{
    if (line.find_first_not_of(" \t\r") == line.npos)
        return Kind::Blank;
    if (line.starts_with("```"))
        return Kind::Fence;
    if (line.starts_with('#'))
        return Kind::Heading;
    if (line.starts_with("- ") || isNumbered(line))
        return Kind::ListItem;
    if (line.starts_with('|'))
        return Kind::TableRow;
    return line.starts_with('>') ? Kind::Quote : Kind::Paragraph;
}

/// A line without what stands between backquotes.
std::string withoutCode(std::string_view line)
{
    std::string prose;
    bool isCode = false;
    for (const char c : line) {
        if (c == '`')
            isCode = !isCode;
        else if (!isCode)
            prose += c;
    }
    return prose;
}

bool hasHtml(std::string_view prose)
{
    for (auto at = prose.find('<'); at != prose.npos; at = prose.find('<', at + 1)) {
        const char next = at + 1 < prose.size() ? prose[at + 1] : ' ';
        if (next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))
            return true;
    }
    return false;
}

/// Goes through a segment line by line.
class MarkdownLint {
public:
    MarkdownLint(const Segment &segment, SegmentRole role, const std::string &fileName)
        : m_segment(segment), m_role(role), m_file(fileName)
    {
    }

    base::Diagnostics run()
    {
        std::string_view rest = m_segment.markdown;
        for (m_line = 1; !rest.empty(); ++m_line) {
            const auto end = std::min(rest.find('\n'), rest.size());
            line(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (m_fenceLine)
            report(*m_fenceLine, "the code block has no end");
        if (m_role != SegmentRole::Page)
            checkSingle();
        return std::move(m_problems);
    }

private:
    void report(int line, std::string message)
    {
        m_problems.push_back(
            {.file = m_file, .line = m_segment.textLine + line - 1, .message = std::move(message)});
    }

    void line(std::string_view text)
    {
        if (m_fenceLine) {
            if (kindOf(text) == Kind::Fence)
                m_fenceLine.reset();
            return;
        }
        const Kind kind = kindOf(text);
        if (kind != Kind::Blank && kind != Kind::Fence)
            checkInline(text);
        checkNeighbours(kind, text);
        switch (kind) {
        case Kind::Fence:
            beginFence(text.substr(3));
            break;
        case Kind::Heading:
            checkHeading(text);
            break;
        case Kind::Quote:
            checkQuote(text);
            break;
        case Kind::TableRow:
            m_tableRows = m_last == Kind::TableRow ? m_tableRows + 1 : 1;
            if (m_tableRows == 2 && !text.starts_with("| ---") && !text.starts_with("|---"))
                report(m_line - 1, "a table begins with a head: the second row is | --- | --- |");
            break;
        default:
            break;
        }
        m_last = kind;
    }

    void checkInline(std::string_view text)
    {
        const std::string prose = withoutCode(text);
        if (std::ranges::count(text, '`') % 2 != 0)
            report(m_line, "a ` without a second one on the same line");
        if (prose.contains("!["))
            report(m_line, "lessons have no images");
        if (hasHtml(prose))
            report(m_line, "lessons have no HTML");
    }

    /// One line a paragraph, one level of lists.
    void checkNeighbours(Kind kind, std::string_view text)
    {
        const std::string_view inner = text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
        if (inner.size() < text.size() && kindOf(inner) == Kind::ListItem)
            report(m_line, "lists have one level, and their items begin at the margin");
        else if (text.starts_with("* ") || text.starts_with("+ "))
            report(m_line, "items of a list begin with \"- \" or \"1. \"");
        else if (kind == Kind::Paragraph && m_last && *m_last != Kind::Blank && *m_last != Kind::Fence)
            report(m_line, "a paragraph or item is one line, with a blank line before what comes next");
    }

    void beginFence(std::string_view info)
    {
        m_fenceLine = m_line;
        if (!std::ranges::contains(kCode, info))
            report(m_line, std::format("the code block is \"{}\"; expected one of {}", info, listed(kCode)));
    }

    void checkHeading(std::string_view text)
    {
        m_heading = text.substr(0, text.find(' '));
        if (m_role == SegmentRole::Page && m_heading != "###")
            report(m_line, "headings within a page begin with \"### \"");
    }

    void checkQuote(std::string_view text)
    {
        const std::string_view inner = text.starts_with("> ") ? text.substr(2) : text.substr(1);
        if (m_last != Kind::Quote) {
            const auto end = inner.find(']');
            const bool isCallout = inner.starts_with("[!") && end != inner.npos;
            if (!isCallout || !std::ranges::contains(kCallouts, inner.substr(2, end - 2)))
                report(m_line, std::format("a block quote begins with > [!KIND], KIND being one of {}",
                                           listed(kCallouts)));
        } else if (const Kind kind = kindOf(inner); kind == Kind::Fence || kind == Kind::Heading ||
                                                    kind == Kind::TableRow || kind == Kind::Quote) {
            report(m_line, "a callout has paragraphs and lists only");
        }
    }

    /// All but pages are one heading or one paragraph.
    void checkSingle()
    {
        const std::string_view mark = m_role == SegmentRole::LessonTitle ? "#"
                                      : m_role == SegmentRole::StepTitle ? "##"
                                                                         : "";
        const bool isOne = m_line == 2 && m_heading == mark && (!mark.empty() || m_last == Kind::Paragraph);
        if (!isOne)
            report(1, mark.empty() ? "expected one paragraph"
                                   : std::format("expected one heading that begins with \"{} \"", mark));
        if (m_role == SegmentRole::Goal &&
            (m_segment.markdown.ends_with('.') || m_segment.markdown.ends_with("。")))
            report(1, "a goal says what is the case, without a full stop");
    }

    const Segment &m_segment;
    SegmentRole m_role;
    const std::string &m_file;
    int m_line = 1, m_tableRows = 0;
    std::optional<int> m_fenceLine; ///< where the open code block began
    std::optional<Kind> m_last;
    std::string_view m_heading; ///< the mark of the latest: "##"
    base::Diagnostics m_problems;
};

} // namespace

base::Diagnostics lintMarkdown(const Segment &segment, SegmentRole role, const std::string &fileName)
{
    return MarkdownLint(segment, role, fileName).run();
}

} // namespace minato::lessons
