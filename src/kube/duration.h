// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "kube/value.h"

#include <expected>
#include <string>
#include <string_view>

namespace minato::kube {

/// An age as tables print it: "119s", "2m5s", "3h5m", "2d1h".
/// Mirrors   apimachinery/pkg/util/duration HumanDuration
[[nodiscard]] std::string humanDuration(base::Duration age);

/// The age of an RFC 3339 text at `now`; "<unknown>" for null, empty or unreadable.
[[nodiscard]] std::string ageText(const Value &timestamp, base::Instant now);

/// Go's time.Duration text: "1m20s", "1.393s", "5m0s", "0s".
[[nodiscard]] std::string goDuration(base::Duration duration);

/// Reads Go's text ("90s", "1h30m", "1.5s"). Error: `time: invalid duration "x"` and its kin.
[[nodiscard]] std::expected<base::Duration, std::string> parseGoDuration(std::string_view text);

} // namespace minato::kube
