// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"

#include <string>
#include <vector>

namespace minato::apiserver {

/// What a client wants of a container. Mirrors core/v1 PodExecOptions and PodAttachOptions.
struct ExecOptions {
    std::string container;
    std::vector<std::string> command; ///< empty: attach to the program that runs
    bool hasInput = false, hasTerminal = false;
};

/// The kubelets' side of `kubectl exec` and `kubectl attach`: who runs the containers supplies it.
///
/// Rules     As for api::Connector.
/// Errors    Before Opened what the kubelet refuses (404 container not found); after it what the runtime
/// does.
class Containers {
public:
    virtual ~Containers() = default;
    /// The pod is scheduled and the container is one of its own.
    [[nodiscard]] virtual api::ConnectionPtr execute(const kube::ObjectPtr &pod, ExecOptions options,
                                                     api::ConnectionSink sink) = 0;
};

} // namespace minato::apiserver
