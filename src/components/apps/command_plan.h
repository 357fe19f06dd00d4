// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "components/apps/container_environment.h"
#include "kube/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::components {

/// What the command of a container does over time, worked out before it runs.
///
/// Understands sleep, echo, exit, true, false, touch, rm, date, trap; alone or in `sh -c` with ; && and line
///           ends, and `while true; do …; done` as something that goes on for ever; $NAME and ${NAME} there.
/// Differs   Anything else is not understood: then the image's own program runs instead.
struct CommandPlan {
    struct Output {
        base::Duration at;
        std::string text;
    };
    struct File {
        std::string path;
        base::Duration from;
        std::optional<base::Duration> until;
    };
    std::vector<Output> outputs;
    std::vector<File> files;             ///< that it makes
    std::optional<base::Duration> lasts; ///< until it ends; nullopt: for ever
    int exitCode = 0;

    [[nodiscard]] static std::optional<CommandPlan> parse(const std::vector<std::string> &argv,
                                                          const Environment &environment = {});
};

/// What a container is told to run; empty: what its image says. Arguments alone count where the image's own
/// program is a shell.
[[nodiscard]] std::vector<std::string> commandOf(const kube::Value &container, bool imageIsShell,
                                                 const Environment &environment = {});

} // namespace minato::components
