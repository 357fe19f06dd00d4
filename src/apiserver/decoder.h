// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/kind.h"
#include "apiserver/write_options.h"
#include "kube/status.h"

#include <string>
#include <vector>

namespace minato::apiserver {

struct Decoded {
    kube::Value object; ///< as it is kept, with defaults
    std::vector<std::string> warnings;
};

/// Takes an object from a client: is it of this kind, are its fields known and of the right types; then
/// defaults.
///
/// Mirrors   endpoints/handlers (create.go, update.go, rest.go: transformDecodeError)
/// Errors    400, as a real server words them
[[nodiscard]] kube::Result<Decoded> decode(const Kind &kind, const kube::Value &body,
                                           FieldValidation validation);

} // namespace minato::apiserver
