// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Expressions, from the weakest operator to the strongest.
#include "shell/commands/awk/compiler.h"
#include "shell/commands/awk/nesting.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minato::shell::awk {

std::optional<Place> Compiler::takePlace()
{
    if (!m_loaded || *m_loaded + 1 != here() || m_program.code.back().op != Op::Load)
        return std::nullopt;
    const Place place = m_program.code.back().place;
    m_program.code.pop_back();
    m_loaded.reset();
    return place;
}

Place Compiler::nameOf(const std::string &name)
{
    if (const auto local = m_locals.find(name); local != m_locals.end())
        return {.isLocal = true, .index = local->second};
    const std::size_t next = m_program.globals.size();
    return {.index = m_program.globals.emplace(name, next).first->second};
}

Place Compiler::array(const std::string &name)
{
    Place place = nameOf(name);
    place.kind = Place::Kind::Element;
    return place;
}

void Compiler::expression(Reading reading)
{
    const Nesting nesting(m_depth, m_token.line);
    ternary(reading);
    static constexpr std::array<std::string_view, 7> assignments{"=", "+=", "-=", "*=", "/=", "%=", "^="};
    if (m_token.kind != Token::Kind::Operator || !std::ranges::contains(assignments, m_token.text))
        return;
    const auto place = takePlace();
    if (!place)
        unexpected();
    const std::string op = take().text;
    skipNewlines();
    expression(reading);
    m_groupSize = 0;
    emit({.op = Op::Store, .place = *place, .x = op.size() == 2 ? static_cast<std::size_t>(op.front()) : 0});
}

void Compiler::ternary(Reading reading)
{
    either(reading);
    if (!accept("?"))
        return;
    skipNewlines();
    const std::size_t otherwise = emit({.op = Op::JumpIfFalse});
    expression(reading);
    skipNewlines();
    expect(":");
    skipNewlines();
    const std::size_t end = emit({.op = Op::Jump});
    patch(otherwise);
    expression(reading);
    patch(end);
    m_loaded.reset();
}

void Compiler::either(Reading reading)
{
    both(reading);
    while (accept("||")) {
        skipNewlines();
        const std::size_t isTrue = emit({.op = Op::JumpIfTrue});
        both(reading);
        emit({.op = Op::ToBool});
        const std::size_t end = emit({.op = Op::Jump});
        patch(isTrue);
        emit({.op = Op::Constant, .x = constant(Cell::of(1))});
        patch(end);
    }
}

void Compiler::both(Reading reading)
{
    membership(reading);
    while (accept("&&")) {
        skipNewlines();
        const std::size_t isFalse = emit({.op = Op::JumpIfFalse});
        membership(reading);
        emit({.op = Op::ToBool});
        const std::size_t end = emit({.op = Op::Jump});
        patch(isFalse);
        emit({.op = Op::Constant, .x = constant(Cell::of(0))});
        patch(end);
    }
}

void Compiler::membership(Reading reading)
{
    matching(reading);
    while (reading.isInAllowed && m_token.is("in")) {
        take();
        if (m_token.kind != Token::Kind::Name)
            unexpected();
        emit({.op = Op::In, .place = array(take().text)});
    }
}

void Compiler::patternArgument()
{
    if (m_token.is("/") || m_token.is("/=")) {
        const std::string text = m_lexer.regex(m_token.begin);
        m_token = m_lexer.next();
        emit({.op = Op::Constant, .x = constant(Cell::of(text))});
        return;
    }
    comparison({});
}

void Compiler::matching(Reading reading)
{
    comparison(reading);
    while (m_token.is("~") || m_token.is("!~")) {
        const bool isNegated = take().text == "!~";
        if (m_token.is("/") || m_token.is("/=")) {
            emit({.op = Op::MatchRegex, .x = regex(m_lexer.regex(m_token.begin))});
            m_token = m_lexer.next();
        } else {
            comparison(reading);
            emit({.op = Op::MatchText});
        }
        if (isNegated)
            emit({.op = Op::Not});
    }
}

void Compiler::comparison(Reading reading)
{
    concatenation(reading);
    static constexpr std::array<std::pair<std::string_view, char>, 6> operators{
        {{"<", '<'}, {">", '>'}, {"==", '='}, {"!=", '!'}, {"<=", 'l'}, {">=", 'g'}}};
    const auto known = std::ranges::find(operators, std::string_view(m_token.text),
                                         &std::pair<std::string_view, char>::first);
    if (m_token.kind != Token::Kind::Operator || known == operators.end() ||
        (known->second == '>' && !reading.isGreaterAllowed))
        return;
    take();
    concatenation(reading);
    emit({.op = Op::Compare, .x = static_cast<std::size_t>(known->second)});
}

bool Compiler::startsOperand() const
{
    switch (m_token.kind) {
    case Token::Kind::Number:
    case Token::Kind::Text:
    case Token::Kind::Name:
    case Token::Kind::FunctionName:
    case Token::Kind::Function:
        return true;
    case Token::Kind::Operator:
        return std::ranges::contains(std::array<std::string_view, 7>{"$", "!", "(", "-", "+", "++", "--"},
                                     std::string_view(m_token.text));
    default:
        return false;
    }
}

void Compiler::concatenation(Reading reading)
{
    additive(reading);
    for (;;) {
        if (m_token.is("|")) {
            const Lexer lexer = m_lexer;
            const Token bar = take();
            if (m_token.is("getline")) {
                pipedGetline();
                continue;
            }
            m_lexer = lexer;
            m_token = bar;
            return;
        }
        // "+" and "-" have been taken as operators, were they meant as such.
        if (!startsOperand() || m_token.is("+") || m_token.is("-") || m_token.is("!"))
            return;
        m_groupSize = 0;
        additive(reading);
        emit({.op = Op::Concatenate});
    }
}

void Compiler::additive(Reading reading)
{
    multiplicative(reading);
    while (m_token.is("+") || m_token.is("-")) {
        const char op = take().text.front();
        m_groupSize = 0;
        multiplicative(reading);
        emit({.op = Op::Arithmetic, .x = static_cast<std::size_t>(op)});
    }
}

void Compiler::multiplicative(Reading reading)
{
    unary(reading);
    while (m_token.is("*") || m_token.is("/") || m_token.is("%")) {
        const char op = take().text.front();
        m_groupSize = 0;
        unary(reading);
        emit({.op = Op::Arithmetic, .x = static_cast<std::size_t>(op)});
    }
}

void Compiler::unary(Reading reading)
{
    const Nesting nesting(m_depth, m_token.line);
    if (m_token.is("!") || m_token.is("-") || m_token.is("+")) {
        const char op = take().text.front();
        unary(reading);
        emit({.op = op == '!' ? Op::Not : op == '-' ? Op::Negate : Op::Plus});
        return;
    }
    power(reading);
}

void Compiler::power(Reading reading)
{
    postfix(reading);
    if (!accept("^"))
        return;
    m_groupSize = 0;
    // Right to left, and a sign binds weaker on the left only: 2^-1.
    unary(reading);
    emit({.op = Op::Arithmetic, .x = static_cast<std::size_t>('^')});
}

void Compiler::postfix(Reading reading)
{
    primary(reading);
    if (!m_token.is("++") && !m_token.is("--"))
        return;
    const auto place = takePlace();
    if (!place)
        return; // the next operand's own: a b++
    const bool isUp = take().text == "++";
    emit({.op = Op::Step, .isAfter = true, .place = *place, .x = isUp ? std::size_t{1} : std::size_t{0}});
}

void Compiler::primary(Reading)
{
    m_loaded.reset();
    switch (m_token.kind) {
    case Token::Kind::Number:
        emit({.op = Op::Constant, .x = constant(Cell::of(take().number))});
        return;
    case Token::Kind::Text:
        emit({.op = Op::Constant, .x = constant(Cell::of(take().text))});
        return;
    case Token::Kind::Name:
        return named();
    case Token::Kind::FunctionName:
        return call();
    case Token::Kind::Function:
        return builtin();
    default:
        break;
    }
    if (m_token.is("/") || m_token.is("/=")) {
        emit({.op = Op::MatchRecord, .x = regex(m_lexer.regex(m_token.begin))});
        m_token = m_lexer.next();
    } else if (m_token.is("(")) {
        parenthesized();
    } else if (m_token.is("$")) {
        field();
    } else if (m_token.is("++") || m_token.is("--")) {
        prefixStep();
    } else if (m_token.is("getline")) {
        plainGetline();
    } else if (m_token.is("-") || m_token.is("+") || m_token.is("!")) {
        unary({});
    } else {
        unexpected();
    }
}

/// (a), (a, b) in array, or the list of print.
void Compiler::parenthesized()
{
    take();
    expression();
    std::size_t count = 1;
    while (accept(",")) {
        skipNewlines();
        expression();
        ++count;
    }
    expect(")");
    m_loaded.reset();
    m_groupSize = 0;
    if (count == 1)
        return;
    if (accept("in")) {
        if (m_token.kind != Token::Kind::Name)
            unexpected();
        emit({.op = Op::Join, .x = count});
        emit({.op = Op::In, .place = array(take().text)});
        return;
    }
    m_groupSize = count;
}

void Compiler::field()
{
    take();
    if (m_token.is("++") || m_token.is("--"))
        prefixStep();
    else if (m_token.is("-") || m_token.is("+") || m_token.is("!"))
        unary({});
    else
        primary({});
    m_loaded = emit({.op = Op::Load, .place = {.kind = Place::Kind::Field}});
}

void Compiler::prefixStep()
{
    const bool isUp = take().text == "++";
    primary({});
    const auto place = takePlace();
    if (!place)
        unexpected();
    emit({.op = Op::Step, .place = *place, .x = isUp ? std::size_t{1} : std::size_t{0}});
}

/// Behind "[": the key, and "]".
void Compiler::subscript()
{
    std::size_t count = 0;
    do {
        skipNewlines();
        expression();
        ++count;
    } while (accept(","));
    expect("]");
    if (count > 1)
        emit({.op = Op::Join, .x = count});
}

void Compiler::named()
{
    const std::string name = take().text;
    if (accept("[")) {
        subscript();
        m_loaded = emit({.op = Op::Load, .place = array(name)});
        return;
    }
    m_loaded = emit({.op = Op::Load, .place = nameOf(name)});
}

void Compiler::getlineTarget(GetlineFrom from)
{
    std::optional<Place> place;
    if (m_token.kind == Token::Kind::Name || m_token.is("$")) {
        m_loaded.reset();
        primary({});
        place = takePlace();
        if (!place)
            unexpected();
    }
    if (from == GetlineFrom::Input && accept("<")) {
        from = GetlineFrom::File;
        primary({});
    }
    emit({.op = Op::Getline,
          .isAfter = place.has_value(),
          .place = place.value_or(Place()),
          .x = static_cast<std::size_t>(from)});
    m_loaded.reset();
}

void Compiler::plainGetline()
{
    take();
    getlineTarget(GetlineFrom::Input);
}

void Compiler::pipedGetline()
{
    take();
    getlineTarget(GetlineFrom::Command);
}

std::size_t Compiler::argumentList()
{
    std::size_t count = 0;
    skipNewlines();
    while (!m_token.is(")")) {
        expression();
        ++count;
        if (!accept(","))
            break;
        skipNewlines();
    }
    skipNewlines();
    expect(")");
    return count;
}

void Compiler::substitution(bool isGlobal)
{
    patternArgument();
    expect(",");
    skipNewlines();
    expression();
    Place place{.kind = Place::Kind::Field};
    if (accept(",")) {
        skipNewlines();
        m_loaded.reset();
        expression();
        const auto target = takePlace();
        if (!target)
            unexpected();
        place = *target;
    } else {
        emit({.op = Op::Constant, .x = constant(Cell::of(0))});
    }
    expect(")");
    emit({.op = Op::Substitute, .place = place, .x = isGlobal ? std::size_t{1} : std::size_t{0}});
}

void Compiler::split()
{
    expression();
    expect(",");
    skipNewlines();
    if (m_token.kind != Token::Kind::Name)
        unexpected();
    const Place place = array(take().text);
    std::size_t count = 1;
    if (accept(",")) {
        skipNewlines();
        patternArgument();
        count = 2;
    }
    expect(")");
    emit({.op = Op::Split, .place = place, .count = count});
}

void Compiler::builtin()
{
    static constexpr std::array<std::pair<std::string_view, Builtin>, 21> table{
        {{"length", Builtin::Length},   {"substr", Builtin::Substr},   {"index", Builtin::Index},
         {"match", Builtin::Match},     {"sprintf", Builtin::Sprintf}, {"sin", Builtin::Sin},
         {"cos", Builtin::Cos},         {"atan2", Builtin::Atan2},     {"exp", Builtin::Exp},
         {"log", Builtin::Log},         {"sqrt", Builtin::Sqrt},       {"int", Builtin::Int},
         {"rand", Builtin::Rand},       {"srand", Builtin::Srand},     {"tolower", Builtin::ToLower},
         {"toupper", Builtin::ToUpper}, {"system", Builtin::System},   {"close", Builtin::Close},
         {"fflush", Builtin::Fflush},   {"systime", Builtin::Systime}, {"strftime", Builtin::Strftime}}};
    const std::string name = take().text;
    if (!accept("(")) {
        if (name != "length")
            unexpected();
        emit({.op = Op::Function, .x = static_cast<std::size_t>(Builtin::Length)});
        return;
    }
    if (name == "sub" || name == "gsub") {
        substitution(name == "gsub");
    } else if (name == "split") {
        split();
    } else {
        const auto known =
            std::ranges::find(table, std::string_view(name), &std::pair<std::string_view, Builtin>::first);
        std::size_t count = 0;
        if (known->second == Builtin::Match) {
            expression();
            expect(",");
            skipNewlines();
            patternArgument();
            expect(")");
            count = 2;
        } else {
            count = argumentList();
        }
        Instruction &last = m_program.code.back();
        // length(a) of an array is its number of elements; what a is shows when it runs.
        if (known->second == Builtin::Length && count == 1 && last.op == Op::Load &&
            last.place.kind == Place::Kind::Variable)
            last = {.op = Op::Function,
                    .place = last.place,
                    .x = static_cast<std::size_t>(Builtin::LengthOfArray)};
        else
            emit({.op = Op::Function, .x = static_cast<std::size_t>(known->second), .count = count});
    }
    m_loaded.reset();
    m_groupSize = 0;
}

void Compiler::call()
{
    const std::string name = take().text;
    const std::size_t function = functionNamed(name);
    expect("(");
    std::size_t count = 0;
    skipNewlines();
    while (!m_token.is(")")) {
        m_loaded.reset();
        expression();
        // A bare name may be an array.
        if (m_program.code.back().op == Op::Load && m_program.code.back().place.kind == Place::Kind::Variable)
            m_program.code.back().op = Op::PushPlace;
        ++count;
        if (!accept(","))
            break;
        skipNewlines();
    }
    skipNewlines();
    expect(")");
    emit({.op = Op::Call, .x = function, .count = count});
    m_loaded.reset();
    m_groupSize = 0;
}

} // namespace minato::shell::awk
