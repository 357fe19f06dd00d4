// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_template_escape.h"

#include "kube/utf8.h"

#include <array>
#include <cstdint>
#include <format>
#include <optional>

namespace minato::kube::gotemplate {
namespace {

std::string_view javaScriptEscape(char c)
{
    switch (c) {
    case '\\':
        return "\\\\";
    case '\'':
        return "\\'";
    case '"':
        return "\\\"";
    case '<':
        return "\\u003C";
    case '>':
        return "\\u003E";
    case '&':
        return "\\u0026";
    case '=':
        return "\\u003D";
    default:
        return {};
    }
}

std::optional<std::uint32_t> sextet(char c)
{
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
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

std::string escapeHtml(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '\0':
            appendRune(out, kReplacementRune);
            break;
        case '"':
            out += "&#34;";
            break;
        case '\'':
            out += "&#39;";
            break;
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string escapeJavaScript(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const Rune rune = firstRune(text);
        const bool isAscii = rune.value < 0x80;
        const std::string_view escape = isAscii ? javaScriptEscape(text[0]) : std::string_view();
        if (!escape.empty())
            out += escape;
        else if (isAscii && rune.value < ' ')
            out += std::format("\\u{:04X}", static_cast<std::uint32_t>(rune.value));
        else if (isAscii || isPrintable(rune.value))
            out += text.substr(0, rune.size);
        else
            out += std::format("\\u{:04X}", static_cast<std::uint32_t>(rune.value));
        text.remove_prefix(rune.size);
    }
    return out;
}

std::string escapeUrlQuery(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             c == '-' || c == '_' || c == '.' || c == '~';
        if (isPlain)
            out += c;
        else if (c == ' ')
            out += '+';
        else
            out += std::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

std::expected<std::string, std::string> decodeBase64(std::string_view text)
{
    return Base64Reader(text).run();
}

} // namespace minato::kube::gotemplate
