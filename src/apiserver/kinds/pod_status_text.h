// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/object.h"

#include <string>

namespace minato::apiserver::kinds {

/// The columns of a Pod that take some thought.
struct PodStatusText {
    std::string ready, status, restarts, readinessGates;
};

/// Mirrors   pkg/printers/internalversion (printPod)
[[nodiscard]] PodStatusText podStatusText(const kube::Object &pod, base::Instant now);

} // namespace minato::apiserver::kinds
