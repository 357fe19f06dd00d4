// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

/// Between autoscaling/v1 and autoscaling/v2, as which HorizontalPodAutoscalers are kept. What v1 has no
/// field for travels in annotations: "autoscaling.alpha.kubernetes.io/metrics" and its kin.
///
/// Mirrors   pkg/apis/autoscaling/v1/conversion.go
namespace minato::apiserver::kinds {

[[nodiscard]] kube::Value autoscalerFromV1(const kube::Value &autoscaler);
[[nodiscard]] kube::Value autoscalerToV1(const kube::Value &autoscaler);

} // namespace minato::apiserver::kinds
