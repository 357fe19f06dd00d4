// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::components {

/// What several controllers read from a Pod.
///
/// Mirrors   pkg/api/v1/pod/util.go, pkg/controller/controller_utils.go, pkg/api/v1/resource/helpers.go

/// The entry of a list of conditions with this type; null when there is none.
[[nodiscard]] const kube::Value &findCondition(const kube::Value &conditions, std::string_view type);

[[nodiscard]] std::string_view podPhase(const kube::Object &pod);
/// Succeeded or Failed: it will never run again.
[[nodiscard]] bool isPodTerminal(const kube::Object &pod);
/// Neither terminal nor being deleted: what a ReplicaSet counts.
[[nodiscard]] bool isPodActive(const kube::Object &pod);
[[nodiscard]] bool isPodReady(const kube::Object &pod);
/// When the Ready condition last changed; nullopt when that is not said.
[[nodiscard]] std::optional<base::Instant> podReadyTransition(const kube::Object &pod);
/// Ready for at least minReadySeconds.
[[nodiscard]] bool isPodAvailable(const kube::Object &pod, std::int64_t minReadySeconds, base::Instant now);

/// How long until a ready Pod has been ready for minReadySeconds; nullopt: it has, or is not ready.
[[nodiscard]] std::optional<base::Duration>
nextAvailabilityCheck(const kube::Object &pod, std::int64_t minReadySeconds, base::Instant now);

/// What a Pod asks of a node.
struct PodRequests {
    std::int64_t milliCpu = 0, memory = 0, ephemeralStorage = 0;
    /// With 100m and 200 MiB for each container that says nothing: for scores only.
    std::int64_t nonZeroMilliCpu = 0, nonZeroMemory = 0;
    /// Extended resources and huge pages, by name; sorted.
    std::vector<std::pair<std::string, std::int64_t>> scalars;

    [[nodiscard]] std::int64_t scalar(std::string_view name) const;
    void addScalar(std::string_view name, std::int64_t amount);

    friend bool operator==(const PodRequests &, const PodRequests &) = default;
};
[[nodiscard]] PodRequests podRequests(const kube::Value &podSpec);
/// The same without what the Pod as a whole asks for (spec.resources): upstream's score of free room forgets
/// it.
[[nodiscard]] PodRequests containerSumRequests(const kube::Value &podSpec);

/// "nvidia.com/gpu", "hugepages-2Mi": a resource that is counted and is none of the usual three.
[[nodiscard]] bool isScalarResource(std::string_view name);

/// Quantities as whole units or thousandths; 0 for what is missing or unreadable (the server refuses such).
[[nodiscard]] std::int64_t quantityValue(const kube::Value &quantity);
[[nodiscard]] std::int64_t quantityMilli(const kube::Value &quantity);

/// "gcr.io/x/y:v1" with the tag that is meant when none is said.
[[nodiscard]] std::string imageWithTag(std::string_view image);

} // namespace minato::components
