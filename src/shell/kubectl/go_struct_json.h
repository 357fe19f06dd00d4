// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <string>

namespace minato::shell::kubectl {

enum class GoJson : std::uint8_t { Compact, Pretty };

/// JSON as Go writes an object that it holds in a struct: fields in the order of their declaration.
///
/// Mirrors   k8s.io/api, as the field table of kube/schema has it; keys that are not known there follow, sorted
[[nodiscard]] std::string goStructJson(const kube::Value &object, GoJson style);

} // namespace minato::shell::kubectl
