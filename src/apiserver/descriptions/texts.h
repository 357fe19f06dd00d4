// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

/// The texts behind descriptions.h, by theme. Each is about one structure: its name, a line about the
/// structure, then a line for each field: the field's name and a text. The structure "*" has what is the same
/// for every kind.
///
/// Mirrors   nothing but the names of structures and fields: api/openapi-spec/v3
/// Differs   The texts are our own.
namespace minato::apiserver::descriptions {

[[nodiscard]] std::span<const std::string_view> coreTexts();
[[nodiscard]] std::span<const std::string_view> metaTexts();
[[nodiscard]] std::span<const std::string_view> podTexts();
[[nodiscard]] std::span<const std::string_view> workloadTexts();

} // namespace minato::apiserver::descriptions
