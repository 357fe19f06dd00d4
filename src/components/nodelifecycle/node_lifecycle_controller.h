// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "components/common/context.h"
#include "components/nodelifecycle/zone_state.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace minato::components {

/// Notices nodes that fall silent, says so in their conditions and taints, and that their Pods are not ready.
///
/// Mirrors   pkg/controller/nodelifecycle: looks every 5 s; 50 s without a Lease or status (60 s before the
///           first) and the node is Unknown; NoSchedule taints by condition at once, NoExecute ones at 0.1
///           nodes a second and zone; none while no node is ready at all; Events RegisteredNode,
///           RemovingNode, NodeNotReady
/// Differs   Old beta labels are not reconciled. The looks of all nodes of one pass happen at one moment. A node that
///           is ready again loses its NoExecute taint at once, not up to five seconds later.
class NodeLifecycleController {
public:
    static constexpr base::Duration kMonitorPeriod = std::chrono::seconds(5);
    static constexpr base::Duration kGracePeriod = std::chrono::seconds(50);
    static constexpr base::Duration kStartupGracePeriod = std::chrono::seconds(60);

    explicit NodeLifecycleController(Context context);

private:
    struct Health {
        base::Instant seen;                  ///< the last sign of life
        std::string heartbeat, renewed, uid; ///< by which it was seen
        bool wasReady = false, hadReady = false;
        std::string zone;
    };
    void monitor();
    void evictionPass();
    void look(const kube::Object &node);
    void observe(Health &health, const kube::Object &node);
    void markUnknown(const kube::Object &node, Health &health);
    void judge(const kube::Object &node, Health &health, std::string_view ready);
    void markPodsNotReady(std::string_view node);
    client::Task<bool> markPod(std::string key);
    void forgetRemoved();
    void judgeZones();
    void setLimits(bool isMasterDisrupted);
    client::Task<bool> taint(std::string node);
    void onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void nodeEvent(std::string_view node, std::string_view uid, std::string_view reason,
                   const std::string &message);
    nodes::TaintQueue &zoneQueue(const std::string &zone);

    Context m_context;
    client::Informer &m_nodes, &m_pods, &m_leases;
    client::Cache::IndexId m_podsByNode;
    client::EventRecorder m_events;
    client::WorkQueue m_tainting; ///< node names: their taints by condition, and NoExecute where it is wanted
    client::WorkQueue m_podsToMark;
    std::map<std::string, Health, std::less<>> m_health;
    std::map<std::string, nodes::ZoneState, std::less<>> m_zones;
    std::map<std::string, nodes::TaintQueue, std::less<>> m_zoneQueues;
    std::set<std::string, std::less<>> m_evicting; ///< nodes that are to have a NoExecute taint
    std::map<std::string, api::CallPtr, std::less<>> m_statusCalls;
    bool m_hasStarted = false;
    api::TimerPtr m_monitorTimer, m_evictionTimer;
};

/// The zone of a node as one text: "region:\0:zone".
[[nodiscard]] std::string zoneKey(const kube::Object &node);

} // namespace minato::components
