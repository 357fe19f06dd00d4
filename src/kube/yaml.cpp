// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml.h"

#include "kube/json.h"
#include "kube/utf8.h"
#include "kube/yaml_builder.h"
#include "kube/yaml_parser.h"

#include <algorithm>
#include <expected>
#include <format>

namespace minato::kube {
namespace {

struct Chunk {
    std::string_view text;
    int firstLine = 1;
};

/// Cuts at lines that start with "---"; what stands behind the dashes may only be a comment.
std::expected<std::vector<Chunk>, YamlFailure> splitDocuments(std::string_view text)
{
    std::vector<Chunk> chunks;
    Chunk chunk;
    std::size_t start = 0;
    int line = 0;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const std::size_t next = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string_view content = text.substr(at, next - at);
        if (content.starts_with("---")) {
            const std::size_t rest = content.find_first_not_of(" \t\r\n", 3);
            if (rest != std::string_view::npos && content[rest] != '#')
                return std::unexpected(YamlFailure{
                    {line, static_cast<int>(rest)},
                    std::format("invalid Yaml document separator: {}",
                                content.substr(rest, content.find_last_not_of(" \t\r\n") + 1 - rest))});
            chunk.text = text.substr(start, at - start);
            chunks.push_back(chunk);
            start = next;
            chunk.firstLine = line + 2;
        }
        at = next;
    }
    chunk.text = text.substr(start);
    chunks.push_back(chunk);
    return chunks;
}

bool isAllowed(char32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0x7E) || c == 0x85 ||
           (c >= 0xA0 && c <= 0xFFFD) || c >= 0x10000;
}

/// What upstream's reader refuses before anything is parsed.
std::optional<YamlFailure> findBadCharacter(std::string_view text)
{
    YamlMark mark;
    while (!text.empty()) {
        const Rune c = firstRune(text);
        if (c.isBroken() || !isAllowed(c.value))
            return YamlFailure{mark, c.isBroken() ? "invalid leading UTF-8 octet"
                                                  : "control characters are not allowed"};
        ++mark.column;
        if (c.value == '\n')
            mark = {mark.line + 1};
        text.remove_prefix(c.size);
    }
    return std::nullopt;
}

bool looksLikeJson(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

std::expected<YamlDocument, YamlFailure> readChunk(const Chunk &chunk)
{
    if (looksLikeJson(chunk.text)) {
        if (auto value = parseJson(chunk.text))
            return YamlDocument{std::move(*value), chunk.firstLine};
    }
    const std::string_view text = chunk.text.substr(chunk.text.starts_with("\uFEFF") ? 3 : 0);
    if (auto failure = findBadCharacter(text))
        return std::unexpected(*std::move(failure));
    YamlBuilder builder;
    YamlParser parser(text, builder);
    if (auto failure = parser.parse())
        return std::unexpected(*std::move(failure));
    if (builder.failure())
        return std::unexpected(*builder.failure());
    return YamlDocument{builder.takeDocument(), chunk.firstLine + parser.start().line};
}

/// "yaml: line 7: found unexpected end of stream". Upstream counts the lines of what its parser refuses from
/// 0, and names no line for the first one.
std::string upstreamText(const YamlFailure &failure)
{
    using Origin = YamlFailure::Origin;
    const bool isKnown = failure.origin == Origin::Scanner || failure.origin == Origin::Parser;
    const int line = isKnown && failure.mark.line > 0
                         ? failure.mark.line + (failure.origin == Origin::Scanner ? 1 : 0)
                         : 0;
    const std::string where = line > 0 ? std::format("line {}: ", line) : "";
    const bool isConversion =
        failure.message.starts_with("unsupported map key") || failure.message.starts_with("json: ");
    return isConversion ? failure.message : std::format("yaml: {}{}", where, failure.message);
}

} // namespace

base::Parsed<std::vector<YamlDocument>> parseYaml(std::string_view text, std::string_view fileName)
{
    std::vector<YamlDocument> documents;
    base::Diagnostics diagnostics;
    const auto report = [&](const YamlFailure &failure, int firstLine) {
        diagnostics.push_back(
            {std::string(fileName), failure.mark.line + firstLine, failure.mark.column + 1, failure.message});
    };
    const auto chunks = splitDocuments(text);
    if (!chunks) {
        report(chunks.error(), 1);
        return std::unexpected(std::move(diagnostics));
    }
    for (const Chunk &chunk : *chunks) {
        auto document = readChunk(chunk);
        if (!document)
            report(document.error(), chunk.firstLine);
        else if (!document->value.isNull())
            documents.push_back(std::move(*document));
    }
    if (!diagnostics.empty())
        return std::unexpected(std::move(diagnostics));
    return documents;
}

std::optional<std::string> kubectlYamlError(std::string_view text)
{
    const auto chunks = splitDocuments(text);
    if (!chunks)
        return chunks.error().message;
    for (const Chunk &chunk : *chunks) {
        if (const auto document = readChunk(chunk); !document)
            return "error converting YAML to JSON: " + upstreamText(document.error());
    }
    return std::nullopt;
}

} // namespace minato::kube
