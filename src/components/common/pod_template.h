// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

namespace minato::components {

/// The Pod that a template makes for its controller; the end of its name is the server's to choose.
///
/// Mirrors   pkg/controller/controller_utils.go GetPodFromTemplate
[[nodiscard]] kube::Value podFromTemplate(const kube::Object &owner, const kube::Value &podTemplate);

} // namespace minato::components
