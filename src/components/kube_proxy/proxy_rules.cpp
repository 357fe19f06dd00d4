// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kube_proxy/proxy_rules.h"

#include <algorithm>
#include <format>

namespace minato::components {

void EndpointGroup::add(Part part)
{
    if (part->empty())
        return;
    m_ends.push_back(size() + part->size());
    m_parts.push_back(std::move(part));
}

const ProxyEndpoint &EndpointGroup::at(std::size_t index) const
{
    const auto end = std::ranges::upper_bound(m_ends, index);
    const auto part = static_cast<std::size_t>(end - m_ends.begin());
    const std::size_t before = part == 0 ? 0 : m_ends[part - 1];
    return (*m_parts[part])[index - before];
}

namespace {

/// Of each key that an endpoint names, the list of those endpoints; nothing when one names none.
template <class Keys>
std::map<std::string, EndpointList, std::less<>> groupedBy(const EndpointGroup &group, Keys keys)
{
    std::map<std::string, EndpointList, std::less<>> result;
    for (std::size_t i = 0; i < group.size(); ++i) {
        const ProxyEndpoint &endpoint = group.at(i);
        if (keys(endpoint).empty())
            return {};
        for (const std::string &key : keys(endpoint))
            result[key].push_back(&endpoint);
    }
    return result;
}

} // namespace

void ProxyService::categorize()
{
    usable = ready.size() > 0 ? ready : fallback;
    if (isExternalLocal || isInternalLocal) {
        for (std::size_t i = 0; i < ready.size(); ++i)
            local[ready.at(i).node].push_back(&ready.at(i));
        std::map<std::string, EndpointList, std::less<>> ending;
        for (std::size_t i = 0; i < fallback.size(); ++i)
            ending[fallback.at(i).node].push_back(&fallback.at(i));
        local.merge(ending); // keeps those nodes that have ready ones
    }
    const bool hasHints =
        ready.size() > 0 && (!ready.at(0).zoneHints.empty() || !ready.at(0).nodeHints.empty());
    if (hasHints) {
        byNodeHint = groupedBy(ready, [](const ProxyEndpoint &e) -> auto & { return e.nodeHints; });
        byZoneHint = groupedBy(ready, [](const ProxyEndpoint &e) -> auto & { return e.zoneHints; });
    }
}

Candidates ProxyService::candidates(std::string_view node, std::string_view zone, bool isLocalOnly) const
{
    static const EndpointList kNone;
    const auto in = [](const auto &lists, std::string_view key) -> const EndpointList * {
        const auto it = lists.find(key);
        return it == lists.end() ? nullptr : &it->second;
    };
    if (isLocalOnly) {
        const EndpointList *here = in(local, node);
        return Candidates(usable, here ? here : &kNone);
    }
    const EndpointList *meant = in(byNodeHint, node);
    return Candidates(usable, meant ? meant : in(byZoneHint, zone));
}

std::vector<std::string> iptablesProbabilities(int count)
{
    std::vector<std::string> probabilities;
    for (int i = 0; i + 1 < count; ++i)
        probabilities.push_back(std::format("{:.10f}", 1.0 / (count - i)));
    return probabilities;
}

} // namespace minato::components
