// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sh/interpreter.h"

#include "shell/sh/builtins.h"
#include "shell/sh/expand.h"
#include "shell/sh/parser.h"

#include <algorithm>
#include <utility>

namespace minato::shell {
namespace {

constexpr int kMaxFunctionDepth = 1000;
constexpr base::Duration kIterationTime = std::chrono::microseconds(10);

/// Cuts a script at the places to which it has been read.
class ScriptLines {
public:
    explicit ScriptLines(std::string script) : m_script(std::move(script)) {}

    /// The text from the last place to this one, without blank lines and comments before it and without its
    /// last newline; and the number of the line on which it begins.
    [[nodiscard]] std::pair<std::string, int> upTo(std::size_t end)
    {
        end = std::clamp(end, m_begin, m_script.size());
        std::string_view text = std::string_view(m_script).substr(m_begin, end - m_begin);
        int number = m_line;
        m_line += static_cast<int>(std::ranges::count(text, '\n'));
        m_begin = end;
        for (auto newline = text.find('\n'); newline != text.npos && isBlank(text.substr(0, newline));
             newline = text.find('\n')) {
            text.remove_prefix(newline + 1);
            ++number;
        }
        if (text.ends_with('\n'))
            text.remove_suffix(1);
        return {std::string(text), number};
    }

private:
    [[nodiscard]] static bool isBlank(std::string_view line)
    {
        const auto first = line.find_first_not_of(" \t\r");
        return first == line.npos || line[first] == '#';
    }

    std::string m_script;
    std::size_t m_begin = 0;
    int m_line = 1;
};

} // namespace

client::Task<void> Interpreter::runScript(std::string script, Environment &environment, std::string prefix,
                                          LineObserver *observer)
{
    ScriptLines lines(observer ? script : std::string());
    Parser parser(std::move(script), &environment.aliases);
    while (environment.goesOn()) {
        const auto line = parser.next();
        if (line && !*line)
            co_return;
        if (observer) {
            auto [text, number] = lines.upTo(parser.position());
            co_await observer->lineBegins(std::move(text), number);
        }
        if (line) {
            const NodePtr node = *line; // a function may outlive the line, the line must outlive its run
            if (!environment.options.onlyReads)
                co_await run(*node, environment);
        } else {
            environment.line = line.error().line;
            environment.fail(prefix + "Syntax error: " + line.error().message);
        }
        if (observer)
            observer->lineEnded(environment.status);
        if (!line)
            co_return;
    }
}

client::Task<void> Interpreter::run(const Node &node, Environment &environment)
{
    environment.line = node.line;
    if (const auto *simple = std::get_if<SimpleCommand>(&node.command)) {
        co_await runSimple(node, *simple, environment);
        co_return;
    }
    if (node.redirects.empty()) {
        co_await runCompound(node, environment);
        co_return;
    }
    const auto saved = environment.files;
    const bool isOpen = co_await redirect(node.redirects, environment);
    if (isOpen)
        co_await runCompound(node, environment);
    environment.files = saved;
}

client::Task<void> Interpreter::runCompound(const Node &node, Environment &environment)
{
    if (const auto *sequence = std::get_if<Sequence>(&node.command)) {
        for (const NodePtr &item : sequence->items) {
            co_await run(*item, environment);
            if (!environment.goesOn())
                co_return;
        }
    } else if (const auto *pipeline = std::get_if<Pipeline>(&node.command)) {
        co_await runPipeline(*pipeline, environment);
    } else if (const auto *list = std::get_if<AndOr>(&node.command)) {
        co_await runAndOr(*list, environment);
    } else if (const auto *background = std::get_if<Background>(&node.command)) {
        startBackground(*background, environment);
        co_await client::sleep(m_services.timers, kCommandTime);
    } else if (const auto *subshell = std::get_if<Subshell>(&node.command)) {
        co_await runSubshell(subshell->body, environment);
    } else if (const auto *group = std::get_if<Group>(&node.command)) {
        co_await run(*group->body, environment);
    } else if (const auto *condition = std::get_if<If>(&node.command)) {
        co_await runIf(*condition, environment);
    } else if (const auto *forLoop = std::get_if<For>(&node.command)) {
        co_await runFor(*forLoop, environment);
    } else if (const auto *loop = std::get_if<Loop>(&node.command)) {
        co_await runLoop(*loop, environment);
    } else if (const auto *choice = std::get_if<Case>(&node.command)) {
        co_await runCase(*choice, environment);
    } else if (const auto *function = std::get_if<FunctionDefinition>(&node.command)) {
        environment.functions[function->name] = function->body;
        environment.status = 0;
    }
}

client::Task<void> Interpreter::runCondition(const Node &node, Environment &environment)
{
    ++environment.testDepth;
    co_await run(node, environment);
    --environment.testDepth;
}

client::Task<void> Interpreter::runAndOr(const AndOr &list, Environment &environment)
{
    co_await runCondition(*list.first, environment);
    for (std::size_t i = 0; i < list.rest.size() && environment.goesOn(); ++i) {
        if (list.rest[i].isAnd != (environment.status == 0))
            continue;
        if (i + 1 == list.rest.size())
            co_await run(*list.rest[i].node, environment);
        else
            co_await runCondition(*list.rest[i].node, environment);
    }
}

client::Task<void> Interpreter::runIf(const If &node, Environment &environment)
{
    co_await runCondition(*node.condition, environment);
    if (!environment.goesOn())
        co_return;
    if (environment.status == 0)
        co_await run(*node.thenPart, environment);
    else if (node.elsePart)
        co_await run(*node.elsePart, environment);
    else
        environment.status = 0;
}

/// After a round of a loop: true when the loop ends here.
bool Interpreter::leavesLoop(Environment &environment) const
{
    if (environment.goesOn())
        return false;
    const bool isBreak = environment.flow == Environment::Flow::Break;
    if (!isBreak && environment.flow != Environment::Flow::Continue)
        return true;
    if (--environment.flowCount > 0)
        return true;
    environment.flow = Environment::Flow::Next;
    return isBreak;
}

client::Task<void> Interpreter::runFor(const For &node, Environment &environment)
{
    std::vector<std::string> values = environment.positional;
    if (node.hasWords)
        values = co_await Expander(*this, environment).arguments(node.words);
    if (!environment.goesOn())
        co_return;
    environment.status = 0;
    ++environment.loopDepth;
    for (const std::string &value : values) {
        if (!environment.set(node.name, value))
            break;
        co_await run(*node.body, environment);
        if (leavesLoop(environment))
            break;
        co_await client::sleep(m_services.timers, kIterationTime);
    }
    --environment.loopDepth;
}

client::Task<void> Interpreter::runLoop(const Loop &node, Environment &environment)
{
    int status = 0;
    ++environment.loopDepth;
    for (;;) {
        co_await runCondition(*node.condition, environment);
        if (!environment.goesOn()) {
            if (leavesLoop(environment))
                break;
            continue;
        }
        if ((environment.status == 0) == node.isUntil)
            break;
        co_await run(*node.body, environment);
        status = environment.status;
        if (leavesLoop(environment))
            break;
        co_await client::sleep(m_services.timers, kIterationTime);
    }
    --environment.loopDepth;
    if (environment.flow != Environment::Flow::Return && environment.flow != Environment::Flow::Exit)
        environment.status = status;
}

client::Task<void> Interpreter::runCase(const Case &node, Environment &environment)
{
    Expander expander(*this, environment);
    const std::string subject = co_await expander.text(node.subject);
    if (!environment.goesOn())
        co_return;
    environment.status = 0;
    for (const CaseItem &item : node.items) {
        for (const Word &word : item.patterns) {
            const MarkedText pattern = co_await expander.pattern(word);
            if (!environment.goesOn())
                co_return;
            if (!matchesPattern(pattern, subject))
                continue;
            if (item.body)
                co_await run(*item.body, environment);
            co_return;
        }
    }
}

client::Task<void> Interpreter::runFunction(NodePtr body, std::vector<std::string> arguments,
                                            Environment &environment)
{
    if (environment.functionDepth >= kMaxFunctionDepth) {
        environment.fail("Maximum function recursion depth (1000) reached");
        co_return;
    }
    arguments.erase(arguments.begin());
    std::swap(environment.positional, arguments);
    const int loopDepth = std::exchange(environment.loopDepth, 0);
    ++environment.functionDepth;
    environment.locals.emplace_back();
    environment.localOptions.emplace_back();
    co_await run(*body, environment);
    for (auto &[name, variable] : environment.locals.back()) {
        if (variable)
            environment.variables[name] = std::move(*variable);
        else
            environment.variables.erase(name);
    }
    environment.locals.pop_back();
    if (const auto &options = environment.localOptions.back())
        environment.options = *options;
    environment.localOptions.pop_back();
    --environment.functionDepth;
    environment.loopDepth = loopDepth;
    std::swap(environment.positional, arguments);
    if (environment.flow == Environment::Flow::Return)
        environment.flow = Environment::Flow::Next;
}

void Interpreter::checkError(Environment &environment) const
{
    if (environment.status != 0 && environment.options.exitsOnError && environment.testDepth == 0 &&
        environment.goesOn())
        environment.flow = Environment::Flow::Exit;
}

client::Task<void> Interpreter::runExitTrap(Environment &environment)
{
    const auto trap = environment.traps.find(0);
    if (trap == environment.traps.end() || trap->second.empty())
        co_return;
    const int status = environment.status;
    std::string action = std::exchange(trap->second, {});
    environment.flow = Environment::Flow::Next;
    co_await runScript(std::move(action), environment);
    if (environment.flow != Environment::Flow::Exit)
        environment.status = status;
}

client::Task<void> Interpreter::runSignalTraps(Environment &environment)
{
    while (!environment.signals.empty() && environment.goesOn()) {
        const int signal = environment.signals.front();
        environment.signals.erase(environment.signals.begin());
        const auto trap = environment.traps.find(signal);
        if (trap == environment.traps.end()) {
            environment.status = 128 + signal;
            environment.flow = Environment::Flow::Exit;
            co_return;
        }
        const int status = environment.status;
        std::string action = trap->second; // the action may set the trap anew
        co_await runScript(std::move(action), environment);
        if (environment.goesOn())
            environment.status = status;
    }
}

} // namespace minato::shell
