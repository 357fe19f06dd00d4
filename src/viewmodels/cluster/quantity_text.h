// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace minato::viewmodels {

/// "250m", "512Mi": Kubernetes' own notation.
///
/// Mirrors   resource.Quantity (k8s.io/apimachinery/pkg/api/resource)
/// Differs   Memory is rounded to what a card has room for; `kubectl describe node` shows the exact number.
[[nodiscard]] QString cpuQuantity(std::int64_t milliCpu);
[[nodiscard]] QString memoryQuantity(std::int64_t bytes);

} // namespace minato::viewmodels
