// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/url.h"

#include <algorithm>
#include <charconv>

namespace minato::shell {
namespace {

std::unexpected<UrlError> rejected(std::string_view why, int code = 3)
{
    return std::unexpected(UrlError{code, std::string(why)});
}

/// The port's text is empty or no number up to 65535.
bool readPort(std::string_view text, Url &url)
{
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value > 65535)
        return false;
    url.port = static_cast<std::uint16_t>(value);
    url.hasPort = true;
    return true;
}

} // namespace

std::string Url::authority() const
{
    const std::string shown = host.contains(':') ? "[" + host + "]" : host;
    const std::uint16_t standard = scheme == "https" ? 443 : 80;
    return port == standard ? shown : shown + ":" + std::to_string(port);
}

std::expected<Url, UrlError> parseUrl(std::string_view text)
{
    constexpr std::string_view badPort =
        "URL rejected: Port number was not a decimal number between 0 and 65535";
    Url url;
    if (text.find_first_of(" \t\r\n") != std::string_view::npos)
        return rejected("URL rejected: Malformed input to a URL function");
    if (const std::size_t colon = text.find("://"); colon != std::string_view::npos && colon > 0) {
        url.scheme = text.substr(0, colon);
        std::ranges::transform(url.scheme, url.scheme.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        text.remove_prefix(colon + 3);
        text.remove_prefix(std::min(text.find_first_not_of('/'), text.size()));
        if (url.scheme != "http" && url.scheme != "https")
            return rejected("Protocol \"" + url.scheme + "\" not supported", 1);
    }
    url.port = url.scheme == "https" ? 443 : 80;
    text = text.substr(0, text.find('#'));
    const std::size_t slash = std::min(text.find_first_of("/?"), text.size());
    std::string_view authority = text.substr(0, slash);
    if (slash < text.size())
        url.path = (text[slash] == '?' ? "/" : "") + std::string(text.substr(slash));
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos)
        authority.remove_prefix(at + 1);
    std::size_t colon = authority.rfind(':');
    if (authority.starts_with('[')) {
        const std::size_t bracket = authority.find(']');
        if (bracket == std::string_view::npos)
            return rejected("bad range in URL position 2:");
        url.host = authority.substr(1, bracket - 1);
        colon = bracket + 1 < authority.size() && authority[bracket + 1] == ':' ? bracket + 1
                                                                                : std::string_view::npos;
    } else {
        url.host = authority.substr(0, colon);
    }
    if (colon != std::string_view::npos && !readPort(authority.substr(colon + 1), url))
        return rejected(badPort);
    if (url.host.empty())
        return rejected("URL rejected: No host part in the URL");
    return url;
}

} // namespace minato::shell
