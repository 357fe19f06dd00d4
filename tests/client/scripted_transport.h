// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace minato::tests {

/// A server of which the test plays each word: it answers the calls in flight itself, when it likes.
class ScriptedTransport : public api::KubeTransport {
public:
    struct Sent {
        api::Request request;
        api::Reply reply;
        bool isAlive = true;
    };
    struct Watched {
        api::Request request;
        api::EventSink sink;
        bool isAlive = true;
    };

    explicit ScriptedTransport(api::Timers &timers) : m_timers(timers) {}

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override
    {
        sent.push_back(std::make_shared<Sent>(std::move(request), std::move(reply)));
        return std::make_unique<Handle<Sent>>(sent.back());
    }
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override
    {
        watched.push_back(std::make_shared<Watched>(std::move(request), std::move(sink)));
        return std::make_unique<Handle<Watched>>(watched.back());
    }
    [[nodiscard]] api::CallPtr stream(api::Request, api::ByteSink) override { return nullptr; }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_timers; }
    [[nodiscard]] bool has(api::Capability) const override { return false; }

    /// Answers the latest request.
    void answer(api::Result<api::Response> result)
    {
        const auto last = sent.back();
        if (last->isAlive)
            last->reply(std::move(result));
    }
    /// Sends a batch to the latest watch.
    void tell(api::Result<std::vector<api::WatchEvent>> batch)
    {
        const auto last = watched.back();
        if (last->isAlive)
            last->sink(std::move(batch));
    }

    std::vector<std::shared_ptr<Sent>> sent;
    std::vector<std::shared_ptr<Watched>> watched;

private:
    template <class T>
    class Handle : public api::Call {
    public:
        explicit Handle(std::shared_ptr<T> target) : m_target(std::move(target)) {}
        ~Handle() override { m_target->isAlive = false; }

    private:
        std::shared_ptr<T> m_target;
    };
    api::Timers &m_timers;
};

inline kube::ObjectPtr object(std::string_view name, std::string_view version, std::string_view uid = {},
                              kube::Value spec = {})
{
    return kube::makeObject(
        kube::Value::map({{"kind", "Pod"},
                          {"metadata", kube::Value::map({{"namespace", "default"},
                                                         {"name", name},
                                                         {"uid", uid.empty() ? name : uid},
                                                         {"resourceVersion", version}})},
                          {"spec", std::move(spec)}}));
}

inline api::Response listOf(std::vector<kube::ObjectPtr> items, std::string_view version,
                            std::string_view token = {})
{
    kube::ObjectList list;
    list.items = std::move(items);
    list.resourceVersion = version;
    list.continueToken = token;
    return {.payload = std::move(list)};
}

} // namespace minato::tests
