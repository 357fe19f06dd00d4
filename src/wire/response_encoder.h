// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/request.h"
#include "kube/status.h"
#include "wire/http_message.h"
#include "wire/request_decoder.h"

#include <string>

namespace minato::wire {

[[nodiscard]] HttpResponse encodeResponse(const api::Response &response, const DecodedRequest &request);
/// `isPretty`: indented, as people get it.
[[nodiscard]] HttpResponse encodeStatus(const kube::Status &status, bool isPretty = false);

/// One line of a watch stream: {"type":"ADDED","object":{…}} and a newline. Only the first Table of a watch
/// carries its column definitions (the server leaves them out of the later ones).
void appendWatchLine(std::string &out, const api::WatchEvent &event, const DecodedRequest &request);
/// {"type":"ERROR","object":{Status}} and a newline.
void appendWatchError(std::string &out, const kube::Status &status);

} // namespace minato::wire
