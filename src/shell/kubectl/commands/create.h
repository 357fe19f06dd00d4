// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/changing.h"

#include <string>

namespace minato::shell::kubectl {

/// What `create` and its subcommands share.
struct CreatePlan {
    DryRun dryRun = DryRun::None;
    std::string validation; ///< "Strict"
};

/// --field-manager, --save-config.
[[nodiscard]] FlagSpecs createFlags();
/// Errors    About --dry-run, -o and --validate, in that order.
[[nodiscard]] Result<CreatePlan> createPlan(const Session &session);
/// Sends the object; what the server made of it.
[[nodiscard]] client::Task<Result<kube::Value>> sendCreate(Session &session, kube::GroupVersionResource type,
                                                           std::string ns, kube::Value object,
                                                           CreatePlan plan);
/// The same for what flags describe, unless --dry-run=client; with --save-config it remembers what it was made of.
[[nodiscard]] client::Task<Result<kube::Value>> createTyped(Session &session, kube::GroupVersionResource type,
                                                            std::string ns, kube::Value object,
                                                            CreatePlan plan);
/// "deployment.apps/web created", or what -o asks for; the exit status.
[[nodiscard]] int printCreated(Session &session, kube::Value object, const CreatePlan &plan);
/// The one NAME before "--". Error: "exactly one NAME is required, got 0", as a usage error.
[[nodiscard]] Result<std::string> nameArgument(const Session &session);

} // namespace minato::shell::kubectl
