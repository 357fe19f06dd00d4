// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"

#include <functional>
#include <utility>

namespace minato::session {

/// A transport that tells of each request before it is sent, and of each refusal.
///
/// Lifetime  Must outlive its calls.
class NotingTransport : public api::KubeTransport {
public:
    using Sent = std::function<void(const api::Request &)>;
    using Refused = std::function<void(const api::Request &, const kube::Status &)>;

    NotingTransport(api::KubeTransport &inner, Sent sent, Refused refused)
        : m_inner(inner), m_sent(std::move(sent)), m_refused(std::move(refused))
    {
    }

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override
    {
        m_sent(request);
        if (request.verb == api::Verb::Get || request.verb == api::Verb::List)
            return m_inner.send(std::move(request), std::move(reply));
        api::Request noted = request; // its body is shared
        return m_inner.send(std::move(request), [this, noted = std::move(noted), reply = std::move(reply)](
                                                    api::Result<api::Response> answer) mutable {
            if (!answer)
                m_refused(noted, answer.error());
            reply(std::move(answer));
        });
    }
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override
    {
        return m_inner.watch(std::move(request), std::move(sink));
    }
    [[nodiscard]] api::CallPtr stream(api::Request request, api::ByteSink sink) override
    {
        return m_inner.stream(std::move(request), std::move(sink));
    }
    [[nodiscard]] api::Connector *connector() override { return m_inner.connector(); }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_inner.clock(); }
    [[nodiscard]] bool has(api::Capability capability) const override { return m_inner.has(capability); }

private:
    api::KubeTransport &m_inner;
    Sent m_sent;
    Refused m_refused;
};

} // namespace minato::session
