// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace minato::kube {

/// Standard base64 with padding; line breaks are skipped.
///
/// Mirrors   StdEncoding of encoding/base64
/// Errors    "illegal base64 data at input byte 3"
[[nodiscard]] std::expected<std::string, std::string> decodeBase64(std::string_view text);
[[nodiscard]] std::string encodeBase64(std::string_view bytes);

} // namespace minato::kube
