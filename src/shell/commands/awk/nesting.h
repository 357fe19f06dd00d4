// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/awk/lexer.h"

namespace minato::shell::awk {

/// Counts one level of nesting of the grammar while it lives; too many are a syntax error, not a full stack.
class Nesting {
public:
    static constexpr int kMost = 150;

    Nesting(int &depth, int line) : m_depth(depth)
    {
        if (depth >= kMost)
            throw SyntaxError{line, "nested too deeply"};
        ++depth;
    }
    ~Nesting() { --m_depth; }
    Nesting(const Nesting &) = delete;
    Nesting &operator=(const Nesting &) = delete;

private:
    int &m_depth;
};

} // namespace minato::shell::awk
