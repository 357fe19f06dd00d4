// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/schema/wire_reader.h"

#include <format>
#include <limits>

namespace minato::kube {
namespace {

constexpr int kMaxGroups = 100;
constexpr std::string_view kTooShort = "unexpected EOF";

} // namespace

void WireReader::fail(std::string message)
{
    if (m_error.empty())
        m_error = std::move(message);
    m_rest = {};
}

std::uint64_t WireReader::takeVarint()
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (m_rest.empty()) {
            fail(std::string(kTooShort));
            return 0;
        }
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= std::uint64_t(byte & 0x7FU) << shift;
        if (byte < 0x80)
            return value;
    }
    fail("proto: integer overflow");
    return 0;
}

std::string_view WireReader::take(std::uint64_t size)
{
    if (size > std::uint64_t(std::numeric_limits<std::int64_t>::max())) {
        fail("proto: negative length found during unmarshaling");
        return {};
    }
    if (size > m_rest.size()) {
        fail(std::string(kTooShort));
        return {};
    }
    const std::string_view part = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return part;
}

bool WireReader::next()
{
    if (!m_isTaken)
        skip();
    if (m_rest.empty())
        return false;
    const std::uint64_t tag = takeVarint();
    m_number = static_cast<std::uint32_t>(tag >> 3);
    m_type = static_cast<WireType>(tag & 7);
    m_isTaken = false;
    if (m_error.empty() && (m_type == WireType::EndGroup || (tag >> 3) == 0 || (tag >> 3) > 0x1FFFFFFF))
        fail(m_type == WireType::EndGroup ? "proto: wiretype end group for non-group"
                                          : std::format("proto: illegal tag {} (wire type {})",
                                                        static_cast<std::int32_t>(m_number), tag & 7));
    return m_error.empty();
}

void WireReader::skip()
{
    m_isTaken = true;
    switch (m_type) {
    case WireType::Varint:
        (void)takeVarint();
        return;
    case WireType::Fixed64:
        (void)take(8);
        return;
    case WireType::Fixed32:
        (void)take(4);
        return;
    case WireType::Bytes:
        (void)take(takeVarint());
        return;
    case WireType::StartGroup:
        skipGroup();
        return;
    default:
        fail(std::format("proto: illegal wireType {}", static_cast<int>(m_type)));
    }
}

void WireReader::skipGroup()
{
    for (int depth = 1; depth > 0 && m_error.empty();) {
        m_type = static_cast<WireType>(takeVarint() & 7);
        if (m_type == WireType::EndGroup)
            --depth;
        else if (m_type != WireType::StartGroup)
            skip();
        else if (++depth > kMaxGroups)
            fail("proto: groups are nested too deeply");
    }
}

bool WireReader::expect(WireType type, std::string_view field)
{
    m_isTaken = true;
    if (m_type == type)
        return true;
    fail(std::format("proto: wrong wireType = {} for field {}", static_cast<int>(m_type), field));
    return false;
}

std::uint64_t WireReader::varint(std::string_view field)
{
    return expect(WireType::Varint, field) ? takeVarint() : 0;
}

std::uint64_t WireReader::fixed64(std::string_view field)
{
    std::uint64_t value = 0;
    const std::string_view raw = expect(WireType::Fixed64, field) ? take(8) : std::string_view();
    for (std::size_t i = raw.size(); i > 0; --i)
        value = value << 8 | static_cast<unsigned char>(raw[i - 1]);
    return value;
}

std::string_view WireReader::bytes(std::string_view field)
{
    return expect(WireType::Bytes, field) ? take(takeVarint()) : std::string_view();
}

} // namespace minato::kube
