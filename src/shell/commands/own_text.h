// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace minato::shell {

/// A text of the terminal's own, which no real command prints: both languages side by side.
struct OwnText {
    std::string_view en, ja;
};

/// The lines of a text in the language of LANG ("ja_JP.UTF-8", "en_US.UTF-8"), or in both when LANG names neither.
[[nodiscard]] std::string ownLines(std::string_view lang, std::string_view en, std::string_view ja);

} // namespace minato::shell
