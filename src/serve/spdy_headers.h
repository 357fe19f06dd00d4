// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zlib.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace minato::serve::spdy {

using Headers = std::map<std::string, std::string, std::less<>>;

/// Unpacks the header blocks of one connection, each with what the ones before left.
///
/// Mirrors   SPDY protocol draft 3, section 2.6.10, as moby/spdystream reads it
/// Differs   A header with several values is one text, with the NULs that separate them.
/// Bounds    A block of 64 KiB unpacked.
/// Errors    nullopt: what came is none. Nothing can be read afterwards.
class HeaderReader {
public:
    HeaderReader();
    ~HeaderReader();
    HeaderReader(const HeaderReader &) = delete;
    HeaderReader &operator=(const HeaderReader &) = delete;
    [[nodiscard]] std::optional<Headers> read(std::string_view packed);

private:
    std::string m_dictionary;
    z_stream m_stream{};
    bool m_isReady = false;
};

/// Packs them for the way back.
class HeaderWriter {
public:
    HeaderWriter();
    ~HeaderWriter();
    HeaderWriter(const HeaderWriter &) = delete;
    HeaderWriter &operator=(const HeaderWriter &) = delete;
    [[nodiscard]] std::string write(const Headers &headers);

private:
    z_stream m_stream{};
    bool m_isReady = false;
};

/// A big-endian number of 32 bits from the front of `text`.
[[nodiscard]] std::optional<std::uint32_t> takeNumber(std::string_view &text);

} // namespace minato::serve::spdy
