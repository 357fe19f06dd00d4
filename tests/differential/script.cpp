// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differential/script.h"

#include "kube/duration.h"
#include "shell/shell.h"

#include <algorithm>

namespace minato::tests {
namespace {

Step directive(std::string_view line)
{
    if (constexpr std::string_view kLive = "@live "; line.starts_with(kLive))
        return {.kind = Step::Kind::Live, .command = std::string(line.substr(kLive.size()))};
    const bool isRun = line.starts_with("@run ");
    line.remove_prefix(line.find(' ') + 1);
    const std::size_t end = std::min(line.find(' '), line.size());
    return {.kind = isRun ? Step::Kind::Run : Step::Kind::Watch,
            .command = std::string(line.substr(std::min(end + 1, line.size()))),
            .duration = kube::parseGoDuration(line.substr(0, end)).value_or(base::Duration::zero())};
}

} // namespace

std::vector<Step> parseScript(std::string_view text)
{
    std::vector<Step> steps;
    std::string pending;
    int number = 0, first = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (pending.empty()) {
            if (line.empty() || line.starts_with('#'))
                continue;
            first = number;
            if (line.starts_with('@')) {
                steps.push_back(directive(line));
                steps.back().line = number;
                continue;
            }
        }
        pending += std::string(line) + "\n";
        if (shell::Shell::needsMore(pending))
            continue;
        pending.pop_back();
        steps.push_back({.command = std::exchange(pending, {}), .line = first});
    }
    return steps;
}

} // namespace minato::tests
