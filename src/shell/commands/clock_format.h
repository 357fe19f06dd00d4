// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <string>
#include <string_view>

namespace minato::shell {

/// A moment in UTC as strftime writes it in the C locale, with GNU's %N, %3N, %k, %s, %-d.
[[nodiscard]] std::string formatTime(base::Instant when, std::string_view pattern);

} // namespace minato::shell
