// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/inspect/info_list.h"

#include <QString>

#include <vector>

namespace minato::viewmodels {

/// The lines that change between two texts, with some around them: a sign in `glyph` ("plus", "minus", ""),
/// the line in `label`, its number in the new text (the old one for what goes) in `value`. What is left out in
/// between is one row of tone Soft. Empty: the texts are equal.
///
/// Cost      Lines before and after the changes are skipped; beyond kMostCells comparisons in between, all of
///           the old lines go and all of the new ones come.
[[nodiscard]] std::vector<InfoRow> lineDiff(const QString &before, const QString &after, int context = 2);
inline constexpr std::size_t kMostCells = 4'000'000;

} // namespace minato::viewmodels
