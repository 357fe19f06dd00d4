// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/traffic_target.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace minato::shell {

/// The ports of the learner's own computer, and who listens there: requests to that computer go to the listener, all
/// others where they would go anyway. The shells of a lab share one, as the windows of one desktop do.
///
/// Differs   A listener gets whole requests, for that is what the terminal's programs send. Everybody may listen
///           below 1024.
/// Threads   One: that of the shells.
class LocalPorts : public api::TrafficTarget {
public:
    using Reply = std::move_only_function<void(api::TrafficResult)>;
    /// Answers a request under the rules of TrafficTarget::request. May outlive its listener for as long as it is at
    /// work on one.
    using Handler = std::function<api::CallPtr(api::TrafficRequest request, Reply reply)>;
    class Listener;

    explicit LocalPorts(api::TrafficTarget &outer) : m_outer(outer), m_table(std::make_shared<Table>()) {}

    /// `address`: "127.0.0.1", "::1", or "0.0.0.0" and "::" for all. Port 0: one that is free. Errors in the words of
    /// the system: "address already in use", "cannot assign requested address".
    [[nodiscard]] std::expected<Listener, std::string> listen(const std::string &address, std::uint16_t port,
                                                              Handler handler);

    /// Where requests to other computers go.
    [[nodiscard]] api::TrafficTarget &outer() { return m_outer; }

    [[nodiscard]] api::CallPtr request(api::TrafficRequest request, Reply reply) override;

private:
    using Place = std::pair<std::uint16_t, std::string>;
    using Table = std::map<Place, std::shared_ptr<const Handler>>;
    [[nodiscard]] std::shared_ptr<const Handler> handlerAt(const std::string &host, std::uint16_t port) const;
    [[nodiscard]] bool isTaken(const std::string &address, std::uint16_t port) const;

    api::TrafficTarget &m_outer;
    std::shared_ptr<Table> m_table;
};

/// As long as it lives, the port is taken.
class [[nodiscard]] LocalPorts::Listener {
public:
    Listener(std::shared_ptr<Table> table, Place place) : m_table(std::move(table)), m_place(std::move(place))
    {
    }
    Listener(Listener &&) noexcept = default;
    Listener &operator=(Listener &&) = delete;
    ~Listener()
    {
        if (m_table)
            m_table->erase(m_place);
    }
    [[nodiscard]] std::uint16_t port() const { return m_place.first; }

private:
    std::shared_ptr<Table> m_table;
    Place m_place;
};

} // namespace minato::shell
