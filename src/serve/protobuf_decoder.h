// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/status.h"
#include "kube/value.h"

#include <string_view>

namespace minato::serve {

/// Reads an object that a client sent as application/vnd.kubernetes.protobuf.
///
/// Mirrors   apimachinery/pkg/runtime/serializer/protobuf: "k8s\0", runtime.Unknown, the object. Go encodes
/// empty texts
///           and zeros of plain fields; they count as absent.
/// Differs   Kinds and fields outside the table (protobuf_schema.h) are refused, so that nothing gets lost
/// unseen. Errors    400 and 415. Any bytes are safe: lengths are checked, nesting is that of the table.
[[nodiscard]] kube::Result<kube::Value> decodeProtobuf(std::string_view body);

} // namespace minato::serve
