// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml.h"

#include <format>

#include <yaml-cpp/yaml.h>

namespace minato::kube {
namespace {

constexpr int kMaxDepth = 100;

void collect(const YAML::Node &node, const std::string &path, int depth, std::map<std::string, int> &lines)
{
    lines.emplace(path, node.Mark().line + 1);
    if (depth > kMaxDepth)
        return;
    if (node.IsSequence()) {
        for (std::size_t i = 0; i < node.size(); ++i)
            collect(node[i], std::format("{}[{}]", path, i), depth + 1, lines);
    }
    if (!node.IsMap())
        return;
    for (const auto &entry : node) {
        const std::string child = path.empty() ? entry.first.Scalar() : path + "." + entry.first.Scalar();
        // The key's line is where a person looks, not that of a value below it.
        lines.emplace(child, entry.first.Mark().line + 1);
        collect(entry.second, child, depth + 1, lines);
    }
}

} // namespace

std::map<std::string, int> yamlLines(std::string_view text)
{
    std::map<std::string, int> lines;
    try {
        if (const YAML::Node root = YAML::Load(std::string(text)))
            collect(root, "", 0, lines);
    } catch (const YAML::Exception &) {
        // parseYaml() tells what is wrong; there are no lines to give.
    }
    return lines;
}

} // namespace minato::kube
