// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace minato::tests {

/// The lines that differ, those of `expected` after "-", those of `actual` after "+"; trailing blanks shown
/// as "·". Empty when the texts are equal.
[[nodiscard]] std::string lineDifference(std::string_view what, std::string_view expected,
                                         std::string_view actual);

} // namespace minato::tests
