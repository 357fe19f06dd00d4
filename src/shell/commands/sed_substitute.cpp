// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The replacement of s///: groups, &, \n, and GNU's \U \L \u \l \E.
#include "shell/commands/sed_program.h"

namespace minato::shell {
namespace {

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}
char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// Takes text in, in the case that has been asked for.
class CaseWriter {
public:
    void add(std::string_view piece)
    {
        for (char c : piece) {
            if (m_all == 'U' || m_all == 'L')
                c = m_all == 'U' ? upper(c) : lower(c);
            if (m_next == 'u' || m_next == 'l')
                c = m_next == 'u' ? upper(c) : lower(c);
            m_next = 0;
            text += c;
        }
    }
    void setCase(char letter)
    {
        if (letter == 'u' || letter == 'l')
            m_next = letter;
        else
            m_all = letter == 'E' ? '\0' : letter;
    }
    std::string text;

private:
    char m_all = 0, m_next = 0;
};

std::string replacementText(const std::string &replacement, std::string_view text, const Regex::Match &match)
{
    CaseWriter out;
    const auto addGroup = [&](std::size_t group) {
        if (group < match.size() && match[group].begin != std::string_view::npos &&
            match[group].end != std::string_view::npos)
            out.add(text.substr(match[group].begin, match[group].end - match[group].begin));
    };
    for (std::size_t i = 0; i < replacement.size(); ++i) {
        const char c = replacement[i];
        if (c == '&') {
            addGroup(0);
        } else if (c != '\\' || i + 1 == replacement.size()) {
            out.add({&c, 1});
        } else {
            const char next = replacement[++i];
            if (next >= '0' && next <= '9')
                addGroup(static_cast<std::size_t>(next - '0'));
            else if (std::string_view("ULulE").contains(next))
                out.setCase(next);
            else
                out.add(next == 'n' ? "\n" : next == 't' ? "\t" : std::string_view(&replacement[i], 1));
        }
    }
    return std::move(out.text);
}

} // namespace

bool sedSubstitute(const SedCommand &command, const Regex &pattern, std::string &text)
{
    const SedSubstitution &how = command.substitution;
    std::string result;
    std::size_t at = 0, count = 0, search = 0;
    bool isReplaced = false;
    std::size_t lastEnd = std::string::npos; // of a match that was not empty
    while (search <= text.size()) {
        const auto match = pattern.find(text, search);
        if (!match)
            break;
        const Regex::Span span = match->front();
        const bool isBehindAnother = span.begin == span.end && span.begin == lastEnd;
        search = span.end > span.begin ? span.end : span.end + 1;
        if (isBehindAnother)
            continue;
        lastEnd = span.end;
        ++count;
        if (count < how.which)
            continue;
        result += text.substr(at, span.begin - at) + replacementText(how.replacement, text, *match);
        at = span.end;
        isReplaced = true;
        if (!how.replacesAll)
            break;
    }
    if (isReplaced)
        text = result + (at <= text.size() ? text.substr(at) : "");
    return isReplaced;
}

} // namespace minato::shell
