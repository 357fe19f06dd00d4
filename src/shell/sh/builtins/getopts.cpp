// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// getopts: the next option of a script's arguments.
#include "shell/sh/arithmetic.h"
#include "shell/sh/builtins.h"

#include <algorithm>

namespace minato::shell {
namespace {

/// One call of getopts: where it stands, and what it finds.
class OptionReader {
public:
    OptionReader(BuiltinCall call, std::string_view known, const std::vector<std::string> &words)
        : m_call(call),
          m_known(known),
          m_isSilent(known.starts_with(':')),
          m_words(words),
          m_offset(call.environment.optionOffset)
    {
        const auto index = parseNumber(call.environment.get("OPTIND"), 10);
        m_index = index && *index > 0 ? static_cast<std::size_t>(*index) : 1;
    }

    /// The option's letter, '?' or ':' for mistakes, nullopt behind the last one.
    std::optional<char> next()
    {
        if (m_offset == 0 || m_index < 2 || m_index - 2 >= m_words.size() ||
            m_offset >= m_words[m_index - 2].size()) {
            m_offset = 0;
            if (m_index > m_words.size() || m_words[m_index - 1].size() < 2 ||
                m_words[m_index - 1].front() != '-')
                return std::nullopt;
            ++m_index;
            if (word() == "--")
                return std::nullopt;
            m_offset = 1;
        }
        const char letter = word()[m_offset++];
        const std::size_t known = letter == ':' ? std::string_view::npos : m_known.find(letter);
        if (known == std::string_view::npos)
            return mistake(letter, '?', std::string("Illegal option -") + letter);
        m_argument = "";
        if (known + 1 < m_known.size() && m_known[known + 1] == ':')
            return takeArgument(letter);
        return letter;
    }

    void finish(Environment &environment) const
    {
        environment.set("OPTIND", std::to_string(m_index));
        environment.optionOffset = m_offset;
        if (m_argument)
            environment.set("OPTARG", *m_argument);
        else
            environment.variables.erase("OPTARG");
    }

private:
    const std::string &word() const { return m_words[m_index - 2]; }

    char mistake(char letter, char silent, const std::string &text)
    {
        m_argument.reset();
        if (m_isSilent) {
            m_argument = std::string(1, letter);
            return silent;
        }
        m_call.environment.output(2)->write(text + "\n");
        return '?';
    }

    char takeArgument(char letter)
    {
        if (m_offset < word().size()) {
            m_argument = word().substr(m_offset);
        } else if (m_index <= m_words.size()) {
            m_argument = m_words[m_index - 1];
            ++m_index;
        } else {
            m_offset = 0;
            return mistake(letter, ':', std::string("No arg for -") + letter + " option");
        }
        m_offset = 0;
        return letter;
    }

    BuiltinCall m_call;
    std::string_view m_known;
    bool m_isSilent;
    const std::vector<std::string> &m_words;
    std::size_t m_offset, m_index = 1;
    std::optional<std::string> m_argument;
};

} // namespace

client::Task<int> runGetopts(BuiltinCall call)
{
    if (call.arguments.size() < 3)
        co_return call.complain("Usage: getopts optstring var [arg...]", 2);
    const std::vector<std::string> words =
        call.arguments.size() > 3 ? std::vector<std::string>(call.arguments.begin() + 3, call.arguments.end())
                                  : call.environment.positional;
    OptionReader reader(call, call.arguments[1], words);
    const auto letter = reader.next();
    reader.finish(call.environment);
    if (!isName(call.arguments[2]))
        co_return call.complain(call.arguments[2] + ": bad variable name", 2);
    if (!call.environment.set(call.arguments[2], std::string(1, letter.value_or('?'))))
        co_return 2;
    co_return letter ? 0 : 1;
}

} // namespace minato::shell
