// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/awk/lexer.h"
#include "shell/commands/awk/program.h"

#include <expected>
#include <optional>

namespace minato::shell::awk {

/// Reads an awk program by descent and writes instructions as it goes.
///
/// Mirrors   POSIX awk, as mawk and gawk read it
/// Errors    SyntaxError: the line and what was wrong. Nesting is bounded.
class Compiler {
public:
    explicit Compiler(std::string text);
    [[nodiscard]] static std::expected<AwkProgram, SyntaxError> compile(std::string text);

private:
    struct LoopJumps {
        std::vector<std::size_t> breaks, continues;
    };
    /// How an expression may be read where it stands.
    struct Reading {
        bool isGreaterAllowed = true; ///< not in print a > b
        bool isInAllowed = true;      ///< not in for (k in a)
    };

    // compiler.cpp: rules and statements
    void program();
    void rule();
    void functionDefinition();
    void block();
    void statements();
    void statement();
    void simpleStatement();
    void endSimple();
    void ifStatement();
    void whileStatement();
    void doStatement();
    void forStatement();
    [[nodiscard]] bool forIn();
    void loopBody(LoopJumps &jumps);
    void printStatement(bool isFormatted);
    void deleteStatement();
    void returnStatement();
    void exitStatement();

    // compiler_expressions.cpp
    void expression(Reading reading);
    void expression() { expression(Reading()); }
    void ternary(Reading reading);
    void either(Reading reading);
    void both(Reading reading);
    void membership(Reading reading);
    void matching(Reading reading);
    void comparison(Reading reading);
    void concatenation(Reading reading);
    void additive(Reading reading);
    void multiplicative(Reading reading);
    void unary(Reading reading);
    void power(Reading reading);
    void postfix(Reading reading);
    void primary(Reading reading);
    void parenthesized();
    void field();
    void prefixStep();
    void named();
    void subscript();
    void plainGetline();
    void pipedGetline();
    void getlineTarget(GetlineFrom from);
    void builtin();
    void substitution(bool isGlobal);
    void split();
    void call();
    std::size_t argumentList();
    /// A pattern for ~, split, sub: a literal as text, anything else as it is.
    void patternArgument();
    [[nodiscard]] bool startsOperand() const;
    /// The place that was loaded last, taken back to be stored to.
    [[nodiscard]] std::optional<Place> takePlace();
    [[nodiscard]] Place nameOf(const std::string &name);
    [[nodiscard]] Place array(const std::string &name);

    const Token &peek() const { return m_token; }
    Token take();
    bool accept(std::string_view text);
    void expect(std::string_view text);
    void skipNewlines();
    void skipTerminators();
    [[nodiscard]] bool endsStatement() const;
    [[noreturn]] void unexpected() const;
    std::size_t emit(Instruction instruction);
    std::size_t constant(Cell cell);
    std::size_t regex(std::string text);
    std::size_t here() const { return m_program.code.size(); }
    void patch(std::size_t jump) { m_program.code[jump].x = here(); }
    void patchAll(const std::vector<std::size_t> &jumps, std::size_t target);
    std::size_t functionNamed(const std::string &name);

    Lexer m_lexer;
    Token m_token;
    AwkProgram m_program;
    std::map<std::string, std::size_t> m_locals;
    std::vector<LoopJumps *> m_loops;
    std::optional<std::size_t> m_loaded; ///< the Load that the last primary ended with
    std::size_t m_groupSize = 0;         ///< values of "(a, b)" that print may take as its list
    int m_depth = 0;
    int m_forIns = 0; ///< loops over arrays that `return` has to leave
    bool m_isInFunction = false;
};

} // namespace minato::shell::awk
