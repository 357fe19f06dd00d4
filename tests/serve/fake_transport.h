// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"

#include <QTimer>

#include <map>

namespace minato::tests {

/// A server that answers each request with one text, and lets a test feed its watches.
class FakeTransport : public api::KubeTransport {
public:
    std::string text = "ok";

    [[nodiscard]] std::size_t watcherCount() const { return m_sinks.size(); }
    void tellWatchers(const std::string &name)
    {
        const auto object = std::make_shared<kube::Object>(kube::Value::map(
            {{"kind", "Pod"}, {"apiVersion", "v1"}, {"metadata", kube::Value::map({{"name", name}})}}));
        for (auto &[id, sink] : m_sinks)
            sink(std::vector{api::WatchEvent{api::WatchEvent::Type::Added, object, {}}});
    }

    [[nodiscard]] api::CallPtr send(api::Request, api::Reply reply) override
    {
        auto call = std::make_unique<SendCall>();
        QObject::connect(&call->timer, &QTimer::timeout, &call->timer,
                         [this, reply = std::make_shared<api::Reply>(std::move(reply))] {
                             (*reply)(api::Response{api::Bytes{"text/plain", text}, false, {}});
                         });
        call->timer.setSingleShot(true);
        call->timer.start(0);
        return call;
    }
    [[nodiscard]] api::CallPtr watch(api::Request, api::EventSink sink) override
    {
        const int id = m_next++;
        m_sinks.emplace(id, std::move(sink));
        return std::make_unique<WatchCall>(*this, id);
    }
    [[nodiscard]] api::CallPtr stream(api::Request, api::ByteSink) override { return nullptr; }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_clock; }
    [[nodiscard]] bool has(api::Capability) const override { return false; }

private:
    struct SendCall : api::Call {
        QTimer timer;
    };
    struct WatchCall : api::Call {
        WatchCall(FakeTransport &t, int i) : transport(t), id(i) {}
        ~WatchCall() override { transport.m_sinks.erase(id); }
        FakeTransport &transport;
        int id;
    };
    struct Clock : api::BackendClock {
        [[nodiscard]] base::Instant now() const override { return base::kSimEpoch; }
    };

    Clock m_clock;
    std::map<int, api::EventSink> m_sinks;
    int m_next = 0;
};

} // namespace minato::tests
