// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace minato::shell {

struct Node;
struct Word;
using NodePtr = std::shared_ptr<const Node>; ///< shared: functions keep their bodies
using WordPtr = std::shared_ptr<const Word>;

/// A piece of a word, before expansion.
struct WordPart {
    enum class Kind : std::uint8_t { Literal, Parameter, Command, Arithmetic };
    Kind kind = Kind::Literal;
    bool isQuoted = false;
    std::string text; ///< literal text, or the parameter's name
    std::string
        op; ///< of ${name<op>operand}: "", "-", ":-", "=", …, "#", "##", "%", "%%", "length", or "bad"
    WordPtr operand;  ///< after the operator, or the arithmetic expression
    NodePtr commands; ///< of $(…)
};

struct Word {
    std::vector<WordPart> parts;
    int line = 1;
};

struct HereDocument {
    std::string delimiter;
    bool isQuoted = false;   ///< no expansion
    bool stripsTabs = false; ///< <<-
    Word body;
};

struct Redirect {
    enum class Kind : std::uint8_t { In, Out, Append, ReadWrite, DuplicateIn, DuplicateOut, HereDoc };
    Kind kind{};
    int fd = 0;
    bool mayReplace = false; ///< >|, whatever set -C says
    Word target;
    std::shared_ptr<const HereDocument> document;
};

struct Assignment {
    std::string name;
    Word value;
};

struct SimpleCommand {
    std::vector<Assignment> assignments;
    std::vector<Word> words;
};
struct Pipeline {
    std::vector<NodePtr> stages;
    bool isNegated = false;
    bool isTimed = false; ///< `time` stands before it: bash's word, which dash lacks
};
struct AndOr {
    struct Item {
        bool isAnd = true;
        NodePtr node;
    };
    NodePtr first;
    std::vector<Item> rest; ///< evaluated from left to right
};
struct Sequence {
    std::vector<NodePtr> items;
};
struct Background {
    NodePtr body;
    std::string text; ///< as `jobs` shows it
};
struct Subshell {
    NodePtr body;
};
struct Group {
    NodePtr body;
};
struct If {
    NodePtr condition, thenPart, elsePart; ///< elsePart may be null
};
struct For {
    std::string name;
    bool hasWords = false; ///< without `in`: "$@"
    std::vector<Word> words;
    NodePtr body;
};
struct Loop {
    NodePtr condition, body;
    bool isUntil = false;
};
struct CaseItem {
    std::vector<Word> patterns;
    NodePtr body; ///< may be null
};
struct Case {
    Word subject;
    std::vector<CaseItem> items;
};
struct FunctionDefinition {
    std::string name;
    NodePtr body;
};

/// One command of the shell's grammar (POSIX.1-2024, Shell Command Language, 2.9).
struct Node {
    std::variant<SimpleCommand, Pipeline, AndOr, Sequence, Background, Subshell, Group, If, For, Loop, Case,
                 FunctionDefinition>
        command;
    std::vector<Redirect> redirects;
    int line = 1;
};

} // namespace minato::shell
