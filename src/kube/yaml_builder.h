// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"
#include "kube/yaml_events.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::kube {

/// Makes one document's value out of the events of a parser: types scalars, joins aliases, merges "<<".
///
/// Mirrors   goyaml v2 decode.go and sigs.k8s.io/yaml's conversion to JSON
/// Differs   !!binary is refused.
/// Errors    The first failure is kept, but building goes on: upstream decodes only what it could parse to
/// the end, so a
///           later mistake in the grammar is told first. Only an unknown anchor stops its parser at once.
class YamlBuilder final : public YamlEvents {
public:
    void onScalar(const YamlProperties &properties, std::string_view text, bool isPlain) override;
    [[nodiscard]] bool onAlias(YamlMark mark, const std::string &anchor) override;
    void onSequenceStart(const YamlProperties &properties) override;
    void onMapStart(const YamlProperties &properties) override;
    void onCollectionEnd() override;

    [[nodiscard]] const std::optional<YamlFailure> &failure() const
    {
        return m_failure ? m_failure : m_jsonFailure;
    }
    /// The finished document; null when it had no node.
    [[nodiscard]] Value takeDocument();

private:
    struct Node {
        Value value;
        std::size_t size = 1; ///< nodes, those behind aliases counted in full
        bool isAlias = false;
    };
    struct Frame {
        YamlProperties properties;
        bool isMap = false, isMerge = false, hasNullKey = false;
        std::optional<std::string> key;
        std::vector<std::pair<std::string, Value>> members;
        Value::Array items;
        std::size_t size = 1;
    };

    void start(const YamlProperties &properties, bool isMap);
    void complete(const YamlProperties &properties, Node node);
    void add(YamlMark mark, Node node);
    void setKey(YamlMark mark, const Value &key);
    void merge(YamlMark mark, const Node &node);
    void fail(YamlMark mark, std::string message);
    void failAsJson(YamlMark mark, std::string message);

    std::vector<Frame> m_frames;
    std::map<std::string, std::optional<Node>> m_anchors; ///< without a node: still open
    Value m_document;
    std::optional<YamlFailure> m_failure;
    std::optional<YamlFailure> m_jsonFailure; ///< what JSON cannot say; upstream finds it last
    std::size_t m_decoded = 0, m_aliased = 0;
};

} // namespace minato::kube
