// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/go_template_functions.h"
#include "kube/go_template_node.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube::gotemplate {

/// What a template was parsed from, for messages.
struct Program {
    std::string name;
    std::string text;
    Templates templates;
};

/// Leaves an execution from any depth; caught in GoTemplate::execute.
struct Failure {
    std::string text;
};

/// One execution of a template.
///
/// Mirrors   text/template/exec.go with missingkey=default
/// Differs   Bounds on output, steps and depth, each with its own text.
/// Errors    Throws Failure; what was written until then stays in the output.
class Run {
public:
    Run(const Program &program, std::string &out) : m_program(program), m_out(out) {}

    void execute(const Value &data);

private:
    enum class Flow : std::uint8_t { Next, Break, Continue };

    struct Variable {
        std::string_view name;
        GoValue value;
    };
    /// What comes through the pipe, null at its start.
    using Final = const GoValue *;

    // Statements: go_template_run.cpp
    Flow walk(const GoValue &dot, const Node &node);
    Flow walkList(const GoValue &dot, const ListNode &list);
    void walkAction(const GoValue &dot, const ActionNode &node);
    Flow walkBranch(const GoValue &dot, const BranchNode &node);
    Flow walkRange(const GoValue &dot, const BranchNode &node);
    bool iterate(const BranchNode &node, const GoValue &over, Flow &flow);
    bool iterateNumbers(const BranchNode &node, const GoValue &over, Flow &flow);
    bool iterateOnce(const BranchNode &node, const GoValue &index, const GoValue &item, Flow &flow);
    void walkTemplate(const GoValue &dot, const TemplateNode &node);
    void write(std::string_view text);

    // Expressions: go_template_eval.cpp
    GoValue evalPipe(const GoValue &dot, const PipeNode &pipe);
    GoValue evalCommand(const GoValue &dot, const CommandNode &command, Final final);
    GoValue evalField(const GoValue &dot, const NamesNode &node, std::size_t argumentCount, Final final);
    GoValue evalVariable(const NamesNode &node, const CommandNode *command, Final final);
    GoValue evalChain(const GoValue &dot, const ChainNode &node, std::size_t argumentCount, Final final);
    GoValue evalNames(GoValue value, std::span<const std::string> names, bool hasArguments);
    GoValue evalName(const GoValue &receiver, std::string_view name, bool hasArguments);
    GoValue evalConstant(const Node &node);
    void refuseArguments(const Node &first, std::size_t argumentCount, Final final);

    // Calls: go_template_call.cpp
    GoValue evalFunction(const GoValue &dot, const WordNode &node, const CommandNode *command, Final final);
    GoValue shortCircuit(const GoValue &dot, const Function &function, std::span<const NodePtr> words,
                         Final final);
    static std::string refusedCall(const GoValue &callee, std::span<const NodePtr> words);
    void chargeFor(std::span<const GoValue> arguments, const GoValue &result);
    void checkCount(const Function &function, std::size_t words, std::size_t arguments);
    GoValue evalArgument(const GoValue &dot, Function::Parameter type, const Node &node);
    GoValue checked(GoValue value, Function::Parameter type);

    Variable &variable(std::string_view name);
    void at(const Node &node);
    [[noreturn]] void fail(const std::string &message) const;
    [[noreturn]] void exceed(std::string_view what) const;
    void spend(std::size_t steps);
    class Nesting;

    const Program &m_program;
    std::string &m_out;
    const Node *m_node = nullptr; ///< being evaluated, for messages
    std::string_view m_template;  ///< name of the template being executed
    std::vector<Variable> m_variables;
    int m_calls = 0;
    int m_nesting = 0;
    std::size_t m_steps = 0;
};

} // namespace minato::kube::gotemplate
