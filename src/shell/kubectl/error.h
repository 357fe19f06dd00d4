// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/status.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {

/// Why a command fails: the server's refusal, or kubectl's own words.
struct Error {
    std::string text;                   ///< without "error: "
    std::optional<kube::Status> status; ///< then `text` is not used
    int exitCode = 1;
    bool isPrinted = false; ///< it has been told already

    Error(std::string words) : text(std::move(words)) {}
    Error(const char *words) : text(words) {}
    Error(kube::Status refusal) : status(std::move(refusal)) {}

    [[nodiscard]] bool isNotFound() const { return status && status->isReason("NotFound"); }
    /// The bare message, as Go's err.Error().
    [[nodiscard]] const std::string &message() const { return status ? status->message : text; }
};

template <class T>
using Result = std::expected<T, Error>;
using Errors = std::vector<Error>;

/// All that kubectl prints for these errors; ends with a newline. One error has more forms than several.
///
/// Mirrors   kubectl/pkg/cmd/util (helpers.go checkErr)
[[nodiscard]] std::string toText(const Errors &errors);

} // namespace minato::shell::kubectl
