// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/field_errors.h"
#include "kube/value.h"

#include <string>
#include <string_view>

/// Which resources a quota or a limit may name.
///
/// Mirrors   pkg/apis/core/helper (helpers.go), pkg/apis/core/validation (validateResourceName and its kin)
namespace minato::apiserver::kinds {

void validateQuotaResource(std::string_view name, const std::string &path, FieldErrors &errors);
/// Of the limits of a Container or Pod.
void validateContainerResource(std::string_view name, const std::string &path, FieldErrors &errors);
void validateAnyResource(std::string_view name, const std::string &path, FieldErrors &errors);
/// Not negative, and whole where only whole numbers make sense (Pods, Services).
void validateResourceAmount(std::string_view name, const kube::Value &amount, const std::string &path,
                            FieldErrors &errors);
/// cpu, memory, pods, services…: what quotas count by themselves.
[[nodiscard]] bool isStandardQuotaResource(std::string_view name);
/// Limits above requests make sense: not for devices and huge pages.
[[nodiscard]] bool isOvercommitAllowed(std::string_view name);

} // namespace minato::apiserver::kinds
