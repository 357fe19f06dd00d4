// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

namespace minato::shell::kubectl {

/// An object as a program prints it that holds it in a Go struct: some fields are there even when nothing is
/// in them (`strategy: {}`, `status: {}`).
///
/// Mirrors   k8s.io/api, as the field table of kube/schema has it; other kinds are left as they are
/// `hasNullTimes`: releases before v1.34 print `creationTimestamp: null`
[[nodiscard]] kube::Value asTyped(kube::Value object, bool hasNullTimes);

} // namespace minato::shell::kubectl
