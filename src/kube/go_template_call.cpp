// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of Run that calls functions.
#include "kube/go_template_nesting.h"

#include <format>
#include <utility>

namespace minato::kube::gotemplate {
namespace {

constexpr std::size_t kReadBytesPerStep = 256;
constexpr std::size_t kWrittenBytesPerStep = 16;

} // namespace

/// `command` is null for a function among the arguments of another: it takes none itself.
GoValue Run::evalFunction(const GoValue &dot, const WordNode &node, const CommandNode *command, Final final)
{
    at(node);
    const Function &function = *findFunction(node.text);
    const std::span words = command ? std::span(command->words).subspan(1) : std::span<const NodePtr>();
    const std::size_t count = words.size() + (final ? 1 : 0);
    checkCount(function, words.size(), count);
    if (function.special == Function::Special::And || function.special == Function::Special::Or)
        return shortCircuit(dot, function, words, final);
    std::vector<GoValue> arguments;
    arguments.reserve(count);
    for (std::size_t i = 0; i < words.size(); ++i)
        arguments.push_back(evalArgument(dot, function.parameter(i), *words[i]));
    if (final)
        arguments.push_back(checked(*final, function.parameter(words.size())));
    Function::Result result =
        function.body ? function.body(arguments) : std::unexpected(refusedCall(arguments[0], words));
    if (!result) {
        at(command ? static_cast<const Node &>(*command) : node);
        fail(std::format("error calling {}: {}", function.name, result.error()));
    }
    chargeFor(arguments, *result);
    return std::move(*result);
}

void Run::checkCount(const Function &function, std::size_t words, std::size_t arguments)
{
    if (function.isVariadic && arguments < function.fixedCount) {
        fail(std::format("wrong number of args for {}: want at least {} got {}", function.name,
                         function.fixedCount, words));
    }
    if (!function.isVariadic && arguments != function.fixedCount) {
        fail(std::format("wrong number of args for {}: want {} got {}", function.name, function.fixedCount,
                         arguments));
    }
}

/// and, or: the argument that decides, those behind it not evaluated.
GoValue Run::shortCircuit(const GoValue &dot, const Function &function, std::span<const NodePtr> words,
                          Final final)
{
    GoValue value;
    for (const NodePtr &word : words) {
        value = evalArgument(dot, Function::Parameter::Reflected, *word);
        if (value.isTrue() == (function.special == Function::Special::Or))
            return value;
    }
    return final ? *final : value;
}

/// Data holds no functions, so `call` has nothing to call.
std::string Run::refusedCall(const GoValue &callee, std::span<const NodePtr> words)
{
    const GoValue value = callee.withoutInterface();
    if (!value.isValid())
        return "call of nil";
    std::string name;
    if (!words.empty())
        name = words[0]->toString();
    else
        name = value.kind == GoValue::Kind::String ? std::string(value.data.asString())
                                                   : std::format("<{} Value>", value.typeName());
    return std::format("non-function {} of type {}", name, value.typeName());
}

/// Long texts cost more, or a few steps could double one into any size.
void Run::chargeFor(std::span<const GoValue> arguments, const GoValue &result)
{
    std::size_t read = 0;
    for (const GoValue &argument : arguments)
        read += argument.data.asString().size();
    spend(1 + read / kReadBytesPerStep + result.data.asString().size() / kWrittenBytesPerStep);
}

GoValue Run::evalArgument(const GoValue &dot, Function::Parameter type, const Node &node)
{
    const Nesting nesting(*this);
    at(node);
    switch (node.kind) {
    case Node::Kind::Dot:
        return checked(dot, type);
    case Node::Kind::Nil:
        if (type == Function::Parameter::String)
            fail("cannot assign nil to string");
        return checked({}, type);
    case Node::Kind::Field:
        return checked(evalField(dot, static_cast<const NamesNode &>(node), 0, nullptr), type);
    case Node::Kind::Variable:
        return checked(evalVariable(static_cast<const NamesNode &>(node), nullptr, nullptr), type);
    case Node::Kind::Pipe:
        return checked(evalPipe(dot, static_cast<const PipeNode &>(node)), type);
    case Node::Kind::Identifier:
        return checked(evalFunction(dot, static_cast<const WordNode &>(node), nullptr, nullptr), type);
    case Node::Kind::Chain:
        return checked(evalChain(dot, static_cast<const ChainNode &>(node), 0, nullptr), type);
    default:
        break;
    }
    if (type == Function::Parameter::String && node.kind != Node::Kind::String)
        fail("expected string; found " + node.toString());
    return evalConstant(node);
}

/// Nothing becomes nil where an interface{} is wanted, and is refused where a string is.
GoValue Run::checked(GoValue value, Function::Parameter type)
{
    if (type == Function::Parameter::Any && !value.isValid())
        return {GoValue::Kind::Nil, true, {}};
    if (type != Function::Parameter::String || value.kind == GoValue::Kind::String)
        return value;
    if (!value.isValid())
        fail("invalid value; expected string");
    fail(std::format("wrong type for value; expected string; got {}",
                     value.hasValue() ? value.typeName() : value.staticTypeName()));
}

} // namespace minato::kube::gotemplate
