// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/json.h"

#include <string>

namespace minato::kube {

/// JSON as Go's encoder writes it unless told otherwise: `<`, `>` and `&` are escaped as \u003c, \u003e,
/// \u0026.
///
/// Mirrors   encoding/json (Marshal, MarshalIndent)
[[nodiscard]] std::string toEscapedJson(const Value &value, JsonStyle style = JsonStyle::Compact);

} // namespace minato::kube
