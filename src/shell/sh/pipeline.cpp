// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What runs in an environment of its own: stages of pipelines, subshells, $(…), commands with `&`.
#include "shell/sh/interpreter.h"

#include <format>

namespace minato::shell {
namespace {

Environment subshellOf(const Environment &environment)
{
    Environment copy = environment;
    copy.isSubshell = true;
    copy.loopDepth = 0;
    std::erase_if(copy.traps,
                  [](const auto &trap) { return !trap.second.empty(); }); // ignored signals stay so
    copy.signals.clear();
    return copy;
}

/// What bash's `time` prints. No processor works here: only the time that went by counts.
std::string timeReport(base::Duration real)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(real).count();
    return std::format("\nreal\t{}m{}.{:03}s\nuser\t0m0.000s\nsys\t0m0.000s\n", milliseconds / 60'000,
                       milliseconds / 1000 % 60, milliseconds % 1000);
}

/// The life of a subshell. `node` may be null: no commands.
client::Task<void> runBody(Interpreter &interpreter, NodePtr node, Environment &environment)
{
    if (node)
        co_await interpreter.run(*node, environment);
    else
        environment.status = 0;
    co_await interpreter.runExitTrap(environment);
}

} // namespace

client::Task<void> Interpreter::runPipeline(const Pipeline &pipeline, Environment &environment)
{
    const base::Instant began = m_services.timers.now();
    if (pipeline.stages.size() > 1)
        co_await runStages(pipeline, environment);
    else if (pipeline.isNegated)
        co_await runCondition(*pipeline.stages.front(), environment);
    else
        co_await run(*pipeline.stages.front(), environment);
    if (pipeline.isTimed)
        environment.output(2)->write(timeReport(m_services.timers.now() - began));
    if (!environment.goesOn())
        co_return;
    if (pipeline.isNegated)
        environment.status = environment.status == 0 ? 1 : 0;
    else
        checkError(environment);
}

client::Task<void> Interpreter::runStages(const Pipeline &pipeline, Environment &environment)
{
    std::vector<JobPtr> jobs;
    for (std::size_t i = 0; i < pipeline.stages.size(); ++i)
        jobs.push_back(std::make_shared<Job>(m_services.timers, subshellOf(environment)));
    for (std::size_t i = 0; i + 1 < jobs.size(); ++i) {
        const auto breakPipe = [job = std::weak_ptr(jobs[i])] {
            if (const auto writer = job.lock())
                writer->kill(Job::kBrokenPipe);
        };
        PipeEnds pipe = makePipe(m_services.timers, breakPipe);
        jobs[i]->environment().files[1] = {.out = std::move(pipe.writer)};
        jobs[i + 1]->environment().files[0] = {.in = std::move(pipe.reader)};
    }
    for (std::size_t i = 0; i < jobs.size(); ++i)
        jobs[i]->start(runBody(*this, pipeline.stages[i], jobs[i]->environment()));
    for (const JobPtr &job : jobs)
        co_await job->finished();
    environment.status = jobs.back()->status();
    if (!environment.options.failsWithPipe)
        co_return;
    for (const JobPtr &job : jobs)
        if (job->status() != 0)
            environment.status = job->status();
}

client::Task<void> Interpreter::runSubshell(NodePtr body, Environment &environment)
{
    {
        Environment copy = subshellOf(environment);
        co_await runBody(*this, std::move(body), copy);
        environment.status = copy.status;
    }
    checkError(environment);
}

client::Task<std::string> Interpreter::capture(NodePtr commands, Environment &environment)
{
    const auto job = std::make_shared<Job>(m_services.timers, subshellOf(environment));
    const auto output = std::make_shared<CaptureOutput>([weak = std::weak_ptr(job)] {
        const auto writer = weak.lock();
        if (!writer || writer->isDone())
            return;
        writer->environment().complain("Out of space");
        writer->kill(2);
    });
    job->environment().files[1] = {.out = output};
    job->start(runBody(*this, std::move(commands), job->environment()));
    co_await job->finished();
    environment.captureStatus = job->status();
    output->text.resize(output->text.find_last_not_of('\n') + 1);
    co_return std::move(output->text);
}

void Interpreter::startBackground(const Background &node, Environment &environment)
{
    auto job = std::make_shared<Job>(m_services.timers, subshellOf(environment));
    job->text = node.text;
    job->environment().files[0] = {.in = std::make_shared<TextInput>()};
    m_jobs.add(job);
    environment.lastBackgroundId = job->id;
    environment.status = 0;
    job->start(runBody(*this, node.body, job->environment()));
}

} // namespace minato::shell
