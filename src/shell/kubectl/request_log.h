// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"

#include <string>

namespace minato::shell::kubectl {

/// "GET https://127.0.0.1:6443/api/v1/namespaces/default/pods?limit=500": the request as HTTP would send it.
[[nodiscard]] std::string requestLine(std::string_view serverUrl, const api::Request &request);
/// "200 OK", "404 Not Found"
[[nodiscard]] std::string statusLine(const api::Result<api::Response> &answer);

} // namespace minato::shell::kubectl
