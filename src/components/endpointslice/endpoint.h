// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"

#include <cstdint>
#include <optional>
#include <string>

namespace minato::components {

/// A Pod as an address behind a Service.
///
/// Mirrors   staging/src/k8s.io/endpointslice/utils.go: serving = Ready, terminating = being deleted,
///           ready = serving and not terminating, or the Service publishes what is not ready
struct Endpoint {
    std::string ip, node, zone, pod, ns, uid;
    std::string hostName;           ///< of a Pod with a subdomain of the Service's name
    std::string hintZone, hintNode; ///< where the traffic for it should come from
    bool isReady = false, isServing = false, isTerminating = false;
    kube::Value ports; ///< [{name, port, protocol, appProtocol}], named target ports looked up in this Pod

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// Where traffic should stay by spec.trafficDistribution.
///
/// Mirrors   staging/src/k8s.io/endpointslice/trafficdist
enum class TrafficDistribution : std::uint8_t { Anywhere, SameZone, SameNode };
[[nodiscard]] TrafficDistribution trafficDistribution(const kube::Object &service);

/// nullopt for a Pod without an address, or one that has ended.
[[nodiscard]] std::optional<Endpoint> makeEndpoint(const kube::Object &service, const kube::Object &pod,
                                                   std::string_view zone);

/// The Service's ports as this Pod offers them, in the order in which slices show them.
[[nodiscard]] kube::Value resolvePorts(const kube::Object &service, const kube::Object &pod);

/// Marks what belongs to a Service without an address of its own.
void setHeadlessLabel(kube::Value &labels, const kube::Object &service);

/// Says since when a write has been due; nullopt takes away what was said before.
void setTriggerTime(kube::Value &metadata, std::optional<base::Instant> since);

/// Whether a change of a Pod can matter to a Service.
[[nodiscard]] bool isEndpointChanged(const kube::Object &before, const kube::Object &now);

} // namespace minato::components
