// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/field_errors.h"
#include "apiserver/kind.h"
#include "kube/object.h"

namespace minato::apiserver {

/// The rules for metadata that hold for every kind.
///
/// Mirrors   apimachinery/pkg/api/validation (objectmeta.go) and apiserver/pkg/registry/rest (create.go,
/// update.go)
namespace meta {

void validateNew(const kube::Value &metadata, const Kind &kind, FieldErrors &errors);
void validateUpdate(const kube::Value &metadata, const kube::Object &old, FieldErrors &errors);
/// What an update may not touch is taken from the old object.
void keepSystemFields(kube::Value &object, const kube::Object &old);

void validateLabels(const kube::Value &labels, std::string_view path, FieldErrors &errors);
/// A LabelSelector's matchLabels and matchExpressions.
void validateSelector(const kube::Value &selector, std::string_view path, FieldErrors &errors);

} // namespace meta
} // namespace minato::apiserver
