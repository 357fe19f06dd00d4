// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/completion/completion.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

/// Words after which a command begins.
constexpr std::array<std::string_view, 9> kOpeners{"do",    "then",  "else", "elif", "if",
                                                   "while", "until", "{",    "!"};

bool isName(std::string_view text)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !text.empty() && isLetter(text.front()) &&
           std::ranges::all_of(text, [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

class Reader {
public:
    explicit Reader(std::string_view line) : m_line(line) {}

    TypedWords read()
    {
        while (m_at < m_line.size())
            step();
        m_typed.from = m_hasWord ? m_wordStart : m_line.size();
        m_typed.current = m_word;
        return std::move(m_typed);
    }

private:
    void step()
    {
        const char c = m_line[m_at];
        if (m_quote == '\'')
            c == '\'' ? closeQuote() : take(c);
        else if (c == '\\')
            takeEscaped();
        else if (c == '$' && m_line.substr(m_at).starts_with("$("))
            open(2);
        else if (c == '`')
            open(1);
        else if (m_quote == '"')
            c == '"' ? closeQuote() : take(c);
        else
            stepPlain(c);
    }

    void stepPlain(char c)
    {
        if (c == '\'' || c == '"') {
            beginWord();
            m_quote = c;
            ++m_at;
        } else if (c == ' ' || c == '\t') {
            endWord();
            ++m_at;
        } else if (std::string_view("|&;()\n").contains(c)) {
            endWord();
            restart();
            ++m_at;
        } else if (c == '<' || c == '>') {
            redirect();
        } else {
            take(c);
        }
    }

    void beginWord()
    {
        if (!m_hasWord)
            m_wordStart = m_at;
        m_hasWord = true;
    }
    void take(char c)
    {
        beginWord();
        m_word += c;
        ++m_at;
    }
    void takeEscaped()
    {
        beginWord();
        ++m_at;
        if (m_at < m_line.size())
            m_word += m_line[m_at++];
    }
    void closeQuote()
    {
        m_quote = 0;
        ++m_at;
    }
    /// A command in `$(` or a back-tick, which is what is being typed until its end.
    void open(std::size_t length)
    {
        m_quote = 0;
        m_word.clear();
        m_hasWord = false;
        restart();
        m_at += length;
    }
    void redirect()
    {
        // "2>" is part of the operator.
        if (m_word.size() == 1 && m_word[0] >= '0' && m_word[0] <= '9') {
            m_word.clear();
            m_hasWord = false;
        } else {
            endWord();
        }
        m_isTarget = true;
        m_typed.isFile = true;
        while (m_at < m_line.size() && std::string_view("<>&|").contains(m_line[m_at]))
            ++m_at;
    }
    void restart()
    {
        m_typed.words.clear();
        m_isTarget = m_typed.isFile = false;
    }
    void endWord()
    {
        if (!m_hasWord)
            return;
        const std::size_t equals = m_word.find('=');
        const bool isFirst = m_typed.words.empty();
        const bool isAssignment =
            equals != std::string::npos && isName(std::string_view(m_word).substr(0, equals));
        if (!m_isTarget && !(isFirst && (isAssignment || std::ranges::contains(kOpeners, m_word))))
            m_typed.words.push_back(m_word);
        m_isTarget = m_typed.isFile = false;
        m_word.clear();
        m_hasWord = false;
    }

    std::string_view m_line;
    std::size_t m_at = 0, m_wordStart = 0;
    std::string m_word;
    bool m_hasWord = false, m_isTarget = false;
    char m_quote = 0;
    TypedWords m_typed;
};

} // namespace

TypedWords typedWords(std::string_view line)
{
    return Reader(line).read();
}

} // namespace minato::shell
