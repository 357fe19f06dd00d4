// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace minato::kube {

/// A conjunction of field comparisons: "metadata.name=web,status.phase!=Running".
///
/// Mirrors   apimachinery/pkg/fields (selector.go). Which fields a kind offers is the API server's business.
class FieldSelector {
public:
    struct Requirement {
        std::string field, value;
        bool isEqual = true;
        friend bool operator==(const Requirement &, const Requirement &) = default;
    };

    [[nodiscard]] static std::expected<FieldSelector, std::string> parse(std::string_view text);

    [[nodiscard]] bool isEmpty() const { return m_requirements.empty(); }
    [[nodiscard]] const std::vector<Requirement> &requirements() const { return m_requirements; }
    /// The value that `field` must equal, or "" when it is not pinned: lets a store use an index.
    [[nodiscard]] std::string_view requiredValue(std::string_view field) const;
    /// `fieldOf` gives the object's value for a field.
    [[nodiscard]] bool matches(const std::function<std::string(std::string_view field)> &fieldOf) const;
    [[nodiscard]] std::string toString() const;

private:
    std::vector<Requirement> m_requirements;
};

} // namespace minato::kube
