// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/spdy.h"

#include <utility>

namespace minato::serve::spdy {
namespace {

constexpr std::size_t kHead = 8, kMostFrame = 1U << 20U;
constexpr std::uint32_t kControlBit = 0x80000000U, kStreamMask = 0x7fffffffU, kLengthMask = 0xffffffU;
constexpr std::uint16_t kVersion = 3;
constexpr std::uint8_t kLast = 1;
constexpr std::size_t kPriority = 2; ///< bytes of it before a new stream's headers

} // namespace

std::string number(std::uint32_t value)
{
    std::string text;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        text += static_cast<char>(value >> shift & 0xffU);
    return text;
}

std::string dataFrame(std::uint32_t stream, std::string_view data, bool isLast)
{
    std::string frame = number(stream & kStreamMask);
    frame += number((isLast ? std::uint32_t{kLast} << 24U : 0U) |
                    static_cast<std::uint32_t>(data.size() & kLengthMask));
    frame += data;
    return frame;
}

std::string controlFrame(Control type, std::string_view payload)
{
    std::string frame = number(kControlBit | std::uint32_t{kVersion} << 16U | std::to_underlying(type));
    frame += number(static_cast<std::uint32_t>(payload.size() & kLengthMask));
    frame += payload;
    return frame;
}

std::vector<Frame> Reader::take(std::string_view bytes)
{
    std::vector<Frame> frames;
    if (m_hasFailed)
        return frames;
    m_input += bytes;
    std::string_view input = m_input;
    while (!m_hasFailed && input.size() >= kHead) {
        std::string_view head = input.substr(0, kHead);
        const std::uint32_t first = takeNumber(head).value_or(0), second = takeNumber(head).value_or(0);
        const std::size_t length = second & kLengthMask;
        const auto flags = static_cast<std::uint8_t>(second >> 24U);
        if (length > kMostFrame) {
            m_hasFailed = true;
            break;
        }
        if (input.size() < kHead + length)
            break;
        const std::string_view payload = input.substr(kHead, length);
        input.remove_prefix(kHead + length);
        if (!(first & kControlBit))
            frames.push_back({Frame::Kind::Data, first, (flags & kLast) != 0, std::string(payload)});
        else if ((first >> 16U & 0x7fffU) != kVersion)
            m_hasFailed = true;
        else
            takeControl(static_cast<std::uint16_t>(first & 0xffffU), flags, payload, frames);
    }
    m_input.erase(0, m_input.size() - input.size());
    return frames;
}

void Reader::takeControl(std::uint16_t type, std::uint8_t flags, std::string_view payload,
                         std::vector<Frame> &frames)
{
    const auto id = takeNumber(payload);
    switch (static_cast<Control>(type)) {
    case Control::SynStream: {
        const bool isWhole = id && takeNumber(payload) && payload.size() >= kPriority;
        auto headers = isWhole ? m_headers.read(payload.substr(kPriority)) : std::nullopt;
        if (!headers)
            m_hasFailed = true;
        else
            frames.push_back(
                {Frame::Kind::NewStream, *id & kStreamMask, (flags & kLast) != 0, {}, *std::move(headers)});
        return;
    }
    case Control::MoreHeaders:
        // Nothing of it matters, but the compression goes on.
        m_hasFailed = !id || !m_headers.read(payload);
        return;
    case Control::Reset:
        if (id)
            frames.push_back({Frame::Kind::Reset, *id & kStreamMask, true});
        return;
    case Control::Ping:
        if (id)
            frames.push_back({Frame::Kind::Ping, *id});
        return;
    case Control::GoAway:
        frames.push_back({Frame::Kind::GoAway});
        return;
    default:
        return;
    }
}

} // namespace minato::serve::spdy
