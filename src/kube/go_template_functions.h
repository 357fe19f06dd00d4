// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/go_value.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace minato::kube::gotemplate {

/// No text that a template makes is longer, so that neither is what it prints.
inline constexpr std::size_t kMaxText = std::size_t{16} << 20;

/// A function that templates may call: Go's predefined ones, and kubectl's exists and base64decode.
///
/// Mirrors   text/template/funcs.go; cli-runtime/pkg/printers/template.go, jsonpath.go
/// Differs   `slice` does not reach into a list's spare capacity.
/// Errors    Go's texts, which the caller puts behind "error calling index: ".
struct Function {
    using Result = std::expected<GoValue, std::string>;
    using Arguments = std::span<const GoValue>;

    /// Go's type of a parameter: it decides what nil becomes, and what is refused.
    enum class Parameter : std::uint8_t {
        Reflected, ///< reflect.Value: anything, as it was found
        Any,       ///< interface{}: anything, nil for nothing
        String,
    };
    /// Calls that the evaluator handles itself.
    enum class Special : std::uint8_t { No, And, Or, Call };

    std::string_view name;
    std::size_t fixedCount; ///< parameters before the variadic one, all of type `fixed`
    Parameter fixed;
    bool isVariadic;
    Parameter rest; ///< of a variadic parameter
    Result (*body)(Arguments arguments);
    Special special = Special::No;

    /// The parameter at a position.
    [[nodiscard]] Parameter parameter(std::size_t index) const { return index < fixedCount ? fixed : rest; }
};

/// Null when there is none of that name.
[[nodiscard]] const Function *findFunction(std::string_view name);

} // namespace minato::kube::gotemplate
