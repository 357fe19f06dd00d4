// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/go_value.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace minato::kube::gotemplate {

/// A parsed template: statements, and the expressions inside their braces.
///
/// Mirrors   text/template/parse/node.go
struct Node {
    enum class Kind : std::uint8_t {
        // Statements.
        Text,
        List,
        Action,
        If,
        Range,
        With,
        Break,
        Continue,
        Template,
        End,  ///< only while parsing
        Else, ///< only while parsing
        // Expressions.
        Pipe,
        Command,
        Identifier,
        Field,
        Variable,
        Chain,
        Dot,
        Nil,
        Bool,
        Number,
        String,
    };

    Node(Kind k, std::size_t at) : kind(k), position(at) {}
    virtual ~Node() = default;
    /// Appends the source in its normal form, for the kinds that messages show.
    virtual void write(std::string &) const {}
    [[nodiscard]] std::string toString() const;
    /// A literal: it takes no arguments and has no fields.
    [[nodiscard]] bool isLiteral() const { return kind >= Kind::Dot; }

    Kind kind;
    std::size_t position; ///< bytes from the start of the template
};

using NodePtr = std::unique_ptr<Node>;

/// Identifier, Dot, Nil, Text; End and Else. `text` is the source; that of a Text is what it prints.
struct WordNode : Node {
    WordNode(Kind k, std::size_t at, std::string source) : Node(k, at), text(std::move(source)) {}
    void write(std::string &out) const override { out += text; }

    std::string text;
};

struct ConstantNode : WordNode {
    ConstantNode(Kind k, std::size_t at, std::string source, GoValue constant)
        : WordNode(k, at, std::move(source)), value(std::move(constant))
    {
    }

    GoValue value; ///< Invalid for a number too large for an int
};

/// `.a.b`, `$x.a`: for a variable the first name is its own, with the dollar.
struct NamesNode : Node {
    NamesNode(Kind k, std::size_t at, std::vector<std::string> parts) : Node(k, at), names(std::move(parts))
    {
    }
    void write(std::string &out) const override;

    std::vector<std::string> names;
};

/// `(…).a.b`
struct ChainNode : Node {
    ChainNode(std::size_t at, NodePtr base) : Node(Kind::Chain, at), operand(std::move(base)) {}
    void write(std::string &out) const override;

    NodePtr operand;
    std::vector<std::string> fields;
};

struct CommandNode : Node {
    explicit CommandNode(std::size_t at) : Node(Kind::Command, at) {}
    void write(std::string &out) const override;

    std::vector<NodePtr> words;
};

struct PipeNode : Node {
    explicit PipeNode(std::size_t at) : Node(Kind::Pipe, at) {}
    void write(std::string &out) const override;

    bool isAssignment = false;
    std::vector<std::string> variables; ///< declared or assigned
    std::vector<std::unique_ptr<CommandNode>> commands;
};

using PipePtr = std::unique_ptr<PipeNode>;

struct ListNode : Node {
    explicit ListNode(std::size_t at) : Node(Kind::List, at) {}
    /// Whether there is nothing but space.
    [[nodiscard]] bool isBlank() const;

    std::vector<NodePtr> nodes;
};

using ListPtr = std::unique_ptr<ListNode>;

struct ActionNode : Node {
    ActionNode(std::size_t at, PipePtr expression) : Node(Kind::Action, at), pipe(std::move(expression)) {}

    PipePtr pipe;
};

/// If, Range, With.
struct BranchNode : Node {
    BranchNode(Kind k, std::size_t at) : Node(k, at) {}

    PipePtr pipe;
    ListPtr list;
    ListPtr otherwise; ///< may be null
};

/// `{{template "name" pipe}}`
struct TemplateNode : Node {
    TemplateNode(std::size_t at, std::string called, PipePtr argument)
        : Node(Kind::Template, at), name(std::move(called)), pipe(std::move(argument))
    {
    }
    void write(std::string &out) const override;

    std::string name;
    PipePtr pipe; ///< may be null
};

/// The templates that one text defines, by name; its own is among them.
using Templates = std::map<std::string, ListPtr, std::less<>>;

} // namespace minato::kube::gotemplate
