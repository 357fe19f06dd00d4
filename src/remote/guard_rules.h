// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"

#include <cstdint>
#include <string>

namespace minato::remote {

/// Whether nothing of the cluster is another after this request.
[[nodiscard]] bool changesNothing(const api::Request &request);

/// How many replicas, at most, a body or a patch asks for, in any of the fields that say so.
[[nodiscard]] std::int64_t replicasAskedFor(const kube::Value &body);

/// What a request is about, in a form that both languages can quote: "kube-system/pods/web", "nodes/n1".
[[nodiscard]] std::string targetOf(const api::Request &request);

} // namespace minato::remote
