// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_template_escape.h"

#include "kube/utf8.h"

#include <array>
#include <cstdint>
#include <format>

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

} // namespace minato::kube::gotemplate
