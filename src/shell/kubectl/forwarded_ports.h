// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"
#include "shell/kubectl/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace minato::shell::kubectl {

struct PortPair {
    std::uint16_t local = 0; ///< 0: one that is free
    std::uint16_t remote = 0;
};

/// "8080:http" and its kin with numbers for names, those of a Service's ports led to its Pod's. `object`: what was
/// named, a Service or what has the Pod.
///
/// Mirrors   kubectl/pkg/cmd/portforward (translateServicePortToTargetPort, convertPodNamedPortToNumber,
///           checkUDPPort…)
[[nodiscard]] Result<std::vector<std::string>>
numberedPorts(const std::vector<std::string> &texts, const kube::Object &object, const kube::Object &pod);
/// Mirrors   client-go/tools/portforward (parsePorts)
[[nodiscard]] Result<std::vector<PortPair>> parsePorts(const std::vector<std::string> &texts);
/// The addresses that --address means, each once and in the order in which they are told.
///
/// Mirrors   client-go/tools/portforward (parseAddresses)
[[nodiscard]] Result<std::vector<std::string>> parseAddresses(const std::vector<std::string> &texts);

} // namespace minato::shell::kubectl
