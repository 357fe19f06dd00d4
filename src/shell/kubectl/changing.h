// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/object_printer.h"
#include "shell/kubectl/resource_args.h"

#include <string>
#include <string_view>

namespace minato::shell::kubectl {

/// What commands that change objects share.

enum class DryRun : std::uint8_t { None, Client, Server };

/// --dry-run, for their flags.
[[nodiscard]] FlagSpecs dryRunFlags();
/// -l and --all.
[[nodiscard]] FlagSpecs selectorFlags();
/// Error: `Invalid dry-run value (x). Must be "none", "server", or "client".`
[[nodiscard]] Result<DryRun> dryRunOf(const Session &session);

/// "scaled", "scaled (dry run)", "scaled (server dry run)".
[[nodiscard]] std::string operationText(std::string_view operation, DryRun dryRun);

/// A request that changes an object of that type; its query says who asks and whether it is a rehearsal.
[[nodiscard]] api::Request changeRequest(api::Verb verb, const ApiResource &type, const kube::Object &object,
                                         std::string_view fieldManager, DryRun dryRun);

/// Creates the object in the session's namespace, as --save-config and --field-manager say; what came of it.
/// Not for DryRun::Client, which sends nothing.
[[nodiscard]] client::Task<Result<kube::Value>>
sendCreation(Session &session, kube::GroupVersionResource type, kube::Value object, DryRun dryRun);

/// The objects that the arguments of a command name, and what could not be fetched.
[[nodiscard]] client::Task<Result<FetchedObjects>> fetchArguments(Session &session, SelectOptions options);

} // namespace minato::shell::kubectl
