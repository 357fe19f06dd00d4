// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/regex.h"
#include "shell/commands/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minato::shell {
namespace {

constexpr std::size_t kMaxProgram = 20000; // a{1000}{1000} must not eat the memory
constexpr int kMaxDepth = 100;

} // namespace

/// Reads a pattern by descent and writes instructions.
class RegexCompiler {
public:
    RegexCompiler(std::string_view pattern, Regex &regex) : m_pattern(pattern), m_regex(regex) {}

    void compile()
    {
        emit({.op = Regex::Op::Save, .x = 0});
        if (m_regex.m_options.syntax == Regex::Syntax::Fixed) {
            while (!atEnd())
                emitChar(takeCharacter(m_pattern, m_at));
        } else {
            alternatives(0);
            if (!atEnd())
                throw std::string("Unmatched ) or \\)");
        }
        emit({.op = Regex::Op::Save, .x = 1});
        emit({.op = Regex::Op::Match});
    }

private:
    using Op = Regex::Op;
    using Program = std::vector<Regex::Instruction>;

    bool isPerl() const { return m_regex.m_options.syntax == Regex::Syntax::Perl; }
    bool isExtended() const { return m_regex.m_options.syntax == Regex::Syntax::Extended || isPerl(); }
    bool atEnd() const { return m_at >= m_pattern.size(); }
    Program &program() { return m_regex.m_program; }

    /// An operator that is bare in extended and after a backslash in basic syntax.
    bool isOperator(char c) const
    {
        const std::string_view rest = m_pattern.substr(m_at);
        return isExtended() ? rest.starts_with(c) : rest.size() > 1 && rest[0] == '\\' && rest[1] == c;
    }
    void skipOperator() { m_at += isExtended() ? 1 : 2; }

    void emit(Regex::Instruction instruction)
    {
        if (program().size() >= kMaxProgram)
            throw std::string("Regular expression too big");
        program().push_back(instruction);
    }
    void emitChar(char32_t c)
    {
        emit({.op = Op::Char, .character = m_regex.m_options.ignoresCase ? Regex::lower(c) : c});
    }

    void alternatives(int depth)
    {
        if (depth > kMaxDepth)
            throw std::string("Regular expression too big");
        std::vector<std::size_t> jumps;
        for (;;) {
            const std::size_t begin = program().size();
            sequence(depth);
            if (!isOperator('|'))
                break;
            skipOperator();
            insert(begin, {.op = Op::Split, .x = begin + 1, .y = program().size() + 2});
            jumps.push_back(program().size());
            emit({.op = Op::Jump});
        }
        for (const std::size_t jump : jumps)
            program()[jump].x = program().size();
    }

    /// Puts an instruction before what starts at `at`, and moves the targets behind it.
    void insert(std::size_t at, Regex::Instruction instruction)
    {
        if (program().size() >= kMaxProgram)
            throw std::string("Regular expression too big");
        for (std::size_t i = at; i < program().size(); ++i) {
            Regex::Instruction &moved = program()[i];
            if (moved.op != Op::Split && moved.op != Op::Jump)
                continue;
            moved.x += moved.x >= at ? 1 : 0;
            moved.y += moved.op == Op::Split && moved.y >= at ? 1 : 0;
        }
        program().insert(program().begin() + static_cast<std::ptrdiff_t>(at), instruction);
    }

    void sequence(int depth)
    {
        bool isFirst = true;
        while (!atEnd() && !isOperator('|') && !(isOperator(')') && depth > 0)) {
            const std::size_t begin = program().size();
            const std::size_t groupsBefore = m_regex.m_groups;
            atom(depth, isFirst);
            const bool isAnchor = begin < program().size() && program()[begin].op == Op::LineBegin;
            while (repeats() && !(isAnchor && !isExtended()))
                repetition(begin, groupsBefore);
            isFirst = isAnchor && !isExtended();
        }
    }

    bool repeats() const
    {
        return m_pattern.substr(m_at).starts_with('*') || isOperator('+') || isOperator('?') ||
               isOperator('{');
    }

    void atom(int depth, bool isFirst)
    {
        const char c = m_pattern[m_at];
        if (isOperator('(')) {
            group(depth);
        } else if (c == '.') {
            ++m_at;
            emit({.op = Op::Any});
        } else if (c == '[') {
            bracket();
        } else if (c == '^' && (isExtended() || isFirst)) {
            ++m_at;
            emit({.op = Op::LineBegin});
        } else if (c == '$' && (isExtended() || endsBranch(m_at + 1))) {
            ++m_at;
            emit({.op = Op::LineEnd});
        } else if (c == '\\') {
            escape();
        } else {
            // A repetition with nothing before it stands for itself, as in GNU's grep.
            emitChar(takeCharacter(m_pattern, m_at));
        }
    }

    bool endsBranch(std::size_t at) const
    {
        const std::string_view rest = m_pattern.substr(at);
        return rest.empty() || rest.starts_with("\\)") || rest.starts_with("\\|");
    }

    void group(int depth)
    {
        skipOperator();
        const std::string_view rest = m_pattern.substr(m_at);
        if (isPerl() && rest.starts_with("?:")) {
            m_at += 2;
            alternatives(depth + 1);
            if (!isOperator(')'))
                throw std::string("end pattern with unmatched parenthesis");
            skipOperator();
            return;
        }
        const std::size_t number = ++m_regex.m_groups;
        m_regex.m_names.emplace_back(isPerl() ? takeGroupName() : std::string());
        emit({.op = Op::Save, .x = 2 * number});
        alternatives(depth + 1);
        if (!isOperator(')'))
            throw std::string("Unmatched ( or \\(");
        skipOperator();
        emit({.op = Op::Save, .x = 2 * number + 1});
    }

    /// ?<name> or ?P<name>, if one stands here.
    std::string takeGroupName()
    {
        const std::string_view rest = m_pattern.substr(m_at);
        if (!rest.starts_with('?'))
            return {};
        const std::size_t begin = rest.starts_with("?<") ? 2 : 3, end = rest.find('>');
        if ((begin == 3 && !rest.starts_with("?P<")) || end == std::string_view::npos || end <= begin ||
            rest[begin] == '=' || rest[begin] == '!')
            throw std::string("undefined group option");
        m_at += end + 1;
        return std::string(rest.substr(begin, end - begin));
    }

    void escape()
    {
        ++m_at;
        if (atEnd())
            throw std::string("Trailing backslash");
        const char c = m_pattern[m_at];
        static constexpr std::array<std::pair<char, Op>, 4> edges{
            {{'<', Op::WordBegin}, {'>', Op::WordEnd}, {'b', Op::WordEdge}, {'B', Op::NoWordEdge}}};
        const auto edge = std::ranges::find(edges, c, &std::pair<char, Op>::first);
        if (edge != edges.end()) {
            ++m_at;
            emit({.op = edge->second});
        } else if (std::string_view("wWsS").contains(c) || (isPerl() && (c == 'd' || c == 'D'))) {
            ++m_at;
            Regex::CharClass characters{.isNegated = c == 'W' || c == 'S' || c == 'D'};
            addNamed(characters, c == 'w' || c == 'W' ? "word" : c == 's' || c == 'S' ? "space" : "digit");
            emitClass(std::move(characters));
        } else if (c >= '1' && c <= '9') {
            throw std::string("Invalid back reference");
        } else if (c == 'n') {
            ++m_at;
            emitChar('\n');
        } else if (c == 't') {
            ++m_at;
            emitChar('\t');
        } else {
            emitChar(takeCharacter(m_pattern, m_at));
        }
    }

    void emitClass(Regex::CharClass characters)
    {
        emit({.op = Op::Class, .x = m_regex.m_classes.size()});
        m_regex.m_classes.push_back(std::move(characters));
    }

    static void addNamed(Regex::CharClass &characters, std::string_view name)
    {
        struct Named {
            std::string_view name;
            std::vector<Regex::Range> ranges;
        };
        static const std::array<Named, 13> named{
            {{"alpha", {{'a', 'z'}, {'A', 'Z'}, {128, 0x10FFFF}}},
             {"digit", {{'0', '9'}}},
             {"alnum", {{'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {128, 0x10FFFF}}},
             {"upper", {{'A', 'Z'}}},
             {"lower", {{'a', 'z'}}},
             {"space", {{'\t', '\r'}, {' ', ' '}}},
             {"blank", {{'\t', '\t'}, {' ', ' '}}},
             {"punct", {{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}}},
             {"xdigit", {{'0', '9'}, {'a', 'f'}, {'A', 'F'}}},
             {"cntrl", {{0, 31}, {127, 127}}},
             {"print", {{' ', '~'}, {128, 0x10FFFF}}},
             {"graph", {{'!', '~'}, {128, 0x10FFFF}}},
             {"word", {{'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {'_', '_'}, {128, 0x10FFFF}}}}};
        const auto found = std::ranges::find(named, name, &Named::name);
        if (found == named.end())
            throw std::string("Invalid character class name");
        characters.ranges.insert(characters.ranges.end(), found->ranges.begin(), found->ranges.end());
    }

    void bracket()
    {
        Regex::CharClass characters;
        ++m_at;
        if (!atEnd() && m_pattern[m_at] == '^') {
            characters.isNegated = true;
            ++m_at;
        }
        for (bool isFirst = true;; isFirst = false) {
            if (atEnd())
                throw std::string(isFirst ? "Invalid regular expression" : "Unmatched [, [^, [:, [., or [=");
            if (m_pattern[m_at] == ']' && !isFirst)
                break;
            if (m_pattern.substr(m_at).starts_with("[:")) {
                const std::size_t end = m_pattern.find(":]", m_at + 2);
                if (end == std::string_view::npos)
                    throw std::string("Unmatched [, [^, [:, [., or [=");
                addNamed(characters, m_pattern.substr(m_at + 2, end - m_at - 2));
                m_at = end + 2;
                continue;
            }
            if (isPerl() && m_pattern[m_at] == '\\' && m_at + 1 < m_pattern.size()) {
                bracketEscape(characters);
                continue;
            }
            const char32_t low = takeCharacter(m_pattern, m_at);
            char32_t high = low;
            const std::string_view rest = m_pattern.substr(m_at);
            if (rest.size() > 1 && rest[0] == '-' && rest[1] != ']') {
                ++m_at;
                high = takeCharacter(m_pattern, m_at);
                if (high < low)
                    throw std::string("Invalid range end");
            }
            characters.ranges.push_back({low, high});
        }
        ++m_at;
        emitClass(std::move(characters));
    }

    /// \d, \w, \s, \n or a protected character, in brackets.
    void bracketEscape(Regex::CharClass &characters)
    {
        const char c = m_pattern[++m_at];
        ++m_at;
        if (c == 'd' || c == 'w' || c == 's') {
            addNamed(characters, c == 'd' ? "digit" : c == 'w' ? "word" : "space");
            return;
        }
        const auto plain = static_cast<char32_t>(static_cast<unsigned char>(c == 'n'   ? '\n'
                                                                            : c == 't' ? '\t'
                                                                            : c == 'r' ? '\r'
                                                                                       : c));
        characters.ranges.push_back({plain, plain});
    }

    struct Bounds {
        std::size_t least = 0;
        std::size_t most = std::string_view::npos;
    };

    Bounds takeBounds()
    {
        if (m_pattern[m_at] == '*') {
            ++m_at;
            return {};
        }
        const bool isPlus = isOperator('+'), isQuestion = isOperator('?');
        skipOperator();
        if (isPlus)
            return {1, std::string_view::npos};
        if (isQuestion)
            return {0, 1};
        return takeBraces();
    }

    Bounds takeBraces()
    {
        const auto takeNumber = [this](std::size_t otherwise) {
            if (atEnd() || m_pattern[m_at] < '0' || m_pattern[m_at] > '9')
                return otherwise;
            std::size_t value = 0;
            while (!atEnd() && m_pattern[m_at] >= '0' && m_pattern[m_at] <= '9')
                value = std::min<std::size_t>(value * 10 + static_cast<std::size_t>(m_pattern[m_at++] - '0'),
                                              40000);
            return value;
        };
        Bounds bounds;
        bounds.least = takeNumber(0);
        bounds.most = bounds.least;
        if (!atEnd() && m_pattern[m_at] == ',') {
            ++m_at;
            bounds.most = takeNumber(std::string_view::npos);
        }
        if (!isOperator('}') || bounds.most < bounds.least)
            throw std::string(atEnd() ? "Unmatched { or \\{" : "Invalid content of \\{\\}");
        if (bounds.least > 32767)
            throw std::string("Regular expression too big");
        skipOperator();
        return bounds;
    }

    /// Repeats the instructions from `begin` on. Copies of a group save into the same slots.
    void repetition(std::size_t begin, std::size_t)
    {
        const Bounds bounds = takeBounds();
        const bool isLazy = isPerl() && m_pattern.substr(m_at).starts_with('?');
        m_at += isLazy ? 1 : 0;
        const Program body(program().begin() + static_cast<std::ptrdiff_t>(begin), program().end());
        program().resize(begin);
        for (std::size_t i = 0; i < bounds.least; ++i)
            copy(body, begin);
        if (bounds.most == std::string_view::npos) {
            const std::size_t loop = program().size();
            emit({.op = Op::Split, .x = loop + 1});
            copy(body, begin);
            emit({.op = Op::Jump, .x = loop});
            program()[loop].y = program().size();
            if (isLazy)
                std::swap(program()[loop].x, program()[loop].y);
            return;
        }
        std::vector<std::size_t> splits;
        for (std::size_t i = bounds.least; i < bounds.most; ++i) {
            splits.push_back(program().size());
            emit({.op = Op::Split, .x = program().size() + 1});
            copy(body, begin);
        }
        for (const std::size_t split : splits) {
            program()[split].y = program().size();
            if (isLazy)
                std::swap(program()[split].x, program()[split].y);
        }
    }

    void copy(const Program &body, std::size_t madeAt)
    {
        const std::size_t shift = program().size() - madeAt;
        for (Regex::Instruction instruction : body) {
            if (instruction.op == Op::Split || instruction.op == Op::Jump)
                instruction.x += shift;
            if (instruction.op == Op::Split)
                instruction.y += shift;
            emit(instruction);
        }
    }

    std::string_view m_pattern;
    Regex &m_regex;
    std::size_t m_at = 0;
};

std::expected<Regex, std::string> Regex::parse(std::string_view pattern, Options options)
{
    Regex regex;
    regex.m_options = options;
    try {
        RegexCompiler(pattern, regex).compile();
    } catch (const std::string &message) {
        return std::unexpected(message);
    }
    return regex;
}

} // namespace minato::shell
