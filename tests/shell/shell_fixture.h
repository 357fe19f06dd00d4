// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/queue_timers.h"
#include "engine/event_queue.h"
#include "shell/shell.h"

#include <string>

namespace minato::tests {

/// A cluster that nobody can reach: for what needs none. Requests are never answered.
class NoCluster : public api::KubeTransport, public api::TrafficTarget {
public:
    explicit NoCluster(const api::BackendClock &clock) : m_clock(clock) {}
    api::CallPtr send(api::Request, api::Reply) override { return std::make_unique<api::Call>(); }
    api::CallPtr watch(api::Request, api::EventSink) override { return std::make_unique<api::Call>(); }
    api::CallPtr stream(api::Request, api::ByteSink) override { return std::make_unique<api::Call>(); }
    api::CallPtr request(api::TrafficRequest, std::move_only_function<void(api::TrafficResult)>) override
    {
        return std::make_unique<api::Call>();
    }
    const api::BackendClock &clock() const override { return m_clock; }
    bool has(api::Capability) const override { return false; }

private:
    const api::BackendClock &m_clock;
};

/// A shell on an event queue, and what it wrote.
class ShellFixture {
public:
    explicit ShellFixture(api::KubeTransport *transport = nullptr, api::TrafficTarget *traffic = nullptr)
        : shell({.transport = transport ? *transport : noCluster,
                 .traffic = traffic ? *traffic : noCluster,
                 .timers = timers})
    {
    }

    /// Runs until the script has ended; the status, or -1 when it did not within `within` of virtual time.
    int run(std::string script, base::Duration within = std::chrono::hours(1))
    {
        return finish(shell.run(std::move(script), sink()), within);
    }
    int runScript(std::string script, base::Duration within = std::chrono::hours(1))
    {
        return finish(shell.runScript(std::move(script), sink()), within);
    }
    int finish(client::Task<int> task, base::Duration within)
    {
        task.start();
        const base::Instant limit = queue.now() + within;
        while (!task.isDone() && queue.step(limit)) {
        }
        return task.isDone() ? task.takeResult() : -1;
    }
    shell::OutputSink sink()
    {
        return [this](shell::Stream stream, std::string_view text) {
            (stream == shell::Stream::Out ? out : err) += text;
        };
    }

    engine::EventQueue queue;
    client::QueueTimers timers{queue};
    NoCluster noCluster{timers};
    shell::Shell shell;
    std::string out, err;
};

} // namespace minato::tests
