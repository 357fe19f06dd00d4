// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/jq/parser.h"

#include "shell/commands/jq/parser_nesting.h"

#include <algorithm>
#include <array>

namespace minato::shell::jq {
namespace {

struct Operator {
    std::string_view text;
    int strength;
    Node::Kind kind;
    enum class Side : std::uint8_t { Left, Right, None } side = Side::Left;
};

constexpr int kStrongest = 7;
constexpr std::array kOperators{Operator{"//", 1, Node::Kind::Alternative, Operator::Side::Right},
                                Operator{"=", 2, Node::Kind::Assign, Operator::Side::None},
                                Operator{"|=", 2, Node::Kind::Update, Operator::Side::None},
                                Operator{"+=", 2, Node::Kind::UpdateWith, Operator::Side::None},
                                Operator{"-=", 2, Node::Kind::UpdateWith, Operator::Side::None},
                                Operator{"*=", 2, Node::Kind::UpdateWith, Operator::Side::None},
                                Operator{"/=", 2, Node::Kind::UpdateWith, Operator::Side::None},
                                Operator{"%=", 2, Node::Kind::UpdateWith, Operator::Side::None},
                                Operator{"//=", 2, Node::Kind::UpdateAlternative, Operator::Side::None},
                                Operator{"or", 3, Node::Kind::Or},
                                Operator{"and", 4, Node::Kind::And},
                                Operator{"==", 5, Node::Kind::Compare, Operator::Side::None},
                                Operator{"!=", 5, Node::Kind::Compare, Operator::Side::None},
                                Operator{"<", 5, Node::Kind::Compare, Operator::Side::None},
                                Operator{"<=", 5, Node::Kind::Compare, Operator::Side::None},
                                Operator{">", 5, Node::Kind::Compare, Operator::Side::None},
                                Operator{">=", 5, Node::Kind::Compare, Operator::Side::None},
                                Operator{"+", 6, Node::Kind::Arithmetic},
                                Operator{"-", 6, Node::Kind::Arithmetic},
                                Operator{"*", 7, Node::Kind::Arithmetic},
                                Operator{"/", 7, Node::Kind::Arithmetic},
                                Operator{"%", 7, Node::Kind::Arithmetic}};

} // namespace

NodePtr makeNode(Node node)
{
    return std::make_unique<const Node>(std::move(node));
}

std::expected<NodePtr, Parser::Mistake> Parser::parse(std::string_view text)
{
    try {
        Parser parser(text);
        if (parser.m_token.kind == Token::Kind::End)
            return makeNode({.kind = Node::Kind::Identity});
        NodePtr node = parser.pipe();
        if (parser.m_token.kind != Token::Kind::End)
            parser.unexpected();
        return node;
    } catch (const Mistake &mistake) {
        return std::unexpected(mistake);
    }
}

std::vector<std::unique_ptr<const FunctionDefinition>> Parser::parseDefinitions(std::string_view text)
{
    Parser parser(text);
    std::vector<std::unique_ptr<const FunctionDefinition>> definitions;
    while (parser.is("def"))
        definitions.push_back(parser.definition());
    return definitions;
}

std::unique_ptr<const FunctionDefinition> Parser::definition()
{
    expect("def");
    FunctionDefinition definition{.name = takeName()};
    if (accept("(")) {
        do
            definition.parameters.push_back(m_token.kind == Token::Kind::Variable ? "$" + takeVariable()
                                                                                  : takeName());
        while (accept(";"));
        expect(")");
    }
    expect(":");
    definition.body = pipe();
    expect(";");
    return std::make_unique<const FunctionDefinition>(std::move(definition));
}

NodePtr Parser::definitionThen()
{
    Node node{.kind = Node::Kind::Define};
    node.definition = definition();
    const bool isLast = m_token.kind == Token::Kind::End; // a file of definitions alone
    node.children.push_back(isLast ? makeNode({.kind = Node::Kind::Identity}) : pipe());
    return makeNode(std::move(node));
}

NodePtr Parser::pipe()
{
    const Nesting nesting(m_depth, m_text, m_at);
    if (is("def"))
        return definitionThen();
    NodePtr left = comma();
    if (is("as"))
        return asBinding(std::move(left));
    if (!accept("|"))
        return left;
    return makeNode(Node::Kind::Pipe, "", std::move(left), pipe());
}

NodePtr Parser::asBinding(NodePtr source)
{
    expect("as");
    Node node{.kind = Node::Kind::As};
    node.pattern = pattern();
    expect("|");
    node.children.push_back(std::move(source));
    node.children.push_back(pipe());
    return makeNode(std::move(node));
}

NodePtr Parser::comma()
{
    NodePtr left = binary(1);
    while (accept(","))
        left = makeNode(Node::Kind::Comma, "", std::move(left), binary(1));
    return left;
}

NodePtr Parser::binary(int strength)
{
    const Nesting nesting(m_depth, m_text, m_at);
    if (strength > kStrongest)
        return postfix();
    NodePtr left = binary(strength + 1);
    for (;;) {
        const auto known = std::ranges::find_if(
            kOperators, [&](const Operator &op) { return op.strength == strength && is(op.text); });
        if (known == kOperators.end())
            return left;
        advance();
        const bool isRight = known->side == Operator::Side::Right;
        NodePtr right = binary(isRight ? strength : strength + 1);
        left = makeNode(known->kind, std::string(known->text), std::move(left), std::move(right));
        if (known->side != Operator::Side::Left)
            return left;
    }
}

NodePtr Parser::postfix()
{
    if (accept("-"))
        return makeNode(Node::Kind::Negate, "", postfix());
    if (is("reduce") || is("foreach")) {
        const bool isForeach = is("foreach");
        advance();
        return suffixes(fold(isForeach));
    }
    if (accept("try"))
        return attempt();
    if (accept("label"))
        return label();
    NodePtr node = term();
    // `. as $x | …` binds stronger than any operator on its left.
    return is("as") ? asBinding(std::move(node)) : std::move(node);
}

} // namespace minato::shell::jq
