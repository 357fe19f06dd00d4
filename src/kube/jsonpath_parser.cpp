// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/jsonpath_parser.h"

#include "kube/go_number.h"
#include "kube/go_quote.h"
#include "kube/utf8.h"

#include <algorithm>
#include <format>
#include <optional>
#include <utility>

namespace minato::kube {
namespace {

using Kind = JsonPathNode::Kind;
using Nodes = std::vector<JsonPathNode>;
using Outcome = std::expected<void, std::string>;

/// Keys, unions and filters are templates within the template.
constexpr int kMaxNesting = 200;

bool isAlphaNumeric(char32_t rune)
{
    return rune == '_' || isLetter(rune) || isDigit(rune);
}

/// Ends a field or an identifier.
bool isTerminator(char c)
{
    return std::string_view(" \t\r\n.,[]$@{}").contains(c);
}

std::string_view trimmedSpaces(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

/// Takes `-?[0-9]*` from the front.
std::string_view takeInteger(std::string_view &text)
{
    std::size_t size = text.starts_with('-') ? 1 : 0;
    while (size < text.size() && text[size] >= '0' && text[size] <= '9')
        ++size;
    const std::string_view number = text.substr(0, size);
    text.remove_prefix(size);
    return number;
}

/// The sides of a comparison; nothing when the text holds none, and then the filter asks for existence.
struct Comparison {
    std::string_view left, operation, right;
};

std::optional<Comparison> splitComparison(std::string_view text)
{
    constexpr std::string_view kOperators = "!<>=";
    const std::size_t begin = text.find_first_of(kOperators);
    if (begin == 0 || begin == text.npos)
        return std::nullopt;
    std::size_t end = text.find_first_not_of(kOperators, begin);
    if (end == text.npos) // the right side needs a character: take it from the operator
        end = text.size() - 1;
    if (end <= begin)
        return std::nullopt;
    return Comparison{text.substr(0, begin), text.substr(begin, end - begin), text.substr(end)};
}

/// Reads text and actions. Whatever stands in brackets is read by another parser, as a template of its own.
class Parser {
public:
    Parser(std::string_view text, int depth) : m_text(text), m_depth(depth) {}

    std::expected<Nodes, std::string> run()
    {
        Nodes nodes;
        while (m_at < m_text.size()) {
            const std::size_t brace = std::min(m_text.find('{', m_at), m_text.size());
            if (brace > m_at)
                nodes.push_back({.kind = Kind::Text, .text = std::string(m_text.substr(m_at, brace - m_at))});
            m_at = brace + 1;
            if (brace == m_text.size())
                break;
            nodes.push_back({.kind = Kind::List});
            if (const Outcome outcome = readAction(nodes.back().nodes); !outcome)
                return std::unexpected(outcome.error());
        }
        return nodes;
    }

private:
    Outcome readAction(Nodes &out)
    {
        while (true) {
            if (takePrefix("}"))
                return {};
            const Outcome outcome = takePrefix("[?(")  ? readFilter(out)
                                    : takePrefix("..") ? readRecursive(out)
                                                       : readStep(out);
            if (!outcome)
                return outcome;
        }
    }

    Outcome readStep(Nodes &out)
    {
        const Rune rune = firstRune(m_text.substr(m_at));
        if (rune.size == 0 || rune.value == '\n' || rune.value == '\r')
            return std::unexpected("unclosed action");
        if (rune.value == '+' || rune.value == '-' || isDigit(rune.value))
            return readNumber(out);
        if (isAlphaNumeric(rune.value))
            return readIdentifier(out);
        m_at += rune.size;
        switch (rune.value) {
        case ' ':
        case '@':
        case '$':
            return {};
        case '[':
            return readArray(out);
        case '"':
        case '\'':
            return readQuote(out, static_cast<char>(rune.value));
        case '.':
            return readField(out);
        default:
            return std::unexpected("unrecognized character in action: " + describeRune(rune.value));
        }
    }

    Outcome readIdentifier(Nodes &out)
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && !isTerminator(m_text[m_at]))
            ++m_at;
        const std::string_view name = m_text.substr(start, m_at - start);
        if (name == "true" || name == "false")
            out.push_back({.kind = Kind::Bool, .integer = name == "true"});
        else
            out.push_back({.kind = Kind::Identifier, .text = std::string(name)});
        return {};
    }

    Outcome readRecursive(Nodes &out)
    {
        if (!out.empty() && out.back().kind == Kind::Recursive)
            return std::unexpected("invalid multiple recursive descent");
        out.push_back({.kind = Kind::Recursive});
        const Rune next = firstRune(m_text.substr(m_at));
        return next.size > 0 && isAlphaNumeric(next.value) ? readField(out) : Outcome();
    }

    Outcome readNumber(Nodes &out)
    {
        const std::size_t start = m_at;
        if (m_text[m_at] == '+' || m_text[m_at] == '-')
            ++m_at;
        for (Rune rune = firstRune(m_text.substr(m_at)); rune.value == '.' || isDigit(rune.value);
             rune = firstRune(m_text.substr(m_at)))
            m_at += rune.size;
        const std::string_view number = m_text.substr(start, m_at - start);
        if (const auto integer = goAtoi(number))
            out.push_back({.kind = Kind::Int, .integer = *integer});
        else if (const auto fraction = goParseFloat(number))
            out.push_back({.kind = Kind::Float, .fraction = *fraction});
        else
            return std::unexpected(std::format("cannot parse number {}", number));
        return {};
    }

    Outcome readField(Nodes &out)
    {
        const std::size_t start = m_at;
        std::string name;
        for (; m_at < m_text.size() && !isTerminator(m_text[m_at]); ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at; // the next character is part of the name, whatever it is
            if (m_text[m_at] != '\\')
                name += m_text[m_at];
        }
        if (m_text.substr(start, m_at - start) == "*")
            out.push_back({.kind = Kind::Wildcard});
        else
            out.push_back({.kind = Kind::Field, .text = name});
        return {};
    }

    /// A mark behind a backslash does not end the text, even if the backslash is itself escaped.
    Outcome readQuote(Nodes &out, char quote)
    {
        const std::size_t start = m_at - 1;
        std::size_t end = m_at;
        while (end < m_text.size() && m_text[end] != '\n' &&
               (m_text[end] != quote || m_text[end - 1] == '\\'))
            ++end;
        if (end >= m_text.size() || m_text[end] == '\n')
            return std::unexpected("unterminated quoted string");
        m_at = end + 1;
        const std::string_view body = m_text.substr(start + 1, end - start - 1);
        auto text =
            body.contains('\\') || body.contains(quote) ? unquoteBody(body, quote) : std::string(body);
        if (!text) {
            return std::unexpected(
                std::format("unquote string {} error invalid syntax", m_text.substr(start, end + 1 - start)));
        }
        out.push_back({.kind = Kind::Text, .text = std::move(*text)});
        return {};
    }

    Outcome readArray(Nodes &out)
    {
        const std::size_t end = m_text.find_first_of("]\n", m_at);
        if (end == m_text.npos || m_text[end] == '\n')
            return std::unexpected("unterminated array");
        std::string_view inside = m_text.substr(m_at, end - m_at);
        m_at = end + 1;
        if (inside == "*")
            inside = ":";
        if (inside.contains(','))
            return readUnion(out, inside);
        const bool isKey =
            inside.size() >= 2 && inside.front() == '\'' && inside.find('\'', 1) == inside.size() - 1;
        return isKey ? readKey(out, inside.substr(1, inside.size() - 2)) : readSlice(out, inside);
    }

    Outcome readUnion(Nodes &out, std::string_view inside)
    {
        JsonPathNode node{.kind = Kind::Union};
        while (true) {
            const std::size_t comma = inside.find(',');
            auto member = parseNested(std::format("[{}]", trimmedSpaces(inside.substr(0, comma))));
            if (!member)
                return std::unexpected(member.error());
            node.nodes.push_back(std::move(*member));
            if (comma == inside.npos)
                break;
            inside.remove_prefix(comma + 1);
        }
        out.push_back(std::move(node));
        return {};
    }

    /// `['a.b']` is the path `.a.b`.
    Outcome readKey(Nodes &out, std::string_view key)
    {
        auto path = parseNested(std::format(".{}", key));
        if (!path)
            return std::unexpected(path.error());
        for (JsonPathNode &node : path->nodes)
            out.push_back(std::move(node));
        return {};
    }

    static Outcome readSlice(Nodes &out, std::string_view inside)
    {
        std::string_view rest = inside;
        std::array<std::optional<std::string_view>, 3> parts;
        if (const std::string_view start = takeInteger(rest); !start.empty())
            parts[0] = start;
        for (std::size_t i = 1; i < 3 && rest.starts_with(':'); ++i) {
            rest.remove_prefix(1);
            parts[i] = takeInteger(rest);
        }
        if (!rest.empty())
            return std::unexpected(std::format("invalid array index {}", inside));
        JsonPathNode node{.kind = Kind::Slice};
        for (std::size_t i = 0; i < 3; ++i) {
            if (!parts[i] || parts[i]->empty())
                continue;
            const auto number = goAtoi(*parts[i]);
            if (!number)
                return std::unexpected(std::format("array index {} is not a number", *parts[i]));
            node.bounds[i] = {.value = *number, .isKnown = true};
        }
        if (!parts[1]) { // overflow is possible here and wraps, as upstream's does
            const auto after = static_cast<std::uint64_t>(node.bounds[0].value) + 1;
            node.bounds[1] = {.value = static_cast<std::int64_t>(after), .isKnown = true, .isDerived = true};
        }
        out.push_back(std::move(node));
        return {};
    }

    /// The text up to the first `)` outside the first pair of quotes.
    std::optional<std::string_view> takeFilterText()
    {
        const std::size_t start = m_at;
        char quote = 0;
        bool isClosed = false;
        for (; m_at < m_text.size() && m_text[m_at] != '\n'; ++m_at) {
            const char c = m_text[m_at];
            if ((c == '"' || c == '\'') && quote == 0)
                quote = c;
            else if (c == quote && m_text[m_at - 1] != '\\')
                isClosed = true;
            else if (c == ')' && (quote == 0 || isClosed))
                return m_text.substr(start, m_at++ - start);
        }
        return std::nullopt;
    }

    Outcome readFilter(Nodes &out)
    {
        const auto text = takeFilterText();
        if (!text)
            return std::unexpected("unterminated filter");
        if (!takePrefix("]"))
            return std::unexpected("unclosed array expect ]");
        const auto comparison = splitComparison(*text);
        auto left = parseNested(comparison ? comparison->left : *text);
        if (!left)
            return std::unexpected(left.error());
        JsonPathNode node{.kind = Kind::Filter, .text = std::string(kExistsOperator)};
        node.nodes.push_back(std::move(*left));
        node.nodes.emplace_back();
        if (comparison) {
            auto right = parseNested(comparison->right);
            if (!right)
                return std::unexpected(right.error());
            node.text = comparison->operation;
            node.nodes[1] = std::move(*right);
        }
        out.push_back(std::move(node));
        return {};
    }

    /// The first action of `{inside}`: a brace inside ends it early, and what follows is dropped.
    [[nodiscard]] std::expected<JsonPathNode, std::string> parseNested(std::string_view inside) const
    {
        if (m_depth >= kMaxNesting)
            return std::unexpected("max expression depth exceeded");
        auto nodes = Parser(std::format("{{{}}}", inside), m_depth + 1).run();
        if (!nodes)
            return std::unexpected(nodes.error());
        return std::move(nodes->front());
    }

    bool takePrefix(std::string_view prefix)
    {
        const bool found = m_text.substr(m_at).starts_with(prefix);
        if (found)
            m_at += prefix.size();
        return found;
    }

    std::string_view m_text;
    int m_depth;
    std::size_t m_at = 0;
};

} // namespace

std::expected<std::vector<JsonPathNode>, std::string> parseJsonPath(std::string_view text)
{
    return Parser(text, 0).run();
}

} // namespace minato::kube
