// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml.h"
#include "kube/yaml_parser.h"

#include <format>
#include <optional>

namespace minato::kube {
namespace {

/// Follows a parser and notes where each path starts. Aliases are not followed: their content has its own
/// lines.
class LineCollector final : public YamlEvents {
public:
    void onScalar(const YamlProperties &properties, std::string_view text, bool /*isPlain*/) override
    {
        if (isAtKey()) {
            Frame &frame = m_frames.back();
            frame.key = frame.path.empty() ? std::string(text) : std::format("{}.{}", frame.path, text);
            // The key's line is where a person looks, not that of a value below it.
            note(*frame.key, properties.mark);
            return;
        }
        note(valuePath(), properties.mark);
        endValue();
    }
    bool onAlias(YamlMark mark, const std::string & /*anchor*/) override
    {
        onScalar({.mark = mark, .anchor = {}, .tag = {}}, "", false);
        return true;
    }
    void onSequenceStart(const YamlProperties &properties) override { start(properties, false); }
    void onMapStart(const YamlProperties &properties) override { start(properties, true); }
    void onCollectionEnd() override
    {
        const bool isKey = m_frames.back().isKey;
        m_frames.pop_back();
        if (isKey)
            m_frames.back().key = m_frames.back().path; // no path says what lies below such a key
        else
            endValue();
    }

    [[nodiscard]] std::map<std::string, int> take() { return std::move(m_lines); }

private:
    struct Frame {
        std::string path;
        bool isMap = false, isKey = false;
        std::optional<std::string> key; ///< the path of the value that comes next
        std::size_t count = 0;
    };

    [[nodiscard]] bool isAtKey() const
    {
        return !m_frames.empty() && m_frames.back().isMap && !m_frames.back().key;
    }
    [[nodiscard]] std::string valuePath() const
    {
        if (m_frames.empty())
            return {};
        const Frame &frame = m_frames.back();
        return frame.isMap ? frame.key.value_or(frame.path) : std::format("{}[{}]", frame.path, frame.count);
    }
    void start(const YamlProperties &properties, bool isMap)
    {
        const bool isKey = isAtKey();
        std::string path = valuePath();
        if (!isKey)
            note(path, properties.mark);
        m_frames.push_back({.path = std::move(path), .isMap = isMap, .isKey = isKey, .key = {}});
    }
    void endValue()
    {
        if (m_frames.empty())
            return;
        m_frames.back().key.reset();
        ++m_frames.back().count;
    }
    void note(const std::string &path, YamlMark mark) { m_lines.emplace(path, mark.line + 1); }

    std::vector<Frame> m_frames;
    std::map<std::string, int> m_lines;
};

} // namespace

std::map<std::string, int> yamlLines(std::string_view text)
{
    LineCollector lines;
    if (YamlParser(text, lines).parse())
        return {}; // parseYaml() tells what is wrong; there are no lines to give
    return lines.take();
}

} // namespace minato::kube
