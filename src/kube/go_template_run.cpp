// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_template_run.h"

#include "kube/go_format.h"
#include "kube/go_quote.h"
#include "kube/go_template_nesting.h"

#include <algorithm>
#include <format>
#include <utility>

namespace minato::kube::gotemplate {
namespace {

constexpr int kMaxCalls = 100;
constexpr std::size_t kMaxSteps = 10'000'000;
constexpr std::size_t kMaxShownValue = 64 * 1024;

std::string shown(const GoValue &value)
{
    GoPrinter printer(kMaxShownValue);
    printer.printValue(value);
    return printer.take();
}

} // namespace

void Run::execute(const Value &data)
{
    m_template = m_program.name;
    const GoValue root = GoValue::plain(data);
    m_variables = {{"$", root}};
    walkList(root, *m_program.templates.find(m_program.name)->second);
}

void Run::at(const Node &node)
{
    m_node = &node;
}

void Run::fail(const std::string &message) const
{
    const std::string_view before = std::string_view(m_program.text).substr(0, m_node->position);
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0
    throw Failure{std::format("template: {}:{}:{}: executing {} at <{}>: {}", m_program.name,
                              1 + std::ranges::count(before, '\n'), before.size() - lineStart,
                              goQuote(m_template), m_node->toString(), message)};
}

void Run::exceed(std::string_view what) const
{
    throw Failure{std::format("template: {}: {}", m_program.name, what)};
}

void Run::spend(std::size_t steps)
{
    m_steps += steps;
    if (m_steps > kMaxSteps)
        exceed("exceeded maximum number of steps");
}

void Run::write(std::string_view text)
{
    if (text.size() > kMaxText - m_out.size())
        exceed("exceeded maximum output of 16 MiB");
    m_out += text;
}

Run::Flow Run::walk(const GoValue &dot, const Node &node)
{
    const Nesting nesting(*this);
    spend(1);
    at(node);
    switch (node.kind) {
    case Node::Kind::Text:
        write(static_cast<const WordNode &>(node).text);
        return Flow::Next;
    case Node::Kind::Action:
        walkAction(dot, static_cast<const ActionNode &>(node));
        return Flow::Next;
    case Node::Kind::Template:
        walkTemplate(dot, static_cast<const TemplateNode &>(node));
        return Flow::Next;
    case Node::Kind::Break:
        return Flow::Break;
    case Node::Kind::Continue:
        return Flow::Continue;
    case Node::Kind::Range:
        return walkRange(dot, static_cast<const BranchNode &>(node));
    default:
        return walkBranch(dot, static_cast<const BranchNode &>(node));
    }
}

Run::Flow Run::walkList(const GoValue &dot, const ListNode &list)
{
    for (const NodePtr &node : list.nodes) {
        if (const Flow flow = walk(dot, *node); flow != Flow::Next)
            return flow;
    }
    return Flow::Next;
}

/// Variables that an action declares live until the end of the block around it.
void Run::walkAction(const GoValue &dot, const ActionNode &node)
{
    const GoValue value = evalPipe(dot, *node.pipe);
    if (!node.pipe->variables.empty())
        return;
    if (!value.isValid())
        return write("<no value>");
    if (value.kind == GoValue::Kind::String)
        return write(value.data.asString());
    GoPrinter printer(kMaxText);
    printer.printValue(value);
    write(printer.take());
}

Run::Flow Run::walkBranch(const GoValue &dot, const BranchNode &node)
{
    const std::size_t known = m_variables.size();
    const GoValue value = evalPipe(dot, *node.pipe);
    Flow flow = Flow::Next;
    if (value.isTrue())
        flow = walkList(node.kind == Node::Kind::With ? value : dot, *node.list);
    else if (node.otherwise)
        flow = walkList(dot, *node.otherwise);
    m_variables.resize(known);
    return flow;
}

Run::Flow Run::walkRange(const GoValue &dot, const BranchNode &node)
{
    const std::size_t known = m_variables.size();
    const GoValue over = evalPipe(dot, *node.pipe);
    Flow flow = Flow::Next;
    const bool wasEmpty = !iterate(node, over, flow);
    flow = wasEmpty && node.otherwise ? walkList(dot, *node.otherwise) : Flow::Next;
    // In the else list, continue is for the range around this one, but break still ends this one: so does Go.
    if (flow == Flow::Break)
        flow = Flow::Next;
    m_variables.resize(known);
    return flow;
}

/// False when there is nothing to iterate over.
bool Run::iterate(const BranchNode &node, const GoValue &over, Flow &flow)
{
    if (over.isInteger())
        return iterateNumbers(node, over, flow);
    if (over.isValid() && over.kind != GoValue::Kind::Slice && over.kind != GoValue::Kind::Map)
        fail("range can't iterate over " + shown(over));
    std::int64_t index = 0;
    for (const Value &item : over.data.items()) {
        if (!iterateOnce(node, GoValue::integer(index++), GoValue::item(item), flow))
            break;
    }
    for (const Member &member : over.data.members()) {
        if (!iterateOnce(node, GoValue::plain(member.key()), GoValue::item(member.value), flow))
            break;
    }
    return over.data.size() > 0;
}

/// Counts up to the number. Items have its type.
bool Run::iterateNumbers(const BranchNode &node, const GoValue &over, Flow &flow)
{
    if (node.pipe->variables.size() > 1)
        fail(std::format("can't use {} to iterate over more than one variable", shown(over)));
    const std::int64_t count = over.data.asInt();
    for (std::int64_t i = 0; i < count; ++i) {
        if (!iterateOnce(node, {}, {over.kind, false, i}, flow))
            break;
    }
    return count > 0;
}

/// One variable takes the item, two take index and item. False to stop.
bool Run::iterateOnce(const BranchNode &node, const GoValue &index, const GoValue &item, Flow &flow)
{
    spend(1);
    const std::vector<std::string> &names = node.pipe->variables;
    const std::size_t known = m_variables.size();
    if (node.pipe->isAssignment) {
        if (names.size() > 1)
            variable(names[0]).value = index;
        variable(names.back()).value = item;
    } else if (!names.empty()) {
        m_variables[known - 1].value = item;
        if (names.size() > 1)
            m_variables[known - 2].value = index;
    }
    flow = walkList(item, *node.list);
    m_variables.resize(known);
    return flow != Flow::Break;
}

/// The template sees its argument as dot and as $, and none of the caller's variables.
void Run::walkTemplate(const GoValue &dot, const TemplateNode &node)
{
    const auto found = m_program.templates.find(node.name);
    if (found == m_program.templates.end())
        fail(std::format("template {} not defined", goQuote(node.name)));
    if (m_calls == kMaxCalls)
        fail(std::format("exceeded maximum template depth ({})", kMaxCalls));
    const GoValue argument = node.pipe ? evalPipe(dot, *node.pipe) : GoValue();
    std::vector<Variable> callers = std::exchange(m_variables, {{"$", argument}});
    const std::string_view caller = std::exchange(m_template, found->first);
    ++m_calls;
    walkList(argument, *found->second);
    --m_calls;
    m_template = caller;
    m_variables = std::move(callers);
}

Run::Variable &Run::variable(std::string_view name)
{
    for (std::size_t i = m_variables.size(); i-- > 0;) {
        if (m_variables[i].name == name)
            return m_variables[i];
    }
    fail(std::format("undefined variable: {}", name));
}

} // namespace minato::kube::gotemplate
