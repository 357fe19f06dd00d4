// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <string>

namespace minato::tests {

/// What one command did.
struct Outcome {
    std::string out, err;
    int status = 0;
};

/// How long kubectl takes before its first request; both sides start their requests at the same virtual
/// moment.
inline constexpr base::Duration kStartUp = std::chrono::milliseconds(32);

} // namespace minato::tests
