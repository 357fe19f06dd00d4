// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/daemonset/daemon_plan.h"
#include "components/fake_server.h"
#include "kube/json.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <string>
#include <vector>

/// DaemonSets, nodes and Pods as upstream's tests make them.
namespace minato::tests::daemons {

using namespace minato::components;
using namespace std::chrono_literals;

inline kube::Value parsed(const std::string &json)
{
    return *kube::parseJson(json);
}

/// Upstream's newDaemonSet, with this strategy and these parts of its Pods' spec.
inline kube::Value setValue(const std::string &strategy, const std::string &podSpec = "{}")
{
    kube::Value set = parsed(
        R"({"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"name":"foo","namespace":"default","uid":"ds","generation":1,
            "resourceVersion":"1"},
            "spec":{"selector":{"matchLabels":{"name":"simple-daemon"}},"revisionHistoryLimit":10,"template":{
            "metadata":{"labels":{"name":"simple-daemon"}},"spec":{"containers":[{"name":"c","image":"foo/bar"}]}}}})");
    set.edit("spec").set("updateStrategy", parsed(strategy));
    const kube::Value more = parsed(podSpec);
    for (const kube::Member &member : more.members())
        set.edit("spec").edit("template").edit("spec").set(member.key(), member.value);
    return set;
}

inline std::string unavailable(const std::string &count)
{
    return R"({"type":"RollingUpdate","rollingUpdate":{"maxSurge":0,"maxUnavailable":)" + count + "}}";
}

inline std::string surge(const std::string &count)
{
    return R"({"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":0,"maxSurge":)" + count + "}}";
}

inline const std::string kOnDelete = R"({"type":"OnDelete"})";

inline kube::ObjectPtr nodeObject(const std::string &name, const std::string &labels = "{}",
                                  const std::string &taints = "[]")
{
    return kube::makeObject(parsed(std::format(
        R"({{"apiVersion":"v1","kind":"Node","metadata":{{"name":"{}","uid":"{}","labels":{}}},"spec":{{"taints":{}}}}})",
        name, name, labels, taints)));
}

/// Nodes and Pods that one pass after the other works on; what it deletes is gone at once, as in upstream's tests.
struct World {
    explicit World(kube::Value value, int nodeCount) : set(std::move(value))
    {
        for (int i = 0; i < nodeCount; ++i)
            nodes.push_back(nodeObject(std::format("node-{:02}", i)));
    }

    void add(std::string name, const std::string &node, std::string_view ofHash, base::Duration age = 1h)
    {
        kube::Value pod = daemonPod(*kube::makeObject(set), ofHash, node);
        pod.edit("metadata").set("name", name);
        pod.edit("metadata").set("uid", name);
        pod.edit("metadata").set("creationTimestamp", base::toRfc3339(now - age));
        pod.edit("spec").set("nodeName", node);
        pod.edit("status").set("phase", "Running");
        pods.push_back(kube::makeObject(std::move(pod)));
    }
    void setStatus(std::size_t i, kube::Value status)
    {
        kube::Value pod = pods[i]->root();
        pod.set("status", std::move(status));
        pods[i] = kube::makeObject(std::move(pod));
    }
    void markReady(std::size_t i, bool isReady = true, base::Duration since = 0s)
    {
        setStatus(
            i,
            parsed(std::format(
                R"({{"phase":"Running","conditions":[{{"type":"Ready","status":"{}","lastTransitionTime":"{}"}}]}})",
                isReady ? "True" : "False", base::toRfc3339(now - since))));
    }
    void terminate(std::size_t i)
    {
        kube::Value pod = pods[i]->root();
        pod.edit("metadata").set("deletionTimestamp", base::toRfc3339(now));
        pods[i] = kube::makeObject(std::move(pod));
    }
    /// Marks the first ones for which this holds.
    template <class Which>
    void markSome(int count, bool isReady, Which which)
    {
        for (std::size_t i = 0; i < pods.size() && count > 0; ++i) {
            if (isPodReadyAt(i) != isReady && which(*pods[i])) {
                markReady(i, isReady);
                --count;
            }
        }
    }
    void markAllReady()
    {
        markSome(1000, true, [](const auto &) { return true; });
    }
    bool isPodReadyAt(std::size_t i) const
    {
        const auto &conditions = pods[i]->status()["conditions"];
        return conditions[0]["status"].asString() == "True";
    }
    int readyCount() const
    {
        int count = 0;
        for (std::size_t i = 0; i < pods.size(); ++i)
            count += isPodReadyAt(i) ? 1 : 0;
        return count;
    }

    /// Pods made and deleted by one pass, as "+2 -1".
    std::string pass()
    {
        const auto daemonSet = kube::makeObject(set);
        m_made = m_gone = 0;
        lastVictims.clear();
        const EndedPods onEnded = [](const auto &, const auto &) { return true; };
        carryOut(manageWork({*daemonSet, nodes, hash, now}, grouped(), onEnded));
        const auto work = updateWork({*daemonSet, nodes, hash, now}, grouped());
        if (!work)
            return work.error();
        carryOut(*work);
        return std::format("+{} -{}", m_made, m_gone);
    }
    PodsByNode grouped() const { return podsByNode(pods); }

    kube::Value set;
    std::vector<kube::ObjectPtr> nodes, pods;
    std::string hash = "first";
    base::Instant now = RecordedCase::kNow;
    std::vector<std::string> lastVictims;

private:
    void carryOut(const DaemonWork &work)
    {
        for (const std::string &node : work.newOnNodes) {
            add(std::format("{}-{}", node, m_number++), node, hash, 0s);
            ++m_made;
        }
        for (const std::string &victim : work.victims) {
            m_gone +=
                static_cast<int>(std::erase_if(pods, [&](const auto &pod) { return pod->name() == victim; }));
            lastVictims.push_back(victim);
        }
    }
    int m_number = 0, m_made = 0, m_gone = 0;
};

} // namespace minato::tests::daemons
