// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_sim/script_lines.h"

#include "shell/shell.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <format>
#include <memory>

namespace minato::app {
namespace {

bool isBlank(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t\r");
    return first == std::string_view::npos || line[first] == '#';
}

} // namespace

std::vector<ScriptLine> scriptLines(std::string_view script)
{
    std::vector<ScriptLine> lines;
    ScriptLine pending{{}, 0};
    for (int number = 1; !script.empty(); ++number) {
        const auto end = std::min(script.find('\n'), script.size());
        const std::string_view line = script.substr(0, end);
        script.remove_prefix(std::min(end + 1, script.size()));
        if (pending.line == 0) {
            if (isBlank(line))
                continue;
            pending = {std::string(line), number};
        } else {
            pending.text.append("\n").append(line);
        }
        const bool continues = line.ends_with('\\') || shell::Shell::needsMore(pending.text + "\n");
        if (continues && !script.empty())
            continue;
        lines.push_back(std::exchange(pending, {{}, 0}));
    }
    return lines;
}

std::expected<std::string, std::string> readWhole(const std::string &file)
{
    const bool isStdin = file == "-";
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> opened(
        isStdin ? nullptr : std::fopen(file.c_str(), "rb"), [](std::FILE *f) { return std::fclose(f); });
    if (!isStdin && !opened)
        return std::unexpected(std::format("cannot open {}: {}", file, std::strerror(errno)));
    std::FILE *input = isStdin ? stdin : opened.get();
    std::string text;
    char buffer[65536];
    while (const auto count = std::fread(buffer, 1, sizeof buffer, input))
        text.append(buffer, count);
    if (std::ferror(input))
        return std::unexpected(std::format("cannot read {}: {}", file, std::strerror(errno)));
    return text;
}

} // namespace minato::app
