// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/yaml_restraint.h"

#include "kube/yaml_parser.h"

#include <format>
#include <set>
#include <vector>

namespace minato::lessons {
namespace {

class RestraintLint final : public kube::YamlEvents {
public:
    explicit RestraintLint(const std::string &fileName) : m_file(fileName) {}

    void onScalar(const kube::YamlProperties &properties, std::string_view text, bool) override
    {
        look(properties);
        if (isAtKey() && !m_levels.back().keys.emplace(text).second)
            report(properties.mark, std::format("\"{}\" occurs twice in this map", text));
        next();
    }
    bool onAlias(kube::YamlMark mark, const std::string &) override
    {
        report(mark, kWriteItOut);
        next();
        return true;
    }
    void onSequenceStart(const kube::YamlProperties &properties) override
    {
        look(properties);
        m_levels.emplace_back();
    }
    void onMapStart(const kube::YamlProperties &properties) override
    {
        look(properties);
        m_levels.push_back({.isMap = true, .isAtKey = true, .keys = {}});
    }
    void onCollectionEnd() override
    {
        m_levels.pop_back();
        next();
    }

    [[nodiscard]] base::Diagnostics take() { return std::move(m_problems); }

private:
    static constexpr const char *kWriteItOut =
        "lessons use no anchors, aliases and tags: write it out, or in quotes";

    struct Level {
        bool isMap = false, isAtKey = false;
        std::set<std::string, std::less<>> keys;
    };

    [[nodiscard]] bool isAtKey() const { return !m_levels.empty() && m_levels.back().isAtKey; }
    void next()
    {
        if (!m_levels.empty() && m_levels.back().isMap)
            m_levels.back().isAtKey = !m_levels.back().isAtKey;
    }
    void look(const kube::YamlProperties &properties)
    {
        if (!properties.anchor.empty() || !properties.tag.empty())
            report(properties.mark, kWriteItOut);
    }
    void report(kube::YamlMark mark, std::string message)
    {
        m_problems.push_back({.file = m_file,
                              .line = mark.line + 1,
                              .column = mark.column + 1,
                              .message = std::move(message)});
    }

    const std::string &m_file;
    std::vector<Level> m_levels;
    base::Diagnostics m_problems;
};

} // namespace

base::Diagnostics lintYamlRestraint(std::string_view yaml, const std::string &fileName)
{
    RestraintLint lint(fileName);
    // What does not parse is told by whoever reads it.
    return kube::YamlParser(yaml, lint).parse() ? base::Diagnostics() : lint.take();
}

} // namespace minato::lessons
