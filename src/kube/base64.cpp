// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/base64.h"

#include <cstdint>
#include <format>
#include <optional>

namespace minato::kube {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::optional<std::uint32_t> sextet(char c)
{
    const std::size_t at = kAlphabet.find(c);
    return at == kAlphabet.npos ? std::nullopt : std::optional(static_cast<std::uint32_t>(at));
}

bool isLineBreak(char c)
{
    return c == '\n' || c == '\r';
}

/// Reads base64 in groups of four characters. Offsets in errors are those that Go gives.
class Base64Reader {
public:
    explicit Base64Reader(std::string_view text) : m_text(text) {}

    std::expected<std::string, std::string> run()
    {
        std::string out;
        while (m_at < m_text.size() && !m_isDone) {
            if (!readGroup(out))
                return std::unexpected(std::format("illegal base64 data at input byte {}", m_badAt));
        }
        return out;
    }

private:
    bool readGroup(std::string &out)
    {
        std::uint32_t bits = 0;
        std::size_t count = 0;
        while (count < 4) {
            if (m_at == m_text.size())
                return count == 0 || refuse(m_at - count);
            const char c = m_text[m_at++];
            if (const auto digit = sextet(c)) {
                bits = (bits << 6) | *digit;
                ++count;
            } else if (c == '=') {
                if (!readPadding(count))
                    return false;
                break;
            } else if (!isLineBreak(c)) {
                return refuse(m_at - 1);
            }
        }
        bits <<= 6 * (4 - count);
        for (std::size_t i = 0; i + 1 < count; ++i)
            out += static_cast<char>((bits >> (16 - 8 * i)) & 0xFF);
        return true;
    }

    /// The first '=' is read already; after two digits another must follow, and then nothing.
    bool readPadding(std::size_t count)
    {
        if (count < 2)
            return refuse(m_at - 1);
        if (count == 2) {
            skipLineBreaks();
            if (m_at == m_text.size())
                return refuse(m_at);
            if (m_text[m_at] != '=')
                return refuse(m_at - 1);
            ++m_at;
        }
        skipLineBreaks();
        m_isDone = true;
        return m_at == m_text.size() || refuse(m_at);
    }

    void skipLineBreaks()
    {
        while (m_at < m_text.size() && isLineBreak(m_text[m_at]))
            ++m_at;
    }

    bool refuse(std::size_t at)
    {
        m_badAt = at;
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_badAt = 0;
    bool m_isDone = false;
};

} // namespace

std::expected<std::string, std::string> decodeBase64(std::string_view text)
{
    return Base64Reader(text).run();
}

std::string encodeBase64(std::string_view bytes)
{
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < 3; ++k)
            bits = bits << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += i + k > bytes.size() ? '=' : kAlphabet[bits >> (18 - 6 * k) & 0x3F];
    }
    return out;
}

} // namespace minato::kube
