// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/kind.h"
#include "apiserver/kinds/pod_template.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

/// What the kinds that own Pods have in common.
namespace minato::apiserver::kinds {

void setIfAbsent(kube::Value &map, std::string_view key, const kube::Value &value);
/// Defaults of spec.template.
void setTemplateDefaults(kube::Value &spec);
/// Clients have no say in the status of what they create.
void dropStatus(kube::Value &object);
void keepLabels(kube::Value &object, const kube::Object &old);

/// spec.selector is there, not empty, and matches spec.template.
void validateWorkloadSelector(const kube::Value &spec, FieldErrors &errors);
void validateSameSelector(const kube::Value &object, const kube::Object &old, FieldErrors &errors);
/// None negative, none of `parts` above status.replicas, available not above ready.
void validateReplicaCounts(const kube::Value &status, std::initializer_list<std::string_view> parts,
                           FieldErrors &errors);

/// A number of Pods or a percentage of them: neither negative nor other text. Null is fine.
void validateIntOrPercent(const kube::Value &value, const std::string &path, FieldErrors &errors);
/// Not above 100%.
void validateAtMostAll(const kube::Value &value, const std::string &path, FieldErrors &errors);
/// "25%" gives 25.
[[nodiscard]] std::int64_t percentOrInt(const kube::Value &value);
/// An update strategy as the message about an unknown type shows it: upstream prints its internal struct.
[[nodiscard]] std::string internalStrategy(const kube::Value &strategy);
[[nodiscard]] std::string lowerCase(std::string_view text);

[[nodiscard]] Subresource scaleSubresource();

} // namespace minato::apiserver::kinds
