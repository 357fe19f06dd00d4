// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/instant.h"

namespace minato::components {

/// Where a connection may end up.
struct ProxyEndpoint {
    std::string ip;
    std::uint16_t port = 0;
    std::string pod, podUid, node; ///< pod: "namespace/name"
};

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

/// What a node does with connections to one port of a Service.
struct ProxyService {
    std::string service; ///< "namespace/name"
    std::string clusterIp;
    std::uint16_t port = 0, nodePort = 0;
    bool isExternalLocal = false, isInternalLocal = false;
    base::Duration affinity{}; ///< 0: none; else how long a client stays with its endpoint
    EndpointGroup usable;      ///< the ready ones, or, if there are none, those that still serve while terminating
};

/// One version of the rules: immutable, shared by the nodes that have programmed it.
struct ProxyRules {
    using ServicePtr = std::shared_ptr<const ProxyService>;
    std::map<std::pair<std::string, std::uint16_t>, ServicePtr, std::less<>> byAddress; ///< cluster IP and port
    std::map<std::uint16_t, ServicePtr> byNodePort;
};

/// The probabilities that iptables rules for `count` endpoints carry: 1/n, 1/(n-1), …; the last rule has none.
///
/// Mirrors   pkg/proxy/iptables/proxier.go computeProbability: ten decimals
[[nodiscard]] std::vector<std::string> iptablesProbabilities(int count);

} // namespace minato::components
