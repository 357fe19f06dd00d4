// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

namespace minato::tests {

/// The commands of a script or golden session whose texts differ in this version of the real kubectl:
/// versions/1.30.txt.
[[nodiscard]] std::set<std::string> ownTexts(int minor, const std::string &script);

} // namespace minato::tests
