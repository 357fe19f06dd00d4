// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "kube/object.h"

namespace minato::components {

/// A Pod as an address behind a Service.
///
/// Mirrors   staging/src/k8s.io/endpointslice/utils.go: serving = Ready, terminating = being deleted,
///           ready = serving and not terminating, or the Service publishes what is not ready
struct Endpoint {
    std::string ip, node, zone, pod, ns, uid;
    bool isReady = false, isServing = false, isTerminating = false;
    kube::Value ports; ///< [{name, port, protocol}], named target ports looked up in this Pod

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// nullopt for a Pod without an address, or one that has ended.
[[nodiscard]] std::optional<Endpoint> makeEndpoint(const kube::Object &service, const kube::Object &pod,
                                                   std::string_view zone);

/// The Service's ports as this Pod offers them.
[[nodiscard]] kube::Value resolvePorts(const kube::Object &service, const kube::Object &pod);

/// Whether a change of a Pod can matter to a Service.
[[nodiscard]] bool isEndpointChanged(const kube::Object &before, const kube::Object &now);

} // namespace minato::components
