// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <map>
#include <string>

namespace minato::comparison {

/// The leaves of a tree as JSON, by path: "spec.template.spec.containers[0].image". Conditions are told apart by their
/// type, in whichever order they stand: "status.conditions[Ready].status".
using Fields = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] Fields fieldsOf(const kube::Value &root);

} // namespace minato::comparison
