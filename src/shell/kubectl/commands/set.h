// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/changing.h"

#include <functional>
#include <string>
#include <string_view>

namespace minato::shell::kubectl {

/// What the subcommands of `set` share.
///
/// Mirrors   kubectl/pkg/cmd/set (helper.go)

struct SetOperation {
    std::string_view done;        ///< "env updated"
    std::string_view failure;     ///< before the server's refusal; empty: the refusal as it is
    bool sendsNothingNew = false; ///< a request is sent also when nothing changes
    DryRun dryRun = DryRun::None;
};

/// -f, -l, --all, --local, --dry-run, -o and what every subcommand has; `own` first.
[[nodiscard]] std::vector<FlagSpecs> setFlags(FlagSpecs own);
/// --dry-run and -o. Error: what is wrong with them.
[[nodiscard]] Result<DryRun> checkSet(const Session &session);
/// The objects that the arguments name; with --local those of the files, as they are.
[[nodiscard]] client::Task<Result<FetchedObjects>> fetchSetTargets(Session &session,
                                                                   std::vector<std::string> resources);

/// Changes an object; false: it is none of those to change.
using ObjectChange = std::function<Result<bool>(kube::Value &object)>;
/// Changes all of them first, then sends and prints one after the other.
[[nodiscard]] client::Task<Errors> setEach(Session &session, FetchedObjects fetched, SetOperation operation,
                                           ObjectChange change);

/// Where the Pod spec of an object is. Error: it has none.
[[nodiscard]] Result<kube::Value *> editPodSpec(kube::Value &object);
/// The containers whose names fit a pattern with "*", first those that are no init containers.
[[nodiscard]] std::vector<kube::Value *> editContainers(kube::Value &podSpec, std::string_view pattern);

} // namespace minato::shell::kubectl
