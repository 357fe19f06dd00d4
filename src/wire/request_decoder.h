// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "kube/schema/type_table.h"
#include "kube/status.h"
#include "wire/http_message.h"

#include <cstdint>
#include <string>

namespace minato::wire {

/// How an answer is to be written.
enum class MediaType : std::uint8_t { Json, Yaml };

/// Which seam function a request is for.
enum class Exchange : std::uint8_t { Send, Watch, Stream };

struct DecodedRequest {
    Exchange exchange = Exchange::Send;
    api::Request request;
    MediaType mediaType = MediaType::Json;
    bool isPretty = false; ///< for people: ?pretty=true, or curl, Wget and browsers
    bool isHead = false;
    std::string tableVersion = "v1"; ///< of meta.k8s.io, when a Table is wanted: "v1" or "v1beta1"
};

/// Path, method, query, Accept and body of an HTTP request into a request of the seam.
///
/// Mirrors   apiserver/pkg/endpoints/request/requestinfo.go, handlers/negotiation
/// Errors    400, 405, 406 and 415 with upstream's texts.
[[nodiscard]] kube::Result<DecodedRequest> decodeRequest(const HttpRequest &http,
                                                         const kube::TypeTable &types);

} // namespace minato::wire
