// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"
#include "shell/kubectl/error.h"

#include <string>

namespace minato::shell::kubectl {

/// "app=web,tier in (a,b)" as an object has it: matchLabels and matchExpressions.
///
/// Mirrors   ParseToLabelSelector of apimachinery/pkg/apis/meta/v1
[[nodiscard]] Result<kube::Value> selectorObject(const std::string &text);

} // namespace minato::shell::kubectl
