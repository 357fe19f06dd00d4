// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/jq/ast.h"

#include <expected>
#include <string_view>

namespace minato::shell::jq {

/// Reads a jq program.
///
/// Mirrors   jq 1.7
/// Differs   No modules, no `?//`.
/// Errors    What was unexpected, and on which line. Nesting is bounded.
class Parser {
public:
    struct Mistake {
        std::string message;
        int line = 1;
    };
    [[nodiscard]] static std::expected<NodePtr, Mistake> parse(std::string_view text);
    /// Definitions only; what they are put before is `.`.
    [[nodiscard]] static std::vector<std::unique_ptr<const FunctionDefinition>>
    parseDefinitions(std::string_view text);

private:
    explicit Parser(std::string_view text) : m_text(text) { advance(); }

    struct Token {
        enum class Kind : std::uint8_t { End, Name, Field, Variable, Number, Text, Format, Operator };
        Kind kind = Kind::End;
        std::string text;
        std::size_t begin = 0;
    };
    class Nesting;

    // parser.cpp: filters by their strength
    [[nodiscard]] NodePtr pipe();
    [[nodiscard]] NodePtr comma();
    [[nodiscard]] NodePtr binary(int strength);
    [[nodiscard]] NodePtr postfix();
    [[nodiscard]] NodePtr definitionThen();
    [[nodiscard]] std::unique_ptr<const FunctionDefinition> definition();
    [[nodiscard]] NodePtr asBinding(NodePtr source);

    // parser_terms.cpp: what they are made of
    [[nodiscard]] NodePtr term();
    [[nodiscard]] NodePtr suffixes(NodePtr target);
    [[nodiscard]] NodePtr brackets(NodePtr target);
    [[nodiscard]] NodePtr named();
    [[nodiscard]] NodePtr string(std::string format);
    [[nodiscard]] NodePtr array();
    [[nodiscard]] NodePtr object();
    void objectEntry(Node &object);
    [[nodiscard]] NodePtr objectValue();
    [[nodiscard]] NodePtr condition();
    [[nodiscard]] NodePtr attempt();
    [[nodiscard]] NodePtr fold(bool isForeach);
    [[nodiscard]] NodePtr label();
    [[nodiscard]] std::unique_ptr<Pattern> pattern();

    // parser_tokens.cpp
    void advance();
    void readOperator();
    [[nodiscard]] bool is(std::string_view text) const;
    bool accept(std::string_view text);
    void expect(std::string_view text);
    [[nodiscard]] std::string takeName();
    [[nodiscard]] std::string takeVariable();
    [[noreturn]] void unexpected() const;
    [[noreturn]] void fail(std::string message) const;

    std::string_view m_text;
    std::size_t m_at = 0;
    Token m_token;
    int m_depth = 0;
};

[[nodiscard]] NodePtr makeNode(Node node);
template <class... Children>
[[nodiscard]] NodePtr makeNode(Node::Kind kind, std::string text, Children... children)
{
    Node node{.kind = kind, .text = std::move(text)};
    (node.children.push_back(std::move(children)), ...);
    return makeNode(std::move(node));
}

} // namespace minato::shell::jq
