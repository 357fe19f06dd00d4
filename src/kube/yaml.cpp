// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml.h"

#include "kube/json.h"
#include "kube/yaml_builder.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <format>
#include <optional>
#include <spanstream>

// The only file that knows yaml-cpp: its events go to the builder, its exceptions become diagnostics.

namespace minato::kube {
namespace {

YamlMark markOf(const YAML::Mark &mark)
{
    return {mark.line, mark.column};
}

/// Carries a failure of the builder through yaml-cpp.
struct Stop {
    YamlFailure failure;
};

class Events : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark &mark) override { m_start = markOf(mark); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        m_builder.onScalar(properties(mark, "?", anchor), "", true);
        check();
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        m_builder.onAlias(markOf(mark), std::to_string(anchor));
        check();
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        m_builder.onScalar(properties(mark, tag, anchor), value, tag == "?");
        check();
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        m_builder.onSequenceStart(properties(mark, tag, anchor));
        check();
    }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        m_builder.onMapStart(properties(mark, tag, anchor));
        check();
    }
    void OnSequenceEnd() override
    {
        m_builder.onCollectionEnd();
        check();
    }
    void OnMapEnd() override { OnSequenceEnd(); }

    [[nodiscard]] YamlDocument take(int firstLine)
    {
        return {m_builder.takeDocument(), firstLine + m_start.line};
    }

private:
    static YamlProperties properties(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        return {markOf(mark), anchor == 0 ? "" : std::to_string(anchor), tag == "?" || tag == "!" ? "" : tag};
    }
    void check() const
    {
        if (m_builder.failure())
            throw Stop{*m_builder.failure()};
    }

    YamlBuilder m_builder;
    YamlMark m_start;
};

struct Chunk {
    std::string_view text;
    int firstLine = 1;
};

/// Cuts at lines that start with "---"; what stands behind the dashes may only be a comment.
std::expected<std::vector<Chunk>, YamlFailure> splitDocuments(std::string_view text)
{
    std::vector<Chunk> chunks;
    std::size_t start = 0, firstLine = 1;
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
            chunks.push_back({text.substr(start, at - start), static_cast<int>(firstLine)});
            start = next;
            firstLine = static_cast<std::size_t>(line) + 2;
        }
        at = next;
    }
    chunks.push_back({text.substr(start), static_cast<int>(firstLine)});
    return chunks;
}

bool looksLikeJson(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

/// Appends the documents of one chunk, or tells what is wrong with it.
std::optional<YamlFailure> readChunk(const Chunk &chunk, std::vector<YamlDocument> &documents)
{
    if (looksLikeJson(chunk.text)) {
        if (auto value = parseJson(chunk.text)) {
            documents.push_back({std::move(*value), chunk.firstLine});
            return std::nullopt;
        }
    }
    try {
        std::ispanstream stream(std::span<const char>(chunk.text));
        YAML::Parser parser(stream);
        Events events;
        while (parser.HandleNextDocument(events)) {
            if (YamlDocument document = events.take(chunk.firstLine); !document.value.isNull())
                documents.push_back(std::move(document));
        }
    } catch (const Stop &stop) {
        return stop.failure;
    } catch (const YAML::Exception &error) {
        return YamlFailure{markOf(error.mark), error.msg};
    }
    return std::nullopt;
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
        if (const auto failure = readChunk(chunk, documents))
            report(*failure, chunk.firstLine);
    }
    if (!diagnostics.empty())
        return std::unexpected(std::move(diagnostics));
    return documents;
}

} // namespace minato::kube
