// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/relations.h"

#include <algorithm>
#include <iterator>

namespace minato::viewmodels {
namespace {

bool contains(const session::SliceState &slice, const std::string &podUid)
{
    const auto place = std::ranges::lower_bound(slice.endpoints, podUid, {}, &session::EndpointState::podUid);
    return place != slice.endpoints.end() && place->podUid == podUid;
}

} // namespace

bool Relations::dependOn(const session::Batch &batch) const
{
    if (m_kind == "Service")
        return std::ranges::any_of(batch.services, [this](const auto &entry) {
            return !entry.second || (entry.second->ns == m_ns && entry.second->name == m_name);
        });
    if (m_kind == "Deployment" || m_kind == "ReplicaSet")
        return !batch.replicaSets.empty();
    if (m_kind != "Pod")
        return false;
    const auto isMine = [this](const auto &entry) {
        return m_uids.contains(entry.first) ||
               (entry.second && entry.second->ns == m_ns && entry.second->name == m_name);
    };
    return !batch.replicaSets.empty() || std::ranges::any_of(batch.pods, isMine);
}

std::vector<std::string> Relations::updateEndpoints(const Known &known)
{
    std::vector<session::SliceStatePtr> now, gone, come;
    if (const auto service = known.services.find(m_ns + '/' + m_name); service != known.services.end())
        now = service->second.slices;
    std::ranges::sort(now);
    std::ranges::set_difference(m_slices, now, std::back_inserter(gone));
    std::ranges::set_difference(now, m_slices, std::back_inserter(come));
    std::vector<std::string> touched;
    for (const auto &slice : gone)
        for (const session::EndpointState &endpoint : slice->endpoints) {
            touched.push_back(endpoint.podUid);
            if (--m_endpoints[endpoint.podUid] == 0)
                m_endpoints.erase(endpoint.podUid);
        }
    for (const auto &slice : come)
        for (const session::EndpointState &endpoint : slice->endpoints) {
            touched.push_back(endpoint.podUid);
            ++m_endpoints[endpoint.podUid];
        }
    m_slices = std::move(now);
    return touched;
}

void Relations::select(std::string kind, std::string ns, std::string name, const Known &known)
{
    *this = {};
    m_kind = std::move(kind);
    m_ns = std::move(ns);
    m_name = std::move(name);
    if (m_kind == "Pod") {
        relatePod(known);
    } else if (m_kind == "ReplicaSet") {
        m_sets = {m_name};
    } else if (m_kind == "Deployment") {
        m_deployment = m_name;
        for (const auto &[uid, set] : known.replicaSets)
            if (set.ns == m_ns && set.owner == m_name)
                m_sets.insert(set.name);
    } else if (m_kind == "Service") {
        updateEndpoints(known);
    }
    if (m_kind == "ReplicaSet" || m_kind == "Pod")
        for (const auto &[uid, set] : known.replicaSets)
            if (set.ns == m_ns && m_sets.contains(set.name))
                m_deployment = set.owner;
}

void Relations::relatePod(const Known &known)
{
    for (int slot = 0; slot < known.pods.slotEnd(); ++slot) {
        const PodCell &cell = known.pods.at(slot);
        if (!cell.isUsed || cell.state.ns != m_ns || cell.state.name != m_name)
            continue;
        m_node = cell.state.node;
        m_uids = {cell.state.uid};
        if (cell.state.ownerKind == "ReplicaSet")
            m_sets = {cell.state.owner};
    }
}

Mark Relations::of(const session::PodState &pod) const
{
    if (isEmpty())
        return Mark::None;
    if (is("Pod", pod.ns, pod.name))
        return Mark::Selected;
    const bool isOwned = (m_kind == "ReplicaSet" || m_kind == "Deployment") && pod.ns == m_ns &&
                         pod.ownerKind == "ReplicaSet" && m_sets.contains(pod.owner);
    const bool isThere = m_kind == "Node" && pod.node == m_name;
    return isOwned || isThere || m_endpoints.contains(pod.uid) ? Mark::Related : Mark::None;
}

Mark Relations::of(const session::ReplicaSetState &set) const
{
    if (is("ReplicaSet", set.ns, set.name))
        return Mark::Selected;
    return set.ns == m_ns && m_sets.contains(set.name) ? Mark::Related : Mark::None;
}

Mark Relations::ofNode(const std::string &name) const
{
    if (isEmpty())
        return Mark::None;
    return is("Node", {}, name) ? Mark::Selected : name == m_node ? Mark::Related : Mark::None;
}

Mark Relations::ofDeployment(const std::string &ns, const std::string &name) const
{
    if (isEmpty())
        return Mark::None;
    return is("Deployment", ns, name)           ? Mark::Selected
           : ns == m_ns && name == m_deployment ? Mark::Related
                                                : Mark::None;
}

Mark Relations::ofService(const session::ServiceState &service) const
{
    if (isEmpty())
        return Mark::None;
    if (is("Service", service.ns, service.name))
        return Mark::Selected;
    const auto has = [this](const session::SliceStatePtr &slice) {
        return std::ranges::any_of(m_uids, [&](const std::string &uid) { return contains(*slice, uid); });
    };
    return m_kind == "Pod" && std::ranges::any_of(service.slices, has) ? Mark::Related : Mark::None;
}

} // namespace minato::viewmodels
