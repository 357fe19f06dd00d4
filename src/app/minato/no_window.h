// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/words.h"

namespace minato::app {

/// Ends the program with a sentence where Qt would abort it, because no window can be opened. Make it before
/// the application, and tell it when that is there.
class NoWindow {
public:
    explicit NoWindow(const Words &words);
    ~NoWindow() { passed(); }
    NoWindow(const NoWindow &) = delete;
    NoWindow &operator=(const NoWindow &) = delete;

    void passed();
};

} // namespace minato::app
