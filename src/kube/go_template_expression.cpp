// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of TreeParser that reads what stands inside the braces.
#include "kube/go_quote.h"
#include "kube/go_template_constant.h"
#include "kube/go_template_functions.h"
#include "kube/go_template_tree.h"

#include <algorithm>
#include <format>

namespace minato::kube::gotemplate {
namespace {

std::vector<std::string> splitAtDots(std::string_view text)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t dot = text.find('.');
        parts.emplace_back(text.substr(0, dot));
        if (dot == text.npos)
            return parts;
        text.remove_prefix(dot + 1);
    }
}

bool startsOperand(TokenType type)
{
    switch (type) {
    case TokenType::Bool:
    case TokenType::CharConstant:
    case TokenType::Complex:
    case TokenType::Dot:
    case TokenType::Field:
    case TokenType::Identifier:
    case TokenType::Number:
    case TokenType::Nil:
    case TokenType::RawString:
    case TokenType::String:
    case TokenType::Variable:
    case TokenType::LeftParen:
        return true;
    default:
        return false;
    }
}

} // namespace

PipePtr TreeParser::pipeline(std::string_view context, TokenType end)
{
    auto pipe = std::make_unique<PipeNode>(m_tokens.peekNonSpace().position);
    declarations(*pipe, context);
    while (true) {
        const Token token = m_tokens.nextNonSpace();
        if (token.type == end)
            break;
        if (!startsOperand(token.type))
            failAt(token, context);
        m_tokens.putBack();
        pipe->commands.push_back(command());
    }
    checkPipeline(*pipe, context);
    return pipe;
}

void TreeParser::declarations(PipeNode &pipe, std::string_view context)
{
    while (m_tokens.peekNonSpace().type == TokenType::Variable && declaration(pipe, context)) {
    }
}

/// A variable in front of := or = or, in a range, a comma; any other is an operand and goes back. True when
/// another one may follow.
bool TreeParser::declaration(PipeNode &pipe, std::string_view context)
{
    Token name = m_tokens.next();
    Token after = m_tokens.peek();
    const Token next = m_tokens.peekNonSpace();
    const bool isComma = next.type == TokenType::Char && next.text == ",";
    if (next.type != TokenType::Assign && next.type != TokenType::Declare && !isComma) {
        if (after.type == TokenType::Space)
            m_tokens.putBack(std::move(name), std::move(after));
        else
            m_tokens.putBack(std::move(name));
        return false;
    }
    m_tokens.nextNonSpace();
    pipe.variables.push_back(name.text);
    m_variables.push_back(std::move(name.text));
    if (!isComma) {
        pipe.isAssignment = next.type == TokenType::Assign;
        return false;
    }
    if (context != "range" || pipe.variables.size() >= 2)
        fail(std::format("too many declarations in {}", context));
    const TokenType second = m_tokens.peekNonSpace().type;
    if (second != TokenType::Variable && second != TokenType::RightDelimiter &&
        second != TokenType::RightParen)
        fail("range can only initialize variables");
    return true;
}

/// Behind a pipe symbol, only a function or a field can take what comes through it.
void TreeParser::checkPipeline(const PipeNode &pipe, std::string_view context) const
{
    if (pipe.commands.empty())
        fail(std::format("missing value for {}", context));
    for (std::size_t i = 1; i < pipe.commands.size(); ++i) {
        if (pipe.commands[i]->words[0]->isLiteral())
            fail(std::format("non executable command in pipeline stage {}", i + 1));
    }
}

std::unique_ptr<CommandNode> TreeParser::command()
{
    auto node = std::make_unique<CommandNode>(m_tokens.peekNonSpace().position);
    while (true) {
        m_tokens.peekNonSpace(); // skips the spaces
        if (NodePtr word = operand())
            node->words.push_back(std::move(word));
        const Token token = m_tokens.next();
        if (token.type == TokenType::Space)
            continue;
        if (token.type == TokenType::RightDelimiter || token.type == TokenType::RightParen)
            m_tokens.putBack();
        else if (token.type != TokenType::Pipe)
            failAt(token, "operand");
        break;
    }
    if (node->words.empty())
        fail("empty command");
    return node;
}

/// A term with the fields behind it. Null when the next token starts none.
NodePtr TreeParser::operand()
{
    NodePtr node = term();
    if (!node || m_tokens.peek().type != TokenType::Field)
        return node;
    const std::size_t position = m_tokens.peek().position;
    std::vector<std::string> fields;
    while (m_tokens.peek().type == TokenType::Field)
        fields.push_back(m_tokens.next().text.substr(1));
    if (node->isLiteral())
        fail("unexpected . after term " + goQuote(node->toString()));
    if (node->kind == Node::Kind::Field || node->kind == Node::Kind::Variable) {
        auto &names = static_cast<NamesNode &>(*node);
        names.position = position; // errors point at the fields added last, as in Go
        names.names.insert(names.names.end(), fields.begin(), fields.end());
        return node;
    }
    auto chain = std::make_unique<ChainNode>(position, std::move(node));
    chain->fields = std::move(fields);
    return chain;
}

NodePtr TreeParser::term()
{
    const Token token = m_tokens.nextNonSpace();
    switch (token.type) {
    case TokenType::Identifier:
        if (!findFunction(token.text))
            fail(std::format("function {} not defined", goQuote(token.text)));
        return std::make_unique<WordNode>(Node::Kind::Identifier, token.position, token.text);
    case TokenType::Dot:
        return std::make_unique<WordNode>(Node::Kind::Dot, token.position, ".");
    case TokenType::Nil:
        return std::make_unique<WordNode>(Node::Kind::Nil, token.position, "nil");
    case TokenType::Variable:
        return variable(token);
    case TokenType::Field:
        return std::make_unique<NamesNode>(Node::Kind::Field, token.position,
                                           splitAtDots(token.text.substr(1)));
    case TokenType::LeftParen:
        return parentheses();
    case TokenType::Bool:
    case TokenType::CharConstant:
    case TokenType::Complex:
    case TokenType::Number:
    case TokenType::String:
    case TokenType::RawString:
        return constant(token);
    default:
        m_tokens.putBack();
        return nullptr;
    }
}

NodePtr TreeParser::parentheses()
{
    const DepthGuard guard(m_source.depth);
    checkDepth("expression");
    return pipeline("parenthesized pipeline", TokenType::RightParen);
}

NodePtr TreeParser::variable(const Token &token)
{
    std::vector<std::string> names = splitAtDots(token.text);
    if (!std::ranges::contains(m_variables, names[0]))
        fail("undefined variable " + goQuote(names[0]));
    return std::make_unique<NamesNode>(Node::Kind::Variable, token.position, std::move(names));
}

NodePtr TreeParser::constant(const Token &token)
{
    if (token.type == TokenType::Bool) {
        return std::make_unique<ConstantNode>(Node::Kind::Bool, token.position, token.text,
                                              GoValue::plain(token.text == "true"));
    }
    if (token.type == TokenType::String || token.type == TokenType::RawString) {
        return std::make_unique<ConstantNode>(Node::Kind::String, token.position, token.text,
                                              GoValue::plain(unquoted(token, {})));
    }
    auto value = constantOf(token);
    if (!value)
        fail(value.error());
    return std::make_unique<ConstantNode>(Node::Kind::Number, token.position, token.text, std::move(*value));
}

} // namespace minato::kube::gotemplate
