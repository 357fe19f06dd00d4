// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/machinery.h"

namespace minato::apiserver {

/// Answers what is asked outside the resources: discovery, /version, health, OpenAPI.
///
/// Aggregated discovery of /api and /apis is what the Accept header's
/// `as=APIGroupDiscoveryList;v=…;g=apidiscovery.k8s.io` asks for; here it is a query parameter
/// `as=APIGroupDiscoveryList` with `v=v2` (the default) or `v=v2beta1`. Without it the answer has the older
/// form (APIVersions, APIGroupList), which the other paths always have. Errors    404 for a path that no
/// server has
[[nodiscard]] kube::Result<api::Response> answerRawPath(Machinery &machinery, const api::Request &request);

} // namespace minato::apiserver
