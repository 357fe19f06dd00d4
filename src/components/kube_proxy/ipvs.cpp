// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kube_proxy/ipvs.h"

#include "components/kubelet/ip_pool.h"

#include <algorithm>
#include <utility>

namespace minato::components {
namespace {

constexpr std::uint32_t kBuckets = 256;

std::uint32_t fnv1a(std::string_view text, std::uint32_t hash = 2166136261U)
{
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

/// A bucket of sh and dh: the multiplicative hash of the kernel.
std::uint32_t bucket(std::uint32_t address)
{
    return (address * 2654435761U) & (kBuckets - 1);
}

/// The highest score of all: an endpoint that goes takes only its own clients along.
std::size_t consistent(const Candidates &endpoints, std::uint32_t client)
{
    std::size_t best = 0;
    std::uint32_t highest = 0;
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
        const std::uint32_t score = fnv1a(endpoints.at(i).ip, client * 2654435761U ^ 2166136261U);
        if (i == 0 || score > highest) {
            best = i;
            highest = score;
        }
    }
    return best;
}

} // namespace

std::optional<IpvsScheduler> ipvsScheduler(std::string_view name)
{
    using enum IpvsScheduler;
    for (const auto &[text, scheduler] :
         {std::pair("rr", RoundRobin), std::pair("wrr", WeightedRoundRobin), std::pair("lc", LeastConnection),
          std::pair("wlc", WeightedLeastConnection), std::pair("sh", SourceHash),
          std::pair("dh", DestinationHash), std::pair("sed", ShortestExpectedDelay),
          std::pair("nq", NeverQueue), std::pair("lblc", LocalityBased), std::pair("mh", MaglevHash)}) {
        if (name == text)
            return scheduler;
    }
    return std::nullopt;
}

std::uint32_t clientNumber(std::string_view client)
{
    const bool isAddress = std::ranges::count(client, '.') == 3 && std::ranges::all_of(client, [](char c) {
                               return c == '.' || (c >= '0' && c <= '9');
                           });
    return isAddress ? parseIpv4(client) : fnv1a(client);
}

std::uint32_t VirtualServer::active(const ProxyEndpoint &endpoint) const
{
    const auto it = m_active.find(endpoint.ip);
    return it == m_active.end() ? 0 : *it->second;
}

std::shared_ptr<CountedConnection> VirtualServer::open(const ProxyEndpoint &endpoint)
{
    auto &count = m_active[endpoint.ip];
    if (!count)
        count = std::make_shared<std::uint32_t>(0);
    return std::make_shared<CountedConnection>(count);
}

/// The one after the last; it goes on from there when others come or go.
std::size_t VirtualServer::next(const Candidates &endpoints)
{
    std::size_t index = 0;
    const bool isWhereItWas = m_last < endpoints.size() && endpoints.at(m_last).ip == m_lastIp;
    if (isWhereItWas) {
        index = m_last + 1;
    } else if (!m_lastIp.empty()) {
        while (index < endpoints.size() && endpoints.at(index).ip != m_lastIp)
            ++index;
        index = index < endpoints.size() ? index + 1 : m_last;
    }
    m_last = index % endpoints.size();
    m_lastIp = endpoints.at(m_last).ip;
    return m_last;
}

std::size_t VirtualServer::least(const Candidates &endpoints) const
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < endpoints.size(); ++i) {
        if (active(endpoints.at(i)) < active(endpoints.at(best)))
            best = i;
    }
    return best;
}

std::size_t VirtualServer::idleOr(const Candidates &endpoints, std::size_t otherwise) const
{
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
        if (active(endpoints.at(i)) == 0)
            return i;
    }
    return otherwise;
}

/// All connections to one address stay with one endpoint until it has more than its weight and another has
/// none.
std::size_t VirtualServer::local(const Candidates &endpoints)
{
    std::size_t index = 0;
    while (index < endpoints.size() && endpoints.at(index).ip != m_lastIp)
        ++index;
    if (index == endpoints.size())
        index = least(endpoints);
    else if (active(endpoints.at(index)) > 1)
        index = idleOr(endpoints, index);
    m_lastIp = endpoints.at(index).ip;
    return index;
}

std::size_t VirtualServer::choose(IpvsScheduler scheduler, const Candidates &endpoints,
                                  std::string_view client, std::string_view address)
{
    using enum IpvsScheduler;
    switch (scheduler) {
    case RoundRobin:
    case WeightedRoundRobin:
        return next(endpoints);
    case LeastConnection:
    case WeightedLeastConnection:
    case ShortestExpectedDelay: // with equal weights the same
        return least(endpoints);
    case NeverQueue:
        return idleOr(endpoints, least(endpoints));
    case SourceHash:
        return bucket(clientNumber(client)) % endpoints.size();
    case DestinationHash:
        return bucket(clientNumber(address)) % endpoints.size();
    case LocalityBased:
        return local(endpoints);
    case MaglevHash:
        return consistent(endpoints, clientNumber(client));
    }
    std::unreachable();
}

} // namespace minato::components
