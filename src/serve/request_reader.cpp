// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/request_reader.h"

#include "wire/http_target.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <format>
#include <optional>
#include <ranges>
#include <utility>

namespace minato::serve {
namespace {

bool isTokenCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isTokenCharacter);
}

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return lower;
}

template <class Number>
std::optional<Number> parseDigits(std::string_view text, int base)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

RequestReader::Progress RequestReader::refuse(int code, std::string_view message)
{
    m_refusal = {.code = code,
                 .reason = code == 400   ? "BadRequest"
                           : code == 413 ? "RequestEntityTooLarge"
                                         : "",
                 .message = std::string(message)};
    m_stage = Stage::Done;
    return Progress::Refused;
}

bool RequestReader::takeLine(std::string &input, std::string &line)
{
    const auto end = input.find('\n', m_scanned);
    if (end == std::string::npos) {
        m_scanned = input.size();
        return false;
    }
    line.assign(input, 0, end);
    if (line.ends_with('\r'))
        line.pop_back();
    input.erase(0, end + 1);
    m_headBytes += end + 1;
    m_scanned = 0;
    return true;
}

RequestReader::Progress RequestReader::read(std::string &input)
{
    for (;;) {
        if (m_stage == Stage::Done)
            return m_refusal.message.empty() ? Progress::Complete : Progress::Refused;
        if (m_stage == Stage::Body || m_stage == Stage::Chunk) {
            if (const Progress progress = takeBody(input); progress != Progress::Complete)
                return progress;
            continue;
        }
        std::string line;
        const bool isLine = takeLine(input, line);
        if (m_headBytes + (isLine ? 0 : input.size()) > m_limits.head)
            return refuse(431, "Request Header Fields Too Large");
        if (!isLine)
            return Progress::NeedsMore;
        if (const Progress progress = onLine(line); progress != Progress::NeedsMore)
            return progress;
    }
}

RequestReader::Progress RequestReader::onLine(std::string_view line)
{
    switch (m_stage) {
    case Stage::RequestLine:
        return line.empty() ? Progress::NeedsMore : onRequestLine(line);
    case Stage::Header:
        return line.empty() ? onHeadEnd() : onHeader(line);
    case Stage::ChunkSize:
        return onChunkSize(line);
    case Stage::ChunkEnd:
        if (!line.empty())
            return refuse(400, "malformed chunked encoding");
        m_stage = Stage::ChunkSize;
        return Progress::NeedsMore;
    default: // a trailer
        if (line.empty())
            m_stage = Stage::Done;
        return Progress::NeedsMore;
    }
}

RequestReader::Progress RequestReader::onRequestLine(std::string_view line)
{
    const auto first = line.find(' '), last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return refuse(400, "malformed HTTP request");
    const std::string_view method = line.substr(0, first), version = line.substr(last + 1);
    if (!isToken(method) || !version.starts_with("HTTP/"))
        return refuse(400, "malformed HTTP request");
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return refuse(505, "HTTP Version Not Supported: unsupported protocol version");
    m_request.method = method;
    m_request.isOldVersion = version == "HTTP/1.0";
    if (!wire::decodeTarget(line.substr(first + 1, last - first - 1), m_request))
        return refuse(400, "malformed request target");
    m_stage = Stage::Header;
    return Progress::NeedsMore;
}

RequestReader::Progress RequestReader::onHeader(std::string_view line)
{
    const auto colon = line.find(':');
    const auto isText = [](char c) {
        return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != '\x7f');
    };
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)) ||
        !std::ranges::all_of(line.substr(colon + 1), isText))
        return refuse(400, "malformed MIME header line");
    std::string_view value = line.substr(colon + 1);
    const auto first = value.find_first_not_of(" \t");
    value = first == std::string_view::npos ? std::string_view()
                                            : value.substr(first, value.find_last_not_of(" \t") - first + 1);
    m_request.headers.emplace(lowerCase(line.substr(0, colon)), value);
    return Progress::NeedsMore;
}

RequestReader::Progress RequestReader::onHeadEnd()
{
    const auto hosts = m_request.headers.count("host");
    if (hosts > 1 || (hosts == 0 && !m_request.isOldVersion))
        return refuse(400, hosts ? "too many Host headers" : "missing required Host header");
    m_request.accept = m_request.header("accept");
    m_request.contentType = m_request.header("content-type");
    m_request.userAgent = m_request.header("user-agent");
    const auto [first, last] = m_request.headers.equal_range("content-length");
    const bool hasLength = first != last;
    if (m_request.headers.contains("transfer-encoding")) {
        if (hasLength)
            return refuse(400, "Content-Length beside Transfer-Encoding");
        if (lowerCase(m_request.header("transfer-encoding")) != "chunked")
            return refuse(501, "Unsupported transfer encoding");
        m_stage = Stage::ChunkSize;
        return Progress::HeadRead;
    }
    if (!hasLength) {
        m_stage = Stage::Done;
        return Progress::HeadRead;
    }
    const auto length = parseDigits<std::uint64_t>(first->second, 10);
    const bool isOne = std::ranges::all_of(std::ranges::subrange(first, last),
                                           [&](const auto &each) { return each.second == first->second; });
    if (!length || !isOne)
        return refuse(400, "bad Content-Length");
    if (*length > m_limits.body)
        return refuse(413, std::format("Request entity too large: limit is {}", m_limits.body));
    m_missing = *length;
    m_stage = m_missing == 0 ? Stage::Done : Stage::Body;
    return Progress::HeadRead;
}

RequestReader::Progress RequestReader::onChunkSize(std::string_view line)
{
    m_headBytes = 0; // the next one's line, or the trailers, are bounded anew
    const std::string_view digits = line.substr(0, line.find_first_of("; \t"));
    const auto size = digits.size() > 8 ? std::nullopt : parseDigits<std::uint32_t>(digits, 16);
    if (!size)
        return refuse(400, "malformed chunked encoding");
    if (m_request.body.size() + *size > m_limits.body)
        return refuse(413, std::format("Request entity too large: limit is {}", m_limits.body));
    m_missing = *size;
    m_stage = m_missing == 0 ? Stage::Trailer : Stage::Chunk;
    return Progress::NeedsMore;
}

/// Complete: go on with the next stage.
RequestReader::Progress RequestReader::takeBody(std::string &input)
{
    const std::size_t taken = std::min(m_missing, input.size());
    m_request.body.append(input, 0, taken);
    input.erase(0, taken);
    m_missing -= taken;
    if (m_missing > 0)
        return Progress::NeedsMore;
    m_stage = m_stage == Stage::Chunk ? Stage::ChunkEnd : Stage::Done;
    return Progress::Complete;
}

bool RequestReader::expectsContinue() const
{
    return !m_request.isOldVersion && m_stage != Stage::Done &&
           m_request.headerNames("expect", "100-continue");
}

bool RequestReader::keepsAlive() const
{
    return m_request.isOldVersion ? m_request.headerNames("connection", "keep-alive")
                                  : !m_request.headerNames("connection", "close");
}

wire::HttpRequest RequestReader::take()
{
    m_stage = Stage::RequestLine;
    m_headBytes = m_scanned = m_missing = 0;
    return std::exchange(m_request, {});
}

} // namespace minato::serve
