// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "components/common/pod.h"
#include "kube/label_selector.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::components::scheduling {

/// Names of images as small numbers, so that scores compare integers.
using ImageId = int;

/// A port of the node that a container takes.
struct HostPort {
    std::string ip, protocol; ///< never empty: 0.0.0.0 and TCP when nothing is said
    int port = 0;
};

/// One rule about the neighbours of a Pod.
struct AffinityTerm {
    std::string topologyKey;
    kube::LabelSelector selector;
    std::vector<std::string> namespaces;   ///< sorted
    kube::LabelSelector namespaceSelector; ///< matches nothing when there is none
    int weight = 0;                        ///< of a preferred one

    /// `namespaceLabels` are those of the Pod's namespace.
    [[nodiscard]] bool matches(const kube::Object &pod, const kube::Value &namespaceLabels) const;
};
using AffinityTerms = std::vector<AffinityTerm>;

/// One rule of even spreading.
struct SpreadConstraint {
    std::string topologyKey;
    int maxSkew = 1;
    int minDomains = 1;
    kube::LabelSelector selector; ///< with what matchLabelKeys add
    std::string selectorText;
    bool honorsAffinity = true, honorsTaints = false; ///< nodeAffinityPolicy, nodeTaintsPolicy
};
using SpreadConstraints = std::vector<SpreadConstraint>;

/// A Pod as the scheduler needs it, read once.
struct PodInfo {
    kube::ObjectPtr object;
    std::int64_t priority = 0;
    PodRequests requests, scored; ///< what it takes of a node; with what counts for its score
    int containers = 0;
    std::vector<ImageId> images;
    std::vector<HostPort> hostPorts;
    AffinityTerms requiredAffinity, requiredAntiAffinity, preferredAffinity, preferredAntiAffinity;
    SpreadConstraints hardSpread, softSpread; ///< DoNotSchedule; ScheduleAnyway, or the system's defaults
    bool usesDefaultSpread = true;

    [[nodiscard]] const kube::Value &spec() const { return object->spec(); }
    [[nodiscard]] bool hasAffinity() const
    {
        return !requiredAffinity.empty() || !requiredAntiAffinity.empty() || !preferredAffinity.empty() ||
               !preferredAntiAffinity.empty();
    }
};
using PodInfoPtr = std::shared_ptr<const PodInfo>;

/// A Pod on a node.
struct PlacedPod {
    kube::ObjectPtr object; ///< the newest that is known
    PodInfoPtr info;
    std::size_t node = 0; ///< slot
};

/// A node as the scheduler sees it: what it offers and what is taken, counted as Pods come and go.
struct NodeInfo {
    std::size_t slot = 0;
    kube::ObjectPtr object; ///< null: the node has gone, its slot stays
    std::string name, zone; ///< zone with its region
    bool isUnschedulable = false;
    PodRequests allocatable;
    int maxPods = 0;
    PodRequests requested;
    std::vector<const PlacedPod *> pods;
    int podsWithPorts = 0;
    std::vector<std::pair<ImageId, std::int64_t>> images; ///< present, with sizes in bytes; sorted

    [[nodiscard]] const kube::Value &labels() const { return object->labels(); }
    [[nodiscard]] const kube::Value &taints() const { return object->spec()["taints"]; }
    void add(const PlacedPod &pod);
    /// Precondition: it is here.
    void remove(const PlacedPod &pod);
};

/// What a node offers, and how many Pods it takes.
[[nodiscard]] PodRequests readAllocatable(const kube::Object &node);
[[nodiscard]] int readMaxPods(const kube::Object &node);

inline constexpr int kMaxScore = 100;
inline constexpr std::string_view kHostnameLabel = "kubernetes.io/hostname";
inline constexpr std::string_view kZoneLabel = "topology.kubernetes.io/zone";

} // namespace minato::components::scheduling
