// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"
#include "shell/kubectl/error.h"
#include "shell/kubectl/flags.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {

/// Arguments that name resources first, then changes: KEY=VALUE, or KEY- to take away.
struct SplitArguments {
    std::vector<std::string> resources, pairs;
};
/// Error: `all resources must be specified before label changes: x`
///
/// Mirrors   kubectl/pkg/cmd/util (GetResourcesAndPairs, ParsePairs)
[[nodiscard]] Result<SplitArguments> splitArguments(const std::vector<std::string> &arguments,
                                                    std::string_view what);

struct Pairs {
    std::map<std::string, std::string> set;
    std::vector<std::string> removed;
};
/// Error: `invalid image format: x`
[[nodiscard]] Result<Pairs> parsePairs(const std::vector<std::string> &pairs, std::string_view what,
                                       bool removes);

/// The parts between the separators; one part, perhaps empty, when there are none.
[[nodiscard]] std::vector<std::string> splitAt(std::string_view text, char separator);
/// "a=b,c=d". Error: `unexpected label spec: x`
///
/// Mirrors   kubectl/pkg/generate (ParseLabels)
[[nodiscard]] Result<kube::Value> parseLabels(std::string_view text);
/// "cpu=1,memory=1Gi", quantities in their canonical spelling. Error: `Invalid argument syntax x, expected
/// <resource>=<value>`
[[nodiscard]] Result<kube::Value> parseResourceList(std::string_view text);

} // namespace minato::shell::kubectl
