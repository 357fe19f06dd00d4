// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/sed_program.h"
#include "shell/commands/utf8.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

constexpr std::string_view kCommands = "{}=abcdDgGhHilnNpPqQrstTwxyz:#";

/// Reads the script. Throws sed's message.
class SedParser {
public:
    SedParser(std::string_view script, bool isExtended) : m_script(script), m_isExtended(isExtended) {}

    std::vector<SedCommand> parse()
    {
        for (;;) {
            while (!atEnd() && std::string_view(" \t\n;").contains(peek()))
                ++m_at;
            if (atEnd())
                break;
            parseCommand();
        }
        if (!m_blocks.empty()) {
            m_at = 0;
            fail("unmatched `{'");
        }
        resolveLabels();
        return std::move(m_commands);
    }

private:
    bool atEnd() const { return m_at >= m_script.size(); }
    char peek() const { return m_script[m_at]; }
    [[noreturn]] void fail(const std::string &what) const
    {
        throw "-e expression #1, char " + std::to_string(m_at) + ": " + what;
    }
    void skipBlanks()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t'))
            ++m_at;
    }
    bool isDigit() const { return !atEnd() && peek() >= '0' && peek() <= '9'; }

    std::size_t number()
    {
        std::size_t value = 0;
        while (isDigit())
            value = std::min<std::size_t>(value * 10 + static_cast<std::size_t>(m_script[m_at++] - '0'),
                                          1'000'000'000);
        return value;
    }

    std::optional<SedAddress> parseAddress(bool isSecond)
    {
        skipBlanks();
        if (atEnd())
            return std::nullopt;
        SedAddress address;
        if (isDigit()) {
            address.line = number();
            if (!atEnd() && peek() == '~' && !isSecond) {
                ++m_at;
                address.kind = SedAddress::Kind::Step;
                address.step = number();
            }
            return address;
        }
        if (isSecond && (peek() == '+' || peek() == '~')) {
            address.kind = peek() == '+' ? SedAddress::Kind::Plus : SedAddress::Kind::Multiple;
            ++m_at;
            address.line = number();
            return address;
        }
        if (peek() == '$') {
            ++m_at;
            address.kind = SedAddress::Kind::Last;
            return address;
        }
        char delimiter = '/';
        if (peek() == '\\' && m_at + 1 < m_script.size()) {
            ++m_at;
            delimiter = peek();
        } else if (peek() != '/') {
            return std::nullopt;
        }
        ++m_at;
        const std::string pattern = takePart(delimiter, "unterminated address regex", true);
        bool ignoresCase = false;
        for (; !atEnd() && (peek() == 'I' || peek() == 'M'); ++m_at)
            ignoresCase |= peek() == 'I';
        address.kind = SedAddress::Kind::Pattern;
        address.pattern = regex(pattern, ignoresCase);
        return address;
    }

    SedPattern regex(const std::string &pattern, bool ignoresCase) const
    {
        if (pattern.empty())
            return nullptr;
        auto parsed =
            Regex::parse(pattern, {.syntax = m_isExtended ? Regex::Syntax::Extended : Regex::Syntax::Basic,
                                   .ignoresCase = ignoresCase});
        if (!parsed)
            fail(parsed.error());
        return std::make_shared<const Regex>(std::move(*parsed));
    }

    /// Up to the delimiter, which is taken as well. A backslash before the delimiter makes it an ordinary
    /// character; in a pattern's brackets it is one already.
    std::string takePart(char delimiter, const std::string &unterminated, bool isPattern)
    {
        std::string part;
        bool isInBrackets = false;
        while (!atEnd() && (peek() != delimiter || isInBrackets)) {
            const char c = m_script[m_at++];
            if (c == '\\' && !atEnd() && !isInBrackets) {
                if (peek() != delimiter)
                    part += '\\';
                part += m_script[m_at++];
                continue;
            }
            if (c == '\n' && isPattern)
                fail(unterminated);
            part += c;
            if (!isPattern)
                continue;
            const bool opens = c == '[' && !isInBrackets;
            if (opens && !atEnd() && peek() == '^')
                part += m_script[m_at++];
            if (opens && !atEnd() && peek() == ']')
                part += m_script[m_at++];
            if (opens)
                isInBrackets = m_script.find(']', m_at) != std::string_view::npos;
            else if (isInBrackets && c == '[' && !atEnd() && peek() == ':')
                takeClass(part);
            else if (c == ']')
                isInBrackets = false;
        }
        if (atEnd())
            fail(unterminated);
        ++m_at;
        return part;
    }

    /// [:digit:] inside of brackets.
    void takeClass(std::string &part)
    {
        const std::size_t end = m_script.find(":]", m_at + 1);
        if (end == std::string_view::npos)
            return;
        part += m_script.substr(m_at, end + 2 - m_at);
        m_at = end + 2;
    }

    void parseCommand()
    {
        SedCommand command;
        command.from = parseAddress(false);
        if (command.from && !atEnd() && peek() == ',') {
            ++m_at;
            command.to = parseAddress(true);
            if (!command.to)
                fail("unexpected `,'");
        }
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '!')) {
            command.isNegated |= peek() == '!';
            ++m_at;
        }
        if (atEnd())
            fail("missing command");
        command.name = m_script[m_at++];
        if (!kCommands.contains(command.name))
            fail(std::string("unknown command: `") + command.name + "'");
        const bool isZero =
            command.from && command.from->kind == SedAddress::Kind::Line && command.from->line == 0;
        if (isZero && !(command.to && command.to->kind == SedAddress::Kind::Pattern))
            fail("invalid usage of line address 0");
        parseRest(std::move(command));
    }

    void parseRest(SedCommand command)
    {
        switch (command.name) {
        case '#':
            while (!atEnd() && peek() != '\n')
                ++m_at;
            return;
        case '{':
            m_blocks.push_back(m_commands.size());
            m_commands.push_back(std::move(command));
            return;
        case '}':
            if (m_blocks.empty())
                fail("unexpected `}'");
            m_commands[m_blocks.back()].target = m_commands.size();
            m_blocks.pop_back();
            return endCommand();
        case ':':
            skipBlanks();
            m_labels[takeWord("; \t\n")] = m_commands.size();
            return;
        case 'b':
        case 't':
        case 'T':
            skipBlanks();
            command.text = takeWord(";}\n");
            break;
        case 'a':
        case 'i':
        case 'c':
            command.text = takeText();
            break;
        case 'r':
        case 'w':
            skipBlanks();
            command.text = takeWord("\n");
            if (command.text.empty())
                fail("missing filename in r/R/w/W commands");
            break;
        case 'q':
        case 'Q':
            skipBlanks();
            command.status = static_cast<int>(number() & 0xFFU);
            break;
        case 's':
            parseSubstitution(command);
            break;
        case 'y':
            parseLetters(command);
            break;
        default:
            break;
        }
        m_commands.push_back(std::move(command));
        if (!std::string_view("aicrw").contains(m_commands.back().name))
            endCommand();
    }

    /// Behind a command: blanks, then ";", "}", "#" or the end of the line.
    void endCommand()
    {
        skipBlanks();
        if (!atEnd() && !std::string_view(";}#\n").contains(peek())) {
            ++m_at;
            fail("extra characters after command");
        }
    }

    std::string takeWord(std::string_view stops)
    {
        const std::size_t end = std::min(m_script.find_first_of(stops, m_at), m_script.size());
        std::string word(m_script.substr(m_at, end - m_at));
        m_at = end;
        word.resize(word.find_last_not_of(" \t") + 1);
        return word;
    }

    /// The text of a, i, c: "a\", a newline and lines that go on with backslashes; or the rest of the line.
    std::string takeText()
    {
        skipBlanks();
        if (atEnd())
            fail("expected \\ after `a', `c' or `i'");
        if (peek() == '\\') {
            ++m_at;
            const std::size_t behind = std::min(m_script.find_first_not_of(" \t", m_at), m_script.size());
            if (behind < m_script.size() && m_script[behind] == '\n')
                m_at = behind + 1;
            else
                skipBlanks();
        }
        std::string text;
        while (!atEnd() && peek() != '\n') {
            if (peek() == '\\' && m_at + 1 < m_script.size())
                ++m_at;
            text += m_script[m_at++];
        }
        return text + "\n";
    }

    void parseSubstitution(SedCommand &command)
    {
        if (atEnd())
            fail("unterminated `s' command");
        const char delimiter = m_script[m_at++];
        const std::string pattern = takePart(delimiter, "unterminated `s' command", true);
        command.substitution.replacement = takePart(delimiter, "unterminated `s' command", false);
        const bool ignoresCase = parseFlags(command.substitution);
        command.pattern = regex(pattern, ignoresCase);
        const std::string &text = command.substitution.replacement;
        for (std::size_t i = 0; command.pattern && i + 1 < text.size(); ++i) {
            if (text[i] != '\\')
                continue;
            const char c = text[++i];
            if (c >= '1' && c <= '9' && static_cast<std::size_t>(c - '0') > command.pattern->groupCount())
                fail(std::string("invalid reference \\") + c + " on `s' command's RHS");
        }
    }

    bool parseFlags(SedSubstitution &substitution)
    {
        bool ignoresCase = false;
        while (!atEnd() && (std::string_view("gpiImMew").contains(peek()) || isDigit())) {
            if (isDigit()) {
                substitution.which = number();
                if (substitution.which == 0)
                    fail("number option to `s' command may not be zero");
                continue;
            }
            const char flag = m_script[m_at++];
            substitution.replacesAll |= flag == 'g';
            substitution.prints |= flag == 'p';
            ignoresCase |= flag == 'i' || flag == 'I';
            if (flag == 'w') {
                skipBlanks();
                substitution.writesTo = takeWord("\n");
            }
        }
        skipBlanks();
        if (!atEnd() && !std::string_view(";}#\n").contains(peek())) {
            ++m_at;
            fail("unknown option to `s'");
        }
        return ignoresCase;
    }

    void parseLetters(SedCommand &command)
    {
        if (atEnd())
            fail("unterminated `y' command");
        const char delimiter = m_script[m_at++];
        const std::vector<char32_t> from = letters(takePart(delimiter, "unterminated `y' command", false));
        const std::vector<char32_t> to = letters(takePart(delimiter, "unterminated `y' command", false));
        if (from.size() != to.size())
            fail("strings for `y' command are different lengths");
        for (std::size_t i = 0; i < from.size(); ++i)
            command.letters.emplace(from[i], to[i]);
    }

    static std::vector<char32_t> letters(const std::string &text)
    {
        std::vector<char32_t> result;
        for (std::size_t at = 0; at < text.size();) {
            char32_t c = takeCharacter(text, at);
            if (c == '\\' && at < text.size()) {
                c = takeCharacter(text, at);
                c = c == 'n' ? U'\n' : c == 't' ? U'\t' : c;
            }
            result.push_back(c);
        }
        return result;
    }

    void resolveLabels()
    {
        for (SedCommand &command : m_commands) {
            if (!std::string_view("btT").contains(command.name))
                continue;
            const auto label = m_labels.find(command.text);
            if (!command.text.empty() && label == m_labels.end())
                throw "can't find label for jump to `" + command.text + "'";
            command.target = command.text.empty() ? m_commands.size() : label->second;
        }
    }

    std::string_view m_script;
    bool m_isExtended;
    std::size_t m_at = 0;
    std::vector<SedCommand> m_commands;
    std::vector<std::size_t> m_blocks;
    std::map<std::string, std::size_t> m_labels;
};

} // namespace

std::expected<std::vector<SedCommand>, std::string> parseSed(std::string_view script, bool isExtended)
{
    try {
        return SedParser(script, isExtended).parse();
    } catch (const std::string &message) {
        return std::unexpected(message);
    }
}

} // namespace minato::shell
