// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "components/common/context.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// How long a Pod may stay on a node with these NoExecute taints: nullopt for ever, zero not at all.
///
/// Mirrors   pkg/controller/tainteviction processPodOnNode, getMinTolerationTime; component-helpers
///           GetMatchingTolerations
[[nodiscard]] std::optional<base::Duration> tolerationTime(const kube::Value &tolerations,
                                                           std::span<const kube::Value> taints);

/// The NoExecute taints of a node.
[[nodiscard]] std::vector<kube::Value> noExecuteTaints(const kube::Object &node);

/// Deletes Pods from nodes with NoExecute taints that they do not tolerate, or no longer.
///
/// Mirrors   pkg/controller/tainteviction: Event TaintManagerEviction, condition DisruptionTarget
class TaintEvictionController {
public:
    explicit TaintEvictionController(Context context);

private:
    struct Eviction {
        base::Instant created, due;
        api::TimerPtr timer;
    };
    void onPod(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void onNode(const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void judge(const kube::Object &pod, std::span<const kube::Value> taints);
    void schedule(const std::string &key, base::Instant created, base::Instant due);
    void cancel(const std::string &key);
    client::Task<bool> evict(std::string key);

    Context m_context;
    client::Informer &m_nodes, &m_pods;
    client::Cache::IndexId m_podsByNode;
    client::EventRecorder m_events;
    client::WorkQueue m_queue;                                ///< Pods whose time is over
    std::map<std::string, Eviction, std::less<>> m_evictions; ///< by Pod
};

} // namespace minato::components
