// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <map>
#include <string>
#include <string_view>

namespace minato::components {

using Environment = std::map<std::string, std::string, std::less<>>;

/// What a container's `env` sets.
///
/// Mirrors   pkg/kubelet makeEnvironmentVariables, pkg/fieldpath
/// Differs   Values from ConfigMaps, Secrets and resourceFieldRef are left out.
[[nodiscard]] Environment ownEnvironment(const kube::Object &pod, std::string_view container);

/// spec.hostname, or the Pod's name.
[[nodiscard]] std::string_view hostnameOf(const kube::Object &pod);

/// The text with $(NAME) replaced, as a Pod's command and args have it; $$ is a single $.
///
/// Mirrors   third_party/forked/golang/expansion
[[nodiscard]] std::string expanded(std::string_view text, const Environment &environment);

} // namespace minato::components
