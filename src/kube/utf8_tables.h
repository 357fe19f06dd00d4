// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace minato::kube {

/// Both ends belong to the range. The tables are sorted.
struct RuneRange {
    char32_t first;
    char32_t last;
};

[[nodiscard]] std::span<const RuneRange> letterRanges();
[[nodiscard]] std::span<const RuneRange> digitRanges();
[[nodiscard]] std::span<const RuneRange> printableRanges();

} // namespace minato::kube
