// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/field_errors.h"
#include "kube/value.h"

#include <string_view>

namespace minato::apiserver::kinds {

/// Defaults of a PodSpec, in a Pod or in a template. Touches only what is missing, so that shared parts stay
/// shared. Mirrors pkg/apis/core/v1/defaults.go
void setPodSpecDefaults(kube::Value &spec);
/// What only Pods get, not templates: requests from limits, enableServiceLinks.
void setPodOnlyDefaults(kube::Value &spec);

/// Mirrors pkg/apis/core/validation ValidatePodSpec.
/// Differs   Volumes are checked for their names alone; affinity, security contexts and lifecycle hooks not
/// at all.
void validatePodSpec(const kube::Value &spec, std::string_view path, FieldErrors &errors);
/// A template of a workload whose Pods always restart, with the selector that must match its labels.
/// `kind`: how messages call the workload.
void validatePodTemplate(const kube::Value &podTemplate, const kube::Value &selector, std::string_view path,
                         std::string_view kind, FieldErrors &errors);
/// A template's labels and spec. Mirrors ValidatePodTemplateSpec.
void validateTemplate(const kube::Value &podTemplate, std::string_view path, FieldErrors &errors);
/// Pods that a controller replaces always restart, and have no deadline.
void validateAlwaysRestarts(const kube::Value &podSpec, std::string_view path, std::string_view kind,
                            FieldErrors &errors);

/// `path: Invalid value: -1: must be greater than or equal to 0`; null is fine.
void validateNotNegative(const kube::Value &number, std::string_view path, FieldErrors &errors);

} // namespace minato::apiserver::kinds
