// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/web_answer.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace minato::remote {
namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::optional<std::size_t> number(std::string_view text, int base)
{
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Where the head ends, and what follows begins.
std::pair<std::size_t, std::size_t> headEnd(std::string_view text)
{
    const auto strict = text.find("\r\n\r\n"), loose = text.find("\n\n");
    return strict <= loose ? std::pair(strict, strict + 4) : std::pair(loose, loose + 2);
}

} // namespace

WebAnswer::State WebAnswer::state() const
{
    return m_part == Part::Done ? State::Done : m_part == Part::Broken ? State::Broken : State::Reading;
}

WebAnswer::State WebAnswer::read(std::string_view bytes)
{
    m_pending += bytes;
    while (step()) {
    }
    if (m_pending.size() > kMost || m_body.size() > kMost)
        m_part = Part::Broken;
    return state();
}

WebAnswer::State WebAnswer::end()
{
    if (m_part == Part::Close)
        m_part = Part::Done;
    return state() == State::Done ? State::Done : State::Broken;
}

/// False: there is nothing to do until more has come.
bool WebAnswer::step()
{
    switch (m_part) {
    case Part::Head:
        return readHead();
    case Part::Length:
        return readBody(m_left, Part::Done);
    case Part::Close:
        return readBody(m_pending.size() + 1, Part::Close);
    case Part::ChunkSize:
        return readChunkSize();
    case Part::Chunk:
        return readBody(m_left, Part::ChunkEnd);
    case Part::ChunkEnd:
    case Part::Trailer: {
        const auto line = m_pending.find('\n');
        if (line == std::string::npos)
            return false;
        const bool isLast = trimmed(std::string_view(m_pending).substr(0, line)).empty();
        m_pending.erase(0, line + 1);
        if (m_part == Part::ChunkEnd)
            m_part = isLast ? Part::ChunkSize : Part::Broken;
        else if (isLast)
            m_part = Part::Done;
        return true;
    }
    case Part::Done:
    case Part::Broken:
        break;
    }
    return false;
}

bool WebAnswer::readHead()
{
    const auto [end, next] = headEnd(m_pending);
    if (end == std::string::npos)
        return false;
    const std::string head = m_pending.substr(0, end);
    m_pending.erase(0, next);
    std::string_view rest = head;
    const auto line = [&rest] {
        const auto at = rest.find('\n');
        const std::string_view text = rest.substr(0, at);
        rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
        return trimmed(text);
    };
    const std::string_view first = line();
    m_version = first.substr(0, 8);
    const auto status = first.size() > 11 ? number(first.substr(9, 3), 10) : std::nullopt;
    if (!m_version.starts_with("HTTP/1.") || !status) {
        m_part = Part::Broken;
        return false;
    }
    m_status = static_cast<int>(*status);
    m_reason = first.size() > 13 ? std::string(first.substr(13)) : std::string();
    m_headers.clear();
    while (!rest.empty()) {
        const std::string_view header = line();
        if (const auto colon = header.find(':'); colon != std::string_view::npos)
            m_headers[lower(header.substr(0, colon))] = trimmed(header.substr(colon + 1));
    }
    if (m_status < 200)
        return true; // the real one follows
    const auto length = m_headers.find("content-length");
    const auto coding = m_headers.find("transfer-encoding");
    if (coding != m_headers.end() && lower(coding->second).ends_with("chunked")) {
        m_part = Part::ChunkSize;
    } else if (m_status == 204 || m_status == 304) {
        m_part = Part::Done;
    } else if (length != m_headers.end()) {
        const auto bytes = number(length->second, 10);
        m_left = bytes.value_or(0);
        m_part = !bytes || *bytes > kMost ? Part::Broken : m_left == 0 ? Part::Done : Part::Length;
    } else {
        m_part = Part::Close;
    }
    return true;
}

bool WebAnswer::readChunkSize()
{
    const auto end = m_pending.find('\n');
    if (end == std::string::npos)
        return false;
    const std::string_view line = trimmed(std::string_view(m_pending).substr(0, end));
    const auto size = number(trimmed(line.substr(0, line.find(';'))), 16);
    m_pending.erase(0, end + 1);
    m_left = size.value_or(0);
    m_part = !size || *size > kMost ? Part::Broken : m_left == 0 ? Part::Trailer : Part::Chunk;
    return true;
}

/// Moves what is there of the next `most` bytes; `next` begins when they are all there.
bool WebAnswer::readBody(std::size_t most, Part next)
{
    const std::size_t size = std::min(most, m_pending.size());
    if (size == 0)
        return false;
    m_body.append(m_pending, 0, size);
    m_pending.erase(0, size);
    m_left -= std::min(size, m_left);
    if (m_left == 0 && next != Part::Close)
        m_part = next;
    return m_part != Part::Close;
}

bool WebAnswer::keepsAlive() const
{
    const auto connection = m_headers.find("connection");
    const std::string said = connection == m_headers.end() ? std::string() : lower(connection->second);
    return m_version == "HTTP/1.0" ? said == "keep-alive" : said != "close";
}

} // namespace minato::remote
