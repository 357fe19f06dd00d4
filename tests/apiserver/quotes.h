// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>

namespace minato::tests {

/// With single quotes, so that messages and JSON can stand in C++.
inline std::string quoted(std::string text)
{
    std::ranges::replace(text, '"', '\'');
    return text;
}

} // namespace minato::tests
