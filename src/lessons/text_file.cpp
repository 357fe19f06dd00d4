// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/text_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace minato::lessons {

std::expected<std::string, std::string> readTextFile(const std::filesystem::path &path)
{
    const auto failure = [] {
        return std::unexpected(std::string("cannot be read: ") + std::strerror(errno));
    };
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(
        std::fopen(path.string().c_str(), "rb"), [](std::FILE *opened) { return std::fclose(opened); });
    if (!file)
        return failure();
    std::string text;
    char buffer[65536];
    while (const auto count = std::fread(buffer, 1, sizeof buffer, file.get()))
        text.append(buffer, count);
    return std::ferror(file.get()) ? failure() : std::expected<std::string, std::string>(std::move(text));
}

} // namespace minato::lessons
