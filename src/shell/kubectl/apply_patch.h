// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"
#include "shell/kubectl/error.h"

namespace minato::shell::kubectl {

/// The strategic merge patch that `apply` sends: from what the live object was applied with, over what it is
/// now, to what it shall be. An empty map: nothing is to be done.
[[nodiscard]] Result<kube::Value> applyPatch(const kube::Value &wanted, const kube::Value &live);

} // namespace minato::shell::kubectl
