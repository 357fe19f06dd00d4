// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/websocket.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace minato::serve::websocket {
namespace {

constexpr std::string_view kGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, section 1.3
constexpr std::size_t kShortLength = 125, kMask = 4;

std::uint8_t byteAt(std::string_view text, std::size_t at)
{
    return static_cast<std::uint8_t>(text[at]);
}

std::uint64_t bigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = value << 8U | static_cast<std::uint8_t>(byte);
    return value;
}

void appendBigEndian(std::string &out, std::uint64_t value, int bytes)
{
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        out += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xffU);
}

bool isControl(Opcode opcode)
{
    return std::to_underlying(opcode) >= 8;
}

bool isKnown(Opcode opcode)
{
    const auto number = std::to_underlying(opcode);
    return number <= 2 || (number >= 8 && number <= 10);
}

} // namespace

std::string frame(Opcode opcode, std::string_view data)
{
    std::string out(1, static_cast<char>(0x80U | std::to_underlying(opcode)));
    if (data.size() <= kShortLength) {
        out += static_cast<char>(data.size());
    } else if (data.size() <= 0xffffU) {
        out += static_cast<char>(126);
        appendBigEndian(out, data.size(), 2);
    } else {
        out += static_cast<char>(127);
        appendBigEndian(out, data.size(), 8);
    }
    out += data;
    return out;
}

std::string closeFrame(std::uint16_t code, std::string_view why)
{
    std::string data;
    appendBigEndian(data, code, 2);
    data += why.substr(0, kShortLength - 2);
    return frame(Opcode::Close, data);
}

std::string acceptKey(std::string_view key)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(QByteArrayView(key.data(), static_cast<qsizetype>(key.size())));
    hash.addData(QByteArrayView(kGuid.data(), static_cast<qsizetype>(kGuid.size())));
    return hash.result().toBase64().toStdString();
}

std::optional<Reader::Head> Reader::readHead()
{
    const std::string_view input = std::string_view(m_input).substr(m_at);
    if (input.size() < 2)
        return std::nullopt;
    Head head;
    const std::uint8_t first = byteAt(input, 0), second = byteAt(input, 1);
    head.isFinal = first & 0x80U;
    head.opcode = static_cast<Opcode>(first & 0x0fU);
    head.length = second & 0x7fU;
    const std::size_t extra = head.length == 126 ? 2 : head.length == 127 ? 8 : 0;
    // No extension was agreed on, and clients mask.
    if ((first & 0x70U) || !(second & 0x80U) || !isKnown(head.opcode)) {
        m_failure = kProtocolError;
        return std::nullopt;
    }
    if (input.size() < 2 + extra + kMask)
        return std::nullopt;
    if (extra)
        head.length = bigEndian(input.substr(2, extra));
    head.maskAt = 2 + extra;
    head.size = head.maskAt + kMask;
    if (!isAllowed(head))
        m_failure = kProtocolError;
    else if (head.length > kMaxMessage - (m_partial ? m_partial->data.size() : 0))
        m_failure = kTooBig;
    if (m_failure || input.size() - head.size < head.length)
        return std::nullopt;
    return head;
}

bool Reader::isAllowed(const Head &head) const
{
    if (isControl(head.opcode))
        return head.isFinal && head.length <= kShortLength;
    return (head.opcode == Opcode::Continuation) == m_partial.has_value();
}

void Reader::takeFrame(const Head &head, std::vector<Message> &messages)
{
    std::string data = m_input.substr(m_at + head.size, static_cast<std::size_t>(head.length));
    for (std::size_t i = 0; i < data.size(); ++i)
        data[i] = static_cast<char>(byteAt(data, i) ^ byteAt(m_input, m_at + head.maskAt + i % kMask));
    m_at += head.size + static_cast<std::size_t>(head.length);
    if (isControl(head.opcode)) {
        messages.push_back({head.opcode, std::move(data)});
        return;
    }
    if (!m_partial)
        m_partial = Message{head.opcode, {}};
    m_partial->data += data;
    if (head.isFinal)
        messages.push_back(*std::exchange(m_partial, std::nullopt));
}

std::vector<Message> Reader::take(std::string_view bytes)
{
    std::vector<Message> messages;
    if (m_failure)
        return messages;
    m_input += bytes;
    while (const auto head = readHead())
        takeFrame(*head, messages);
    m_input.erase(0, std::exchange(m_at, 0));
    return messages;
}

} // namespace minato::serve::websocket
