// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace minato::lessons {

/// The text of a file. The error is a sentence about it: "cannot be read: No such file or directory".
[[nodiscard]] std::expected<std::string, std::string> readTextFile(const std::filesystem::path &path);

} // namespace minato::lessons
