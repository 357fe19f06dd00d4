// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/label_selector_parser.h"

#include "kube/go_number.h"
#include "kube/go_quote.h"
#include "kube/json.h"
#include "kube/name_rules.h"

#include <array>
#include <format>
#include <set>

namespace minato::kube {
namespace {

using Operator = LabelSelector::Operator;
using Requirement = LabelSelector::Requirement;

enum class Kind : std::uint8_t {
    End,
    Close,
    Comma,
    Not,
    DoubleEquals,
    Equals,
    Greater,
    Word,
    In,
    Less,
    NotEquals,
    NotIn,
    Open
};

struct Token {
    Kind kind = Kind::End;
    std::string_view text;
};

constexpr std::array<std::pair<std::string_view, Kind>, 9> kSymbols{{{"==", Kind::DoubleEquals},
                                                                     {"!=", Kind::NotEquals},
                                                                     {"=", Kind::Equals},
                                                                     {"!", Kind::Not},
                                                                     {"(", Kind::Open},
                                                                     {")", Kind::Close},
                                                                     {",", Kind::Comma},
                                                                     {">", Kind::Greater},
                                                                     {"<", Kind::Less}}};
constexpr std::string_view kSpaces = " \t\r\n";
constexpr std::string_view kWordEnd("\0 \t\r\n=!(),><", 12);

Token wordToken(std::string_view word)
{
    if (word == "in")
        return {Kind::In, word};
    return {word == "notin" ? Kind::NotIn : Kind::Word, word};
}

std::vector<Token> scan(std::string_view text)
{
    std::vector<Token> tokens;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
        if (text.empty() || text.front() == '\0')
            break;
        Token token;
        for (const auto &[symbol, kind] : kSymbols) {
            if (token.text.empty() && text.starts_with(symbol))
                token = {kind, text.substr(0, symbol.size())};
        }
        if (token.text.empty())
            token = wordToken(text.substr(0, text.find_first_of(kWordEnd)));
        tokens.push_back(token);
        text.remove_prefix(token.text.size());
        if (text.starts_with(
                '\0')) // upstream swallows a NUL after a token, and takes one before a token for the end
            text.remove_prefix(1);
    }
    tokens.push_back({});
    return tokens;
}

class Parser {
public:
    explicit Parser(std::string_view text) : m_tokens(scan(text)) {}

    std::expected<std::vector<Requirement>, std::string> parse();

private:
    using Values = std::set<std::string, std::less<>>;
    template <class T>
    using Parsed = std::expected<T, std::string>;

    [[nodiscard]] const Token &peek() const { return m_tokens[m_position]; }
    const Token &take() { return m_tokens[m_position++]; }
    /// `in` and `notin` are words wherever no operator is expected.
    [[nodiscard]] static bool isWord(const Token &t)
    {
        return t.kind == Kind::Word || t.kind == Kind::In || t.kind == Kind::NotIn;
    }
    [[nodiscard]] static std::unexpected<std::string> found(const Token &token, std::string_view expectation)
    {
        return std::unexpected(std::format("found '{}', expected: {}", token.text, expectation));
    }
    Parsed<Requirement> requirement();
    Parsed<Operator> binaryOperator();
    Parsed<Values> set();
    Parsed<Values> setItems();
    Parsed<Values> exactValue();

    std::vector<Token> m_tokens;
    std::size_t m_position = 0;
};

std::expected<std::vector<Requirement>, std::string> Parser::parse()
{
    std::vector<Requirement> requirements;
    while (peek().kind != Kind::End) {
        if (!isWord(peek()) && peek().kind != Kind::Not)
            return found(peek(), "!, identifier, or 'end of string'");
        auto parsed = requirement();
        if (!parsed)
            return std::unexpected("unable to parse requirement: " + parsed.error());
        requirements.push_back(std::move(*parsed));
        const Token next = take();
        if (next.kind == Kind::End)
            break;
        if (next.kind != Kind::Comma)
            return found(next, "',' or 'end of string'");
        if (!isWord(peek()) && peek().kind != Kind::Not)
            return found(peek(), "identifier after ','");
    }
    return requirements;
}

Parser::Parsed<Requirement> Parser::requirement()
{
    const bool isNegated = peek().kind == Kind::Not;
    if (isNegated)
        take();
    const Token key = take();
    if (!isWord(key))
        return found(key, "identifier");
    if (const auto errors = qualifiedNameErrors(key.text); !errors.empty())
        return std::unexpected(invalidValueText("<nil>", key.text, joinErrors(errors)));
    Requirement result{.key = std::string(key.text), .op = Operator::DoesNotExist};
    if (isNegated)
        return result;
    result.op = Operator::Exists;
    if (peek().kind == Kind::End || peek().kind == Kind::Comma)
        return result;
    const auto op = binaryOperator();
    if (!op)
        return std::unexpected(op.error());
    result.op = *op;
    const auto values = *op == Operator::In || *op == Operator::NotIn ? set() : exactValue();
    if (!values)
        return std::unexpected(values.error());
    result.values.assign(values->begin(), values->end());
    if (auto error = requirementError(result))
        return std::unexpected(*std::move(error));
    return result;
}

Parser::Parsed<Operator> Parser::binaryOperator()
{
    const Token token = take();
    switch (token.kind) {
    case Kind::In:
        return Operator::In;
    case Kind::NotIn:
        return Operator::NotIn;
    case Kind::Equals:
    case Kind::DoubleEquals:
        return Operator::Equals;
    case Kind::NotEquals:
        return Operator::NotEquals;
    case Kind::Greater:
        return Operator::Greater;
    case Kind::Less:
        return Operator::Less;
    default:
        return found(token, "in, notin, =, ==, !=, gt, lt");
    }
}

Parser::Parsed<Parser::Values> Parser::set()
{
    const Token open = take();
    if (open.kind != Kind::Open)
        return std::unexpected(std::format("found '{}' expected: '('", open.text));
    if (peek().kind == Kind::Close) {
        take();
        return Values{""};
    }
    if (!isWord(peek()) && peek().kind != Kind::Comma)
        return found(peek(), "',', ')' or identifier");
    auto values = setItems();
    if (values)
        take(); // setItems ends before a ')'
    return values;
}

/// Commas without a word before or after them stand for an empty value: "(,a)", "(a,)", "(a,,b)".
Parser::Parsed<Parser::Values> Parser::setItems()
{
    Values values;
    while (true) {
        const Token token = take();
        if (isWord(token)) {
            values.emplace(token.text);
            if (peek().kind == Kind::Close)
                return values;
            if (peek().kind != Kind::Comma)
                return found(peek(), "',' or ')'");
        } else if (token.kind == Kind::Comma) {
            if (values.empty())
                values.emplace();
            if (peek().kind == Kind::Close) {
                values.emplace();
                return values;
            }
            if (peek().kind == Kind::Comma) {
                take();
                values.emplace();
            }
        } else {
            return found(token, "',', or identifier");
        }
    }
}

Parser::Parsed<Parser::Values> Parser::exactValue()
{
    if (peek().kind == Kind::End || peek().kind == Kind::Comma)
        return Values{""};
    const Token token = take();
    if (!isWord(token))
        return found(token, "identifier");
    return Values{std::string(token.text)};
}

std::string listText(const std::vector<std::string> &values)
{
    Value list; // an empty one prints as null, as Go's nil slice does
    for (const std::string &value : values)
        list.push(value);
    return toJson(list);
}

/// Upstream's rules for how many values an operator takes; "" when they are kept.
std::string_view countError(const Requirement &requirement)
{
    const std::size_t count = requirement.values.size();
    switch (requirement.op) {
    case Operator::In:
    case Operator::NotIn:
        return count > 0 ? "" : "for 'in', 'notin' operators, values set can't be empty";
    case Operator::Equals:
    case Operator::NotEquals:
        return count == 1 ? "" : "exact-match compatibility requires one single value";
    case Operator::Exists:
    case Operator::DoesNotExist:
        return count == 0 ? "" : "values set must be empty for exists and does not exist";
    case Operator::Greater:
    case Operator::Less:
        return count == 1 ? "" : "for 'Gt', 'Lt' operators, exactly one value is required";
    }
    return "";
}

} // namespace

std::expected<std::vector<Requirement>, std::string> parseLabelRequirements(std::string_view text)
{
    return Parser(text).parse();
}

std::optional<std::string> requirementError(const Requirement &requirement)
{
    NameErrors errors;
    if (const auto rules = qualifiedNameErrors(requirement.key); !rules.empty())
        errors.push_back(invalidValueText("key", requirement.key, joinErrors(rules)));
    if (const auto error = countError(requirement); !error.empty())
        errors.push_back(std::format("values: Invalid value: {}: {}", listText(requirement.values), error));
    const bool isOrder = requirement.op == Operator::Greater || requirement.op == Operator::Less;
    for (std::size_t i = 0; isOrder && i < requirement.values.size(); ++i) {
        if (!goAtoi(requirement.values[i]))
            errors.push_back(invalidValueText(std::format("values[{}]", i), requirement.values[i],
                                              "for 'Gt', 'Lt' operators, the value must be an integer"));
    }
    for (std::size_t i = 0; i < requirement.values.size(); ++i) {
        if (const auto rules = labelValueErrors(requirement.values[i]); !rules.empty())
            errors.push_back(invalidValueText(std::format("values[{}][{}]", i, requirement.key),
                                              requirement.values[i], joinErrors(rules)));
    }
    if (errors.empty())
        return std::nullopt;
    return errors.size() == 1 ? errors.front() : "[" + joinErrors(errors, ", ") + "]";
}

} // namespace minato::kube
