// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/schema/type_table.h"
#include "kube/value.h"

#include <expected>
#include <string>
#include <string_view>

namespace minato::kube {

/// An object that came as application/vnd.kubernetes.protobuf.
struct ProtobufObject {
    std::string apiVersion, kind; ///< empty: the body did not get so far as to tell
    Value value;                  ///< as JSON would have brought it, with apiVersion and kind
};
struct ProtobufError {
    std::string apiVersion, kind;
    std::string message;        ///< in upstream's words where it has some: "unexpected EOF"
    bool isUnknownKind = false; ///< the envelope is fine, but names a kind that is not in the table
};

/// Reads such a body: "k8s\0", then an envelope that names the type, then the fields by their numbers in the
/// field table. Unknown numbers are skipped. What a Go server would leave out again (zero values of fields
/// that are no pointers) is left out here.
///
/// Mirrors   apimachinery/pkg/runtime/serializer/protobuf
/// Bounds    The depth is that of the kinds; groups nest 100 deep; an object may have 250 000 values.
/// Errors    Never more than a message; input of any kind is fine.
[[nodiscard]] std::expected<ProtobufObject, ProtobufError> decodeProtobuf(const TypeTable &types,
                                                                          std::string_view body);

} // namespace minato::kube
