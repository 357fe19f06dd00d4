// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/go_template_functions.h"

namespace minato::kube::gotemplate {

/// eq, ne, lt, le, gt, ge. eq takes any number of values and asks whether the first equals one of the others.
///
/// Errors    "incompatible types for comparison", "invalid type for comparison", "non-comparable type …"
[[nodiscard]] Function::Result isEqual(Function::Arguments arguments);
[[nodiscard]] Function::Result isNotEqual(Function::Arguments arguments);
[[nodiscard]] Function::Result isLess(Function::Arguments arguments);
[[nodiscard]] Function::Result isLessOrEqual(Function::Arguments arguments);
[[nodiscard]] Function::Result isGreater(Function::Arguments arguments);
[[nodiscard]] Function::Result isGreaterOrEqual(Function::Arguments arguments);

} // namespace minato::kube::gotemplate
