// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <string>
#include <string_view>

namespace minato::shell::kubectl {

/// What --append-hash puts behind the name of a ConfigMap or Secret: ten letters that its content decides.
///
/// Mirrors   kubectl/pkg/util/hash (hash.go)
[[nodiscard]] std::string nameHash(const kube::Value &object);

/// Lower-case hexadecimal digits. Mirrors FIPS 180-4.
[[nodiscard]] std::string sha256(std::string_view text);

} // namespace minato::shell::kubectl
