// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::components {

/// Where a connection may end up.
struct ProxyEndpoint {
    std::string ip;
    std::uint16_t port = 0;
    std::string pod, podUid, node; ///< pod: "namespace/name"
    std::vector<std::string> zoneHints = {}, nodeHints = {};
};

/// Endpoints of a rule; they live as long as the rule.
using EndpointList = std::vector<const ProxyEndpoint *>;

/// The endpoints of one port of a Service, in parts that are shared between versions of the rules.
class EndpointGroup {
public:
    using Part = std::shared_ptr<const std::vector<ProxyEndpoint>>;

    void add(Part part);
    [[nodiscard]] std::size_t size() const { return m_ends.empty() ? 0 : m_ends.back(); }
    [[nodiscard]] const ProxyEndpoint &at(std::size_t index) const;

private:
    std::vector<Part> m_parts;
    std::vector<std::size_t> m_ends; ///< running sums of their sizes
};

/// The endpoints that a connection may go to: all of a group, or some.
class Candidates {
public:
    explicit Candidates(const EndpointGroup &all, const EndpointList *some = nullptr)
        : m_all(&all), m_some(some)
    {
    }
    [[nodiscard]] std::size_t size() const { return m_some ? m_some->size() : m_all->size(); }
    [[nodiscard]] const ProxyEndpoint &at(std::size_t index) const
    {
        return m_some ? *(*m_some)[index] : m_all->at(index);
    }

private:
    const EndpointGroup *m_all;
    const EndpointList *m_some;
};

/// What a node does with connections to one port of a Service.
///
/// Mirrors   pkg/proxy/topology.go CategorizeEndpoints
struct ProxyService {
    std::string service; ///< "namespace/name"
    std::string clusterIp;
    std::vector<std::string> externalIps; ///< spec.externalIPs and those of a load balancer
    std::uint16_t port = 0, nodePort = 0;
    bool isExternalLocal = false, isInternalLocal = false;
    base::Duration affinity{}; ///< 0: none; else how long a client stays with its endpoint
    EndpointGroup usable; ///< the ready ones, or, if there are none, those that still serve while terminating
    EndpointGroup ready, fallback;
    /// By node, for a Local policy: its ready endpoints, or else those that still serve while terminating.
    std::map<std::string, EndpointList, std::less<>> local;
    /// By node and zone: the ready endpoints meant for it. Empty unless all ready endpoints have such hints.
    std::map<std::string, EndpointList, std::less<>> byNodeHint, byZoneHint;

    /// Sorts the endpoints by the policies and hints that there are; call once, when the groups are complete.
    void categorize();
    /// Those that a connection on this node may go to.
    [[nodiscard]] Candidates candidates(std::string_view node, std::string_view zone, bool isLocalOnly) const;
    [[nodiscard]] bool hasAny() const { return ready.size() + fallback.size() > 0; }
};

/// One version of the rules: immutable, shared by the nodes that have programmed it.
struct ProxyRules {
    using ServicePtr = std::shared_ptr<const ProxyService>;
    std::map<std::pair<std::string, std::uint16_t>, ServicePtr, std::less<>>
        byAddress;                                  ///< cluster, external or load balancer's IP, and port
    std::set<std::string, std::less<>> externalIps; ///< which of these are not ClusterIPs
    std::map<std::uint16_t, ServicePtr> byNodePort;
};

/// The probabilities that iptables rules for `count` endpoints carry: 1/n, 1/(n-1), …; the last rule has
/// none.
///
/// Mirrors   pkg/proxy/iptables/proxier.go computeProbability: ten decimals
[[nodiscard]] std::vector<std::string> iptablesProbabilities(int count);

} // namespace minato::components
