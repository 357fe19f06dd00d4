// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "base/instant.h"

#include <cstdint>
#include <optional>
#include <string>

namespace minato::apiserver {

/// What of a container's log is wanted. Mirrors core/v1 PodLogOptions.
struct LogOptions {
    std::string container;
    bool follow = false;
    bool previous = false;
    bool timestamps = false;
    std::optional<base::Instant> since;
    std::optional<std::int64_t> tailLines, limitBytes;
};

/// The kubelets' side of `kubectl logs`: who runs the containers supplies it.
///
/// Rules     As for KubeTransport::stream: never calls back inside, pieces in order, an error or an empty
/// piece last;
///           without `follow` the stream ends. Destroying the Call cancels.
/// Errors    400 as the kubelet words them: `container "c" in pod "p" is waiting to start:
/// ContainerCreating`,
///           `previous terminated container "c" in pod "p" not found`
class LogSource {
public:
    virtual ~LogSource() = default;
    /// The pod is scheduled and the container is one of its own.
    [[nodiscard]] virtual api::CallPtr logs(const kube::ObjectPtr &pod, LogOptions options,
                                            api::ByteSink sink) = 0;
};

} // namespace minato::apiserver
