// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/http_message.h"

#include <string>
#include <string_view>

namespace minato::serve {

/// Compresses a large body for a client that asks for gzip.
///
/// Mirrors   apiserver/pkg/endpoints/handlers/responsewriters: above 128 KiB, the fastest level, Vary with it
void compressFor(std::string_view acceptEncoding, wire::HttpResponse &response);

} // namespace minato::serve
