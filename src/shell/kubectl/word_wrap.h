// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace minato::shell::kubectl {

/// Breaks lines at blanks so that they are at most `width` characters wide; longer words stay whole.
///
/// Mirrors   mitchellh/go-wordwrap
[[nodiscard]] std::string wrapWords(std::string_view text, std::size_t width);
/// Blanks before every line, an empty last one included.
[[nodiscard]] std::string indentLines(std::string_view text, std::size_t count);

} // namespace minato::shell::kubectl
