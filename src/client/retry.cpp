// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/retry.h"

#include "client/requests.h"

namespace minato::client {

Task<api::Result<api::Response>> retryOnConflict(api::KubeTransport &transport, api::Timers &timers,
                                                 api::Request get, std::function<bool(kube::Value &)> change,
                                                 std::string subresource)
{
    constexpr int kAttempts = 5;
    constexpr base::Duration kPause = std::chrono::milliseconds(10);
    for (int attempt = 1;; ++attempt) {
        auto answer = co_await send(transport, get);
        if (!answer)
            co_return answer;
        kube::Value object = answer->object()->root();
        if (!change(object))
            co_return answer;
        answer = co_await send(transport, updateRequest(get.resource, std::move(object), subresource));
        if (answer || answer.error().code != 409 || attempt == kAttempts)
            co_return answer;
        co_await sleep(timers, kPause);
    }
}

} // namespace minato::client
