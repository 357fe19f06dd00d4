// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/kube_proxy/proxy_rules.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace minato::components {

/// How the kernel's virtual servers choose.
enum class IpvsScheduler : std::uint8_t {
    RoundRobin,
    WeightedRoundRobin,
    LeastConnection,
    WeightedLeastConnection,
    SourceHash,
    DestinationHash,
    ShortestExpectedDelay,
    NeverQueue,
    LocalityBased,
    MaglevHash
};
/// By the kernel's short name: "rr", "wrr", "lc", "wlc", "sh", "dh", "sed", "nq", "lblc", "mh".
[[nodiscard]] std::optional<IpvsScheduler> ipvsScheduler(std::string_view name);

/// A connection that a virtual server counts, for as long as it is held.
class CountedConnection {
public:
    explicit CountedConnection(std::shared_ptr<std::uint32_t> active) : m_active(std::move(active))
    {
        ++*m_active;
    }
    ~CountedConnection() { --*m_active; }
    CountedConnection(const CountedConnection &) = delete;
    CountedConnection &operator=(const CountedConnection &) = delete;

private:
    std::shared_ptr<std::uint32_t> m_active;
};

/// The virtual server of one port of a Service on one node.
///
/// Mirrors   Linux net/netfilter/ipvs: ip_vs_rr, _lc, _sh (its hash and its 256 buckets), _dh, _sed, _nq,
/// _lblc Differs   All weights are 1, as kube-proxy sets them, so wrr is rr and wlc is lc. Connections in
/// TIME_WAIT do
///           not count. lblcr is not offered; mh spreads as Maglev does, by another hash.
class VirtualServer {
public:
    /// Which of the endpoints a new connection goes to; there is at least one.
    [[nodiscard]] std::size_t choose(IpvsScheduler scheduler, const Candidates &endpoints,
                                     std::string_view client, std::string_view address);
    /// Counts a connection to an endpoint until the result is gone.
    [[nodiscard]] std::shared_ptr<CountedConnection> open(const ProxyEndpoint &endpoint);

private:
    [[nodiscard]] std::uint32_t active(const ProxyEndpoint &endpoint) const;
    [[nodiscard]] std::size_t next(const Candidates &endpoints);
    [[nodiscard]] std::size_t least(const Candidates &endpoints) const;
    [[nodiscard]] std::size_t idleOr(const Candidates &endpoints, std::size_t otherwise) const;
    [[nodiscard]] std::size_t local(const Candidates &endpoints);

    std::size_t m_last = 0;
    std::string m_lastIp;
    std::map<std::string, std::shared_ptr<std::uint32_t>, std::less<>> m_active; ///< by address
};

/// 32 bits of a client: its IPv4 address, or a number made of its name.
[[nodiscard]] std::uint32_t clientNumber(std::string_view client);

} // namespace minato::components
