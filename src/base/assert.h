// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace minato::base {

/// Prints "file:line: assertion failed: text" and aborts.
[[noreturn]] void assertionFailed(const char *text, const char *file, int line);

} // namespace minato::base

/// Our own bug, never a user's mistake.
#define MINATO_ASSERT(condition)                                                                             \
    ((condition) ? void() : ::minato::base::assertionFailed(#condition, __FILE__, __LINE__))
