// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sh/powershell.h"

#include "shell/sh/lexer.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

constexpr std::string_view kPrefix = "$env:";

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

bool startsVariable(std::string_view text)
{
    return text.size() > kPrefix.size() && lowered(text.substr(0, kPrefix.size())) == kPrefix &&
           isName(text.substr(kPrefix.size(), 1));
}

/// The name behind "$env:".
std::string_view nameAt(std::string_view text)
{
    std::size_t length = 1;
    while (length < text.size() && isName(text.substr(0, length + 1)))
        ++length;
    return text.substr(0, length);
}

/// `$env:X = value` at the beginning of a command: "export X=" and how much of the text that was.
std::optional<std::pair<std::string, std::size_t>> assignmentAt(std::string_view text)
{
    const std::string_view name = nameAt(text.substr(kPrefix.size()));
    std::size_t at = kPrefix.size() + name.size();
    at = std::min(text.find_first_not_of(" \t", at), text.size());
    if (at == text.size() || text[at] != '=' || text.substr(at).starts_with("=="))
        return std::nullopt;
    at = std::min(text.find_first_not_of(" \t", at + 1), text.size());
    return std::pair("export " + std::string(name) + "=", at);
}

} // namespace

std::optional<std::string> withoutPowerShell(std::string_view line)
{
    std::string result;
    bool isChanged = false, isInSingleQuotes = false, startsCommand = true;
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        if (c == '\'')
            isInSingleQuotes = !isInSingleQuotes;
        if (isInSingleQuotes || !startsVariable(line.substr(at))) {
            startsCommand =
                std::string_view(";&|\n").contains(c) || (startsCommand && (c == ' ' || c == '\t'));
            result += c;
            ++at;
            continue;
        }
        isChanged = true;
        const auto assignment = startsCommand ? assignmentAt(line.substr(at)) : std::nullopt;
        startsCommand = false;
        if (assignment) {
            result += assignment->first;
            at += assignment->second;
            continue;
        }
        const std::string_view name = nameAt(line.substr(at + kPrefix.size()));
        result += "${" + std::string(name) + "}";
        at += kPrefix.size() + name.size();
    }
    return isChanged ? std::optional(result) : std::nullopt;
}

std::string_view posixCommandFor(std::string_view cmdlet)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 26> table{
        {{"select-string", "grep"},
         {"sls", "grep"},
         {"findstr", "grep"},
         {"get-content", "cat"},
         {"gc", "cat"},
         {"invoke-webrequest", "curl"},
         {"iwr", "curl"},
         {"invoke-restmethod", "curl"},
         {"irm", "curl"},
         {"get-childitem", "ls"},
         {"gci", "ls"},
         {"dir", "ls"},
         {"clear-host", "clear"},
         {"cls", "clear"},
         {"start-sleep", "sleep"},
         {"write-host", "echo"},
         {"write-output", "echo"},
         {"remove-item", "rm"},
         {"copy-item", "cp"},
         {"move-item", "mv"},
         {"new-item", "touch"},
         {"set-location", "cd"},
         {"get-location", "pwd"},
         {"convertfrom-json", "jq"},
         {"measure-object", "wc"},
         {"select-object", "head"}}};
    const auto known =
        std::ranges::find(table, lowered(cmdlet), &std::pair<std::string_view, std::string_view>::first);
    return known == table.end() ? std::string_view() : known->second;
}

} // namespace minato::shell
