// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/process.h"

#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace minato::shell {

/// The command line of curl.
struct CurlOptions {
    std::vector<std::string> urls;
    std::vector<std::string> outputs; ///< the n-th URL's file; "-" or none: standard output
    std::vector<std::pair<std::string, std::string>> headers; ///< an empty value takes the header away
    std::optional<std::string> data;
    std::string method, writeOut;
    base::Duration maxTime{}; ///< zero: none
    bool isSilent = false, showsErrors = false, showsHeaders = false, isVerbose = false, asksHead = false,
         failsOnErrors = false, followsRedirects = false, asksHelp = false, getsData = false;

    /// Error: the whole text for standard error; the status is 2 then.
    [[nodiscard]] static std::expected<CurlOptions, std::string> parse(const Process &process);
    [[nodiscard]] std::string methodName() const;
    [[nodiscard]] static std::string helpText();
};

} // namespace minato::shell
