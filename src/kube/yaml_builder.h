// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::kube {

/// A position in the text, all counted from 0; the index counts characters.
struct YamlMark {
    int line = 0, column = 0, index = 0;
};

struct YamlFailure {
    /// Decides which line upstream names.
    enum class Origin : std::uint8_t { Reader, Scanner, Parser, Builder };

    YamlMark mark;
    std::string message;
    Origin origin{};
};

/// What a node carries besides its content.
struct YamlProperties {
    YamlMark mark;
    std::string anchor; ///< empty: none
    std::string tag;    ///< "tag:yaml.org,2002:str"; empty: none
};

/// Makes one document's value out of the events of a parser: types scalars, joins aliases, merges "<<".
///
/// Mirrors   goyaml v2 decode.go and sigs.k8s.io/yaml's conversion to JSON
/// Differs   !!binary is refused.
/// Errors    The first failure stops everything; later events are ignored.
class YamlBuilder {
public:
    void onScalar(const YamlProperties &properties, std::string_view text, bool isPlain);
    void onAlias(YamlMark mark, const std::string &anchor);
    void onSequenceStart(const YamlProperties &properties);
    void onMapStart(const YamlProperties &properties);
    void onCollectionEnd();

    [[nodiscard]] const std::optional<YamlFailure> &failure() const { return m_failure; }
    /// The finished document; null when it had no node.
    [[nodiscard]] Value takeDocument();

private:
    struct Node {
        Value value;
        std::size_t size = 1; ///< nodes, those behind aliases counted in full
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
    void merge(YamlMark mark, const Value &value);
    void fail(YamlMark mark, std::string message);

    std::vector<Frame> m_frames;
    std::map<std::string, std::optional<Node>> m_anchors; ///< without a node: still open
    Value m_document;
    std::optional<YamlFailure> m_failure;
    std::size_t m_decoded = 0, m_aliased = 0;
};

} // namespace minato::kube
