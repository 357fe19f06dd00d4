// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/jq/value.h"

#include <memory>
#include <string>
#include <vector>

namespace minato::shell::jq {

struct Node;
using NodePtr = std::unique_ptr<const Node>;

/// What stands behind `as`: $x, [a, b], {k: a}.
struct Pattern {
    std::string variable; ///< without "$"; empty: an array or an object
    bool isObject = false;
    struct Entry {
        std::string variable;           ///< of {$x}; "" otherwise
        NodePtr key;                    ///< null in an array
        std::unique_ptr<Pattern> value; ///< null: only {$x}
    };
    std::vector<Entry> entries;
};

struct FunctionDefinition {
    std::string name;
    std::vector<std::string> parameters; ///< "$x" by value, "f" as a filter
    NodePtr body;
};

/// One filter of a jq program.
struct Node {
    enum class Kind : std::uint8_t {
        Identity,
        RecurseDefault,
        Field,
        Index,
        Slice,
        Iterate,
        Literal,
        Text,
        Format,
        MakeArray,
        MakeObject,
        Negate,
        Pipe,
        Comma,
        Arithmetic,
        Compare,
        And,
        Or,
        Alternative,
        Assign,
        Update,
        UpdateWith,
        UpdateAlternative,
        Try,
        If,
        Reduce,
        Foreach,
        Define,
        Call,
        Variable,
        As,
        Label,
        Break
    };
    Kind kind{};
    std::string text;                 ///< a name, an operator, a format
    Value value;                      ///< of a literal
    std::vector<NodePtr> children;    ///< in the order in which they are written; null where one is left out
    std::vector<std::string> texts;   ///< of an interpolated string: before each child, and behind
    std::unique_ptr<Pattern> pattern; ///< of as, reduce, foreach
    std::unique_ptr<const FunctionDefinition> definition; ///< of def; children[0] is what follows it
};

} // namespace minato::shell::jq
