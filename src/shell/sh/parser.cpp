// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sh/parser.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

constexpr std::array<std::string_view, 16> kReserved{"!",     "case",  "do",  "done", "elif", "else",
                                                     "esac",  "fi",    "for", "if",   "in",   "then",
                                                     "until", "while", "{",   "}"};
constexpr std::array<std::string_view, 8> kListEnds{"do", "done", "elif", "else", "esac", "fi", "then", "}"};

bool endsList(const Token &token)
{
    return token.isOperator(")") || token.isOperator(";;") || token.kind == Token::Kind::End ||
           std::ranges::contains(kListEnds, token.plainText());
}

/// A token as messages name it.
std::string describe(const Token &token)
{
    if (token.kind == Token::Kind::End)
        return "end of file";
    if (token.kind == Token::Kind::Newline)
        return "newline";
    if (token.isRedirection())
        return "redirection";
    if (token.kind == Token::Kind::Operator)
        return "\"" + token.op + "\"";
    if (std::ranges::contains(kReserved, token.plainText()))
        return "\"" + std::string(token.plainText()) + "\"";
    return "word";
}

NodePtr makeNode(auto command, int line, std::vector<Redirect> redirects = {})
{
    return std::make_shared<const Node>(Node{std::move(command), std::move(redirects), line});
}

} // namespace

NodePtr parseSubstitution(Lexer &lexer)
{
    return Parser(lexer).untilParenthesis();
}

NodePtr parseAll(std::string text, int line, int depth)
{
    Lexer lexer(std::move(text), line, depth);
    return Parser(lexer).untilEnd();
}

std::expected<NodePtr, SyntaxError> Parser::next()
{
    try {
        return parseLine();
    } catch (const SyntaxError &error) {
        return std::unexpected(error);
    }
}

NodePtr Parser::untilParenthesis()
{
    NodePtr list = parseList(true);
    if (!peek().isOperator(")"))
        unexpected(")");
    take();
    return list;
}

NodePtr Parser::untilEnd()
{
    NodePtr list = parseList(true);
    if (peek().kind != Token::Kind::End)
        unexpected();
    return list;
}

const Token &Parser::peek()
{
    if (!m_token)
        m_token = m_lexer.next();
    return *m_token;
}

Token Parser::take()
{
    if (!m_token)
        m_token = m_lexer.next();
    Token token = std::move(*m_token);
    m_token.reset();
    return token;
}

void Parser::skipNewlines()
{
    while (peek().kind == Token::Kind::Newline)
        take();
}

void Parser::expandAliases()
{
    while (m_aliases && !m_aliases->empty()) {
        const std::string_view word = peek().plainText();
        const std::size_t at = m_lexer.position();
        std::erase_if(m_activeAliases, [at](const ActiveAlias &active) { return active.end < at; });
        const auto alias = m_aliases->find(word);
        const auto hasName = [word](const ActiveAlias &active) { return active.name == word; };
        if (word.empty() || alias == m_aliases->end() || std::ranges::any_of(m_activeAliases, hasName))
            return;
        const std::string text = alias->second + " ";
        for (ActiveAlias &active : m_activeAliases)
            active.end += text.size();
        m_activeAliases.push_back({alias->first, at + text.size()});
        m_lexer.insert(text);
        m_token.reset();
    }
}

bool Parser::isReserved(std::string_view word)
{
    return peek().plainText() == word;
}

void Parser::expectReserved(std::string_view word)
{
    skipNewlines();
    if (!isReserved(word))
        unexpected(word);
    take();
}

void Parser::unexpected(std::string_view expected)
{
    const Token &token = peek();
    std::string message = describe(token) + " unexpected";
    if (!expected.empty())
        message += " (expecting \"" + std::string(expected) + "\")";
    m_lexer.fail(std::move(message), token.kind == Token::Kind::End);
}

/// One line's worth: commands up to a newline. Null at the end of the text.
NodePtr Parser::parseLine()
{
    skipNewlines();
    if (peek().kind == Token::Kind::End)
        return nullptr;
    const int line = peek().line;
    Sequence sequence;
    for (;;) {
        const std::size_t begin = m_lexer.position();
        NodePtr item = parseAndOr();
        const bool isBackground = peek().isOperator("&");
        if (isBackground)
            item = makeNode(Background{item, std::string(m_lexer.textBetween(begin, m_lexer.position()))},
                            item->line);
        sequence.items.push_back(std::move(item));
        if (isBackground || peek().isOperator(";"))
            take();
        else if (peek().kind != Token::Kind::Newline && peek().kind != Token::Kind::End)
            unexpected();
        if (peek().kind == Token::Kind::Newline || peek().kind == Token::Kind::End)
            break;
    }
    // The newline is taken here, so that the bodies of here-documents are read before the line runs.
    if (peek().kind == Token::Kind::Newline)
        take();
    return sequence.items.size() == 1 ? sequence.items.front() : makeNode(std::move(sequence), line);
}

/// Commands inside a compound command or a substitution. Null when there are none (and there may be none).
NodePtr Parser::parseList(bool mayBeEmpty)
{
    const Lexer::Nesting nesting(m_lexer);
    Sequence sequence;
    skipNewlines();
    const int line = peek().line;
    for (;;) {
        skipNewlines();
        // At the end of the text the caller tells what it had expected.
        const bool mayEnd = mayBeEmpty || !sequence.items.empty() || peek().kind == Token::Kind::End;
        if (endsList(peek()) && mayEnd)
            break;
        NodePtr item = parseAndOr();
        if (peek().isOperator("&"))
            item = makeNode(Background{item, ""}, item->line);
        sequence.items.push_back(std::move(item));
        if (peek().isOperator("&") || peek().isOperator(";") || peek().kind == Token::Kind::Newline)
            take();
        else
            break;
    }
    if (sequence.items.empty())
        return nullptr;
    return sequence.items.size() == 1 ? sequence.items.front() : makeNode(std::move(sequence), line);
}

NodePtr Parser::parseAndOr()
{
    AndOr node{.first = parsePipeline()};
    while (peek().isOperator("&&") || peek().isOperator("||")) {
        const bool isAnd = take().op == "&&";
        skipNewlines();
        node.rest.push_back({isAnd, parsePipeline()});
    }
    const int line = node.first->line;
    return node.rest.empty() ? node.first : makeNode(std::move(node), line);
}

NodePtr Parser::parsePipeline()
{
    const int line = peek().line;
    Pipeline pipeline;
    if (isReserved("time")) {
        take();
        pipeline.isTimed = true;
        if (isReserved("-p"))
            take();
    }
    if (isReserved("!")) {
        take();
        pipeline.isNegated = true;
    }
    pipeline.stages.push_back(parseCommand());
    while (peek().isOperator("|")) {
        take();
        skipNewlines();
        pipeline.stages.push_back(parseCommand());
    }
    if (pipeline.stages.size() == 1 && !pipeline.isNegated && !pipeline.isTimed)
        return pipeline.stages.front();
    return makeNode(std::move(pipeline), line);
}

NodePtr Parser::parseCommand()
{
    expandAliases();
    const Lexer::Nesting nesting(m_lexer);
    const Token &token = peek();
    const std::string_view word = token.plainText();
    const bool startsCompound =
        token.isOperator("(") ||
        std::ranges::contains(std::array<std::string_view, 6>{"{", "if", "for", "while", "until", "case"},
                              word);
    if (!startsCompound) {
        if (token.kind == Token::Kind::Word && !std::ranges::contains(kListEnds, word) && word != "!")
            return parseSimple();
        if (token.isRedirection())
            return parseSimple();
        unexpected();
    }
    auto node = std::make_shared<Node>(*parseCompound());
    while (peek().isRedirection())
        node->redirects.push_back(parseRedirect());
    return node;
}

NodePtr Parser::parseCompound()
{
    const int line = peek().line;
    if (peek().isOperator("(")) {
        take();
        NodePtr body = parseList(false);
        if (!peek().isOperator(")"))
            unexpected(")");
        take();
        return makeNode(Subshell{std::move(body)}, line);
    }
    if (isReserved("{")) {
        take();
        NodePtr body = parseList(false);
        expectReserved("}");
        return makeNode(Group{std::move(body)}, line);
    }
    if (isReserved("if"))
        return parseIf();
    if (isReserved("for"))
        return parseFor();
    return isReserved("case") ? parseCase() : parseLoop();
}

/// After "if" or "elif", which is still to be taken.
NodePtr Parser::parseIf()
{
    const Lexer::Nesting nesting(m_lexer);
    const int line = take().line;
    If node;
    node.condition = parseList(false);
    expectReserved("then");
    node.thenPart = parseList(false);
    if (isReserved("elif")) {
        node.elsePart = parseIf();
        return makeNode(std::move(node), line);
    }
    if (isReserved("else")) {
        take();
        node.elsePart = parseList(false);
    }
    expectReserved("fi");
    return makeNode(std::move(node), line);
}

NodePtr Parser::parseFor()
{
    const int line = take().line;
    if (!isName(peek().plainText()))
        m_lexer.fail("Bad for loop variable", peek().kind == Token::Kind::End);
    For node{.name = std::string(take().plainText())};
    skipNewlines();
    if (isReserved("in")) {
        take();
        node.hasWords = true;
        while (peek().kind == Token::Kind::Word)
            node.words.push_back(take().word);
        if (!peek().isOperator(";") && peek().kind != Token::Kind::Newline)
            unexpected();
        take();
    } else if (peek().isOperator(";")) {
        take();
    }
    expectReserved("do");
    node.body = parseList(false);
    expectReserved("done");
    return makeNode(std::move(node), line);
}

NodePtr Parser::parseLoop()
{
    const Token first = take();
    Loop node{.isUntil = first.plainText() == "until"};
    node.condition = parseList(false);
    expectReserved("do");
    node.body = parseList(false);
    expectReserved("done");
    return makeNode(std::move(node), first.line);
}

NodePtr Parser::parseCase()
{
    const int line = take().line;
    if (peek().kind != Token::Kind::Word)
        unexpected();
    Case node{.subject = take().word};
    expectReserved("in");
    skipNewlines();
    while (!isReserved("esac")) {
        node.items.push_back(parseCaseItem());
        if (peek().isOperator(";;"))
            take();
        else if (skipNewlines(); !isReserved("esac"))
            unexpected(";;");
        skipNewlines();
    }
    take();
    return makeNode(std::move(node), line);
}

CaseItem Parser::parseCaseItem()
{
    CaseItem item;
    if (peek().isOperator("("))
        take();
    for (;;) {
        if (peek().kind != Token::Kind::Word)
            unexpected(peek().kind == Token::Kind::End ? ")" : "");
        item.patterns.push_back(take().word);
        if (!peek().isOperator("|"))
            break;
        take();
    }
    if (!peek().isOperator(")"))
        unexpected(")");
    take();
    item.body = parseList(true);
    return item;
}

bool Parser::takeAssignment(SimpleCommand &command, Word &word)
{
    if (word.parts.empty() || word.parts.front().kind != WordPart::Kind::Literal ||
        word.parts.front().isQuoted)
        return false;
    const std::string &text = word.parts.front().text;
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || !isName(std::string_view(text).substr(0, equals)))
        return false;
    std::string name = text.substr(0, equals);
    word.parts.front().text.erase(0, equals + 1);
    if (word.parts.front().text.empty())
        word.parts.erase(word.parts.begin());
    command.assignments.push_back({std::move(name), std::move(word)});
    return true;
}

NodePtr Parser::parseSimple()
{
    const int line = peek().line;
    SimpleCommand command;
    std::vector<Redirect> redirects;
    for (;;) {
        if (peek().isRedirection()) {
            redirects.push_back(parseRedirect());
        } else if (peek().kind == Token::Kind::Word) {
            if (command.words.empty() && !command.assignments.empty())
                expandAliases();
            Token token = take();
            if (command.words.empty() && takeAssignment(command, token.word))
                continue;
            const bool isFirst = command.words.empty() && command.assignments.empty() && redirects.empty();
            if (isFirst && peek().isOperator("("))
                return parseFunction(token);
            command.words.push_back(std::move(token.word));
        } else if (peek().isOperator("(")) {
            unexpected();
        } else {
            break;
        }
    }
    return makeNode(std::move(command), line, std::move(redirects));
}

NodePtr Parser::parseFunction(const Token &name)
{
    take();
    if (!peek().isOperator(")"))
        unexpected(")");
    take();
    if (!isName(name.plainText()))
        m_lexer.fail("Bad function name");
    skipNewlines();
    return makeNode(FunctionDefinition{std::string(name.plainText()), parseCommand()}, name.line);
}

Redirect Parser::parseRedirect()
{
    const Token op = take();
    static constexpr std::array<std::pair<std::string_view, Redirect::Kind>, 9> kinds{{
        {"<", Redirect::Kind::In},
        {">", Redirect::Kind::Out},
        {">|", Redirect::Kind::Out},
        {">>", Redirect::Kind::Append},
        {"<>", Redirect::Kind::ReadWrite},
        {"<&", Redirect::Kind::DuplicateIn},
        {">&", Redirect::Kind::DuplicateOut},
        {"<<", Redirect::Kind::HereDoc},
        {"<<-", Redirect::Kind::HereDoc},
    }};
    const auto kind =
        std::ranges::find(kinds, op.op, &std::pair<std::string_view, Redirect::Kind>::first)->second;
    if (peek().kind != Token::Kind::Word)
        unexpected();
    Redirect redirect{.kind = kind,
                      .fd = op.ioNumber >= 0 ? op.ioNumber : (op.op.front() == '<' ? 0 : 1),
                      .mayReplace = op.op == ">|"};
    redirect.target = take().word;
    if (kind == Redirect::Kind::HereDoc) {
        const auto isQuoted = [](const WordPart &part) { return part.isQuoted; };
        auto document = std::make_shared<HereDocument>(
            HereDocument{.delimiter = literalText(redirect.target),
                         .isQuoted = std::ranges::any_of(redirect.target.parts, isQuoted),
                         .stripsTabs = op.op == "<<-"});
        redirect.document = document;
        m_lexer.expectHereDocument(std::move(document));
    }
    return redirect;
}

} // namespace minato::shell
