// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minato::apiserver {

/// What text may stand where. Each function gives the complaints, none when the text is fine.
///
/// Mirrors   apimachinery/pkg/util/validation (validation.go) and its texts
namespace syntax {

using Complaints = std::vector<std::string>;

[[nodiscard]] Complaints dns1123Label(std::string_view text);
[[nodiscard]] Complaints dns1123Subdomain(std::string_view text);
[[nodiscard]] Complaints dns1035Label(std::string_view text);
[[nodiscard]] Complaints qualifiedName(std::string_view text); ///< label and annotation keys, finalizers
[[nodiscard]] Complaints labelValue(std::string_view text);
[[nodiscard]] Complaints portName(std::string_view text);
[[nodiscard]] Complaints configMapKey(std::string_view text);
[[nodiscard]] Complaints envVarName(std::string_view text);
[[nodiscard]] Complaints portNumber(std::int64_t port);
[[nodiscard]] bool isPercent(std::string_view text);
[[nodiscard]] bool isIPv4(std::string_view text);
[[nodiscard]] bool isIP(std::string_view text);

[[nodiscard]] std::string inclusiveRange(std::int64_t low, std::int64_t high);
inline constexpr std::string_view kNotNegative = "must be greater than or equal to 0";
inline constexpr std::string_view kImmutable = "field is immutable";

/// The NameRule functions: with isPrefix a dash at the end is fine.
[[nodiscard]] Complaints subdomainName(std::string_view name, bool isPrefix);
[[nodiscard]] Complaints labelName(std::string_view name, bool isPrefix);
[[nodiscard]] Complaints serviceName(std::string_view name, bool isPrefix);
/// Any text that can be one segment of a path.
[[nodiscard]] Complaints pathSegmentName(std::string_view name, bool isPrefix);

} // namespace syntax
} // namespace minato::apiserver
