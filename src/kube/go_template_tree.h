// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/go_template_lexer.h"
#include "kube/go_template_node.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::kube::gotemplate {

inline constexpr int kMaxNesting = 200;

/// Leaves the parser from any depth; caught in parseTemplate, so that no exception crosses its border.
struct Mistake {
    std::string text;
};

/// What all templates of one text share while it is parsed.
struct Source {
    Lexer lexer;
    std::string_view name;
    Templates &templates;
    int depth = 0; ///< of blocks and parentheses
};

class DepthGuard {
public:
    explicit DepthGuard(int &depth) : m_depth(++depth) {}
    DepthGuard(const DepthGuard &) = delete;
    DepthGuard &operator=(const DepthGuard &) = delete;
    ~DepthGuard() { --m_depth; }

private:
    int &m_depth;
};

/// Up to three tokens of look-ahead. Messages give the line of the token read last, even if it was put back.
class TokenQueue {
public:
    explicit TokenQueue(Lexer &lexer) : m_lexer(lexer) {}

    Token next()
    {
        if (m_waiting > 0)
            --m_waiting;
        else
            m_tokens[0] = m_lexer.next();
        return m_tokens[m_waiting];
    }

    Token nextNonSpace()
    {
        Token token = next();
        while (token.type == TokenType::Space)
            token = next();
        return token;
    }

    const Token &peek()
    {
        if (m_waiting == 0) {
            m_tokens[0] = m_lexer.next();
            m_waiting = 1;
        }
        return m_tokens[m_waiting - 1];
    }

    Token peekNonSpace()
    {
        Token token = nextNonSpace();
        putBack();
        return token;
    }

    void putBack() { ++m_waiting; }
    /// `before` goes in front of the token that was read last.
    void putBack(Token before)
    {
        m_tokens[1] = std::move(before);
        m_waiting = 2;
    }
    void putBack(Token before, Token between)
    {
        m_tokens[1] = std::move(between);
        m_tokens[2] = std::move(before);
        m_waiting = 3;
    }

    [[nodiscard]] int line() const { return m_tokens[0].line; }

private:
    Lexer &m_lexer;
    std::array<Token, 3> m_tokens;
    std::size_t m_waiting = 0;
};

/// Parses one template: the text itself, or what a define or block in it defines.
class TreeParser {
public:
    explicit TreeParser(Source &source) : m_source(source), m_tokens(source.lexer) {}

    void parseText();
    void parseDefinition();

private:
    [[noreturn]] void fail(std::string_view message) const;
    [[noreturn]] void failAt(const Token &token, std::string_view context) const;
    [[noreturn]] void refuse(const Node &node, std::string_view context) const;
    void checkDepth(std::string_view what) const;
    Token expect(TokenType type, std::string_view context);
    std::string unquoted(const Token &token, std::string_view context) const;
    void add(const std::string &name, ListPtr list);

    struct Items {
        ListPtr list;
        NodePtr end; ///< End or Else
    };
    Items itemList();
    NodePtr textOrAction();
    NodePtr action();
    NodePtr control(TokenType keyword);
    NodePtr jump(Node::Kind kind, std::size_t position);
    NodePtr branch(Node::Kind kind);
    ListPtr elseBranch(Node::Kind kind, const Node &otherwise);
    NodePtr elseControl();
    NodePtr blockControl();
    NodePtr templateControl();

    PipePtr pipeline(std::string_view context, TokenType end);
    void declarations(PipeNode &pipe, std::string_view context);
    bool declaration(PipeNode &pipe, std::string_view context);
    void checkPipeline(const PipeNode &pipe, std::string_view context) const;
    std::unique_ptr<CommandNode> command();
    NodePtr operand();
    NodePtr term();
    NodePtr parentheses();
    NodePtr variable(const Token &token);
    NodePtr constant(const Token &token);

    Source &m_source;
    TokenQueue m_tokens;
    std::vector<std::string> m_variables{"$"};
    int m_actionLine = 0;
    int m_rangeDepth = 0;
};

} // namespace minato::kube::gotemplate
