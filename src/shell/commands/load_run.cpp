// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/load_run.h"

#include "shell/sh/signal.h"

#include <algorithm>
#include <format>

namespace minato::shell {
namespace {

/// A refused connection is told at once: a worker that kept asking would hold the thread.
constexpr base::Duration kFailurePause = std::chrono::microseconds(100);

std::string errorText(const api::TrafficError &error)
{
    using Kind = api::TrafficError::Kind;
    switch (error.kind) {
    case Kind::UnknownHost:
        return "no such host";
    case Kind::Refused:
        return "connect: connection refused";
    case Kind::TimedOut:
        return "i/o timeout";
    case Kind::Reset:
        return "connection reset by peer";
    }
    return {};
}

/// What the workers of one run share.
struct LoadState {
    LoadState(Services &someServices, LoadPlan somePlan)
        : services(someServices),
          plan(std::move(somePlan)),
          ended(someServices.timers),
          began(someServices.timers.now())
    {
    }
    Services &services;
    const LoadPlan plan;
    LoadResult result;
    Signal ended;
    base::Instant began;
    std::size_t running = 0;

    [[nodiscard]] bool takeTurn()
    {
        const bool isOver =
            plan.duration ? services.timers.now() - began >= *plan.duration : result.sent >= plan.count;
        result.sent += isOver ? 0 : 1;
        return !isOver;
    }
};

client::Task<void> work(LoadState &state)
{
    api::Timers &timers = state.services.timers;
    const std::uint64_t connection = state.plan.keepsConnections ? state.services.nextConnection++ : 0;
    const base::Duration pause(
        state.plan.perSecond > 0 ? static_cast<std::int64_t>(1e9 / state.plan.perSecond) : 0);
    while (state.takeTurn()) {
        if (pause > base::Duration::zero())
            co_await client::sleep(timers, pause);
        api::TrafficRequest request = state.plan.request;
        request.connection = connection;
        const base::Instant began = timers.now();
        const auto answer = co_await sendAndWait(state.services, std::move(request), state.plan.timeout);
        if (!answer || !*answer) {
            ++state.result.errors[answer ? errorText(answer->error()) : "i/o timeout"];
            co_await client::sleep(timers, kFailurePause);
            continue;
        }
        const api::TrafficReply &reply = **answer;
        if (state.result.samples.size() < LoadResult::kMostSamples)
            state.result.samples.push_back({.latency = timers.now() - began,
                                            .status = reply.status,
                                            .bodyBytes = reply.body.size(),
                                            .headerBytes = headerText(reply).size()});
    }
}

} // namespace

client::Task<std::optional<api::TrafficResult>> sendAndWait(Services &services, api::TrafficRequest request,
                                                            base::Duration most)
{
    struct State {
        explicit State(api::Timers &timers) : changed(timers) {}
        std::optional<api::TrafficResult> result;
        bool isLate = false;
        Signal changed;
    };
    const auto state = std::make_shared<State>(services.timers);
    const auto call = services.traffic.request(std::move(request), [state](api::TrafficResult result) {
        state->result = std::move(result);
        state->changed.notify();
    });
    api::TimerPtr alarm;
    if (most > base::Duration::zero())
        alarm = services.timers.after(most, [state] {
            state->isLate = true;
            state->changed.notify();
        });
    while (!state->result && !state->isLate)
        co_await state->changed.wait();
    co_return std::move(state->result);
}

std::string headerText(const api::TrafficReply &reply)
{
    std::string text = std::format("HTTP/1.1 {} {}\r\n", reply.status, reply.reason);
    for (const auto &[name, value] : reply.headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n";
}

client::Task<LoadResult> runLoad(Services &services, LoadPlan plan)
{
    LoadState state(services, std::move(plan));
    std::vector<client::Task<void>> workers;
    for (std::size_t i = 0; i < state.plan.workers; ++i)
        workers.push_back(work(state));
    state.running = workers.size();
    for (client::Task<void> &worker : workers)
        worker.start([&state] {
            --state.running;
            state.ended.notify();
        });
    while (state.running > 0)
        co_await state.ended.wait();
    state.result.took = services.timers.now() - state.began;
    co_return std::move(state.result);
}

} // namespace minato::shell
