// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/kubeconfig.h"

#include <string>
#include <vector>

namespace minato::remote {

/// Where kubeconfigs are looked for. Values, so that a test needs no environment.
struct KubeconfigSources {
    std::string explicitFile; ///< --kubeconfig: this one only, and it must exist
    std::string variable;     ///< KUBECONFIG: a list
    std::string home;         ///< whose .kube/config is taken when neither says anything

    /// What the environment says.
    [[nodiscard]] static KubeconfigSources fromEnvironment(std::string explicitFile = {});
};

/// The files in their order, each once; they may be missing.
[[nodiscard]] std::vector<std::string> kubeconfigFiles(const KubeconfigSources &sources);

/// Reads and merges them. Only reads: Minato never writes to a kubeconfig that is not its own.
///
/// Mirrors   client-go tools/clientcmd/loader.go
/// Errors    Those of every file. As with kubectl, one broken file of a list spoils it all.
[[nodiscard]] Checked<Kubeconfig> loadKubeconfig(const KubeconfigSources &sources);

} // namespace minato::remote
