// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/field_errors.h"
#include "kube/object.h"

namespace minato::apiserver::kinds {

/// The spec of an autoscaling/v2 HorizontalPodAutoscaler; `old` is null for a new one.
///
/// Mirrors   pkg/apis/autoscaling/validation
void validateAutoscalerSpec(const kube::Value &spec, const kube::Object *old, FieldErrors &errors);

} // namespace minato::apiserver::kinds
