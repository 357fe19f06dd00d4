// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/traffic_target.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>

namespace minato::remote {

/// Bytes to and from a program in a Pod, however they travel. Never calls back inside its own functions.
///
/// Lifetime  Destroying it closes, and nothing is called afterwards.
class BytePipe {
public:
    /// What happens; each may destroy the pipe.
    struct Events {
        std::function<void()> opened;
        std::function<void(std::string_view)> received;
        std::function<void()> ended; ///< the other side closes; also before opened
        std::function<void(api::TrafficError::Kind)> failed;
    };
    virtual ~BytePipe() = default;
    virtual void write(std::string_view bytes) = 0;
    /// Once, before the first turn of the event loop.
    void setEvents(Events events) { m_events = std::move(events); }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

protected:
    // A callback may destroy this, and with it itself.
    void tellOpened();
    void tellReceived(std::string_view bytes);
    void tellEnded();
    void tellFailed(api::TrafficError::Kind kind);

private:
    Events m_events;
    bool m_isOpen = false;
};

/// A TCP connection.
[[nodiscard]] std::unique_ptr<BytePipe> connectTo(const std::string &host, std::uint16_t port);

/// Plain HTTP/1.1 as curl speaks it: each request opens a connection of its own, so that kube-proxy chooses anew,
/// unless it names one to keep.
///
/// Bounds    kMostUnderWay requests at a time, the others wait in their order; each may take kPatience; an answer has
///           at most WebAnswer::kMost bytes. So a load stays one computer's.
/// Errors    As curl tells them: unknown host, refused, timed out, reset.
/// Threads   The one it lives in, which needs a Qt event loop.
class WebClient {
public:
    static constexpr std::size_t kMostUnderWay = 32, kMostKept = 64;
    static constexpr std::chrono::seconds kPatience{10};
    using Open = std::function<std::unique_ptr<BytePipe>()>;
    struct Answer {
        int status = 0;
        std::string reason, body;
        std::map<std::string, std::string> headers;
    };
    using Outcome = std::expected<Answer, api::TrafficError::Kind>;
    using Reply = std::move_only_function<void(Outcome)>;

    WebClient();
    ~WebClient();

    /// `open`: makes the way, when it is this request's turn. The rules of callbacks are a transport's.
    [[nodiscard]] api::CallPtr request(const api::TrafficRequest &request, Open open, Reply reply);

private:
    class Exchange;
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace minato::remote
