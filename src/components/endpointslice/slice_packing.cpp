// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/endpointslice/slice_packing.h"

#include <algorithm>
#include <functional>
#include <utility>

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

/// Slices with these ports that are written anyway, the fullest first; not those that have lost all they had.
std::vector<std::size_t> SlicePacking::changingSlices(const kube::Value &ports) const
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < m_slices.size(); ++i) {
        if (m_slices[i].isChanged && !m_slices[i].endpoints.empty() && m_slices[i].ports == ports)
            places.push_back(i);
    }
    std::ranges::stable_sort(places, std::greater(),
                             [this](std::size_t i) { return m_slices[i].endpoints.size(); });
    return places;
}

/// The fullest slice that takes all of `count`.
std::optional<std::size_t> SlicePacking::roomFor(std::size_t count, const kube::Value &ports) const
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; count < m_most && i < m_slices.size(); ++i) {
        const Slice &slice = m_slices[i];
        if (!slice.isChanged && slice.ports == ports && slice.endpoints.size() + count <= m_most &&
            (!best || slice.endpoints.size() > m_slices[*best].endpoints.size()))
            best = i;
    }
    return best;
}

void SlicePacking::packGroup(const kube::Value &ports, std::vector<Endpoint> group)
{
    std::size_t next = 0;
    const auto fill = [&](std::size_t slice) {
        while (next < group.size() && m_slices[slice].endpoints.size() < m_most)
            place(slice, std::move(group[next++]));
    };
    std::ranges::for_each(changingSlices(ports), fill);
    while (next < group.size()) {
        const auto room = roomFor(group.size() - next, ports);
        if (!room)
            m_slices.push_back({.object = nullptr, .ports = ports, .endpoints = {}, .isChanged = true});
        fill(room.value_or(m_slices.size() - 1));
    }
}

/// An empty slice stays when nothing has changed it and its ports are those of others that are not empty.
bool SlicePacking::isWanted(const Slice &empty) const
{
    return !empty.isChanged && std::ranges::any_of(m_slices, [&empty](const Slice &other) {
        return !other.endpoints.empty() && other.ports == empty.ports;
    });
}

/// The empty slices that would be deleted.
std::vector<std::size_t> SlicePacking::superfluous()
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < m_slices.size(); ++i) {
        if (m_slices[i].object && m_slices[i].endpoints.empty() && !isWanted(m_slices[i]))
            places.push_back(i);
    }
    const auto existing =
        std::ranges::count_if(m_slices, [](const Slice &slice) { return slice.object != nullptr; });
    const bool isAnyNew = std::ranges::any_of(
        m_slices, [](const Slice &slice) { return !slice.object && !slice.endpoints.empty(); });
    if (isAnyNew || std::cmp_not_equal(places.size(), existing))
        return places;
    // Nothing would be left: one slice without endpoints and ports stands for the Service.
    if (places.size() == 1 && m_slices[places[0]].ports.isEmpty() && !m_slices[places[0]].isChanged)
        return {};
    m_slices.push_back(
        {.object = nullptr, .ports = kube::Value::emptyArray(), .endpoints = {}, .isChanged = true});
    return places;
}

SlicePacking::Writes SlicePacking::plan()
{
    Writes writes{.changed = {}, .deleted = superfluous()};
    std::vector<std::size_t> created, updated;
    for (std::size_t i = 0; i < m_slices.size(); ++i) {
        if (m_slices[i].isChanged && !std::ranges::contains(writes.deleted, i))
            (m_slices[i].object ? updated : created).push_back(i);
    }
    // What is new takes the place of what would go.
    while (!created.empty() && !writes.deleted.empty()) {
        Slice &slice = m_slices[created.back()];
        slice.object = std::exchange(m_slices[writes.deleted.front()].object, nullptr);
        slice.isAnew = true;
        updated.push_back(created.back());
        created.pop_back();
        writes.deleted.erase(writes.deleted.begin());
    }
    writes.changed = std::move(created);
    writes.changed.insert(writes.changed.end(), updated.begin(), updated.end());
    return writes;
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

void SlicePacking::dropUnwritten()
{
    const auto dropped = std::erase_if(m_slices, [](const Slice &slice) { return !slice.object; });
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
