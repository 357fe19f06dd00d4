// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace minato::components {

/// What an image holds, as far as programs that are executed in its containers can see it. As data:
/// container_roots.cpp.
///
/// Mirrors   the published images (nginx, kubernetes-bootcamp …): working folder, environment, main program
/// Differs   A few files and the usual small tools instead of a whole root.
struct ContainerRoot {
    using Pair = std::pair<std::string_view, std::string_view>;

    std::string_view folder = "/";              ///< WORKDIR
    std::string_view command;                   ///< of process 1, as ps prints it
    std::span<const Pair> environment;          ///< what the image sets
    std::span<const Pair> files;                ///< path and text, with {body}, {pod} and {version}
    std::span<const std::string_view> programs; ///< that can be started
};

/// Of the image behind a repository's full name ("docker.io/library/nginx"). Unknown ones hold a shell and
/// the usual tools.
[[nodiscard]] const ContainerRoot &containerRoot(std::string_view repository);

} // namespace minato::components
