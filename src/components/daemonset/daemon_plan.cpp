// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/daemonset/daemon_plan.h"

#include "components/common/int_or_percent.h"
#include "components/common/object_edit.h"
#include "components/common/pod.h"

#include <algorithm>
#include <set>

namespace minato::components {
namespace {

const kube::Value &rollingUpdate(const kube::Object &daemonSet)
{
    return daemonSet.at("spec", "updateStrategy", "rollingUpdate");
}

bool isRolling(const kube::Object &daemonSet)
{
    return daemonSet.at("spec", "updateStrategy", "type").asString() == "RollingUpdate";
}

/// One Pod for a node is right, all but the oldest go.
void pruneExcess(std::vector<kube::ObjectPtr> running, DaemonWork &work)
{
    if (running.size() < 2)
        return;
    sortOldestFirst(running);
    for (std::size_t i = 1; i < running.size(); ++i)
        work.victims.emplace_back(running[i]->name());
}

/// Two may be there: an old one that is ready, and a new one that is not yet.
void pruneSurge(const DaemonView &view, std::vector<kube::ObjectPtr> running, DaemonWork &work)
{
    sortOldestFirst(running);
    kube::ObjectPtr fresh, old;
    for (const kube::ObjectPtr &pod : running) {
        kube::ObjectPtr &first = pod->labels()[kTemplateHash].asString() == view.hash ? fresh : old;
        if (first)
            work.victims.emplace_back(pod->name());
        else
            first = pod;
    }
    if (fresh && old && (!isPodReady(*old) || view.isAvailable(*fresh)))
        work.victims.emplace_back(old->name());
}

void manageNode(const DaemonView &view, std::size_t index, const std::vector<kube::ObjectPtr> &pods,
                const EndedPods &onEnded, DaemonWork &work)
{
    const NodeFit fit = view.fits[index];
    const kube::Object &node = *view.nodes[index];
    if (fit.mayStart && pods.empty()) {
        work.newOnNodes.emplace_back(node.name());
        return;
    }
    std::vector<kube::ObjectPtr> running;
    for (const kube::ObjectPtr &pod : pods) {
        if (pod->isTerminating())
            continue;
        if (!fit.mayStay)
            work.victims.emplace_back(pod->name());
        else if (!isPodTerminal(*pod))
            running.push_back(pod);
        else if (onEnded(*pod, node))
            work.victims.emplace_back(pod->name()); // the new one comes when it is gone
    }
    if (!fit.mayStay)
        return;
    if (!allowsSurge(view.daemonSet))
        pruneExcess(std::move(running), work);
    else if (running.empty() && fit.mayStart)
        work.newOnNodes.emplace_back(node.name());
    else if (running.size() > 1)
        pruneSurge(view, std::move(running), work);
}

/// The Pods of a node that are not ending, at most one of each sort.
struct NodePods {
    kube::ObjectPtr fresh, old;
    bool isExcess = false; ///< there are more: the next pass removes them
};
NodePods nodePods(const DaemonView &view, const std::vector<kube::ObjectPtr> &pods)
{
    NodePods found;
    for (const kube::ObjectPtr &pod : pods) {
        if (pod->isTerminating())
            continue;
        kube::ObjectPtr &first = view.isUpdated(*pod) ? found.fresh : found.old;
        if (first)
            return {nullptr, nullptr, true};
        first = pod;
    }
    return found;
}

void takeSome(std::vector<std::string> &into, const std::vector<std::string> &candidates, int most)
{
    const auto count = std::clamp<std::ptrdiff_t>(most, 0, std::ssize(candidates));
    into.insert(into.end(), candidates.begin(), candidates.begin() + count);
}

/// Old Pods that are not available go at once, of the others as many as may be missing.
DaemonWork replaceInPlace(const DaemonView &view, const PodsByNode &pods, int maxUnavailable)
{
    DaemonWork work;
    std::vector<std::string> candidates;
    int unavailable = 0;
    for (const auto &[node, onNode] : pods) {
        const NodePods found = nodePods(view, onNode);
        if (found.isExcess || bool(found.fresh) == bool(found.old))
            ++unavailable; // the next pass sees to it
        else if (found.fresh)
            unavailable += view.isAvailable(*found.fresh) ? 0 : 1;
        else if (view.isAvailable(*found.old))
            candidates.emplace_back(found.old->name());
        else {
            work.victims.emplace_back(found.old->name());
            ++unavailable;
        }
    }
    takeSome(work.victims, candidates, maxUnavailable - unavailable);
    return work;
}

/// A surging update as it goes from node to node.
struct Surge {
    const DaemonView &view;
    DaemonWork work;
    std::vector<std::string> candidates,
        leaving; ///< nodes for a second Pod; Pods of nodes that are not meant
    int surging = 0, available = 0;

    void visit(const NodePods &found, std::string_view node, bool isWanted);
};

void Surge::visit(const NodePods &found, std::string_view node, bool isWanted)
{
    if (found.isExcess) {
        ++surging;
        return;
    }
    const kube::ObjectPtr &counted = found.old ? found.old : found.fresh;
    available += counted && view.isAvailable(*counted) ? 1 : 0;
    if (!found.old)
        return;
    if (found.fresh) {
        if (view.isAvailable(*found.fresh))
            work.victims.emplace_back(found.old->name());
        else
            ++surging;
        return;
    }
    if (!view.isAvailable(*found.old))
        (isWanted ? work.newOnNodes : work.victims).emplace_back(isWanted ? node : found.old->name());
    else if (isWanted)
        candidates.emplace_back(node);
    else
        leaving.emplace_back(found.old->name());
}

std::expected<DaemonWork, std::string> replaceBySurge(const DaemonView &view, const PodsByNode &pods,
                                                      int maxSurge, int desired)
{
    Surge surge{view, {}, {}, {}};
    for (const auto &[name, onNode] : pods) {
        const NodePods found = nodePods(view, onNode);
        const auto at = std::ranges::lower_bound(view.nodes, std::string_view(name), {},
                                                 [](const auto &node) { return node->name(); });
        const bool isThere = at != view.nodes.end() && (*at)->name() == name;
        const bool isAsked = !found.isExcess && found.old && !found.fresh;
        if (isAsked && !isThere)
            return std::unexpected("couldn't get node for nodeName \"" + name + "\"");
        const auto index = static_cast<std::size_t>(at - view.nodes.begin());
        surge.visit(found, name, isThere && view.fits[index].mayStart);
    }
    takeSome(surge.work.victims, surge.leaving, surge.available - desired);
    takeSome(surge.work.newOnNodes, surge.candidates, maxSurge - surge.surging);
    return surge.work;
}

} // namespace

DaemonView::DaemonView(const kube::Object &set, const std::vector<kube::ObjectPtr> &allNodes,
                       std::string templateHash, base::Instant moment)
    : daemonSet(set), nodes(allNodes), hash(std::move(templateHash)), now(moment)
{
    const Placement placement(daemonSet);
    fits.reserve(nodes.size());
    for (const kube::ObjectPtr &node : nodes)
        fits.push_back(placement.fit(*node));
}

std::int64_t DaemonView::minReadySeconds() const
{
    return daemonSet.spec()["minReadySeconds"].asInt();
}

bool DaemonView::isAvailable(const kube::Object &pod) const
{
    return isPodAvailable(pod, minReadySeconds(), now);
}

bool DaemonView::isUpdated(const kube::Object &pod) const
{
    return isDaemonPodUpdated(daemonSet, pod, hash);
}

bool allowsSurge(const kube::Object &daemonSet)
{
    const auto surge = scaledValue(rollingUpdate(daemonSet)["maxSurge"], 1, Rounding::Up);
    return isRolling(daemonSet) && surge && *surge > 0;
}

DaemonWork manageWork(const DaemonView &view, const PodsByNode &pods, const EndedPods &onEnded)
{
    DaemonWork work;
    const std::vector<kube::ObjectPtr> none;
    std::set<std::string_view> known;
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
        known.insert(view.nodes[i]->name());
        const auto found = pods.find(view.nodes[i]->name());
        manageNode(view, i, found == pods.end() ? none : found->second, onEnded, work);
    }
    // Nobody else deletes a Pod that waits for a node that is gone.
    for (const auto &[name, onNode] : pods) {
        if (known.contains(name))
            continue;
        for (const kube::ObjectPtr &pod : onNode) {
            if (pod->spec()["nodeName"].asString().empty())
                work.victims.emplace_back(pod->name());
        }
    }
    return work;
}

std::expected<UpdateBounds, std::string> updateBounds(const kube::Object &daemonSet, int desired)
{
    const auto &rolling = rollingUpdate(daemonSet);
    const auto unavailable = scaledValue(rolling["maxUnavailable"], desired, Rounding::Up);
    const auto surge = scaledValue(rolling["maxSurge"], desired, Rounding::Up);
    if (!unavailable)
        return std::unexpected("invalid value for MaxUnavailable: " + unavailable.error());
    if (!surge)
        return std::unexpected("invalid value for MaxSurge: " + surge.error());
    const bool isStuck = desired > 0 && *unavailable == 0 && *surge == 0;
    return UpdateBounds{*surge, isStuck ? 1 : *unavailable};
}

std::expected<DaemonWork, std::string> updateWork(const DaemonView &view, PodsByNode pods)
{
    if (!isRolling(view.daemonSet))
        return DaemonWork();
    int desired = 0;
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
        if (!view.fits[i].mayStart)
            continue;
        ++desired;
        pods.try_emplace(std::string(view.nodes[i]->name()));
    }
    const auto bounds = updateBounds(view.daemonSet, desired);
    if (!bounds)
        return std::unexpected(bounds.error());
    if (bounds->surge > 0)
        return replaceBySurge(view, pods, bounds->surge, desired);
    return replaceInPlace(view, pods, bounds->unavailable);
}

DaemonCounts countDaemons(const DaemonView &view, const PodsByNode &pods)
{
    DaemonCounts counts;
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
        const auto found = pods.find(view.nodes[i]->name());
        const bool isScheduled = found != pods.end() && !found->second.empty();
        if (!view.fits[i].mayStart) {
            counts.misscheduled += isScheduled ? 1 : 0;
            continue;
        }
        ++counts.desired;
        if (!isScheduled)
            continue;
        ++counts.current;
        auto onNode = found->second;
        sortOldestFirst(onNode);
        const kube::Object &oldest = *onNode.front();
        counts.ready += isPodReady(oldest) ? 1 : 0;
        counts.available += view.isAvailable(oldest) ? 1 : 0;
        counts.updated += view.isUpdated(oldest) ? 1 : 0;
    }
    return counts;
}

kube::Value daemonSetStatus(const kube::Value &before, const DaemonCounts &counts)
{
    kube::Value status = before;
    status.set("desiredNumberScheduled", counts.desired);
    status.set("currentNumberScheduled", counts.current);
    status.set("numberMisscheduled", counts.misscheduled);
    status.set("numberReady", counts.ready);
    setCount(status, "updatedNumberScheduled", counts.updated);
    setCount(status, "numberAvailable", counts.available);
    setCount(status, "numberUnavailable", counts.desired - counts.available);
    return status;
}

bool isDaemonSetRolledOut(const kube::Object &daemonSet)
{
    const auto &status = daemonSet.status();
    const auto wanted = status["desiredNumberScheduled"].asInt();
    return status["observedGeneration"].asInt() >= daemonSet.generation() &&
           status["numberAvailable"].asInt() == wanted && status["numberMisscheduled"].asInt() == 0 &&
           (!isRolling(daemonSet) || status["updatedNumberScheduled"].asInt() == wanted);
}

} // namespace minato::components
