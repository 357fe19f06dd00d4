// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"

#include <string>
#include <string_view>

namespace minato::lessons {

/// What YAML can do and lesson.yaml must not, so that everybody can read it: anchors, aliases, tags, and a
/// key twice in one map.
///
/// Pre       The text parses.
[[nodiscard]] base::Diagnostics lintYamlRestraint(std::string_view yaml, const std::string &fileName);

} // namespace minato::lessons
