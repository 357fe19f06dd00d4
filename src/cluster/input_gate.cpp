// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/input_gate.h"

namespace minato::cluster {
namespace {

class GatedTransport : public api::KubeTransport, public api::Connector {
public:
    GatedTransport(InputGate &gate, std::unique_ptr<api::KubeTransport> inner)
        : m_gate(gate), m_inner(std::move(inner))
    {
    }
    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override
    {
        m_gate.note(Input::Kind::Send, request);
        return m_inner->send(std::move(request), std::move(reply));
    }
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override
    {
        m_gate.note(Input::Kind::Watch, request);
        return m_inner->watch(std::move(request), std::move(sink));
    }
    [[nodiscard]] api::CallPtr stream(api::Request request, api::ByteSink sink) override
    {
        m_gate.note(Input::Kind::Stream, request);
        return m_inner->stream(std::move(request), std::move(sink));
    }
    [[nodiscard]] api::Connector *connector() override { return m_inner->connector() ? this : nullptr; }
    [[nodiscard]] api::ConnectionPtr connect(api::Request request, api::ConnectionSink sink) override
    {
        m_gate.note(Input::Kind::Connect, request);
        return m_inner->connector()->connect(std::move(request), std::move(sink));
    }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_inner->clock(); }
    [[nodiscard]] bool has(api::Capability capability) const override
    {
        return capability == api::Capability::SimClock || m_inner->has(capability);
    }

private:
    InputGate &m_gate;
    std::unique_ptr<api::KubeTransport> m_inner;
};

} // namespace

std::unique_ptr<api::KubeTransport> gatedTransport(InputGate &gate, std::unique_ptr<api::KubeTransport> inner)
{
    return std::make_unique<GatedTransport>(gate, std::move(inner));
}

} // namespace minato::cluster
