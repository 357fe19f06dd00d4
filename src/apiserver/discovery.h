// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/registry.h"
#include "kube/value.h"

#include <string_view>

namespace minato::apiserver {

/// What the server offers, as the documents of API discovery.
///
/// Mirrors   apiserver/pkg/endpoints/discovery; the order of groups and resources is that of the registry
namespace discovery {

/// APIGroupDiscoveryList of `/api` (the core group) or `/apis` (the others), of apidiscovery.k8s.io
/// `version`.
[[nodiscard]] kube::Value aggregated(const Registry &registry, bool isCore, std::string_view version);
/// APIVersions of `/api`.
[[nodiscard]] kube::Value coreVersions();
/// APIGroupList of `/apis`.
[[nodiscard]] kube::Value groupList(const Registry &registry);
/// APIGroup of `/apis/GROUP`; null when there is none.
[[nodiscard]] kube::Value group(const Registry &registry, std::string_view name);
/// APIResourceList of one group and version; null when there is none.
[[nodiscard]] kube::Value resourceList(const Registry &registry, std::string_view group,
                                       std::string_view version);

} // namespace discovery
} // namespace minato::apiserver
