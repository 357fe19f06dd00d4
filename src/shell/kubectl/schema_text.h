// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/resource.h"
#include "kube/value.h"
#include "shell/kubectl/error.h"

#include <string>
#include <vector>

namespace minato::shell::kubectl {

/// What `kubectl explain` tells of a type, or of a field of it: from an OpenAPI v3 document.
///
/// Mirrors   kubectl/pkg/explain/v2 (templates/plaintext.tmpl)
/// Errors    `error: field "x" does not exist`; what has been told before is in `out` all the same.
[[nodiscard]] Result<void> explainSchema(const kube::Value &document, const kube::GroupVersionResource &type,
                                         std::vector<std::string> fields, bool isRecursive, std::string &out);

} // namespace minato::shell::kubectl
