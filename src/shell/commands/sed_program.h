// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/regex.h"

#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell {

/// A pattern of sed; null stands for the last one that was used.
using SedPattern = std::shared_ptr<const Regex>;

struct SedAddress {
    enum class Kind : std::uint8_t { Line, Last, Pattern, Step, Plus, Multiple };
    Kind kind = Kind::Line;
    std::size_t line = 0, step = 0; ///< first~step, +line, ~line
    SedPattern pattern;
};

struct SedSubstitution {
    std::string replacement; ///< as written, escapes and all
    bool replacesAll = false, prints = false;
    std::size_t which = 1;
    std::string writesTo;
};

struct SedCommand {
    std::optional<SedAddress> from, to;
    bool isNegated = false;
    char name = 0;
    SedPattern pattern; ///< of s
    SedSubstitution substitution;
    std::map<char32_t, char32_t> letters; ///< of y
    std::string text;                     ///< of a, i, c; a label; a file's name
    std::size_t target = 0;               ///< of b, t, T and "{": where it goes on
    int status = 0;                       ///< of q and Q
};

/// Translates a script: blocks and labels become jumps.
///
/// Errors    As GNU's sed tells them, from "-e expression #1, char N: " on.
[[nodiscard]] std::expected<std::vector<SedCommand>, std::string> parseSed(std::string_view script,
                                                                           bool isExtended);

/// Replaces in `text` what the command's pattern (or `last`, when it has none) finds; true when something was.
[[nodiscard]] bool sedSubstitute(const SedCommand &command, const Regex &pattern, std::string &text);

} // namespace minato::shell
