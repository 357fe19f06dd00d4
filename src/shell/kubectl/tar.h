// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {

struct TarEntry {
    enum class Kind : std::uint8_t { File, Folder, Link };
    Kind kind = Kind::File;
    std::string name, text;
    std::string target = {}; ///< of a Link
};

/// Mirrors   POSIX ustar, as archive/tar of Go writes it for short names; reads GNU's and PAX's long names, too
/// Differs   Owners and modes are not kept: files belong to root, 0644 and 0755.
[[nodiscard]] std::string writeTar(const std::vector<TarEntry> &entries);
/// Error: "unexpected EOF", or "archive/tar: invalid tar header".
[[nodiscard]] std::expected<std::vector<TarEntry>, std::string> readTar(std::string_view archive);

} // namespace minato::shell::kubectl
