// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/slow_start.h"

#include <algorithm>

namespace minato::components {
namespace {

using Answer = api::Result<api::Response>;

/// Waits for a number of answers; lives in the frame of the coroutine that awaits it.
struct AllAnswers {
    api::KubeTransport &transport;
    std::vector<api::Request> requests;
    const std::function<void(const Answer &)> &onDone;
    std::vector<api::CallPtr> calls{};
    std::vector<Answer> answers{};
    std::size_t missing = 0;

    bool await_ready() const { return requests.empty(); }
    void await_suspend(std::coroutine_handle<> caller)
    {
        missing = requests.size();
        answers.resize(missing, std::unexpected(kube::Status()));
        calls.reserve(missing);
        for (std::size_t i = 0; i < requests.size(); ++i) {
            calls.push_back(transport.send(std::move(requests[i]), [this, i, caller](Answer answer) {
                if (onDone)
                    onDone(answer);
                answers[i] = std::move(answer);
                if (--missing == 0)
                    caller.resume();
            }));
        }
    }
    std::vector<Answer> await_resume() { return std::move(answers); }
};

} // namespace

bool isNamespaceEnding(const kube::Status &status)
{
    return std::ranges::any_of(status.causes,
                               [](const auto &cause) { return cause.reason == "NamespaceTerminating"; });
}

int nextBatch(int previous, int remaining)
{
    return std::min(remaining, previous == 0 ? 1 : previous * 2);
}

client::Task<std::vector<Answer>> sendAll(api::KubeTransport &transport, std::vector<api::Request> requests,
                                          std::function<void(const Answer &)> onDone)
{
    co_return co_await AllAnswers{transport, std::move(requests), onDone};
}

client::Task<SlowStartResult> slowStart(api::KubeTransport &transport, int count,
                                        std::function<api::Request()> nextRequest,
                                        std::function<void(const Answer &)> onDone,
                                        std::function<bool(const kube::Status &)> isForgiven)
{
    SlowStartResult result;
    int batch = nextBatch(0, count);
    while (batch > 0) {
        std::vector<api::Request> requests;
        for (int i = 0; i < batch; ++i)
            requests.push_back(nextRequest());
        const auto answers = co_await sendAll(transport, std::move(requests), onDone);
        result.calls += batch;
        for (const Answer &answer : answers) {
            if (answer || (isForgiven && isForgiven(answer.error())))
                ++result.successes;
            else if (result.firstError.message.empty())
                result.firstError = answer.error();
        }
        if (result.successes < result.calls)
            break;
        batch = nextBatch(batch, count - result.calls);
    }
    co_return result;
}

} // namespace minato::components
