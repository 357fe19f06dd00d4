// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// sed for the everyday: s/// (g, p, i, N), y///, d, p, q, =; addresses N, $, /re/, ranges, !; -n -e -E -r.
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/commands/regex.h"
#include "shell/commands/utf8.h"

#include <charconv>
#include <optional>

namespace minato::shell {
namespace {

struct Address {
    std::size_t line = 0; ///< 0: not by number
    bool isLast = false;
    std::optional<Regex> pattern;
};

struct SedCommand {
    std::optional<Address> from, to;
    bool isNegated = false, isInside = false;
    char name = 0;
    std::optional<Regex> pattern;
    std::string replacement; ///< as written, escapes and all
    bool replacesAll = false, prints = false;
    std::size_t which = 1;
    std::map<char32_t, char32_t> letters; ///< y
};

/// Reads the script. Throws sed's message.
class SedParser {
public:
    SedParser(std::string_view script, bool isExtended) : m_script(script), m_isExtended(isExtended) {}

    std::vector<SedCommand> parse()
    {
        std::vector<SedCommand> commands;
        for (;;) {
            while (!atEnd() && std::string_view(" \t\n;").contains(peek()))
                ++m_at;
            if (atEnd())
                return commands;
            commands.push_back(parseCommand());
        }
    }

private:
    bool atEnd() const { return m_at >= m_script.size(); }
    char peek() const { return m_script[m_at]; }
    [[noreturn]] void fail(const std::string &what) const
    {
        throw "sed: -e expression #1, char " + std::to_string(m_at) + ": " + what;
    }

    std::optional<Address> parseAddress()
    {
        if (atEnd())
            return std::nullopt;
        Address address;
        if (peek() >= '0' && peek() <= '9') {
            while (!atEnd() && peek() >= '0' && peek() <= '9')
                address.line = address.line * 10 + static_cast<std::size_t>(m_script[m_at++] - '0');
            return address;
        }
        if (peek() == '$') {
            ++m_at;
            address.isLast = true;
            return address;
        }
        if (peek() != '/')
            return std::nullopt;
        ++m_at;
        address.pattern = regex(takePart('/', "unterminated address regex"), false);
        return address;
    }

    Regex regex(const std::string &pattern, bool ignoresCase) const
    {
        auto parsed =
            Regex::parse(pattern, {.syntax = m_isExtended ? Regex::Syntax::Extended : Regex::Syntax::Basic,
                                   .ignoresCase = ignoresCase});
        if (!parsed)
            fail(parsed.error());
        return std::move(*parsed);
    }

    /// Up to the delimiter, which is taken as well. A backslash before the delimiter makes it an ordinary
    /// character.
    std::string takePart(char delimiter, const std::string &unterminated)
    {
        std::string part;
        while (!atEnd() && peek() != delimiter) {
            if (peek() == '\\' && m_at + 1 < m_script.size()) {
                if (m_script[m_at + 1] != delimiter)
                    part += '\\';
                ++m_at;
            }
            part += m_script[m_at++];
        }
        if (atEnd())
            fail(unterminated);
        ++m_at;
        return part;
    }

    SedCommand parseCommand()
    {
        SedCommand command;
        command.from = parseAddress();
        if (command.from && !atEnd() && peek() == ',') {
            ++m_at;
            command.to = parseAddress();
            if (!command.to)
                fail("unexpected `,'");
        }
        while (!atEnd() && (peek() == ' ' || peek() == '!')) {
            command.isNegated |= peek() == '!';
            ++m_at;
        }
        if (atEnd())
            fail("missing command");
        command.name = m_script[m_at++];
        if (command.name == 's')
            parseSubstitution(command);
        else if (command.name == 'y')
            parseLetters(command);
        else if (!std::string_view("dpq=").contains(command.name))
            fail(std::string("unknown command: `") + command.name + "'");
        while (!atEnd() && (peek() == ' ' || peek() == '\t'))
            ++m_at;
        if (!atEnd() && peek() != ';' && peek() != '\n') {
            ++m_at;
            fail("extra characters after command");
        }
        return command;
    }

    void parseSubstitution(SedCommand &command)
    {
        if (atEnd())
            fail("unterminated `s' command");
        const char delimiter = m_script[m_at++];
        const std::string pattern = takePart(delimiter, "unterminated `s' command");
        command.replacement = takePart(delimiter, "unterminated `s' command");
        bool ignoresCase = false;
        for (; !atEnd() && std::string_view("gpiI0123456789").contains(peek()); ++m_at) {
            const char flag = peek();
            command.replacesAll |= flag == 'g';
            command.prints |= flag == 'p';
            ignoresCase |= flag == 'i' || flag == 'I';
            if (flag >= '1' && flag <= '9')
                command.which = static_cast<std::size_t>(flag - '0');
        }
        if (!atEnd() && peek() != ';' && peek() != '\n' && peek() != ' ') {
            ++m_at;
            fail("unknown option to `s'");
        }
        command.pattern = regex(pattern, ignoresCase);
        for (std::size_t i = 0; i + 1 < command.replacement.size(); ++i) {
            if (command.replacement[i] != '\\')
                continue;
            const char c = command.replacement[++i];
            if (c >= '1' && c <= '9' && static_cast<std::size_t>(c - '0') > command.pattern->groupCount())
                fail(std::string("invalid reference \\") + c + " on `s' command's RHS");
        }
    }

    void parseLetters(SedCommand &command)
    {
        if (atEnd())
            fail("unterminated `y' command");
        const char delimiter = m_script[m_at++];
        const std::string from = takePart(delimiter, "unterminated `y' command");
        const std::string to = takePart(delimiter, "unterminated `y' command");
        std::size_t f = 0, t = 0;
        while (f < from.size() && t < to.size()) {
            const char32_t letter = takeCharacter(from, f);
            command.letters.emplace(letter, takeCharacter(to, t));
        }
        if (f < from.size() || t < to.size())
            fail("strings for `y' command are different lengths");
    }

    std::string_view m_script;
    bool m_isExtended;
    std::size_t m_at = 0;
};

std::string replacementText(const SedCommand &command, std::string_view text, const Regex::Match &match)
{
    std::string result;
    const auto addGroup = [&](std::size_t group) {
        if (group < match.size() && match[group].begin != std::string_view::npos &&
            match[group].end != std::string_view::npos)
            result += text.substr(match[group].begin, match[group].end - match[group].begin);
    };
    for (std::size_t i = 0; i < command.replacement.size(); ++i) {
        const char c = command.replacement[i];
        if (c == '&') {
            addGroup(0);
        } else if (c == '\\' && i + 1 < command.replacement.size()) {
            const char next = command.replacement[++i];
            if (next >= '0' && next <= '9')
                addGroup(static_cast<std::size_t>(next - '0'));
            else
                result += next == 'n' ? '\n' : next == 't' ? '\t' : next;
        } else {
            result += c;
        }
    }
    return result;
}

/// True when something was replaced.
bool substitute(const SedCommand &command, std::string &text)
{
    std::string result;
    std::size_t at = 0, count = 0, search = 0;
    bool isReplaced = false;
    while (search <= text.size()) {
        const auto match = command.pattern->find(text, search);
        if (!match)
            break;
        const Regex::Span span = (*match)[0];
        ++count;
        if (count >= command.which) {
            result += text.substr(at, span.begin - at) + replacementText(command, text, *match);
            at = span.end;
            isReplaced = true;
            if (!command.replacesAll)
                break;
        }
        search = span.end > span.begin ? span.end : span.end + 1;
    }
    if (isReplaced)
        text = result + (at <= text.size() ? text.substr(at) : "");
    return isReplaced;
}

bool isAt(const Address &address, const std::string &text, std::size_t line, bool isLast)
{
    if (address.pattern)
        return address.pattern->find(text).has_value();
    return address.isLast ? isLast : address.line == line;
}

bool applies(SedCommand &command, const std::string &text, std::size_t line, bool isLast)
{
    bool result = true;
    if (command.from && !command.to) {
        result = isAt(*command.from, text, line, isLast);
    } else if (command.from && command.isInside) {
        const bool isOver = command.to->line > 0 && line > command.to->line;
        command.isInside = !isOver && !isAt(*command.to, text, line, isLast);
        result = !isOver;
    } else if (command.from) {
        result = isAt(*command.from, text, line, isLast);
        const bool endsHere = command.to->line > 0 && command.to->line <= line;
        command.isInside = result && !endsHere;
    }
    return result != command.isNegated;
}

struct SedResult {
    bool isDeleted = false, quits = false;
};

SedResult runCommands(const Process &process, std::vector<SedCommand> &commands, std::string &text,
                      std::size_t line, bool isLast)
{
    for (SedCommand &command : commands) {
        if (!applies(command, text, line, isLast))
            continue;
        if (command.name == 'd')
            return {.isDeleted = true};
        if (command.name == 'q')
            return {.quits = true};
        if (command.name == 's') {
            if (substitute(command, text) && command.prints)
                process.print(text + "\n");
        } else if (command.name == 'y') {
            std::string changed;
            for (std::size_t at = 0; at < text.size();) {
                const char32_t letter = takeCharacter(text, at);
                const auto found = command.letters.find(letter);
                appendCharacter(changed, found == command.letters.end() ? letter : found->second);
            }
            text = changed;
        } else {
            process.print((command.name == '=' ? std::to_string(line) : text) + "\n");
        }
    }
    return {};
}

} // namespace

client::Task<int> runSed(Process &process)
{
    const Options options(process, "ne:Ers",
                          {{"quiet", 'n'}, {"silent", 'n'}, {"expression", 'e'}, {"regexp-extended", 'E'}});
    if (!options.mistake().empty())
        co_return options.complain(process, 1);
    std::vector<std::string> files = options.operands();
    std::string script;
    for (const std::string &part : options.values('e'))
        script += part + "\n";
    if (script.empty()) {
        if (files.empty()) {
            process.complain("Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n");
            co_return 1;
        }
        script = files.front();
        files.erase(files.begin());
    }
    std::vector<SedCommand> commands;
    std::string mistake;
    try {
        commands = SedParser(script, options.has('E') || options.has('r')).parse();
    } catch (const std::string &message) {
        mistake = message;
    }
    if (!mistake.empty()) {
        process.complain(mistake + "\n");
        co_return 1;
    }
    if (files.empty())
        files.emplace_back("-");
    int status = 0;
    std::size_t number = 0;
    for (const std::string &name : files) {
        InPtr in = name == "-" ? process.in : nullptr;
        if (!in) {
            auto text = process.services.files.read(Files::resolve(name, process.folder), name);
            if (!text) {
                process.complain("sed: can't read " + name + ": " + text.error() + "\n");
                status = 2;
                continue;
            }
            in = std::make_shared<TextInput>(std::move(*text));
        }
        auto line = co_await in->readLine();
        while (line) {
            // "$" asks for the last line, so one line is read ahead.
            auto following = co_await in->readLine();
            const SedResult result =
                runCommands(process, commands, line->text, ++number, !following && name == files.back());
            if (!result.isDeleted && !options.has('n'))
                process.print(line->text + (line->hasNewline ? "\n" : ""));
            if (result.quits)
                co_return status;
            co_await drain(process.out);
            line = std::move(following);
        }
    }
    co_return status;
}

} // namespace minato::shell
