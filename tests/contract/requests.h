// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "kube/resource.h"

#include <string>
#include <string_view>

/// Short ways to say requests and objects in tests.
namespace minato::tests {

using kube::GroupVersionResource;
using kube::Value;

[[nodiscard]] api::Request request(api::Verb verb, const GroupVersionResource &resource, std::string ns,
                                   std::string name = {});
[[nodiscard]] api::Request get(const GroupVersionResource &resource, std::string ns, std::string name);
[[nodiscard]] api::Request list(const GroupVersionResource &resource, std::string ns, api::Query query = {});
[[nodiscard]] api::Request create(const GroupVersionResource &resource, Value object, api::Query query = {});
[[nodiscard]] api::Request update(const GroupVersionResource &resource, const Value &object,
                                  std::string subresource = {});
[[nodiscard]] api::Request mergePatch(const GroupVersionResource &resource, std::string ns, std::string name,
                                      Value patch, std::string subresource = {});
[[nodiscard]] api::Request remove(const GroupVersionResource &resource, std::string ns, std::string name,
                                  api::Query query = {});

/// JSON with single quotes, for tests; a mistake in it fails the test program.
[[nodiscard]] Value json(std::string text);

/// A Deployment in "default" that wants no Pods: nothing else in a cluster touches it.
[[nodiscard]] Value deployment(std::string_view name, std::string_view app = "web");
/// A Pod in "default" with one container.
[[nodiscard]] Value pod(std::string_view name, std::string_view app = "web");
[[nodiscard]] Value service(std::string_view name, std::string_view type = "ClusterIP");

} // namespace minato::tests
