// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>

namespace minato::remote {

/// Why a file has not been read.
struct FileError {
    bool isMissing = false;
    std::string words; ///< the system's: "Permission denied"
};

/// The whole of a file; a kubeconfig, certificate, key or token. Larger than 4 MiB is no such thing.
[[nodiscard]] std::expected<std::string, FileError> readWholeFile(const std::string &path);

/// "" when it is not set.
[[nodiscard]] std::string environmentVariable(const char *name);

} // namespace minato::remote
