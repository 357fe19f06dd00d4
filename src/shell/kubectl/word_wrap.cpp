// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/word_wrap.h"

#include "kube/utf8.h"

namespace minato::shell::kubectl {
namespace {

constexpr char32_t kNoBreakSpace = 0xA0;

/// A word or the blanks before it, with its width.
struct Piece {
    std::string text;
    std::size_t width = 0;

    void append(char32_t rune)
    {
        kube::appendRune(text, rune);
        ++width;
    }
};

class Wrapper {
public:
    explicit Wrapper(std::size_t width) : m_width(width) {}

    void add(char32_t rune)
    {
        if (rune == U'\n') {
            endLine();
        } else if (kube::isWhiteSpace(rune) && rune != kNoBreakSpace) {
            if (m_blanks.text.empty() || !m_word.text.empty())
                flush();
            m_blanks.append(rune);
        } else {
            m_word.append(rune);
            if (m_column + m_word.width + m_blanks.width > m_width && m_word.width < m_width) {
                m_out += '\n';
                m_column = 0;
                m_blanks = {};
            }
        }
    }
    [[nodiscard]] std::string finish()
    {
        if (!m_word.text.empty() || m_column + m_blanks.width <= m_width)
            m_out += m_blanks.text;
        return m_out + m_word.text;
    }

private:
    void flush()
    {
        m_column += m_blanks.width + m_word.width;
        m_out += m_blanks.text + m_word.text;
        m_blanks = {};
        m_word = {};
    }
    void endLine()
    {
        if (!m_word.text.empty() || m_column + m_blanks.width <= m_width)
            flush();
        m_blanks = {};
        m_out += '\n';
        m_column = 0;
    }

    std::size_t m_width, m_column = 0;
    Piece m_blanks, m_word;
    std::string m_out;
};

} // namespace

std::string wrapWords(std::string_view text, std::size_t width)
{
    Wrapper wrapper(width);
    while (!text.empty()) {
        const kube::Rune rune = kube::firstRune(text);
        wrapper.add(rune.value);
        text.remove_prefix(rune.size);
    }
    return wrapper.finish();
}

std::string indentLines(std::string_view text, std::size_t count)
{
    const std::string pad(count, ' ');
    std::string result = pad;
    for (const char c : text) {
        result += c;
        if (c == '\n')
            result += pad;
    }
    return result;
}

} // namespace minato::shell::kubectl
