// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace minato::apiserver::descriptions {

/// What a structure or a field is for, in a learner's words; English. Empty: nothing has been written about
/// it. Names are those of the field table: "apps.v1.DeploymentSpec"; "*" has what every kind has.
///
/// Mirrors   the place of the descriptions in api/openapi-spec/v3, which `kubectl explain` prints
/// Differs   The texts are our own, and only what scaling touches has one.
[[nodiscard]] std::string_view ofStructure(std::string_view structure);
[[nodiscard]] std::string_view ofField(std::string_view structure, std::string_view field);

} // namespace minato::apiserver::descriptions
