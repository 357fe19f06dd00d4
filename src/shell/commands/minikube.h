// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "kube/object.h"
#include "shell/process.h"

#include <optional>
#include <string>
#include <string_view>

namespace minato::shell {

/// What the parts of `minikube` share.

/// "X Exiting due to CODE: WHAT"; the exit status.
[[nodiscard]] int minikubeMistake(const Process &process, std::string_view code, std::string_view what,
                                  int status);
/// The address of a node inside the cluster; empty: it has none.
[[nodiscard]] std::string internalIpOf(const kube::Object &node);

/// `minikube ip`, `status`, `start` and `service`: the exit status; nullopt: it is none of these.
///
/// Mirrors   minikube v1.37 over a cluster that runs: its words and exit statuses
/// Differs   start starts nothing: the cluster is there. service opens no browser: it prints the address, with --url and
///           without.
[[nodiscard]] client::Task<std::optional<int>> runMinikubeCluster(Process &process);

} // namespace minato::shell
