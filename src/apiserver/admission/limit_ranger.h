// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <optional>
#include <string>

namespace minato::apiserver {

/// What LimitRanges do to new Pods.
///
/// Mirrors   plugin/pkg/admission/limitranger (admission.go)
/// Threads   Pure.

/// Gives the containers the requests and limits that they lack, and notes it in an annotation.
void applyLimitDefaults(const kube::Object &limitRange, kube::Value &pod);
/// Why a LimitRange refuses a Pod, in upstream's words.
[[nodiscard]] std::optional<std::string> limitComplaint(const kube::Object &limitRange,
                                                        const kube::Value &pod);

} // namespace minato::apiserver
