// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "client/task.h"
#include "shell/sh/environment.h"
#include "shell/sh/signal.h"

#include <memory>
#include <string>
#include <vector>

namespace minato::shell {

/// A subshell that runs beside its parent: a stage of a pipeline, or a command with `&`.
class Job {
public:
    static constexpr int kBrokenPipe = 128 + 13;
    static constexpr int kTerminated = 128 + 15;

    Job(api::Timers &timers, Environment environment)
        : m_timers(timers),
          m_environment(std::make_unique<Environment>(std::move(environment))),
          m_finished(timers)
    {
    }
    Job(const Job &) = delete;
    Job &operator=(const Job &) = delete;

    [[nodiscard]] Environment &environment() { return *m_environment; }
    void start(client::Task<void> body);
    /// Ends it soon, from whatever it waits for; may be called by the job itself.
    void kill(int status);
    [[nodiscard]] bool isDone() const { return m_isDone; }
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] client::Task<void> finished();

    int id = 0;       ///< what $! gives
    std::string text; ///< as typed

private:
    void finish(int status);
    api::Timers &m_timers;
    std::unique_ptr<Environment> m_environment; ///< dropped at the end: that closes its pipes
    client::Task<void> m_body;
    api::TimerPtr m_kill;
    Signal m_finished;
    bool m_isDone = false;
    int m_status = 0;
};
using JobPtr = std::shared_ptr<Job>;

/// Commands that were started with `&`, as `jobs` lists them.
class Jobs {
public:
    void add(JobPtr job);
    [[nodiscard]] const std::vector<JobPtr> &all() const { return m_jobs; }
    /// "%1", "%%" or a process id.
    [[nodiscard]] JobPtr find(std::string_view spec) const;
    void forget(const JobPtr &job);
    [[nodiscard]] int number(const JobPtr &job) const;

private:
    std::vector<JobPtr> m_jobs;
    std::vector<int> m_numbers;
    int m_nextId = 1001; ///< process ids are invented, but stable
};

} // namespace minato::shell
