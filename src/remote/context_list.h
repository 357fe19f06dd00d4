// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/kubeconfig.h"

#include <string>
#include <vector>

namespace minato::remote {

/// A context as a learner chooses it from a list.
struct ContextChoice {
    std::string name;
    std::string server; ///< without its scheme and path: "127.0.0.1:6443"; empty when it is no address
    std::string cluster, user, ns;
    bool isCurrent = false;
    bool isInsecure = false;  ///< the server may be anybody: a red badge
    bool usesProgram = false; ///< one runs on this computer when it is opened
    Troubles troubles;        ///< why it cannot be opened; empty: it can
};

/// All contexts, the current one first, then by name. Nothing is asked over the network, no program runs.
[[nodiscard]] std::vector<ContextChoice> contextChoices(const Kubeconfig &config);

} // namespace minato::remote
