// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "apiserver/decoder.h"
#include "apiserver/kind.h"
#include "apiserver/write_options.h"

namespace minato::apiserver {

/// The object that a patch request makes of `current`, decoded anew.
///
/// Mirrors   endpoints/handlers/patch.go
[[nodiscard]] kube::Result<Decoded> applyPatch(const Kind &kind, const kube::Value &current,
                                               const api::Request &request, FieldValidation validation);

} // namespace minato::apiserver
