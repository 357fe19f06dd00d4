// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/regex.h"
#include "shell/commands/utf8.h"

#include <algorithm>

namespace minato::shell {
namespace {

bool isWordChar(char32_t c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 128;
}

} // namespace

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
        if (m_regex.m_options.syntax == Regex::Syntax::Perl) {
            // The first thread that is there wins over those behind it; those before it may still win.
            const auto done = std::ranges::find_if(threads, [&](const Thread &thread) {
                return m_regex.m_program[thread.instruction].op == Op::Match;
            });
            if (done == threads.end())
                return;
            best = done->slots;
            threads.erase(done, threads.end());
            return;
        }
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
            return instruction.character ==
                   (m_regex.m_options.ignoresCase ? Regex::lower(character) : character);
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

std::optional<Regex::Match> Regex::find(std::string_view text, std::size_t from) const
{
    return RegexMatcher(*this, text).find(from);
}

} // namespace minato::shell
