// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/changing.h"

#include <cstdint>
#include <map>
#include <string>

namespace minato::shell::kubectl {

/// What remembers a template, by revision: ReplicaSets or ControllerRevisions.
using History = std::map<std::int64_t, kube::ObjectPtr>;

[[nodiscard]] std::string templateText(const Session &session, const kube::Value &podTemplate);
/// REVISION and CHANGE-CAUSE.
[[nodiscard]] std::string historyTable(const History &history);
[[nodiscard]] Error noSuchRevision(std::int64_t revision);

/// StatefulSets and DaemonSets keep ControllerRevisions.
[[nodiscard]] bool keepsControllerRevisions(const ApiResource &type);
[[nodiscard]] client::Task<Result<void>> printControllerHistory(Session &session, Fetched item);
/// What was done, as it is printed after the name.
[[nodiscard]] client::Task<Result<std::string>> rollBackController(Session &session, Fetched item,
                                                                   DryRun dryRun);

} // namespace minato::shell::kubectl
