// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Terms: paths, literals, strings, objects, control.
#include "shell/commands/jq/json_text.h"
#include "shell/commands/jq/parser.h"
#include "shell/commands/jq/parser_nesting.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minato::shell::jq {
namespace {

NodePtr identity()
{
    return makeNode({.kind = Node::Kind::Identity});
}

NodePtr literal(Value value)
{
    return makeNode({.kind = Node::Kind::Literal, .value = std::move(value)});
}

constexpr std::array<std::string_view, 17> kKeywords{
    "def", "if",    "then",  "elif",   "else",    "end", "as", "reduce", "foreach",
    "try", "catch", "label", "import", "include", "and", "or", "__loc__"};

} // namespace

NodePtr Parser::term()
{
    const Nesting nesting(m_depth, m_text, m_at);
    switch (m_token.kind) {
    case Token::Kind::Number: {
        JsonReader reader(m_token.text.front() == '.' ? m_token.text = "0" + m_token.text : m_token.text);
        try {
            NodePtr number = literal(reader.next().value_or(Value()));
            advance();
            return suffixes(std::move(number));
        } catch (const Error &) {
            unexpected();
        }
    }
    case Token::Kind::Text:
        return suffixes(string(""));
    case Token::Kind::Format: {
        std::string format = std::exchange(m_token.text, {});
        advance();
        if (m_token.kind == Token::Kind::Text)
            return suffixes(string(std::move(format)));
        return suffixes(makeNode({.kind = Node::Kind::Format, .text = std::move(format)}));
    }
    case Token::Kind::Variable: {
        std::string name = takeVariable();
        return suffixes(makeNode({.kind = Node::Kind::Variable, .text = std::move(name)}));
    }
    case Token::Kind::Field: {
        std::string name = std::exchange(m_token.text, {});
        advance();
        return suffixes(makeNode(Node::Kind::Field, std::move(name), identity()));
    }
    case Token::Kind::Name:
        return named();
    default:
        break;
    }
    if (accept("..")) {
        return suffixes(makeNode({.kind = Node::Kind::RecurseDefault}));
    } else if (accept("(")) {
        NodePtr inside = pipe();
        expect(")");
        return suffixes(std::move(inside));
    } else if (accept("[")) {
        return suffixes(array());
    } else if (accept("{")) {
        return suffixes(object());
    } else if (accept(".")) {
        if (m_token.kind == Token::Kind::Text)
            return suffixes(makeNode(Node::Kind::Index, "", identity(), string("")));
        return suffixes(identity());
    }
    unexpected();
}

/// .name, [index], ? behind a term.
NodePtr Parser::suffixes(NodePtr target)
{
    for (;;) {
        if (m_token.kind == Token::Kind::Field) {
            std::string name = std::exchange(m_token.text, {});
            advance();
            target = makeNode(Node::Kind::Field, std::move(name), std::move(target));
        } else if (is(".")) {
            advance();
            if (m_token.kind == Token::Kind::Text)
                target = makeNode(Node::Kind::Index, "", std::move(target), string(""));
            else if (!is("["))
                unexpected();
        } else if (accept("[")) {
            target = brackets(std::move(target));
        } else if (accept("?")) {
            target = makeNode(Node::Kind::Try, "", std::move(target), NodePtr());
        } else {
            return target;
        }
    }
}

NodePtr Parser::brackets(NodePtr target)
{
    if (accept("]"))
        return makeNode(Node::Kind::Iterate, "", std::move(target));
    if (accept(":")) {
        NodePtr to = pipe();
        expect("]");
        return makeNode(Node::Kind::Slice, "", std::move(target), NodePtr(), std::move(to));
    }
    NodePtr index = pipe();
    if (!accept(":")) {
        expect("]");
        return makeNode(Node::Kind::Index, "", std::move(target), std::move(index));
    }
    NodePtr to = is("]") ? NodePtr() : pipe();
    expect("]");
    return makeNode(Node::Kind::Slice, "", std::move(target), std::move(index), std::move(to));
}

NodePtr Parser::named()
{
    if (accept("if"))
        return suffixes(condition());
    if (is("reduce") || is("foreach") || is("try") || is("label"))
        return postfix();
    if (accept("break")) {
        std::string name = takeVariable();
        return makeNode({.kind = Node::Kind::Break, .text = std::move(name)});
    }
    if (std::ranges::contains(kKeywords, m_token.text))
        unexpected();
    Node call{.kind = Node::Kind::Call, .text = takeName()};
    if (accept("(")) {
        do
            call.children.push_back(pipe());
        while (accept(";"));
        expect(")");
    }
    if (call.children.empty() && (call.text == "null" || call.text == "true" || call.text == "false"))
        return suffixes(literal(call.text == "null" ? Value() : Value(call.text == "true")));
    return suffixes(makeNode(std::move(call)));
}

/// m_at stands behind the opening quote.
NodePtr Parser::string(std::string format)
{
    ++m_at;
    Node node{.kind = Node::Kind::Text, .text = std::move(format)};
    std::string raw;
    const auto finish = [&] {
        const std::string quoted = "\"" + std::exchange(raw, {}) + "\"";
        try {
            node.texts.push_back(JsonReader(quoted).next()->text());
        } catch (const Error &) {
            fail("syntax error, unexpected INVALID_CHARACTER");
        }
    };
    while (m_at < m_text.size() && m_text[m_at] != '"') {
        if (m_text.substr(m_at).starts_with("\\(")) {
            m_at += 2;
            finish();
            advance();
            node.children.push_back(pipe());
            if (!is(")"))
                unexpected();
            continue; // m_at stands behind ")"
        }
        if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
            raw += m_text[m_at++];
        if (m_text[m_at] == '\n')
            raw += "\\n";
        else
            raw += m_text[m_at];
        ++m_at;
    }
    if (m_at >= m_text.size())
        fail("syntax error, unexpected end of file, expecting QQSTRING_END");
    finish();
    ++m_at;
    advance();
    return makeNode(std::move(node));
}

NodePtr Parser::array()
{
    Node node{.kind = Node::Kind::MakeArray};
    if (!accept("]")) {
        node.children.push_back(pipe());
        expect("]");
    }
    return makeNode(std::move(node));
}

NodePtr Parser::object()
{
    Node node{.kind = Node::Kind::MakeObject};
    while (!accept("}")) {
        objectEntry(node);
        if (!is("}"))
            expect(",");
    }
    return makeNode(std::move(node));
}

/// children of an object: key, value, key, value, …
void Parser::objectEntry(Node &object)
{
    NodePtr key, otherwise;
    if (m_token.kind == Token::Kind::Variable) {
        std::string name = takeVariable();
        key = literal(name);
        otherwise = makeNode({.kind = Node::Kind::Variable, .text = std::move(name)});
    } else if (m_token.kind == Token::Kind::Name || m_token.kind == Token::Kind::Number) {
        const bool isNumber = m_token.kind == Token::Kind::Number;
        std::string name = std::exchange(m_token.text, {});
        advance();
        key = literal(name);
        if (!isNumber)
            otherwise = makeNode(Node::Kind::Field, name, identity());
    } else if (m_token.kind == Token::Kind::Text || m_token.kind == Token::Kind::Format) {
        std::string format;
        if (m_token.kind == Token::Kind::Format) {
            format = std::exchange(m_token.text, {});
            advance();
        }
        const Parser before = *this; // {"a"} means {"a": .a}: the string is read twice
        key = string(format);
        if (!is(":")) {
            Parser again = before;
            otherwise = makeNode(Node::Kind::Index, "", identity(), again.string(format));
        }
    } else if (accept("(")) {
        key = pipe();
        expect(")");
    } else {
        unexpected();
    }
    NodePtr value;
    if (accept(":"))
        value = objectValue();
    else if (otherwise)
        value = std::move(otherwise);
    else
        unexpected();
    object.children.push_back(std::move(key));
    object.children.push_back(std::move(value));
}

/// Without commas, unless in parentheses: terms, perhaps piped or with operators.
NodePtr Parser::objectValue()
{
    NodePtr value = binary(1);
    if (!accept("|"))
        return value;
    return makeNode(Node::Kind::Pipe, "", std::move(value), objectValue());
}

/// Behind "if" or "elif".
NodePtr Parser::condition()
{
    NodePtr test = pipe();
    expect("then");
    NodePtr then = pipe();
    NodePtr otherwise;
    if (accept("elif"))
        return makeNode(Node::Kind::If, "", std::move(test), std::move(then), condition());
    if (accept("else"))
        otherwise = pipe();
    expect("end");
    return makeNode(Node::Kind::If, "", std::move(test), std::move(then), std::move(otherwise));
}

NodePtr Parser::attempt()
{
    NodePtr body = postfix();
    NodePtr handler = accept("catch") ? postfix() : NodePtr();
    return makeNode(Node::Kind::Try, "", std::move(body), std::move(handler));
}

NodePtr Parser::fold(bool isForeach)
{
    Node node{.kind = isForeach ? Node::Kind::Foreach : Node::Kind::Reduce};
    node.children.push_back(term());
    expect("as");
    node.pattern = pattern();
    expect("(");
    node.children.push_back(pipe());
    expect(";");
    node.children.push_back(pipe());
    if (isForeach && accept(";"))
        node.children.push_back(pipe());
    expect(")");
    return makeNode(std::move(node));
}

NodePtr Parser::label()
{
    std::string name = takeVariable();
    expect("|");
    return makeNode(Node::Kind::Label, std::move(name), pipe());
}

std::unique_ptr<Pattern> Parser::pattern()
{
    const Nesting nesting(m_depth, m_text, m_at);
    auto result = std::make_unique<Pattern>();
    if (m_token.kind == Token::Kind::Variable) {
        result->variable = takeVariable();
        return result;
    }
    if (accept("[")) {
        do
            result->entries.push_back({.value = pattern()});
        while (accept(","));
        expect("]");
        return result;
    }
    expect("{");
    result->isObject = true;
    do {
        Pattern::Entry entry;
        if (m_token.kind == Token::Kind::Variable) {
            entry.variable = takeVariable();
            entry.key = literal(entry.variable);
        } else if (m_token.kind == Token::Kind::Text) {
            entry.key = string("");
        } else if (accept("(")) {
            entry.key = pipe();
            expect(")");
        } else {
            entry.key = literal(takeName());
        }
        if (entry.variable.empty() || is(":")) {
            expect(":");
            entry.value = pattern();
        }
        result->entries.push_back(std::move(entry));
    } while (accept(","));
    expect("}");
    return result;
}

} // namespace minato::shell::jq
