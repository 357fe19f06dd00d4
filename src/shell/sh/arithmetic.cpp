// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sh/arithmetic.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <limits>

namespace minato::shell {
namespace {

constexpr int kMaxDepth = 200;
constexpr std::array<std::string_view, 36> kOperators{"<<=", ">>=", "&&", "||", "==", "!=", "<=", ">=", "<<",
                                                      ">>",  "+=",  "-=", "*=", "/=", "%=", "&=", "|=", "^=",
                                                      "+",   "-",   "*",  "/",  "%",  "&",  "|",  "^",  "~",
                                                      "!",   "<",   ">",  "=",  "?",  ":",  "(",  ")",  ","};

/// Binding strength of binary operators; 0: none.
int precedence(std::string_view op)
{
    static constexpr std::array<std::pair<std::string_view, int>, 18> table{{{"*", 10},
                                                                             {"/", 10},
                                                                             {"%", 10},
                                                                             {"+", 9},
                                                                             {"-", 9},
                                                                             {"<<", 8},
                                                                             {">>", 8},
                                                                             {"<", 7},
                                                                             {">", 7},
                                                                             {"<=", 7},
                                                                             {">=", 7},
                                                                             {"==", 6},
                                                                             {"!=", 6},
                                                                             {"&", 5},
                                                                             {"^", 4},
                                                                             {"|", 3},
                                                                             {"&&", 2},
                                                                             {"||", 1}}};
    const auto found = std::ranges::find(table, op, &std::pair<std::string_view, int>::first);
    return found == table.end() ? 0 : found->second;
}

bool isAssignment(std::string_view op)
{
    return op == "=" || (op.size() >= 2 && op.back() == '=' && precedence(op.substr(0, op.size() - 1)) > 2 &&
                         op != "<=" && op != ">=" && op != "==");
}

class Evaluator {
public:
    Evaluator(std::string_view text, const ArithmeticVariables &variables)
        : m_text(text), m_variables(variables)
    {
        advance();
    }

    std::expected<std::int64_t, std::string> run()
    {
        try {
            const std::int64_t value = assignment(true);
            if (m_kind != Kind::End)
                fail("expecting EOF");
            return value;
        } catch (const std::string &message) {
            return std::unexpected(message);
        }
    }

private:
    enum class Kind : std::uint8_t { End, Number, Name, Operator, Bad };

    [[noreturn]] void fail(std::string_view what) const
    {
        throw "arithmetic expression: " + std::string(what) + ": \"" + std::string(m_text) + "\"";
    }
    bool isOperator(std::string_view op) const { return m_kind == Kind::Operator && m_token == op; }

    void advance()
    {
        m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
        const std::string_view rest = m_text.substr(m_at);
        const auto isWordChar = [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
        };
        if (rest.empty()) {
            m_kind = Kind::End;
            m_token = {};
        } else if (std::isdigit(static_cast<unsigned char>(rest.front()))) {
            readNumber(rest);
        } else if (isWordChar(rest.front())) {
            m_kind = Kind::Name;
            m_token = rest.substr(
                0, static_cast<std::size_t>(std::ranges::find_if_not(rest, isWordChar) - rest.begin()));
        } else {
            const auto found = std::ranges::find_if(
                kOperators, [rest](std::string_view op) { return rest.starts_with(op); });
            m_kind = found == kOperators.end() ? Kind::Bad : Kind::Operator;
            m_token = m_kind == Kind::Bad ? rest.substr(0, 1) : rest.substr(0, found->size());
        }
        m_at += m_token.size();
    }

    void readNumber(std::string_view rest)
    {
        int base = 10;
        std::size_t prefix = 0;
        if (rest.starts_with("0x") || rest.starts_with("0X")) {
            base = 16;
            prefix = 2;
        } else if (rest.front() == '0') {
            base = 8;
        }
        std::uint64_t value = 0;
        const auto digits = rest.substr(prefix);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
        if (error == std::errc::result_out_of_range)
            value = std::numeric_limits<std::int64_t>::max();
        m_kind = Kind::Number;
        m_number = static_cast<std::int64_t>(
            std::min<std::uint64_t>(value, std::numeric_limits<std::int64_t>::max()));
        m_token = rest.substr(0, prefix + static_cast<std::size_t>(end - digits.data()));
    }

    std::int64_t variable(std::string_view name) const
    {
        const auto value = parseNumber(m_variables.get(name));
        if (!value)
            throw value.error();
        return *value;
    }

    std::int64_t assignment(bool isLive)
    {
        if (++m_depth > kMaxDepth)
            fail("nested too deeply");
        if (m_kind == Kind::Name) {
            const auto saved = *this;
            const std::string_view name = m_token;
            advance();
            if (m_kind == Kind::Operator && isAssignment(m_token)) {
                const std::string_view op = m_token;
                advance();
                std::int64_t value = assignment(isLive);
                if (op != "=")
                    value = apply(op.substr(0, op.size() - 1), isLive ? variable(name) : 0, value, isLive);
                if (isLive)
                    m_variables.set(name, value);
                --m_depth;
                return value;
            }
            restore(saved);
        }
        const std::int64_t value = conditional(isLive);
        --m_depth;
        return value;
    }

    void restore(const Evaluator &saved)
    {
        m_at = saved.m_at;
        m_kind = saved.m_kind;
        m_token = saved.m_token;
        m_number = saved.m_number;
    }

    std::int64_t conditional(bool isLive)
    {
        const std::int64_t condition = binary(1, isLive);
        if (!isOperator("?"))
            return condition;
        advance();
        const std::int64_t yes = assignment(isLive && condition != 0);
        if (!isOperator(":"))
            fail("expecting ':'");
        advance();
        const std::int64_t no = conditional(isLive && condition == 0);
        return condition != 0 ? yes : no;
    }

    std::int64_t binary(int minimum, bool isLive)
    {
        std::int64_t left = unary(isLive);
        while (m_kind == Kind::Operator && precedence(m_token) >= minimum) {
            const std::string_view op = m_token;
            advance();
            const bool isDecided = (op == "&&" && left == 0) || (op == "||" && left != 0);
            const std::int64_t right = binary(precedence(op) + 1, isLive && !isDecided);
            left = apply(op, left, right, isLive && !isDecided);
        }
        return left;
    }

    std::int64_t unary(bool isLive)
    {
        if (++m_depth > kMaxDepth)
            fail("nested too deeply");
        std::int64_t value = 0;
        if (m_kind == Kind::Operator &&
            (m_token == "-" || m_token == "+" || m_token == "!" || m_token == "~")) {
            const char op = m_token.front();
            advance();
            value = unary(isLive);
            if (op == '-')
                value = static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(value));
            else if (op == '!')
                value = value == 0 ? 1 : 0;
            else if (op == '~')
                value = ~value;
        } else {
            value = primary(isLive);
        }
        --m_depth;
        return value;
    }

    std::int64_t primary(bool isLive)
    {
        if (m_kind == Kind::Number) {
            const std::int64_t value = m_number;
            advance();
            return value;
        }
        if (m_kind == Kind::Name) {
            const std::string_view name = m_token;
            advance();
            return isLive ? variable(name) : 0;
        }
        if (!isOperator("("))
            fail("expecting primary");
        advance();
        const std::int64_t value = assignment(isLive);
        if (!isOperator(")"))
            fail("expecting ')'");
        advance();
        return value;
    }

    std::int64_t apply(std::string_view op, std::int64_t left, std::int64_t right, bool isLive) const
    {
        const auto a = static_cast<std::uint64_t>(left);
        const auto b = static_cast<std::uint64_t>(right);
        if (op == "&&")
            return left != 0 && right != 0 ? 1 : 0;
        if (op == "||")
            return left != 0 || right != 0 ? 1 : 0;
        if (op == "/" || op == "%") {
            if (!isLive)
                return 0;
            if (right == 0)
                fail("division by zero");
            if (right == -1)
                return op == "/" ? static_cast<std::int64_t>(0 - a) : 0;
            return op == "/" ? left / right : left % right;
        }
        switch (op.front()) {
        case '+':
            return static_cast<std::int64_t>(a + b);
        case '-':
            return static_cast<std::int64_t>(a - b);
        case '*':
            return static_cast<std::int64_t>(a * b);
        case '&':
            return left & right;
        case '|':
            return left | right;
        case '^':
            return left ^ right;
        case '=':
            return left == right ? 1 : 0;
        case '!':
            return left != right ? 1 : 0;
        default:
            break;
        }
        if (op == "<<")
            return static_cast<std::int64_t>(a << (b & 63U));
        if (op == ">>")
            return left >> (b & 63U);
        const bool isSmaller = op.front() == '<' ? left < right : left > right;
        return isSmaller || (op.size() == 2 && left == right) ? 1 : 0;
    }

    std::string_view m_text;
    const ArithmeticVariables &m_variables;
    std::size_t m_at = 0;
    Kind m_kind = Kind::End;
    std::string_view m_token;
    std::int64_t m_number = 0;
    int m_depth = 0;
};

} // namespace

std::expected<std::int64_t, std::string> evaluateArithmetic(std::string_view expression,
                                                            const ArithmeticVariables &variables)
{
    return Evaluator(expression, variables).run();
}

std::expected<std::int64_t, std::string> parseNumber(std::string_view text, int base)
{
    const auto illegal = [text] { return std::unexpected("Illegal number: " + std::string(text)); };
    std::string_view digits = text;
    digits.remove_prefix(std::min(digits.find_first_not_of(" \t\n"), digits.size()));
    digits = digits.substr(0, digits.find_last_not_of(" \t\n") + 1);
    if (digits.empty())
        return 0;
    const bool isNegative = digits.front() == '-';
    if (isNegative || digits.front() == '+')
        digits.remove_prefix(1);
    if (base == 0) {
        base = 10;
        if (digits.starts_with("0x") || digits.starts_with("0X")) {
            base = 16;
            digits.remove_prefix(2);
        } else if (digits.size() > 1 && digits.front() == '0') {
            base = 8;
        }
    }
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size())
        return illegal();
    return static_cast<std::int64_t>(isNegative ? 0 - value : value);
}

} // namespace minato::shell
