// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/go_template_run.h"

namespace minato::kube::gotemplate {

/// Counts what is being evaluated inside one another, over blocks, parentheses and template calls together:
/// each may be deep, but not all at once on one stack.
class Run::Nesting {
public:
    explicit Nesting(Run &run) : m_run(run)
    {
        constexpr int kMaxNesting = 2000;
        if (run.m_nesting >= kMaxNesting)
            run.exceed("exceeded maximum nesting");
        ++run.m_nesting;
    }
    Nesting(const Nesting &) = delete;
    Nesting &operator=(const Nesting &) = delete;
    ~Nesting() { --m_run.m_nesting; }

private:
    Run &m_run;
};

} // namespace minato::kube::gotemplate
