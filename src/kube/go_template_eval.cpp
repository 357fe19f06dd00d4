// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of Run that evaluates pipes, fields and variables.
#include "kube/go_template_nesting.h"

#include <format>
#include <utility>

namespace minato::kube::gotemplate {

GoValue Run::evalPipe(const GoValue &dot, const PipeNode &pipe)
{
    const Nesting nesting(*this);
    at(pipe);
    GoValue value;
    Final final = nullptr;
    for (const auto &command : pipe.commands) {
        value = evalCommand(dot, *command, final).withoutInterface();
        final = &value;
    }
    for (const std::string &name : pipe.variables) {
        if (pipe.isAssignment)
            variable(name).value = value;
        else
            m_variables.push_back({name, value});
    }
    return value;
}

void Run::refuseArguments(const Node &first, std::size_t argumentCount, Final final)
{
    if (argumentCount > 0 || final)
        fail("can't give argument to non-function " + first.toString());
}

GoValue Run::evalCommand(const GoValue &dot, const CommandNode &command, Final final)
{
    spend(1);
    const Node &first = *command.words[0];
    const std::size_t argumentCount = command.words.size() - 1;
    switch (first.kind) {
    case Node::Kind::Field:
        return evalField(dot, static_cast<const NamesNode &>(first), argumentCount, final);
    case Node::Kind::Chain:
        return evalChain(dot, static_cast<const ChainNode &>(first), argumentCount, final);
    case Node::Kind::Identifier:
        return evalFunction(dot, static_cast<const WordNode &>(first), &command, final);
    case Node::Kind::Pipe:
        refuseArguments(first, argumentCount, final);
        return evalPipe(dot, static_cast<const PipeNode &>(first));
    case Node::Kind::Variable:
        return evalVariable(static_cast<const NamesNode &>(first), &command, final);
    default:
        at(first);
        refuseArguments(first, argumentCount, final);
        break;
    }
    if (first.kind == Node::Kind::Dot)
        return dot;
    if (first.kind == Node::Kind::Nil)
        fail("nil is not a command");
    return evalConstant(first);
}

GoValue Run::evalConstant(const Node &node)
{
    const auto &constant = static_cast<const ConstantNode &>(node);
    at(node);
    if (!constant.value.isValid())
        fail(std::format("{} overflows int", constant.text));
    return constant.value;
}

GoValue Run::evalField(const GoValue &dot, const NamesNode &node, std::size_t argumentCount, Final final)
{
    at(node);
    return evalNames(dot, node.names, argumentCount > 0 || final);
}

GoValue Run::evalVariable(const NamesNode &node, const CommandNode *command, Final final)
{
    at(node);
    const GoValue value = variable(node.names[0]).value;
    const std::size_t argumentCount = command ? command->words.size() - 1 : 0;
    if (node.names.size() > 1)
        return evalNames(value, std::span(node.names).subspan(1), argumentCount > 0 || final);
    refuseArguments(node, argumentCount, final);
    return value;
}

GoValue Run::evalChain(const GoValue &dot, const ChainNode &node, std::size_t argumentCount, Final final)
{
    at(node);
    at(*node.operand);
    GoValue value = node.operand->kind == Node::Kind::Pipe
                        ? evalPipe(dot, static_cast<const PipeNode &>(*node.operand))
                        : evalFunction(dot, static_cast<const WordNode &>(*node.operand), nullptr, nullptr);
    return evalNames(std::move(value), node.fields, argumentCount > 0 || final);
}

/// Only the last name could be a function and take arguments; data has none, so it refuses them.
GoValue Run::evalNames(GoValue value, std::span<const std::string> names, bool hasArguments)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        spend(1);
        value = evalName(value, names[i], hasArguments && i + 1 == names.size());
    }
    return value;
}

/// What is missing has nothing below it either; what is null is an error.
GoValue Run::evalName(const GoValue &receiver, std::string_view name, bool hasArguments)
{
    if (!receiver.isValid())
        return {};
    if (receiver.kind == GoValue::Kind::Nil)
        fail(std::format("nil pointer evaluating interface {{}}.{}", name));
    if (receiver.kind != GoValue::Kind::Map)
        fail(std::format("can't evaluate field {} in type {}", name, receiver.staticTypeName()));
    if (hasArguments)
        fail(std::format("{} is not a method but has arguments", name));
    return receiver.data.contains(name) ? GoValue::item(receiver.data[name]) : GoValue();
}

} // namespace minato::kube::gotemplate
