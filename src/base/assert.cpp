// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/assert.h"

#include <cstdio>
#include <cstdlib>

namespace minato::base {

void assertionFailed(const char *text, const char *file, int line)
{
    std::fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, text);
    std::abort();
}

} // namespace minato::base
