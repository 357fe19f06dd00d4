// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/descriptions/descriptions.h"

#include "apiserver/descriptions/texts.h"

#include <utility>

namespace minato::apiserver::descriptions {
namespace {

/// The text up to the end of the line, which is dropped with it.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

/// What stands below the name of a structure.
std::string_view find(std::string_view structure)
{
    for (const auto texts : {coreTexts(), metaTexts(), podTexts(), workloadTexts()}) {
        for (std::string_view text : texts) {
            if (takeLine(text) == structure)
                return text;
        }
    }
    return {};
}

std::string_view lineOf(std::string_view lines, std::string_view field)
{
    while (!lines.empty()) {
        const std::string_view line = takeLine(lines);
        if (line.starts_with(field) && line.substr(field.size()).starts_with(' '))
            return line.substr(field.size() + 1);
    }
    return {};
}

} // namespace

std::string_view ofStructure(std::string_view structure)
{
    std::string_view lines = find(structure);
    return takeLine(lines);
}

std::string_view ofField(std::string_view structure, std::string_view field)
{
    std::string_view lines = find(structure);
    (void)takeLine(lines);
    return lineOf(lines, field);
}

} // namespace minato::apiserver::descriptions
