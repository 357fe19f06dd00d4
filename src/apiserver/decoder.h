// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/machinery.h"
#include "apiserver/write_options.h"
#include "kube/status.h"

#include <expected>
#include <span>
#include <string>
#include <vector>

namespace minato::apiserver {

struct Decoded {
    kube::Value object; ///< as it is kept, with defaults
    std::vector<std::string> warnings;
};

/// How an object that a client sent is judged.
struct DecodeOptions {
    FieldValidation validation = FieldValidation::Warn;
    /// Parts that are the very nodes of this object (as they are when a client edits what it was given) were
    /// judged when they came in and are not looked at again. May be null.
    const kube::Object *old = nullptr;
    std::span<const std::string> duplicateFields; ///< found by whoever parsed the text: "spec.replicas"
    kube::Wording wording = kube::Wording::Json;
};

/// Takes an object from a client: is it of this kind, are its fields known and of the right types; then
/// defaults.
///
/// Mirrors   endpoints/handlers (create.go, update.go, rest.go: transformDecodeError)
/// Errors    400, as a real server words them
[[nodiscard]] kube::Result<Decoded> decode(Machinery &machinery, const Kind &kind, const kube::Value &body,
                                           const DecodeOptions &options);
/// The same of an object that is known to be of this kind. Errors: what is wrong, without a frame around it.
[[nodiscard]] std::expected<Decoded, std::string>
decodeFields(Machinery &machinery, const Kind &kind, const kube::Value &body, const DecodeOptions &options);

} // namespace minato::apiserver
