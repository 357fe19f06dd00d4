// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/value.h"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// A conjunction of requirements on labels.
///
/// Mirrors   apimachinery/pkg/labels (selector.go) and metav1.LabelSelector
/// Differs   `a==b` prints as `a=b`.
/// Errors    parse() gives upstream's message: `unable to parse requirement: found 'x', expected: …`
class LabelSelector {
public:
    enum class Operator : std::uint8_t { In, NotIn, Exists, DoesNotExist, Equals, NotEquals, Greater, Less };
    struct Requirement {
        std::string key;
        Operator op{};
        std::vector<std::string> values; ///< sorted
        friend bool operator==(const Requirement &, const Requirement &) = default;
    };

    /// Matches everything.
    LabelSelector() = default;
    [[nodiscard]] static LabelSelector nothing();
    /// "app=web,tier in (a,b),!canary", as in a URL or after -l.
    [[nodiscard]] static std::expected<LabelSelector, std::string> parse(std::string_view text);
    /// A LabelSelector object {matchLabels, matchExpressions}. Null matches nothing, {} everything.
    [[nodiscard]] static std::expected<LabelSelector, std::string> fromValue(const Value &selector);
    /// A plain map, as Service.spec.selector. An empty or null map matches nothing (as Services use it).
    [[nodiscard]] static LabelSelector fromMap(const Value &labels);

    [[nodiscard]] bool matches(const Value &labels) const;
    [[nodiscard]] bool matchesEverything() const { return !m_nothing && m_requirements.empty(); }
    /// Sorted by key: "app=web,tier in (a,b),!x".
    [[nodiscard]] std::string toString() const;
    [[nodiscard]] const std::vector<Requirement> &requirements() const { return m_requirements; }

private:
    std::vector<Requirement> m_requirements;
    bool m_nothing = false;
};

/// "app=web,tier=front", or "<none>": labels as tables print them.
[[nodiscard]] std::string formatLabels(const Value &labels);

} // namespace minato::kube
