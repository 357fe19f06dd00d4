// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

namespace minato::shell::kubectl {

/// What the subcommands of `kubectl config` share.

/// Where messages say the configuration is.
inline constexpr const char *kConfigFile = "/home/minato/.kube/config";

[[nodiscard]] inline Kubeconfig &configOf(const Session &session)
{
    return session.state().config;
}
/// The arguments with blanks between them, as Go prints a list: "[a b]".
[[nodiscard]] std::string listOfArguments(const Session &session);
/// The help, and what is wrong with the arguments; the exit status.
[[nodiscard]] int failArguments(const Session &session);

// config_entries.cpp, config_set.cpp
extern const Command kConfigDeleteCluster;
extern const Command kConfigDeleteUser;
extern const Command kConfigSet;
extern const Command kConfigSetCluster;
extern const Command kConfigSetCredentials;
extern const Command kConfigUnset;

} // namespace minato::shell::kubectl
