// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minato::fuzz {

/// One request of an input of fuzz_http: a line "METHOD path?query", lines "Accept|Content-Type|User-Agent: …",
/// an empty line, the body.
struct RequestText {
    std::string line;
    std::vector<std::string> headers;
    std::string body;

    /// The value of a header; empty: there is none.
    [[nodiscard]] std::string header(std::string_view name) const;
    void setHeader(std::string_view name, std::string_view value);
};

/// A line "====" stands between two requests.
[[nodiscard]] std::vector<RequestText> requestsOf(std::string_view text);
[[nodiscard]] std::string textOf(const std::vector<RequestText> &requests);

} // namespace minato::fuzz
