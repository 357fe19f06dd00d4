// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/field_errors.h"
#include "kube/object.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

/// What ConfigMaps and Secrets have in common.
namespace minato::apiserver::kinds {

inline constexpr std::size_t kMaxDataBytes = 1024 * 1024;

/// The key of an entry; mirrors IsConfigMapKey.
void validateDataKey(const kube::Member &entry, const std::string &path, FieldErrors &errors);
/// With `immutable: true` neither the data nor that may change any more.
void validateImmutableData(const kube::Value &object, const kube::Object &old,
                           std::initializer_list<std::string_view> parts, FieldErrors &errors);
/// How many bytes base64 text stands for.
[[nodiscard]] std::size_t decodedSize(const kube::Value &text);

} // namespace minato::apiserver::kinds
