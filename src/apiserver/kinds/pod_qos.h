// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <string_view>

namespace minato::apiserver::kinds {

/// "Guaranteed", "Burstable" or "BestEffort"; what the Pod itself asks for goes before what its containers do. Mirrors
/// pkg/apis/core/v1/helper/qos.
[[nodiscard]] std::string_view qosClass(const kube::Value &podSpec);

} // namespace minato::apiserver::kinds
