// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <vector>

namespace minato::base {

/// What is wrong with something a person wrote (YAML, a shell line, a lesson), and where.
///
/// Units     Lines and columns count from 1; 0 means "not known".
struct Diagnostic {
    std::string file; ///< as the person named it; empty for typed text
    int line = 0;
    int column = 0;
    std::string message;       ///< a whole sentence or kubectl's own words, without a position
    std::string japanese = {}; ///< the same; empty where there are no words but the English

    friend bool operator==(const Diagnostic &, const Diagnostic &) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// Parsers return all the diagnostics they can find, not just the first.
template <class T>
using Parsed = std::expected<T, Diagnostics>;

/// "file:line:column: message", leaving out what is not known.
[[nodiscard]] std::string toString(const Diagnostic &diagnostic);

} // namespace minato::base
