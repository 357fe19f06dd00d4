// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "components/common/pod.h"
#include "kube/label_selector.h"

namespace minato::components::scheduling {

/// Names of images as small numbers, so that scores compare integers.
using ImageId = int;

/// A node as the scheduler sees it: what it offers and what is taken, counted as Pods come and go.
struct NodeInfo {
    kube::ObjectPtr object; ///< null: the node has gone, its slot stays
    std::string name, zone;
    bool isUnschedulable = false;
    std::int64_t milliCpu = 0, memory = 0, ephemeralStorage = 0; ///< allocatable
    int maxPods = 0;
    PodRequests requested;
    int pods = 0;
    std::vector<std::pair<ImageId, std::int64_t>> images; ///< present, with sizes in bytes; sorted

    [[nodiscard]] const kube::Value &labels() const { return object->labels(); }
    [[nodiscard]] const kube::Value &taints() const { return object->spec()["taints"]; }
};

/// One rule of even spreading, resolved for a Pod.
struct SpreadConstraint {
    std::string topologyKey;
    int maxSkew = 1;
    std::size_t counter = 0; ///< of SpreadCounters
};

/// A Pod as the scheduler needs it, read once.
struct PodInfo {
    kube::ObjectPtr object;
    PodRequests requests;
    int containers = 0;
    std::vector<ImageId> images;
    std::vector<SpreadConstraint> spread; ///< ScheduleAnyway ones, or the system's defaults
    bool usesDefaultSpread = true;

    [[nodiscard]] const kube::Value &spec() const { return object->spec(); }
};

inline constexpr int kMaxScore = 100;
inline constexpr std::string_view kHostnameLabel = "kubernetes.io/hostname";
inline constexpr std::string_view kZoneLabel = "topology.kubernetes.io/zone";

} // namespace minato::components::scheduling
