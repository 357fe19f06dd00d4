// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"
#include "shell/kubectl/session.h"

#include <string>
#include <vector>

namespace minato::shell::kubectl {

/// The order of objects by a field: `result[i]` is the place in `objects` of what comes i-th.
///
/// Mirrors   kubectl/pkg/cmd/get (sorter.go): quantities compare as such, objects without the field come
/// first Differs   Equal objects keep their order also when there are more than twelve. Errors    A field
/// that cannot be sorted ends kubectl at once: that error has been logged. `areRows`: the
///           objects are those of a Table's rows, which that line tells.
[[nodiscard]] Result<std::vector<std::size_t>> sortedOrder(const Session &session,
                                                           const std::vector<kube::Value> &objects,
                                                           const std::string &expression, bool areRows);
/// No object has the field.
[[nodiscard]] Error fieldNotFound(const std::string &expression);

} // namespace minato::shell::kubectl
