// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <string_view>
#include <vector>

namespace minato::kube {

/// Whether `a` is written before `b`: numbers within keys count as numbers ("k9" < "k10"), letters come last.
///
/// Mirrors   goyaml v2 keyList.Less
/// Differs   Of the digits only those of ASCII make numbers.
[[nodiscard]] bool isYamlKeyLess(std::string_view a, std::string_view b);

/// The entries of a map as YAML prints them. The pointers live as long as the map's content.
[[nodiscard]] std::vector<const Member *> inYamlKeyOrder(const Value &map);

} // namespace minato::kube
