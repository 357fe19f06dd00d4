// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/kind.h"

/// One function a row of the registry, each in a file of its own.
namespace minato::apiserver::kinds {

[[nodiscard]] Kind deployment();
[[nodiscard]] Kind endpoints();
[[nodiscard]] Kind endpointSlice();
[[nodiscard]] Kind event();
[[nodiscard]] Kind eventV1(); ///< events.k8s.io/v1, a second form of the same objects
[[nodiscard]] Kind namespaceKind();
[[nodiscard]] Kind node();
[[nodiscard]] Kind pod();
[[nodiscard]] Kind replicaSet();
[[nodiscard]] Kind service();

} // namespace minato::apiserver::kinds
