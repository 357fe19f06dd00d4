// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sim_control.h"
#include "api/traffic_target.h"
#include "api/transport.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <variant>

namespace minato::cluster {

/// What a client does to a two-way stream that it has opened.
struct ConnectionInput {
    enum class Action : std::uint8_t { Write, CloseInput, ResizeTerminal, Drop };
    std::uint64_t connection = 0; ///< the number of the Connect that opened it
    Action action{};
    std::string data = {}; ///< of a Write
    int columns = 0, rows = 0;
};

/// One thing that came from outside, and when the cluster took it.
struct Input {
    enum class Kind : std::uint8_t { Send, Watch, Stream, Connect, Connection, Traffic, Fault };
    base::Instant at;
    std::uint64_t seq = 0;
    Kind kind{};
    std::variant<api::Request, api::TrafficRequest, ConnectionInput, api::Fault> request;
};

/// The one place that everything from outside passes: the seed and these inputs determine a run.
class InputGate {
public:
    explicit InputGate(const api::BackendClock &clock) : m_clock(clock) {}
    InputGate(const InputGate &) = delete;
    InputGate &operator=(const InputGate &) = delete;

    /// Told of each input before it takes effect. Empty: nobody records.
    void setRecorder(std::function<void(const Input &)> recorder) { m_recorder = std::move(recorder); }
    /// Gives the input's number.
    template <class Request>
    std::uint64_t note(Input::Kind kind, const Request &request)
    {
        const auto seq = m_nextSeq++;
        if (m_recorder)
            m_recorder({m_clock.now(), seq, kind, request});
        return seq;
    }
    /// For those who may outlive the gate: nothing once it is gone.
    [[nodiscard]] std::weak_ptr<InputGate *> weak() const { return m_self; }

private:
    const api::BackendClock &m_clock;
    std::shared_ptr<InputGate *> m_self = std::make_shared<InputGate *>(this);
    std::uint64_t m_nextSeq = 0;
    std::function<void(const Input &)> m_recorder;
};

/// A transport whose requests pass the gate.
[[nodiscard]] std::unique_ptr<api::KubeTransport> gatedTransport(InputGate &gate,
                                                                 std::unique_ptr<api::KubeTransport> inner);

} // namespace minato::cluster
