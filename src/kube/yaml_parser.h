// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/yaml_events.h"
#include "kube/yaml_scanner.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minato::kube {

/// Tells the events of the first document in a text.
///
/// Mirrors   libyaml's grammar as goyaml v2 has it (parserc.go)
/// Differs   Nesting ends at 512 levels, not at 10000.
class YamlParser {
public:
    YamlParser(std::string_view text, YamlEvents &events) : m_scanner(text), m_events(events) {}

    /// Nothing after success, and after an unknown anchor, which the receiver knows of. What follows the
    /// first document is not looked at, as goyaml's Unmarshal does.
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
    [[nodiscard]] std::optional<Type> entries(std::optional<Type> type, bool (*isEmpty)(Type after));
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
    bool fail(YamlMark mark, std::string message);

    YamlScanner m_scanner;
    YamlEvents &m_events;
    std::vector<std::pair<std::string, std::string>> m_tagHandles;
    std::optional<YamlFailure> m_failure;
    YamlMark m_start;
    int m_depth = 0;
    bool m_hasUnknownAnchor = false;
};

} // namespace minato::kube
