// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato_sim/script_lines.h"

#include "shell/shell.h"

#include <algorithm>
#include <utility>

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

} // namespace minato::app
