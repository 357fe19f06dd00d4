// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <cstdint>
#include <string_view>

namespace minato::kube {

enum class YamlType : std::uint8_t { String, Null, Bool, Int, Float, Timestamp };

/// What a plain (unquoted) YAML scalar means.
struct YamlScalar {
    YamlType type = YamlType::String;
    Value value; ///< a String for timestamps; infinities and NaN are Doubles
};

/// Mirrors   goyaml v2 resolve(): YAML 1.1 words ("yes", "on", "~"), integers of base 2, 8, 10 and 16 with
///           underscores, floats, and timestamps (which stay text, but must be quoted when written)
[[nodiscard]] YamlScalar resolveYamlScalar(std::string_view text);

/// "1:30": a number of base 60 to other readers, so it is written quoted.
[[nodiscard]] bool isBase60(std::string_view text);

} // namespace minato::kube
