// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/changing.h"

#include <memory>
#include <string>
#include <vector>

namespace minato::shell::kubectl {

/// What `delete` and `replace --force` share.

struct DeletePlan {
    std::int64_t gracePeriod = -1;
    std::string propagation = "Background";
    bool isForced = false, ignoresNotFound = false, waits = true, namesOnly = false;
    base::Duration timeout{};
    DryRun dryRun = DryRun::None;
};

/// One object to delete; all that a DELETE needs.
struct Doomed {
    std::shared_ptr<const ApiResource> type;
    std::string ns, name, uid;
    std::string source = {}; ///< the file that names it
};

/// --cascade, --force, --grace-period, --timeout, --wait.
[[nodiscard]] FlagSpecs deletionFlags();
/// What these say. Error: about --cascade.
[[nodiscard]] Result<DeletePlan> deletionPlan(const Session &session);
/// Deletes, tells, and waits if the plan says so; the exit status.
[[nodiscard]] client::Task<int> deleteAll(Session &session, std::vector<Doomed> doomed, Errors errors,
                                          DeletePlan plan);

} // namespace minato::shell::kubectl
