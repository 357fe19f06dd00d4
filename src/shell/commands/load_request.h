// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/commands/load_run.h"

#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace minato::shell {

/// What hey and ab are asked to send.
struct LoadRequestOptions {
    std::string method, body, contentType, userAgent, host;
    std::vector<std::pair<std::string, std::string>> headers;
};

[[nodiscard]] api::TrafficRequest makeLoadRequest(const Url &url, const LoadRequestOptions &options,
                                                  std::string client);

/// "Name: value" in its parts; nullopt when there is no colon.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> splitHeader(const std::string &text);

/// The value at `percent` of samples that are sorted by latency.
[[nodiscard]] base::Duration latencyAt(const std::vector<LoadSample> &sorted, std::size_t percent);

} // namespace minato::shell
