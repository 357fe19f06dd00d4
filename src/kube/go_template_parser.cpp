// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_template_parser.h"

#include "kube/go_quote.h"
#include "kube/go_template_tree.h"

#include <format>

namespace minato::kube::gotemplate {

void TreeParser::fail(std::string_view message) const
{
    throw Mistake{std::format("template: {}:{}: {}", m_source.name, m_tokens.line(), message)};
}

void TreeParser::failAt(const Token &token, std::string_view context) const
{
    if (token.type != TokenType::Error)
        fail(std::format("unexpected {} in {}", token.toString(), context));
    if (m_actionLine == 0 || m_actionLine == token.line)
        fail(token.text);
    const std::string_view link = token.text.ends_with(" action") ? "" : " in action";
    fail(std::format("{}{} started at {}:{}", token.text, link, m_source.name, m_actionLine));
}

void TreeParser::refuse(const Node &node, std::string_view context) const
{
    fail(std::format("unexpected {}{}{}", node.toString(), context.empty() ? "" : " in ", context));
}

void TreeParser::checkDepth(std::string_view what) const
{
    if (m_source.depth > kMaxNesting)
        fail(std::format("max {} depth exceeded", what));
}

Token TreeParser::expect(TokenType type, std::string_view context)
{
    Token token = m_tokens.nextNonSpace();
    if (token.type != type)
        failAt(token, context);
    return token;
}

std::string TreeParser::unquoted(const Token &token, std::string_view context) const
{
    if (token.type != TokenType::String && token.type != TokenType::RawString)
        failAt(token, context);
    auto text = goUnquote(token.text);
    if (!text)
        fail("invalid syntax");
    return std::move(*text);
}

/// A template of nothing but space gives way to another of its name.
void TreeParser::add(const std::string &name, ListPtr list)
{
    ListPtr &known = m_source.templates[name];
    if (!known || known->isBlank())
        known = std::move(list);
    else if (!list->isBlank())
        fail(std::format("template: multiple definition of template {}", goQuote(name)));
}

void TreeParser::parseText()
{
    auto root = std::make_unique<ListNode>(m_tokens.peek().position);
    while (m_tokens.peek().type != TokenType::EndOfInput) {
        if (m_tokens.peek().type == TokenType::LeftDelimiter) {
            Token delimiter = m_tokens.next();
            if (m_tokens.nextNonSpace().type == TokenType::Define) {
                TreeParser(m_source).parseDefinition();
                continue;
            }
            m_tokens.putBack(std::move(delimiter));
        }
        NodePtr node = textOrAction();
        if (node->kind == Node::Kind::End || node->kind == Node::Kind::Else)
            refuse(*node, {});
        root->nodes.push_back(std::move(node));
    }
    add(std::string(m_source.name), std::move(root));
}

void TreeParser::parseDefinition()
{
    constexpr std::string_view kContext = "define clause";
    const std::string name = unquoted(m_tokens.nextNonSpace(), kContext);
    expect(TokenType::RightDelimiter, kContext);
    Items items = itemList();
    if (items.end->kind != Node::Kind::End)
        refuse(*items.end, kContext);
    add(name, std::move(items.list));
}

TreeParser::Items TreeParser::itemList()
{
    auto list = std::make_unique<ListNode>(m_tokens.peekNonSpace().position);
    while (m_tokens.peekNonSpace().type != TokenType::EndOfInput) {
        NodePtr node = textOrAction();
        if (node->kind == Node::Kind::End || node->kind == Node::Kind::Else)
            return {std::move(list), std::move(node)};
        list->nodes.push_back(std::move(node));
    }
    fail("unexpected EOF");
}

NodePtr TreeParser::textOrAction()
{
    Token token = m_tokens.nextNonSpace();
    if (token.type == TokenType::Text)
        return std::make_unique<WordNode>(Node::Kind::Text, token.position, std::move(token.text));
    if (token.type != TokenType::LeftDelimiter)
        failAt(token, "input");
    m_actionLine = token.line;
    NodePtr node = action();
    m_actionLine = 0;
    return node;
}

NodePtr TreeParser::action()
{
    const Token token = m_tokens.nextNonSpace();
    switch (token.type) {
    case TokenType::Break:
        return jump(Node::Kind::Break, token.position);
    case TokenType::Continue:
        return jump(Node::Kind::Continue, token.position);
    case TokenType::Block:
    case TokenType::Else:
    case TokenType::End:
    case TokenType::If:
    case TokenType::Range:
    case TokenType::Template:
    case TokenType::With:
        return control(token.type);
    default:
        m_tokens.putBack();
        const std::size_t position = m_tokens.peek().position;
        return std::make_unique<ActionNode>(position, pipeline("command", TokenType::RightDelimiter));
    }
}

NodePtr TreeParser::control(TokenType keyword)
{
    switch (keyword) {
    case TokenType::Block:
        return blockControl();
    case TokenType::Else:
        return elseControl();
    case TokenType::If:
        return branch(Node::Kind::If);
    case TokenType::Range:
        return branch(Node::Kind::Range);
    case TokenType::With:
        return branch(Node::Kind::With);
    case TokenType::Template:
        return templateControl();
    default:
        return std::make_unique<WordNode>(Node::Kind::End, expect(TokenType::RightDelimiter, "end").position,
                                          "{{end}}");
    }
}

NodePtr TreeParser::jump(Node::Kind kind, std::size_t position)
{
    const std::string_view name = kind == Node::Kind::Break ? "{{break}}" : "{{continue}}";
    expect(TokenType::RightDelimiter, name);
    if (m_rangeDepth == 0)
        fail(std::format("{} outside {{{{range}}}}", name));
    return std::make_unique<Node>(kind, position);
}

NodePtr TreeParser::branch(Node::Kind kind)
{
    const DepthGuard guard(m_source.depth);
    checkDepth("block");
    const std::size_t known = m_variables.size();
    const bool isRange = kind == Node::Kind::Range;
    PipePtr pipe = pipeline(isRange                  ? "range"
                            : kind == Node::Kind::If ? "if"
                                                     : "with",
                            TokenType::RightDelimiter);
    auto node = std::make_unique<BranchNode>(kind, pipe->position);
    node->pipe = std::move(pipe);
    m_rangeDepth += isRange;
    Items items = itemList();
    m_rangeDepth -= isRange;
    node->list = std::move(items.list);
    if (items.end->kind == Node::Kind::Else)
        node->otherwise = elseBranch(kind, *items.end);
    m_variables.resize(known);
    return node;
}

/// `{{else if …}}` is an {{if}} alone in the else list, and its {{end}} is that of both.
ListPtr TreeParser::elseBranch(Node::Kind kind, const Node &otherwise)
{
    const TokenType next = m_tokens.peek().type;
    const bool isChain = (kind == Node::Kind::If && next == TokenType::If) ||
                         (kind == Node::Kind::With && next == TokenType::With);
    if (isChain) {
        m_tokens.next();
        auto list = std::make_unique<ListNode>(otherwise.position);
        list->nodes.push_back(branch(kind));
        return list;
    }
    Items items = itemList();
    if (items.end->kind != Node::Kind::End)
        fail("expected end; found " + items.end->toString());
    return std::move(items.list);
}

NodePtr TreeParser::elseControl()
{
    const Token next = m_tokens.peekNonSpace();
    const bool isChain = next.type == TokenType::If || next.type == TokenType::With;
    const std::size_t position = isChain ? next.position : expect(TokenType::RightDelimiter, "else").position;
    return std::make_unique<WordNode>(Node::Kind::Else, position, "{{else}}");
}

NodePtr TreeParser::blockControl()
{
    const DepthGuard guard(m_source.depth);
    checkDepth("block");
    constexpr std::string_view kContext = "block clause";
    const Token token = m_tokens.nextNonSpace();
    std::string name = unquoted(token, kContext);
    PipePtr pipe = pipeline(kContext, TokenType::RightDelimiter);
    TreeParser block(m_source);
    Items items = block.itemList();
    if (items.end->kind != Node::Kind::End)
        refuse(*items.end, kContext);
    block.add(name, std::move(items.list));
    return std::make_unique<TemplateNode>(token.position, std::move(name), std::move(pipe));
}

NodePtr TreeParser::templateControl()
{
    constexpr std::string_view kContext = "template clause";
    const Token token = m_tokens.nextNonSpace();
    std::string name = unquoted(token, kContext);
    PipePtr pipe;
    if (m_tokens.nextNonSpace().type != TokenType::RightDelimiter) {
        m_tokens.putBack();
        pipe = pipeline(kContext, TokenType::RightDelimiter);
    }
    return std::make_unique<TemplateNode>(token.position, std::move(name), std::move(pipe));
}

std::expected<Templates, std::string> parseTemplate(std::string_view text, std::string_view name)
{
    Templates templates;
    Source source{.lexer = Lexer(text), .name = name, .templates = templates};
    try {
        TreeParser(source).parseText();
    } catch (const Mistake &mistake) {
        return std::unexpected(mistake.text);
    }
    return templates;
}

} // namespace minato::kube::gotemplate
