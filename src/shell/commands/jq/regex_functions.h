// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/jq/value.h"

#include <optional>

namespace minato::shell::jq {

/// One match of a pattern in a text; places are in bytes.
struct RegexMatch {
    struct Group {
        std::size_t begin = 0, end = 0;
        bool isSet = false;
        std::string name, text;
    };
    std::size_t begin = 0, end = 0;
    std::vector<Group> groups;

    /// What `match` gives.
    [[nodiscard]] Value described(const std::string &text) const;
    /// The named groups as an object.
    [[nodiscard]] Value names() const;
};

/// All matches (with the flag g) or the first one. `pattern` is a string or [string, flags].
///
/// Mirrors   Oniguruma as far as Regex reads Perl's syntax; flags g, i, x, n, s, l
/// Errors    Throws Error.
[[nodiscard]] std::vector<RegexMatch> findMatches(const std::string &text, const Value &pattern,
                                                  const Value &flags);

} // namespace minato::shell::jq
