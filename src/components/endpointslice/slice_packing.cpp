// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/slice_packing.h"

#include <algorithm>

namespace minato::components {

void SlicePacking::load(Slice slice)
{
    for (const Endpoint &endpoint : slice.endpoints)
        m_sliceOf[endpoint.pod] = m_slices.size();
    m_slices.push_back(std::move(slice));
}

void SlicePacking::set(const Endpoint &endpoint)
{
    const auto it = m_sliceOf.find(endpoint.pod);
    if (it != m_sliceOf.end()) {
        Slice &slice = m_slices[it->second];
        if (slice.ports == endpoint.ports) {
            const auto old = std::ranges::find(slice.endpoints, endpoint.pod, &Endpoint::pod);
            if (*old != endpoint) {
                *old = {endpoint};
                slice.isChanged = true;
            }
            return;
        }
        remove(endpoint.pod);
    }
    m_pending.push_back(endpoint);
}

void SlicePacking::remove(std::string_view pod)
{
    const auto it = m_sliceOf.find(pod);
    if (it == m_sliceOf.end())
        return;
    Slice &slice = m_slices[it->second];
    std::erase_if(slice.endpoints, [pod](const Endpoint &endpoint) { return endpoint.pod == pod; });
    slice.isChanged = true;
    m_sliceOf.erase(it);
}

void SlicePacking::place(std::size_t slice, Endpoint endpoint)
{
    m_sliceOf[endpoint.pod] = slice;
    m_slices[slice].isChanged = true;
    m_slices[slice].endpoints.push_back({std::move(endpoint)});
}

void SlicePacking::packGroup(const kube::Value &ports, std::vector<Endpoint> group)
{
    std::size_t next = 0;
    const auto fill = [&](std::size_t slice) {
        while (next < group.size() && m_slices[slice].endpoints.size() < m_most)
            place(slice, std::move(group[next++]));
    };
    for (std::size_t i = 0; i < m_slices.size() && next < group.size(); ++i) {
        if (m_slices[i].isChanged && m_slices[i].ports == ports)
            fill(i);
    }
    if (next == group.size())
        return;
    // The fullest that takes all of the rest.
    std::size_t best = m_slices.size();
    for (std::size_t i = 0; i < m_slices.size(); ++i) {
        const std::size_t used = m_slices[i].endpoints.size();
        if (m_slices[i].ports == ports && used + group.size() - next <= m_most &&
            (best == m_slices.size() || used > m_slices[best].endpoints.size()))
            best = i;
    }
    if (best < m_slices.size())
        fill(best);
    while (next < group.size()) {
        m_slices.push_back({nullptr, ports, {}, true});
        fill(m_slices.size() - 1);
    }
}

void SlicePacking::pack()
{
    std::vector<Endpoint> pending = std::exchange(m_pending, {});
    while (!pending.empty()) {
        const kube::Value ports = pending.front().ports;
        std::vector<Endpoint> group, others;
        for (Endpoint &endpoint : pending)
            (endpoint.ports == ports ? group : others).push_back(std::move(endpoint));
        packGroup(ports, std::move(group));
        pending = std::move(others);
    }
}

std::vector<std::string> SlicePacking::pods() const
{
    std::vector<std::string> names;
    for (const auto &[name, slice] : m_sliceOf)
        names.push_back(name);
    return names;
}

void SlicePacking::dropEmpty()
{
    const auto dropped = std::erase_if(m_slices, [](const Slice &slice) { return slice.endpoints.empty(); });
    if (dropped > 0)
        reindex();
}

void SlicePacking::reindex()
{
    m_sliceOf.clear();
    for (std::size_t i = 0; i < m_slices.size(); ++i) {
        for (const Endpoint &endpoint : m_slices[i].endpoints)
            m_sliceOf[endpoint.pod] = i;
    }
}

} // namespace minato::components
