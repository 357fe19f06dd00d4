// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/changing.h"

#include <string_view>

namespace minato::shell::kubectl {

/// -l, for the subcommands of `rollout`.
[[nodiscard]] FlagSpecs rolloutFlags();
/// The objects that a subcommand of `rollout` is about; a bare type means all of them.
/// Error: "required resource not specified".
[[nodiscard]] client::Task<Result<Selection>> selectRollouts(Session &session);
/// `error: deployments.apps "web" TEXT`
[[nodiscard]] Error aboutObject(const Fetched &item, std::string_view text);
/// "no WHAT has been implemented for …", in the words of the polymorphic helpers.
[[nodiscard]] Error notImplemented(const ApiResource &type, std::string_view what, std::string_view verb);

} // namespace minato::shell::kubectl
