// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/input_gate.h"

#include <utility>

namespace minato::cluster {
namespace {

/// A two-way stream whose client is recorded.
class GatedConnection : public api::Connection {
public:
    GatedConnection(InputGate &gate, std::uint64_t id, api::ConnectionPtr inner)
        : m_gate(gate.weak()), m_id(id), m_inner(std::move(inner))
    {
    }
    ~GatedConnection() override { note({m_id, Action::Drop}); }
    void write(std::string_view input) override
    {
        note({m_id, Action::Write, std::string(input)});
        m_inner->write(input);
    }
    void closeInput() override
    {
        note({m_id, Action::CloseInput});
        m_inner->closeInput();
    }
    void resizeTerminal(int columns, int rows) override
    {
        note({m_id, Action::ResizeTerminal, {}, columns, rows});
        m_inner->resizeTerminal(columns, rows);
    }

private:
    using Action = ConnectionInput::Action;
    void note(const ConnectionInput &input)
    {
        if (const auto gate = m_gate.lock())
            (*gate)->note(Input::Kind::Connection, input);
    }

    std::weak_ptr<InputGate *> m_gate;
    std::uint64_t m_id;
    api::ConnectionPtr m_inner;
};

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
        const auto id = m_gate.note(Input::Kind::Connect, request);
        auto connection = m_inner->connector()->connect(std::move(request), std::move(sink));
        return std::make_unique<GatedConnection>(m_gate, id, std::move(connection));
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
