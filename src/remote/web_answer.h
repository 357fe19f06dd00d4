// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace minato::remote {

/// Reads one HTTP/1.x answer of a program in a Pod, from bytes as they come.
///
/// Bounds    kMost bytes of head and of body; what is longer is Broken.
/// Mirrors   RFC 9112 §4 to §7, as far as an answer to a GET or POST goes (1xx are skipped; trailers are read and
///           dropped)
class WebAnswer {
public:
    enum class State { Reading, Done, Broken };
    static constexpr std::size_t kMost = std::size_t{4} << 20;

    [[nodiscard]] State read(std::string_view bytes);
    /// Nothing more comes: an answer without a length ends so.
    [[nodiscard]] State end();

    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const std::string &reason() const { return m_reason; }
    [[nodiscard]] const std::map<std::string, std::string> &headers() const
    {
        return m_headers;
    } ///< lower case
    [[nodiscard]] const std::string &body() const { return m_body; }
    /// The connection may be used again.
    [[nodiscard]] bool keepsAlive() const;

private:
    enum class Part { Head, Length, Close, ChunkSize, Chunk, ChunkEnd, Trailer, Done, Broken };
    [[nodiscard]] bool step();
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool readChunkSize();
    [[nodiscard]] bool readBody(std::size_t most, Part next);
    [[nodiscard]] State state() const;

    Part m_part = Part::Head;
    std::string m_pending;
    std::size_t m_left = 0;
    int m_status = 0;
    std::string m_version, m_reason, m_body;
    std::map<std::string, std::string> m_headers;
};

} // namespace minato::remote
