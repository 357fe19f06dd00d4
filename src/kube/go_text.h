// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <string>
#include <string_view>

namespace minato::kube {

/// A value as Go's %v prints decoded JSON: `map[app:web ports:[80 81]]`, `<nil>` for null.
[[nodiscard]] std::string goPrint(const Value &value);

/// The name of the Go type that decoded JSON has, as upstream's messages print it: "map[string]interface {}",
/// "int64",
/// "%!s(<nil>)" for null.
[[nodiscard]] std::string_view goTypeName(const Value &value);

} // namespace minato::kube
