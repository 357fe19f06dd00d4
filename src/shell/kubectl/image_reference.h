// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace minato::shell::kubectl {

/// Whether a text can name an image: "nginx", "registry.example:5000/team/web:1.2@sha256:…".
///
/// Mirrors   the ReferenceRegexp of distribution/reference
[[nodiscard]] bool isImageReference(std::string_view text);

} // namespace minato::shell::kubectl
