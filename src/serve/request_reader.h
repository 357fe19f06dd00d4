// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/status.h"
#include "serve/http_limits.h"
#include "wire/http_message.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace minato::serve {

/// Reads HTTP/1.x requests out of the bytes of a connection, however they are cut.
///
/// Mirrors   RFC 9112 as Go's net/http reads it: bodies by Content-Length or chunked, both at once refused
/// Differs   No folded header lines, no other transfer coding than chunked.
/// Bounds    HttpLimits::head and ::body; whatever the bytes, it keeps no more than both.
/// Errors    A Status: 400, 413, 431, 501, 505. The connection cannot be used any further.
/// Threads   Pure; no I/O.
/// Tests     tests/serve/tst_request_reader.cpp
class RequestReader {
public:
    enum class Progress : std::uint8_t {
        NeedsMore,
        HeadRead, ///< told once, before the body is read: the time to refuse it
        Complete,
        Refused
    };

    explicit RequestReader(const HttpLimits &limits) : m_limits(limits) {}

    /// Takes what belongs to the request from the front of `input`.
    [[nodiscard]] Progress read(std::string &input);
    /// From HeadRead on.
    [[nodiscard]] const wire::HttpRequest &request() const { return m_request; }
    [[nodiscard]] bool expectsContinue() const;
    [[nodiscard]] bool keepsAlive() const;
    /// After Complete. The next request can be read then.
    [[nodiscard]] wire::HttpRequest take();
    [[nodiscard]] const kube::Status &refusal() const { return m_refusal; }
    /// A request has begun to come.
    [[nodiscard]] bool isInRequest() const { return m_stage != Stage::RequestLine; }

private:
    enum class Stage : std::uint8_t { RequestLine, Header, Body, ChunkSize, Chunk, ChunkEnd, Trailer, Done };

    /// False: no whole line yet, or one that is too long.
    bool takeLine(std::string &input, std::string &line);
    [[nodiscard]] Progress onLine(std::string_view line);
    [[nodiscard]] Progress onRequestLine(std::string_view line);
    [[nodiscard]] Progress onHeader(std::string_view line);
    [[nodiscard]] Progress onHeadEnd();
    [[nodiscard]] Progress onChunkSize(std::string_view line);
    [[nodiscard]] Progress takeBody(std::string &input);
    [[nodiscard]] Progress refuse(int code, std::string_view message);

    const HttpLimits m_limits;
    Stage m_stage = Stage::RequestLine;
    wire::HttpRequest m_request;
    kube::Status m_refusal;
    std::size_t m_headBytes = 0; ///< of lines so far
    std::size_t m_scanned = 0;   ///< no line end before that
    std::size_t m_missing = 0;   ///< bytes of the body, or of the chunk
};

} // namespace minato::serve
