// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_target.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

std::string contents(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::filesystem::path> filesOf(const char *folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

} // namespace

/// replay FOLDER: tries every file of a corpus.
int main(int argc, char **argv)
{
    if (argc != 2 || !std::filesystem::is_directory(argv[1]))
        return std::fputs("usage: replay FOLDER\n", stderr), 2;
    const auto files = filesOf(argv[1]);
    for (const auto &file : files) {
        std::fprintf(stderr, "%s\n", file.filename().c_str());
        const std::string text = contents(file);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(text.data()), text.size());
    }
    std::fprintf(stderr, "%zu files tried\n", files.size());
    return files.size() < 5 ? 1 : 0;
}
