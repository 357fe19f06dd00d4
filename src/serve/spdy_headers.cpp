// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/spdy_headers.h"

#include <array>
#include <utility>

namespace minato::serve::spdy {
namespace {

constexpr std::size_t kMostHeaders = 64U << 10U;

// What both ends start their compression from: SPDY protocol draft 3, section 2.6.10.1. First words with
// their lengths, then a text.
constexpr std::array<std::string_view, 65> kWords{
    "options",
    "head",
    "post",
    "put",
    "delete",
    "trace",
    "accept",
    "accept-charset",
    "accept-encoding",
    "accept-language",
    "accept-ranges",
    "age",
    "allow",
    "authorization",
    "cache-control",
    "connection",
    "content-base",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-md5",
    "content-range",
    "content-type",
    "date",
    "etag",
    "expect",
    "expires",
    "from",
    "host",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-range",
    "if-unmodified-since",
    "last-modified",
    "location",
    "max-forwards",
    "pragma",
    "proxy-authenticate",
    "proxy-authorization",
    "range",
    "referer",
    "retry-after",
    "server",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "vary",
    "via",
    "warning",
    "www-authenticate",
    "method",
    "get",
    "status",
    "200 OK",
    "version",
    "HTTP/1.1",
    "url",
    "public",
    "set-cookie",
    "keep-alive",
    "origin",
};
constexpr std::string_view kText =
    "100101201202205206300302303304305306307402405406407408409410411412413414415416417502504505"
    "203 Non-Authoritative Information204 No Content301 Moved Permanently400 Bad Request401 Una"
    "uthorized403 Forbidden404 Not Found500 Internal Server Error501 Not Implemented503 Service"
    " UnavailableJan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec 00:00:00 Mon, Tue, Wed, Thu, "
    "Fri, Sat, Sun, GMTchunked,text/html,image/png,image/jpg,image/gif,application/xml,applicat"
    "ion/xhtml+xml,text/plain,text/javascript,publicprivatemax-age=gzip,deflate,sdchcharset=utf"
    "-8charset=iso-8859-1,utf-,*,enq=0.";

void appendNumber(std::string &out, std::size_t value)
{
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        out += static_cast<char>(value >> shift & 0xffU);
}

std::string dictionary()
{
    std::string all;
    for (const std::string_view word : kWords) {
        appendNumber(all, word.size());
        all += word;
    }
    all += kText;
    return all;
}

const Bytef *bytes(std::string_view text)
{
    return reinterpret_cast<const Bytef *>(text.data());
}

/// A 32-bit length and so many bytes, from the front of `text`.
std::optional<std::string> takeText(std::string_view &text)
{
    const auto size = takeNumber(text);
    if (!size || *size > text.size())
        return std::nullopt;
    std::string taken(text.substr(0, *size));
    text.remove_prefix(*size);
    return taken;
}

std::optional<Headers> parse(std::string_view text)
{
    Headers headers;
    const auto count = takeNumber(text);
    if (!count)
        return std::nullopt;
    for (std::uint32_t i = 0; i < *count; ++i) {
        auto name = takeText(text);
        auto value = name ? takeText(text) : std::nullopt;
        if (!value)
            return std::nullopt;
        headers[*std::move(name)] = *std::move(value);
    }
    return headers;
}

} // namespace

std::optional<std::uint32_t> takeNumber(std::string_view &text)
{
    if (text.size() < 4)
        return std::nullopt;
    std::uint32_t value = 0;
    for (const char byte : text.substr(0, 4))
        value = value << 8U | static_cast<std::uint8_t>(byte);
    text.remove_prefix(4);
    return value;
}

HeaderReader::HeaderReader() : m_dictionary(dictionary())
{
    m_isReady = inflateInit(&m_stream) == Z_OK;
}

HeaderReader::~HeaderReader()
{
    inflateEnd(&m_stream);
}

std::optional<Headers> HeaderReader::read(std::string_view packed)
{
    if (!m_isReady)
        return std::nullopt;
    std::string text;
    m_stream.next_in = const_cast<Bytef *>(bytes(packed)); // zlib does not write to its input
    m_stream.avail_in = static_cast<uInt>(packed.size());
    while (text.size() < kMostHeaders) {
        std::array<char, 4096> piece;
        m_stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        m_stream.avail_out = piece.size();
        int result = inflate(&m_stream, Z_SYNC_FLUSH);
        if (result == Z_NEED_DICT)
            result =
                inflateSetDictionary(&m_stream, bytes(m_dictionary), static_cast<uInt>(m_dictionary.size()));
        if (result != Z_OK && result != Z_BUF_ERROR)
            break;
        const std::size_t made = piece.size() - m_stream.avail_out;
        text.append(piece.data(), made);
        if (m_stream.avail_in == 0 && made < piece.size())
            return parse(text);
        if (made == 0 && result == Z_BUF_ERROR)
            break;
    }
    m_isReady = false; // both ends no longer agree
    return std::nullopt;
}

HeaderWriter::HeaderWriter()
{
    const std::string start = dictionary();
    m_isReady = deflateInit(&m_stream, Z_BEST_SPEED) == Z_OK &&
                deflateSetDictionary(&m_stream, bytes(start), static_cast<uInt>(start.size())) == Z_OK;
}

HeaderWriter::~HeaderWriter()
{
    deflateEnd(&m_stream);
}

std::string HeaderWriter::write(const Headers &headers)
{
    std::string text;
    appendNumber(text, headers.size());
    for (const auto &[name, value] : headers) {
        appendNumber(text, name.size());
        text += name;
        appendNumber(text, value.size());
        text += value;
    }
    std::string packed(text.size() + 1024, '\0');
    m_stream.next_in = const_cast<Bytef *>(bytes(text)); // as above
    m_stream.avail_in = static_cast<uInt>(text.size());
    m_stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    m_stream.avail_out = static_cast<uInt>(packed.size());
    if (m_isReady)
        deflate(&m_stream, Z_SYNC_FLUSH);
    packed.resize(packed.size() - m_stream.avail_out);
    return packed;
}

} // namespace minato::serve::spdy
