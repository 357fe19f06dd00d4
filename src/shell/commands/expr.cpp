// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// expr: arithmetic, comparison and text on arguments.
#include "shell/commands/programs.h"
#include "shell/commands/regex.h"
#include "shell/commands/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace minato::shell {
namespace {

constexpr int kMaxDepth = 100;

struct ExprError {
    std::string message;
    int status = 2;
};

std::optional<std::int64_t> whole(const std::string &text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && !text.empty() ? std::optional(value)
                                                                                     : std::nullopt;
}

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Reads by descent and evaluates at once. Throws ExprError.
class Expression {
public:
    explicit Expression(const std::vector<std::string> &words) : m_words(words) {}

    std::string run()
    {
        if (m_words.size() < 2)
            throw ExprError{"missing operand\nTry 'expr --help' for more information."};
        std::string value = level(0, 0);
        if (m_at < m_words.size())
            throw ExprError{"syntax error: unexpected argument ‘" + m_words[m_at] + "’"};
        return value;
    }

private:
    static bool isTrue(const std::string &text)
    {
        const auto number = whole(text);
        return !text.empty() && !(number && *number == 0);
    }

    bool takes(std::string_view word)
    {
        if (m_at >= m_words.size() || m_words[m_at] != word)
            return false;
        ++m_at;
        return true;
    }

    const std::string &take()
    {
        if (m_at >= m_words.size())
            throw ExprError{"syntax error: missing argument after ‘" + m_words.back() + "’"};
        return m_words[m_at++];
    }

    /// The operator of that level of binding, if it stands here.
    std::string_view operatorAt(std::size_t depth)
    {
        static constexpr std::array<std::array<std::string_view, 6>, 6> levels{
            {{"|"}, {"&"}, {"<", "<=", "=", "!=", ">=", ">"}, {"+", "-"}, {"*", "/", "%"}, {":"}}};
        if (m_at >= m_words.size() || m_words[m_at].empty())
            return {};
        const std::string_view word = m_words[m_at] == "==" ? "=" : std::string_view(m_words[m_at]);
        const auto known = std::ranges::find(levels[depth], word);
        return known == levels[depth].end() ? std::string_view() : *known;
    }

    std::string level(std::size_t strength, int depth)
    {
        if (depth > kMaxDepth)
            throw ExprError{"syntax error"};
        if (strength == 6)
            return operand(depth);
        std::string left = level(strength + 1, depth);
        for (std::string_view op = operatorAt(strength); !op.empty(); op = operatorAt(strength)) {
            ++m_at;
            const std::string right = level(strength + 1, depth);
            left = apply(op, left, right);
        }
        return left;
    }

    static std::string apply(std::string_view op, const std::string &left, const std::string &right)
    {
        if (op == "|")
            return isTrue(left) ? left : isTrue(right) ? right : "0";
        if (op == "&")
            return isTrue(left) && isTrue(right) ? left : "0";
        if (op == ":")
            return match(left, right);
        const auto a = whole(left), b = whole(right);
        if (std::string_view("<>=!").contains(op.front())) {
            const auto order = a && b ? *a <=> *b : left <=> right;
            const bool holds = op == "<"    ? order < 0
                               : op == "<=" ? order <= 0
                               : op == "="  ? order == 0
                               : op == "!=" ? order != 0
                               : op == ">=" ? order >= 0
                                            : order > 0;
            return holds ? "1" : "0";
        }
        if (!a || !b)
            throw ExprError{"non-integer argument"};
        return arithmetic(op.front(), *a, *b);
    }

    static std::string arithmetic(char op, std::int64_t a, std::int64_t b)
    {
        std::int64_t value = 0;
        if ((op == '/' || op == '%') && b == 0)
            throw ExprError{"division by zero"};
        if (b == -1 && (op == '/' || op == '%'))
            return op == '%' ? "0" : arithmetic('*', a, -1);
        const bool overflows = op == '+'   ? __builtin_add_overflow(a, b, &value)
                               : op == '-' ? __builtin_sub_overflow(a, b, &value)
                               : op == '*' ? __builtin_mul_overflow(a, b, &value)
                                           : false;
        if (overflows)
            throw ExprError{"Numerical result out of range"};
        if (op == '/' || op == '%')
            value = op == '/' ? a / b : a % b;
        return std::to_string(value);
    }

    /// The first group, or how many characters match from the beginning.
    static std::string match(const std::string &text, const std::string &pattern)
    {
        const auto regex = Regex::parse("^" + pattern, {});
        if (!regex)
            throw ExprError{regex.error()};
        const auto found = regex->find(text);
        if (regex->groupCount() > 0) {
            if (!found || (*found)[1].begin == std::string_view::npos)
                return "";
            return text.substr((*found)[1].begin, (*found)[1].end - (*found)[1].begin);
        }
        return std::to_string(found ? characterCount(std::string_view(text).substr(0, found->front().end))
                                    : 0);
    }

    std::string operand(int depth)
    {
        if (takes("(")) {
            std::string value = level(0, depth + 1);
            if (!takes(")"))
                throw ExprError{"syntax error: expecting ')' after ‘" + m_words[m_at - 1] + "’"};
            return value;
        }
        if (m_at + 1 < m_words.size() && takes("length"))
            return std::to_string(characterCount(take()));
        if (m_at + 2 < m_words.size() && takes("match")) {
            const std::string text = take();
            return match(text, take());
        }
        if (m_at + 2 < m_words.size() && takes("index")) {
            const std::string text = take();
            const std::size_t at = text.find_first_of(take());
            return at == std::string::npos
                       ? "0"
                       : std::to_string(characterCount(std::string_view(text).substr(0, at)) + 1);
        }
        if (m_at + 3 < m_words.size() && takes("substr")) {
            const std::string text = take();
            const auto begin = whole(take()), length = whole(take());
            return begin && length && *begin > 0 && *length > 0 ? substring(text, *begin, *length) : "";
        }
        return take();
    }

    static std::string substring(const std::string &text, std::int64_t begin, std::int64_t length)
    {
        std::string result;
        std::int64_t number = 1;
        for (std::size_t at = 0; at < text.size(); ++number) {
            const std::size_t from = at;
            takeCharacter(text, at);
            if (number >= begin && number - begin < length)
                result += text.substr(from, at - from);
        }
        return result;
    }

    const std::vector<std::string> &m_words;
    std::size_t m_at = 1;
};

} // namespace

client::Task<int> runExpr(Process &process)
{
    std::string mistake;
    try {
        const std::string value = Expression(process.arguments).run();
        process.print(value + "\n");
        co_return value.empty() || value == "0" || value == "-0" ? 1 : 0;
    } catch (const ExprError &error) {
        mistake = error.message;
    }
    process.complain("expr: " + mistake + "\n");
    co_return 2;
}

} // namespace minato::shell
