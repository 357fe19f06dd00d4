// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sim_control.h"
#include "api/traffic_target.h"
#include "api/transport.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <variant>

namespace minato::cluster {

/// One thing that came from outside, and when the cluster took it.
struct Input {
    enum class Kind : std::uint8_t { Send, Watch, Stream, Connect, Traffic, Fault };
    base::Instant at;
    std::uint64_t seq = 0;
    Kind kind{};
    std::variant<api::Request, api::TrafficRequest, api::Fault> request;
};

/// The one place that everything from outside passes: the seed and these inputs determine a run.
class InputGate {
public:
    explicit InputGate(const api::BackendClock &clock) : m_clock(clock) {}

    /// Told of each input before it takes effect. Empty: nobody records.
    void setRecorder(std::function<void(const Input &)> recorder) { m_recorder = std::move(recorder); }
    template <class Request>
    void note(Input::Kind kind, const Request &request)
    {
        const auto seq = m_nextSeq++;
        if (m_recorder)
            m_recorder({m_clock.now(), seq, kind, request});
    }

private:
    const api::BackendClock &m_clock;
    std::uint64_t m_nextSeq = 0;
    std::function<void(const Input &)> m_recorder;
};

/// A transport whose requests pass the gate.
[[nodiscard]] std::unique_ptr<api::KubeTransport> gatedTransport(InputGate &gate,
                                                                 std::unique_ptr<api::KubeTransport> inner);

} // namespace minato::cluster
