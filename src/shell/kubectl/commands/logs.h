// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <string>
#include <vector>

namespace minato::shell::kubectl {

/// What the flags of `logs` ask for.
struct LogPlan {
    std::string resource, container;
    bool ofAllContainers = false, ofAllPods = false, follows = false, isPrefixed = false,
         ignoresErrors = false;
    std::size_t mostFollowed = 5;
    base::Duration podTimeout{};
    api::Query query = {};
};

struct LogSource {
    std::string ns, pod, container;
};

/// Prints the logs one after the other; when they are followed, all at once, line by line.
[[nodiscard]] client::Task<int> printLogs(Session &session, std::vector<LogSource> sources, LogPlan plan);

} // namespace minato::shell::kubectl
