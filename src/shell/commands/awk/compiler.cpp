// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rules, functions and statements.
#include "shell/commands/awk/compiler.h"

#include "shell/commands/awk/nesting.h"

#include <array>
#include <utility>

namespace minato::shell::awk {
namespace {

constexpr std::array<std::string_view, kSpecials> kNames{
    "NR",     "NF",      "FNR",  "FS",     "OFS",     "ORS",     "RS",   "FILENAME",
    "SUBSEP", "CONVFMT", "OFMT", "RSTART", "RLENGTH", "ENVIRON", "ARGC", "ARGV"};

} // namespace

Compiler::Compiler(std::string text) : m_lexer(std::move(text))
{
    for (std::size_t i = 0; i < kNames.size(); ++i)
        m_program.globals.emplace(kNames[i], i);
    m_token = m_lexer.next();
}

std::expected<AwkProgram, SyntaxError> Compiler::compile(std::string text)
{
    try {
        Compiler compiler(std::move(text));
        compiler.program();
        return std::move(compiler.m_program);
    } catch (const SyntaxError &error) {
        return std::unexpected(error);
    }
}

Token Compiler::take()
{
    Token token = std::exchange(m_token, m_lexer.next());
    return token;
}

bool Compiler::accept(std::string_view text)
{
    if (!m_token.is(text))
        return false;
    take();
    return true;
}

void Compiler::expect(std::string_view text)
{
    if (!accept(text))
        unexpected();
}

void Compiler::skipNewlines()
{
    while (m_token.kind == Token::Kind::Newline)
        take();
}

void Compiler::skipTerminators()
{
    while (m_token.kind == Token::Kind::Newline || m_token.is(";"))
        take();
}

bool Compiler::endsStatement() const
{
    return m_token.kind == Token::Kind::Newline || m_token.kind == Token::Kind::End || m_token.is(";") ||
           m_token.is("}");
}

void Compiler::unexpected() const
{
    const std::string what = m_token.kind == Token::Kind::End       ? "unexpected end of the program"
                             : m_token.kind == Token::Kind::Newline ? "unexpected newline"
                             : m_token.kind == Token::Kind::Number  ? "a number"
                                                                    : m_token.text;
    throw SyntaxError{m_token.line, "syntax error at or near " + what};
}

std::size_t Compiler::emit(Instruction instruction)
{
    m_program.code.push_back(instruction);
    return m_program.code.size() - 1;
}

std::size_t Compiler::constant(Cell cell)
{
    m_program.constants.push_back(std::move(cell));
    return m_program.constants.size() - 1;
}

std::size_t Compiler::regex(std::string text)
{
    m_program.regexes.push_back(std::move(text));
    return m_program.regexes.size() - 1;
}

void Compiler::patchAll(const std::vector<std::size_t> &jumps, std::size_t target)
{
    for (const std::size_t jump : jumps)
        m_program.code[jump].x = target;
}

std::size_t Compiler::functionNamed(const std::string &name)
{
    for (std::size_t i = 0; i < m_program.functions.size(); ++i)
        if (m_program.functions[i].name == name)
            return i;
    m_program.functions.push_back({.name = name});
    return m_program.functions.size() - 1;
}

void Compiler::program()
{
    skipTerminators();
    while (m_token.kind != Token::Kind::End) {
        if (m_token.is("function"))
            functionDefinition();
        else
            rule();
        skipTerminators();
    }
    for (const Function &function : m_program.functions)
        if (!function.isDefined)
            throw SyntaxError{m_token.line, "function " + function.name + " never defined"};
}

void Compiler::rule()
{
    const bool isBegin = m_token.is("BEGIN");
    if (isBegin || m_token.is("END")) {
        take();
        (isBegin ? m_program.begins : m_program.ends).push_back(here());
        block();
        emit({.op = Op::EndRule});
        return;
    }
    m_program.rules.push_back(here());
    std::vector<std::size_t> skips;
    if (!m_token.is("{")) {
        expression();
        if (accept(",")) {
            skipNewlines();
            // From the first pattern to the second: both are asked on the line that begins the range.
            const std::size_t range = m_program.ranges++;
            m_program.code.insert(m_program.code.begin() +
                                      static_cast<std::ptrdiff_t>(m_program.rules.back()),
                                  Instruction{.op = Op::RangeStart, .count = range});
            for (std::size_t i = m_program.rules.back() + 1; i < here(); ++i)
                if (const Op op = m_program.code[i].op;
                    op == Op::Jump || op == Op::JumpIfFalse || op == Op::JumpIfTrue)
                    ++m_program.code[i].x;
            skips.push_back(emit({.op = Op::JumpIfFalse}));
            emit({.op = Op::RangeSet, .x = 1, .count = range});
            m_program.code[m_program.rules.back()].x = here();
            expression();
            const std::size_t goesOn = emit({.op = Op::JumpIfFalse});
            emit({.op = Op::RangeSet, .x = 0, .count = range});
            patch(goesOn);
        } else {
            skips.push_back(emit({.op = Op::JumpIfFalse}));
        }
    }
    if (m_token.is("{"))
        block();
    else
        emit({.op = Op::Print, .place = {.index = static_cast<std::size_t>(Redirection::None)}});
    patchAll(skips, here());
    emit({.op = Op::EndRule});
}

void Compiler::functionDefinition()
{
    take();
    if (m_token.kind != Token::Kind::Name && m_token.kind != Token::Kind::FunctionName)
        unexpected();
    const std::size_t index = functionNamed(take().text);
    expect("(");
    while (m_token.kind == Token::Kind::Name) {
        const std::size_t number = m_locals.size();
        m_locals.emplace(take().text, number);
        if (!accept(","))
            break;
        skipNewlines();
    }
    expect(")");
    skipNewlines();
    Function &function = m_program.functions[index];
    function.begin = here();
    function.parameters = m_locals.size();
    function.isDefined = true;
    m_isInFunction = true;
    block();
    emit({.op = Op::Return});
    m_isInFunction = false;
    m_locals.clear();
}

void Compiler::block()
{
    expect("{");
    statements();
    expect("}");
}

void Compiler::statements()
{
    skipTerminators();
    while (m_token.kind != Token::Kind::End && !m_token.is("}")) {
        statement();
        skipTerminators();
    }
}

void Compiler::statement()
{
    const Nesting nesting(m_depth, m_token.line);
    if (m_token.is("{"))
        block();
    else if (m_token.is("if"))
        ifStatement();
    else if (m_token.is("while"))
        whileStatement();
    else if (m_token.is("do"))
        doStatement();
    else if (m_token.is("for"))
        forStatement();
    else if (m_token.is(";"))
        take();
    else {
        simpleStatement();
        endSimple();
    }
}

/// A statement ends at a newline, a semicolon, or before a brace.
void Compiler::endSimple()
{
    if (m_token.is(";") || m_token.kind == Token::Kind::Newline)
        take();
    else if (!endsStatement())
        unexpected();
}

void Compiler::simpleStatement()
{
    if (m_token.is("print") || m_token.is("printf")) {
        printStatement(take().text == "printf");
    } else if (accept("next")) {
        emit({.op = Op::Next});
    } else if (accept("nextfile")) {
        emit({.op = Op::NextFile});
    } else if (m_token.is("exit")) {
        exitStatement();
    } else if (m_token.is("return")) {
        returnStatement();
    } else if (m_token.is("delete")) {
        deleteStatement();
    } else if (m_token.is("break") || m_token.is("continue")) {
        if (m_loops.empty())
            unexpected();
        const std::size_t jump = here();
        (take().text == "break" ? m_loops.back()->breaks : m_loops.back()->continues).push_back(jump);
        emit({.op = Op::Jump});
    } else {
        expression();
        emit({.op = Op::Pop});
    }
}

void Compiler::exitStatement()
{
    take();
    const bool hasStatus = !endsStatement();
    if (hasStatus)
        expression();
    emit({.op = Op::Exit, .isAfter = hasStatus});
}

void Compiler::returnStatement()
{
    if (!m_isInFunction)
        unexpected();
    take();
    const bool hasValue = !endsStatement();
    if (hasValue)
        expression();
    for (int i = 0; i < m_forIns; ++i)
        emit({.op = Op::EndForIn});
    emit({.op = Op::Return, .isAfter = hasValue});
}

void Compiler::deleteStatement()
{
    take();
    if (m_token.kind != Token::Kind::Name)
        unexpected();
    const Place place = array(take().text);
    if (!accept("[")) {
        emit({.op = Op::DeleteAll, .place = place});
        return;
    }
    subscript();
    emit({.op = Op::Delete, .place = place});
}

void Compiler::ifStatement()
{
    take();
    expect("(");
    expression();
    expect(")");
    const std::size_t skip = emit({.op = Op::JumpIfFalse});
    skipNewlines();
    statement();
    // A semicolon and newlines may stand before `else`; where there is none they do no harm.
    skipTerminators();
    if (!accept("else")) {
        patch(skip);
        return;
    }
    const std::size_t end = emit({.op = Op::Jump});
    patch(skip);
    skipNewlines();
    statement();
    patch(end);
}

void Compiler::loopBody(LoopJumps &jumps)
{
    m_loops.push_back(&jumps);
    skipNewlines();
    statement();
    m_loops.pop_back();
}

void Compiler::whileStatement()
{
    take();
    const std::size_t begin = here();
    expect("(");
    expression();
    expect(")");
    const std::size_t end = emit({.op = Op::JumpIfFalse});
    LoopJumps jumps;
    loopBody(jumps);
    emit({.op = Op::Jump, .x = begin});
    patch(end);
    patchAll(jumps.breaks, here());
    patchAll(jumps.continues, begin);
}

void Compiler::doStatement()
{
    take();
    const std::size_t begin = here();
    LoopJumps jumps;
    loopBody(jumps);
    skipTerminators();
    expect("while");
    const std::size_t condition = here();
    expect("(");
    expression();
    expect(")");
    emit({.op = Op::JumpIfTrue, .x = begin});
    patchAll(jumps.breaks, here());
    patchAll(jumps.continues, condition);
    if (!endsStatement())
        unexpected();
}

/// for (NAME in ARRAY) …; false when it is the other kind, of which nothing has been read yet.
bool Compiler::forIn()
{
    if (m_token.kind != Token::Kind::Name)
        return false;
    const Lexer lexer = m_lexer;
    const Token first = m_token;
    const std::string variable = take().text;
    if (accept("in") && m_token.kind == Token::Kind::Name) {
        const std::string name = take().text;
        if (accept(")")) {
            emit({.op = Op::ForIn, .place = array(name)});
            const std::size_t begin = emit({.op = Op::NextKey, .place = nameOf(variable)});
            ++m_forIns;
            LoopJumps jumps;
            loopBody(jumps);
            --m_forIns;
            emit({.op = Op::Jump, .x = begin});
            patch(begin);
            patchAll(jumps.breaks, here());
            patchAll(jumps.continues, begin);
            emit({.op = Op::EndForIn});
            return true;
        }
    }
    m_lexer = lexer;
    m_token = first;
    return false;
}

void Compiler::forStatement()
{
    take();
    expect("(");
    if (forIn())
        return;
    if (!m_token.is(";"))
        simpleStatement();
    expect(";");
    skipNewlines();
    const std::size_t condition = here();
    std::optional<std::size_t> end;
    if (!m_token.is(";")) {
        expression();
        end = emit({.op = Op::JumpIfFalse});
    }
    expect(";");
    skipNewlines();
    const std::size_t toBody = emit({.op = Op::Jump});
    const std::size_t step = here();
    if (!m_token.is(")"))
        simpleStatement();
    expect(")");
    emit({.op = Op::Jump, .x = condition});
    patch(toBody);
    LoopJumps jumps;
    loopBody(jumps);
    emit({.op = Op::Jump, .x = step});
    if (end)
        patch(*end);
    patchAll(jumps.breaks, here());
    patchAll(jumps.continues, step);
}

void Compiler::printStatement(bool isFormatted)
{
    const Reading reading{.isGreaterAllowed = false};
    std::size_t count = 0;
    if (!endsStatement() && !m_token.is(">") && !m_token.is(">>") && !m_token.is("|")) {
        m_groupSize = 0;
        expression(reading);
        count = m_groupSize > 0 ? std::exchange(m_groupSize, 0) : 1;
        while (accept(",")) {
            skipNewlines();
            expression(reading);
            ++count;
        }
    }
    if (isFormatted && count == 0)
        unexpected();
    auto target = Redirection::None;
    if (m_token.is(">") || m_token.is(">>") || m_token.is("|")) {
        const std::string op = take().text;
        target = op == ">" ? Redirection::File : op == ">>" ? Redirection::Append : Redirection::Command;
        concatenation(reading);
    }
    emit({.op = isFormatted ? Op::Printf : Op::Print,
          .place = {.index = static_cast<std::size_t>(target)},
          .x = count});
}

} // namespace minato::shell::awk
