// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/discovery.h"
#include "shell/kubectl/error.h"

#include <string>
#include <string_view>

namespace minato::shell::kubectl {

/// What commands ask of objects of several kinds.
///
/// Mirrors   kubectl/pkg/polymorphichelpers

/// "v1.Deployment": the Go type that messages name.
[[nodiscard]] std::string goTypeOf(const kube::Object &object);
/// "Deployment.apps", "Node": a GroupKind as Go prints it.
[[nodiscard]] std::string groupKindOf(const ApiResource &type);

/// The labels that select an object's Pods, "app=web,tier=front". Errors: why there are none.
[[nodiscard]] Result<kube::Value> exposedSelector(const kube::Object &object);
/// Where the Pod spec of an object is: of a Pod `spec`, of what makes Pods `spec.template.spec`.
[[nodiscard]] const kube::Value &podSpecOf(const kube::Object &object);
/// The selector of the Pods that an object has, as a query; the error completes "cannot get the logs from …".
[[nodiscard]] Result<std::string> podSelector(const kube::Object &object);

} // namespace minato::shell::kubectl
