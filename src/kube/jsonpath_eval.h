// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/go_value.h"
#include "kube/jsonpath_parser.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace minato::kube {

/// One evaluation of a JSONPath template.
///
/// Mirrors   client-go/util/jsonpath/jsonpath.go
/// Differs   See JsonPath.
class JsonPathRun {
public:
    using Items = std::vector<GoValue>;
    using Results = std::vector<Items>;

    explicit JsonPathRun(bool allowMissingKeys) : m_allowMissingKeys(allowMissingKeys) {}

    /// What each text and action gives, those of a range again and again.
    [[nodiscard]] std::expected<Results, std::string> run(std::span<const JsonPathNode> nodes,
                                                          const Value &data);

private:
    /// A failed step still has items: a filter that asks for existence looks at them.
    struct Step {
        Items items;
        std::optional<std::string> error = std::nullopt;
    };
    using Outcome = std::expected<void, std::string>;

    [[nodiscard]] Outcome runFrom(std::size_t first, const GoValue &root, Results &out, int depth);
    [[nodiscard]] Outcome runRange(std::size_t body, const Items &items, Results &out, int depth);

    [[nodiscard]] Step walk(Items input, const JsonPathNode &node);
    [[nodiscard]] Step walkList(Items input, const JsonPathNode &list);
    [[nodiscard]] Step identifier(Items input, const JsonPathNode &node);
    [[nodiscard]] Step constant(const Items &input, const GoValue &value);
    [[nodiscard]] Step field(const Items &input, const JsonPathNode &node);
    [[nodiscard]] Step wildcard(const Items &input);
    [[nodiscard]] Step recursive(const Items &input);
    [[nodiscard]] Step slice(Items input, const JsonPathNode &node);
    [[nodiscard]] Step unite(Items input, const JsonPathNode &node);
    [[nodiscard]] Step filter(Items input, const JsonPathNode &node);

    void descend(const GoValue &value, Items &out);
    void appendChildren(const GoValue &value, Items &out);
    [[nodiscard]] std::expected<bool, std::string> passes(const GoValue &item, const JsonPathNode &node);
    [[nodiscard]] bool spend(std::size_t steps);

    bool m_allowMissingKeys;
    std::span<const JsonPathNode> m_nodes;
    int m_openingRanges = 0;              ///< {range} met, its body not yet begun
    int m_ranges = 0;                     ///< bodies being run
    int m_endings = 0;                    ///< {end} met, the body not yet left
    std::optional<std::size_t> m_lastEnd; ///< the action that ended the last body
    std::size_t m_steps = 0;
};

} // namespace minato::kube
