// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/field_errors.h"
#include "kube/value.h"

#include <set>
#include <string>
#include <string_view>

namespace minato::apiserver::kinds {

using Names = std::set<std::string, std::less<>>;

/// False: every default is there already, so that the container may stay shared with its template.
[[nodiscard]] bool needsContainerDefaults(const kube::Value &container);
void setContainerDefaults(kube::Value &container);

/// spec.initContainers and spec.containers. Mirrors pkg/apis/core/validation (validateContainers and below).
void validateContainers(const kube::Value &spec, const Names &volumes, std::string_view path,
                        FieldErrors &errors);

} // namespace minato::apiserver::kinds
