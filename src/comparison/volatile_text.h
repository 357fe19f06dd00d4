// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace minato::comparison {

enum class TextKind : std::uint8_t { Field, Printed };

/// Replaces what is of one moment or one cluster: "<uid>", "<time>", "<ip>", "<digest>", "~" for a random end of a name;
/// in what was printed also "<age>" and "<node-port>".
///
/// Threads   Pure.
[[nodiscard]] std::string withoutChance(std::string_view text, TextKind kind);

} // namespace minato::comparison
