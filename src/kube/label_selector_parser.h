// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/label_selector.h"

#include <optional>

namespace minato::kube {

/// The grammar of label selectors; LabelSelector::parse is the way in for everybody else.
///
/// Mirrors   apimachinery/pkg/labels (Lexer, Parser, NewRequirement), error texts included
[[nodiscard]] std::expected<std::vector<LabelSelector::Requirement>, std::string>
parseLabelRequirements(std::string_view text);

/// Why upstream would refuse this requirement; nothing when it would not. Values are in the order as given.
[[nodiscard]] std::optional<std::string> requirementError(const LabelSelector::Requirement &requirement);

} // namespace minato::kube
