// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/resource.h"

#include <optional>
#include <string_view>

namespace minato::session {

/// Where objects of a kind are found.
struct KindPlace {
    kube::GroupVersionResource resource;
    bool isNamespaced = true;
};

/// The place of a built-in kind, "Pod". Nothing: not a kind that the window knows.
[[nodiscard]] std::optional<KindPlace> placeOf(std::string_view kind);
/// The same in a version that a manifest names: "autoscaling/v1".
[[nodiscard]] std::optional<KindPlace> placeOf(std::string_view apiVersion, std::string_view kind);
/// The kind of a resource, "pods"; empty: not one that the window knows.
[[nodiscard]] std::string_view kindOf(std::string_view resource);

} // namespace minato::session
