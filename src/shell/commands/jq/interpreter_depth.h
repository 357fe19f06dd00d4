// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/jq/interpreter.h"

namespace minato::shell::jq {

/// Counts a step, and one level of filters in one another while it lives.
class Interpreter::Depth {
public:
    explicit Depth(Interpreter &interpreter) : m_interpreter(interpreter)
    {
        if (++interpreter.m_steps > kMostSteps || interpreter.m_depth >= kMostDepth)
            throw TooLong{};
        ++interpreter.m_depth;
    }
    ~Depth() { --m_interpreter.m_depth; }
    Depth(const Depth &) = delete;
    Depth &operator=(const Depth &) = delete;

private:
    Interpreter &m_interpreter;
};

} // namespace minato::shell::jq
