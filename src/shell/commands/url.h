// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace minato::shell {

/// A URL as curl reads it: the scheme may be left out, the port has its default.
struct Url {
    std::string scheme = "http", host;
    std::uint16_t port = 80;
    bool hasPort = false;   ///< it was written
    std::string path = "/"; ///< with the query

    /// "host01:30222", or "host01" when the port is the scheme's own: the Host header.
    [[nodiscard]] std::string authority() const;
};

struct UrlError {
    int code = 3; ///< curl's exit status
    std::string message;
};

/// Errors: curl's ("URL rejected: Port number was not a decimal number between 0 and 65535").
[[nodiscard]] std::expected<Url, UrlError> parseUrl(std::string_view text);

} // namespace minato::shell
