// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/jq/parser.h"

#include <algorithm>

namespace minato::shell::jq {

/// Counts one level of nesting of the grammar while it lives; too many are a mistake, not a full stack.
class Parser::Nesting {
public:
    static constexpr int kMost = 1000;

    Nesting(int &depth, std::string_view text, std::size_t at) : m_depth(depth)
    {
        if (depth >= kMost)
            throw Mistake{"nested too deeply",
                          static_cast<int>(std::ranges::count(text.substr(0, at), '\n')) + 1};
        ++depth;
    }
    ~Nesting() { --m_depth; }
    Nesting(const Nesting &) = delete;
    Nesting &operator=(const Nesting &) = delete;

private:
    int &m_depth;
};

} // namespace minato::shell::jq
