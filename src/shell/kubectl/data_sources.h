// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <functional>
#include <string>

namespace minato::shell::kubectl {

/// --from-file, --from-literal, --from-env-file.
[[nodiscard]] FlagSpecs dataSourceFlags();
/// Error: what cannot be combined.
[[nodiscard]] Result<void> checkDataSources(const Session &session);

/// Takes one entry; its error ends the reading.
using DataEntry = std::function<Result<void>(const std::string &key, const std::string &bytes)>;
/// `files` are "PATH" or "KEY=PATH", of a folder its files.
///
/// Mirrors   kubectl/pkg/cmd/create (create_configmap.go, create_secret.go), kubectl/pkg/util (util.go) and
///           cmd/util (env_file.go)
[[nodiscard]] Result<void> readFileSources(const Session &session, const std::vector<std::string> &files,
                                           const DataEntry &add);
[[nodiscard]] Result<void> readLiteralSources(const Session &session, const DataEntry &add);
[[nodiscard]] Result<void> readEnvFileSources(const Session &session, const DataEntry &add);

} // namespace minato::shell::kubectl
