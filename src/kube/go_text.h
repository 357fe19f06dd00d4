// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minato::kube {

/// Text as Go's %q prints it, which is how most messages of Kubernetes quote what a person gave.
///
/// Mirrors   strconv.Quote
/// Differs   Code points that Unicode has not assigned count as printable.
[[nodiscard]] std::string goQuote(std::string_view text);

/// A value as Go's %v prints decoded JSON: `map[app:web ports:[80 81]]`, `<nil>` for null.
[[nodiscard]] std::string goPrint(const Value &value);

/// The name of the Go type that decoded JSON has: "map[string]interface {}", "string", "int64", …
[[nodiscard]] std::string_view goTypeName(const Value &value);

/// A decimal 64-bit integer with optional sign and nothing else around it, as strconv.ParseInt(text, 10, 64).
[[nodiscard]] std::optional<std::int64_t> parseGoInt(std::string_view text);

/// The code point at the start of `text` and its length in bytes; length 0 at the end, and {-1, 1} for a byte
/// that is not UTF-8 (overlong forms and surrogates included).
struct CodePoint {
    std::int32_t value = -1;
    std::size_t length = 0;
};
[[nodiscard]] CodePoint decodeUtf8(std::string_view text);
void appendUtf8(std::string &out, std::int32_t codePoint);

} // namespace minato::kube
