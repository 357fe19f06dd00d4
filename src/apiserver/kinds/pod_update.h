// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/field_errors.h"
#include "kube/object.h"

namespace minato::apiserver::kinds {

/// What of a Pod's spec may still change once it exists: images, deadlines, more tolerations.
/// Mirrors   pkg/apis/core/validation ValidatePodUpdate
/// Differs   The message does not show the difference; gated Pods may not change more than others.
void validatePodUpdate(const kube::Value &pod, const kube::Object &old, FieldErrors &errors);

} // namespace minato::apiserver::kinds
