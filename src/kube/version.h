// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// The one place that says which Kubernetes the simulation mirrors.
namespace minato::kube {

inline constexpr std::string_view kMirroredVersion = "v1.34.2";
inline constexpr std::string_view kMirroredMajor = "1";
inline constexpr std::string_view kMirroredMinor = "34";

} // namespace minato::kube
