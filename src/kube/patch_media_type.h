// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/patch.h"

#include <optional>

namespace minato::kube {

/// How a kind of patch is named in the Content-Type of a request; empty for none.
///
/// Mirrors   apimachinery/pkg/types/patch.go
[[nodiscard]] std::string_view mediaTypeOf(PatchType type);
[[nodiscard]] std::optional<PatchType> patchTypeOf(std::string_view mediaType);

} // namespace minato::kube
