// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/instant.h"
#include "kube/object.h"

namespace minato::components {

/// The ownerReference that makes `owner` the managing controller.
[[nodiscard]] kube::Value controllerReference(const kube::Object &owner);

/// True when the object's managing controller is the one with this UID.
[[nodiscard]] bool isControlledBy(const kube::Object &object, std::string_view uid);

/// Sets a counter the way Go's omitempty writes it: zero is left out.
void setCount(kube::Value &status, std::string_view key, std::int64_t count);

/// A condition without times.
[[nodiscard]] kube::Value makeCondition(std::string_view type, std::string_view status, std::string_view reason,
                                        std::string_view message);

/// metadata.creationTimestamp; the epoch's start when it cannot be read.
[[nodiscard]] base::Instant creationTime(const kube::Object &object);

/// A label or annotation as a number; nullopt-like `otherwise` when it is absent or none.
[[nodiscard]] std::int64_t intText(const kube::Value &text, std::int64_t otherwise);

} // namespace minato::components
