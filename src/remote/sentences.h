// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/trouble.h"

#include <string_view>

namespace minato::remote {

/// How a kind of trouble is said. `{entry}`, `{field}`, `{detail}` and `{file}` stand for its values.
struct SentencePattern {
    Trouble::Kind kind;
    std::string_view en, ja;
};

[[nodiscard]] const SentencePattern &sentencePattern(Trouble::Kind kind);

} // namespace minato::remote
