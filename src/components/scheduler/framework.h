// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/scheduler/cluster_event.h"
#include "components/scheduler/nominated_pods.h"
#include "components/scheduler/plugins/inter_pod_affinity.h"
#include "components/scheduler/plugins/pod_topology_spread.h"
#include "components/scheduler/scheduler_cache.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components::scheduling {

/// What plugins are and what they are told: each is a table of functions, its state lives in the cycle's.
///
/// Mirrors   pkg/scheduler/framework/interface.go, framework/runtime/framework.go; the default profile of
///           apis/config/v1/default_plugins.go
/// Differs   Volumes and dynamic resources play no part in the choice of a node: the plugins VolumeRestrictions,
///           NodeVolumeLimits, VolumeBinding, VolumeZone and DynamicResources are absent.

inline constexpr std::size_t kFilterPluginCount = 8;
inline constexpr std::size_t kScorePluginCount = 7;

/// Why a node cannot take a Pod.
struct Rejection {
    std::vector<std::string> reasons; ///< empty: it can
    bool isResolvable = false;        ///< evicting Pods might help: Unschedulable, else …AndUnresolvable
    std::size_t plugin = 0;           ///< index into filterPlugins()

    explicit operator bool() const { return !reasons.empty(); }
};
[[nodiscard]] Rejection resolvable(std::string reason);
[[nodiscard]] Rejection unresolvable(std::string reason);

/// What the plugins have worked out about one Pod. A copy plays "what if" with other Pods on a node.
struct CycleState {
    CycleState(const PodInfo &info, SchedulerCache &known) : pod(info), cache(known) {}

    const PodInfo &pod;
    SchedulerCache &cache;
    std::bitset<kFilterPluginCount> skipped;             ///< filters with nothing to say about this Pod
    std::optional<std::vector<std::string>> onlyOnNodes; ///< sorted; all others are out at once
    SpreadFilterState spread;
    PodAffinityFilterState affinity;
};

struct FilterPlugin {
    enum class Before : std::uint8_t { Run, Skip, Reject };
    std::string_view name;
    /// PreFilter; null: the filter always runs. Reject: no node can ever do, `reason` says why.
    Before (*prepare)(CycleState &state, std::string &reason);
    Rejection (*filter)(const CycleState &state, const NodeInfo &node);
    /// AddPod and RemovePod: tells of a Pod that came to the node (+1) or went (-1); null: does not matter.
    void (*update)(CycleState &state, const PlacedPod &pod, const NodeInfo &node, int delta);
    /// QueueingHint: whether a Pod that this plugin rejected should be tried again after the event.
    bool (*mayHelp)(const PodInfo &waiting, const ClusterEvent &event);
};

/// What scoring may look at: the nodes that passed the filters.
struct ScoreState {
    const PodInfo &pod;
    SchedulerCache &cache;
    std::span<const std::size_t> feasible; ///< slots

    [[nodiscard]] const NodeInfo &node(std::size_t i) const { return cache.nodes()[feasible[i]]; }
};

struct ScorePlugin {
    std::string_view name;
    int weight;
    /// Fills one normalised score a feasible node; false: the plugin has nothing to say (skipped, all 0).
    bool (*score)(const ScoreState &state, std::span<std::int64_t> scores);
};

/// In the order and with the weights of the default profile.
[[nodiscard]] std::span<const FilterPlugin, kFilterPluginCount> filterPlugins();
[[nodiscard]] std::span<const ScorePlugin, kScorePluginCount> scorePlugins();
/// Null: no filter has this name.
[[nodiscard]] const FilterPlugin *findFilterPlugin(std::string_view name);

/// How PreFilter ended.
struct PrepareResult {
    std::string reason;                    ///< not empty: no node can do
    std::vector<std::string_view> plugins; ///< that rejected, or left out nodes
};
[[nodiscard]] PrepareResult prepareFilters(CycleState &state);
/// The first plugin that has reasons speaks for the node.
[[nodiscard]] Rejection runFilters(const CycleState &state, const NodeInfo &node);
/// Also as if the Pods were there that have been promised room on the node and matter at least as much.
[[nodiscard]] Rejection runFilters(const CycleState &state, const NodeInfo &node,
                                   const NominatedPods &nominated);
void updateFilters(CycleState &state, const PlacedPod &pod, const NodeInfo &node, int delta);

/// raw → 0..100 by the largest; reversed: few is good.
void normaliseByMax(std::span<std::int64_t> scores, bool reversed);
/// How many feasible nodes are enough; 0 percent: what suits the size of the cluster.
[[nodiscard]] int feasibleNodesToFind(int nodeCount, int percentageOfNodesToScore = 0);

} // namespace minato::components::scheduling
