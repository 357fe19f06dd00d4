// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/http_message.h"

#include <string_view>

namespace minato::wire {

/// Reads a request's target, "/api/v1/pods?limit=500" or an absolute URL, into the path and query of `request`, decoded.
/// False: it is none. What of the query cannot be decoded is left out, as Go does.
[[nodiscard]] bool decodeTarget(std::string_view target, HttpRequest &request);

} // namespace minato::wire
