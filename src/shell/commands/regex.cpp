// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/regex.h"

#include "shell/commands/utf8.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

constexpr std::size_t kMaxProgram = 20000; // a{1000}{1000} must not eat the memory
constexpr int kMaxDepth = 100;

bool isWordChar(char32_t c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 128;
}

char32_t lower(char32_t c)
{
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

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

    bool isExtended() const { return m_regex.m_options.syntax == Regex::Syntax::Extended; }
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
        emit({.op = Op::Char, .character = m_regex.m_options.ignoresCase ? lower(c) : c});
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
        const std::size_t number = ++m_regex.m_groups;
        emit({.op = Op::Save, .x = 2 * number});
        alternatives(depth + 1);
        if (!isOperator(')'))
            throw std::string("Unmatched ( or \\(");
        skipOperator();
        emit({.op = Op::Save, .x = 2 * number + 1});
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
        } else if (std::string_view("wWsS").contains(c)) {
            ++m_at;
            Regex::CharClass characters{.isNegated = c == 'W' || c == 'S'};
            addNamed(characters, c == 'w' || c == 'W' ? "word" : "space");
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
            return;
        }
        std::vector<std::size_t> splits;
        for (std::size_t i = bounds.least; i < bounds.most; ++i) {
            splits.push_back(program().size());
            emit({.op = Op::Split, .x = program().size() + 1});
            copy(body, begin);
        }
        for (const std::size_t split : splits)
            program()[split].y = program().size();
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

/// Walks all threads of a program over one text.
class RegexMatcher {
public:
    RegexMatcher(const Regex &regex, std::string_view text)
        : m_regex(regex), m_text(text), m_seen(regex.m_program.size(), 0)
    {
    }

    std::optional<Regex::Match> find(std::size_t from)
    {
        std::vector<Thread> current, next;
        std::optional<Slots> best;
        std::size_t at = from;
        for (;;) {
            ++m_generation;
            next.clear();
            for (const Thread &thread : current)
                follow(next, thread.instruction, thread.slots, at);
            if (!best)
                follow(next, 0, Slots(2 * (m_regex.m_groups + 1), std::string_view::npos), at);
            std::swap(current, next);
            keepBest(current, best, at);
            if (at >= m_text.size() || (current.empty() && best))
                break;
            std::size_t after = at;
            const char32_t character = takeCharacter(m_text, after);
            std::erase_if(current, [&](Thread &thread) { return !consumes(thread, character); });
            at = after;
        }
        if (!best)
            return std::nullopt;
        Regex::Match match;
        for (std::size_t i = 0; i < best->size(); i += 2)
            match.push_back({(*best)[i], (*best)[i + 1]});
        return match;
    }

private:
    using Slots = std::vector<std::size_t>;
    using Op = Regex::Op;
    struct Thread {
        std::size_t instruction;
        Slots slots;
    };

    /// A thread that reached the end: the earliest start wins, then the latest end.
    void keepBest(std::vector<Thread> &threads, std::optional<Slots> &best, std::size_t at) const
    {
        for (const Thread &thread : threads) {
            if (m_regex.m_program[thread.instruction].op != Op::Match || !isAllowed(thread.slots[0], at))
                continue;
            if (!best || thread.slots[0] < (*best)[0] || (thread.slots[0] == (*best)[0] && at > (*best)[1]))
                best = thread.slots;
        }
        if (best)
            std::erase_if(threads, [&](const Thread &thread) { return thread.slots[0] > (*best)[0]; });
    }

    bool isAllowed(std::size_t begin, std::size_t end) const
    {
        if (m_regex.m_options.matchesLines)
            return begin == 0 && end == m_text.size();
        return !m_regex.m_options.matchesWords || (!isWordBefore(begin) && !isWordAt(end));
    }

    bool isWordAt(std::size_t at) const
    {
        return at < m_text.size() && isWordChar(static_cast<unsigned char>(m_text[at]));
    }
    bool isWordBefore(std::size_t at) const { return at > 0 && isWordAt(at - 1); }

    bool holds(Op op, std::size_t at) const
    {
        switch (op) {
        case Op::LineBegin:
            return at == 0;
        case Op::LineEnd:
            return at == m_text.size();
        case Op::WordBegin:
            return !isWordBefore(at) && isWordAt(at);
        case Op::WordEnd:
            return isWordBefore(at) && !isWordAt(at);
        case Op::WordEdge:
            return isWordBefore(at) != isWordAt(at);
        case Op::NoWordEdge:
            return isWordBefore(at) == isWordAt(at);
        default:
            return true;
        }
    }

    /// Adds the threads that `start` leads to without reading a character, in order of preference.
    void follow(std::vector<Thread> &threads, std::size_t start, Slots slots, std::size_t at)
    {
        std::vector<Thread> stack;
        stack.push_back({start, std::move(slots)});
        while (!stack.empty()) {
            Thread thread = std::move(stack.back());
            stack.pop_back();
            if (m_seen[thread.instruction] == m_generation)
                continue;
            m_seen[thread.instruction] = m_generation;
            const Regex::Instruction &instruction = m_regex.m_program[thread.instruction];
            switch (instruction.op) {
            case Op::Split:
                stack.push_back({instruction.y, thread.slots});
                stack.push_back({instruction.x, std::move(thread.slots)});
                break;
            case Op::Jump:
                stack.push_back({instruction.x, std::move(thread.slots)});
                break;
            case Op::Save:
                thread.slots[instruction.x] = at;
                stack.push_back({thread.instruction + 1, std::move(thread.slots)});
                break;
            case Op::Char:
            case Op::Any:
            case Op::Class:
            case Op::Match:
                threads.push_back(std::move(thread));
                break;
            default:
                if (holds(instruction.op, at))
                    stack.push_back({thread.instruction + 1, std::move(thread.slots)});
                break;
            }
        }
    }

    bool consumes(Thread &thread, char32_t character) const
    {
        const Regex::Instruction &instruction = m_regex.m_program[thread.instruction++];
        switch (instruction.op) {
        case Op::Any:
            return true;
        case Op::Char:
            return instruction.character == (m_regex.m_options.ignoresCase ? lower(character) : character);
        case Op::Class:
            return isInClass(m_regex.m_classes[instruction.x], character);
        default:
            return false;
        }
    }

    bool isInClass(const Regex::CharClass &characters, char32_t c) const
    {
        const auto isIn = [&](char32_t wanted) {
            return std::ranges::any_of(characters.ranges, [wanted](Regex::Range range) {
                return range.low <= wanted && wanted <= range.high;
            });
        };
        bool found = isIn(c);
        if (m_regex.m_options.ignoresCase && !found) {
            const bool isUpper = c >= 'A' && c <= 'Z';
            const bool isLetter = isUpper || (c >= 'a' && c <= 'z');
            found = isLetter && isIn(isUpper ? c + 32 : c - 32);
        }
        return found != characters.isNegated;
    }

    const Regex &m_regex;
    std::string_view m_text;
    std::vector<std::size_t> m_seen;
    std::size_t m_generation = 0;
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

std::optional<Regex::Match> Regex::find(std::string_view text, std::size_t from) const
{
    return RegexMatcher(*this, text).find(from);
}

} // namespace minato::shell
