// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/changing.h"

#include <string>
#include <string_view>
#include <vector>

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
/// What a subcommand creates, and how.
struct Creation {
    kube::GroupVersionResource type;
    bool isNamespaced = true;
    std::string_view
        failure; ///< before the server's refusal: "failed to create deployment: "; empty: nothing
    /// The object that arguments and flags describe; for runCreation().
    Result<kube::Value> (*object)(const Session &session, const std::string &name) = nullptr;
    /// The same where the server has to be asked about it; one of both is set.
    client::Task<Result<kube::Value>> (*askedObject)(Session &session, std::string name) = nullptr;
};
/// A whole subcommand: name, flags, object, request, output; the exit status.
[[nodiscard]] client::Task<int> runCreation(Session &session, Creation creation);
/// An object with that name, in the namespace of -n if it was given.
[[nodiscard]] kube::Value namedObject(const Session &session, std::string_view apiVersion,
                                      std::string_view kind, const std::string &name);
/// Flags of every subcommand: those of createFlags(), --validate, --dry-run, -o and its kin; `own` first.
[[nodiscard]] std::vector<FlagSpecs> creationFlags(FlagSpecs own = {});

// Its subcommands for what the lab's own cluster does not keep, and for certificates.
extern const Command kCreateClusterRole;
extern const Command kCreateClusterRoleBinding;
extern const Command kCreateCronJob;
extern const Command kCreateIngress;
extern const Command kCreateRole;
extern const Command kCreateRoleBinding;
extern const Command kCreateSecretTls;
extern const Command kCreateToken;

/// "deployment.apps/web created", or what -o asks for; the exit status.
[[nodiscard]] int printCreated(Session &session, kube::Value object, const CreatePlan &plan);

} // namespace minato::shell::kubectl
