// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <cstdint>
#include <string>

namespace minato::kube {

enum class GoJson : std::uint8_t {
    Compact,
    Pretty, ///< four spaces, as kubectl -o json
    Served, ///< two spaces, as an API server answers people
};

/// JSON as Go writes an object that it holds in a struct: fields in the order of their declaration.
///
/// Mirrors   k8s.io/api, as the field table of kube/schema has it; keys that are not known there follow, sorted
[[nodiscard]] std::string goStructJson(const Value &object, GoJson style);

} // namespace minato::kube
