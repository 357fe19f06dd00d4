// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/jq/interpreter.h"

#include <span>
#include <string_view>

namespace minato::shell::jq {

struct FunctionEntry {
    std::string_view name;
    std::size_t arity;
    ValueFunction function;
};

[[nodiscard]] std::span<const FunctionEntry> textFunctions();
[[nodiscard]] std::span<const FunctionEntry> numberFunctions(); ///< and times

[[nodiscard]] std::size_t characterCount(std::string_view text);
/// The characters of a text, each a string.
[[nodiscard]] Array characters(std::string_view text);

} // namespace minato::shell::jq
