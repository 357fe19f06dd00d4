// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/yaml_builder.h"
#include "kube/yaml_scanner.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::kube {

/// Gives a builder the events of the first document in a text.
///
/// Mirrors   libyaml's grammar as goyaml v2 has it (parserc.go)
class YamlParser {
public:
    YamlParser(std::string_view text, YamlBuilder &builder) : m_scanner(text), m_builder(builder) {}

    /// Nothing after success. What follows the first document is not looked at, as goyaml's Unmarshal does.
    [[nodiscard]] std::optional<YamlFailure> parse();
    [[nodiscard]] YamlMark start() const { return m_start; }

private:
    using Type = YamlTokenType;

    [[nodiscard]] bool document();
    [[nodiscard]] bool directives();
    [[nodiscard]] bool versionDirective(const YamlToken &token, bool &hasVersion);
    [[nodiscard]] bool tagDirective(const YamlToken &token);
    [[nodiscard]] bool node(bool isBlock, bool canBeIndentless);
    [[nodiscard]] bool nodeContent(const YamlProperties &properties, bool isBlock, bool canBeIndentless);
    [[nodiscard]] bool properties(YamlProperties &result);
    [[nodiscard]] bool resolveTag(const YamlToken &token, std::string &tag);
    [[nodiscard]] bool scalar(const YamlProperties &properties);
    [[nodiscard]] bool blockSequence(const YamlProperties &properties);
    [[nodiscard]] bool indentlessSequence(const YamlProperties &properties);
    [[nodiscard]] bool blockMap(const YamlProperties &properties);
    [[nodiscard]] bool blockMapValue();
    [[nodiscard]] bool flowSequence(const YamlProperties &properties);
    [[nodiscard]] bool flowPair(YamlMark mark);
    [[nodiscard]] bool flowMap(const YamlProperties &properties);
    [[nodiscard]] bool flowMapEntry();
    [[nodiscard]] bool flowValue(Type end);
    [[nodiscard]] bool emptyScalar(YamlMark mark);

    /// The type of the next token; nullopt after a failure.
    [[nodiscard]] std::optional<Type> peek();
    [[nodiscard]] YamlMark mark() { return m_scanner.peek()->mark; }
    /// Takes the token that peek() told and tells the next.
    [[nodiscard]] std::optional<Type> next();
    /// Whether the builder can go on.
    [[nodiscard]] bool isFine() const { return !m_builder.failure(); }
    bool fail(YamlMark mark, std::string message);

    YamlScanner m_scanner;
    YamlBuilder &m_builder;
    std::vector<std::pair<std::string, std::string>> m_tagHandles;
    std::optional<YamlFailure> m_failure;
    YamlMark m_start;
};

} // namespace minato::kube
