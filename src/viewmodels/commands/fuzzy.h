// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace minato::viewmodels {

/// How a text is compared: without case, full-width letters as narrow ones.
[[nodiscard]] QString folded(const QString &text);

/// How well what was typed fits a text, both folded: its letters in order, better together and at the beginnings
/// of words; 0: not at all.
[[nodiscard]] int fuzzyScore(const QString &typed, const QString &text);

} // namespace minato::viewmodels
