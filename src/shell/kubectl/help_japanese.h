// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace minato::shell::kubectl {

/// A text of our own help in both languages. A new text gets its Japanese here in the same commit: a test looks.
struct HelpText {
    std::string_view english, japanese;
};
/// What commands are for, and the remarks in their examples.
[[nodiscard]] std::span<const HelpText> japaneseOfCommands();
/// What flags do, and the headings of the help.
[[nodiscard]] std::span<const HelpText> japaneseOfFlags();

/// The Japanese for a text of our own help; the text itself where there is none.
[[nodiscard]] std::string_view inJapanese(std::string_view english);

} // namespace minato::shell::kubectl
