// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/files.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace minato::remote {

std::expected<std::string, FileError> readWholeFile(const std::string &path)
{
    constexpr std::size_t kMost = std::size_t{4} << 20;
    const auto failure = [](int error) {
        return std::unexpected(FileError{error == ENOENT, std::strerror(error)});
    };
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(
        std::fopen(path.c_str(), "rb"), [](std::FILE *opened) { return std::fclose(opened); });
    if (!file)
        return failure(errno);
    std::string text;
    char buffer[65536];
    while (const auto count = std::fread(buffer, 1, sizeof buffer, file.get())) {
        text.append(buffer, count);
        if (text.size() > kMost)
            return failure(EFBIG);
    }
    return std::ferror(file.get()) ? failure(errno) : std::expected<std::string, FileError>(std::move(text));
}

std::string environmentVariable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

} // namespace minato::remote
