// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <memory>
#include <string>
#include <vector>

namespace minato::shell::kubectl {

/// One object of a file that -f named.
struct Manifest {
    kube::Value object; ///< its namespace filled in
    std::shared_ptr<const ApiResource> type;
    std::string ns;     ///< "" for cluster-scoped kinds
    std::string source; ///< as messages name it: the path, or "STDIN"

    [[nodiscard]] std::string name() const { return std::string(object.at("metadata", "name").asString()); }
};

/// -f, -R and -k (which is refused).
[[nodiscard]] FlagSpecs filenameFlags();

struct Manifests {
    std::vector<Manifest> manifests;
    Errors errors; ///< of what could not be read; the rest is there
};
/// Reads the files and folders of -f, "-" being standard input; lists are taken apart.
///
/// Mirrors   cli-runtime/pkg/resource (visitor.go), its texts
[[nodiscard]] client::Task<Manifests> readManifests(Session &session);

/// A refusal that names its file: `error when creating "d.yaml": …`.
[[nodiscard]] Error withSource(std::string_view verb, std::string_view source, Error error);

} // namespace minato::shell::kubectl
