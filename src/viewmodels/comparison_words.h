// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/comparison_state.h"
#include "viewmodels/inspect/info_list.h"

#include <QStringList>

#include <vector>

namespace minato::viewmodels {

/// A difference report in the language of the window: ComparisonModel says what its rows are.
[[nodiscard]] std::vector<InfoRow> comparisonRows(const comparison::Report &report);
/// "Nothing differed", or how much did.
[[nodiscard]] QString comparisonSummary(const comparison::Report &report);
/// What to know when reading it, a sentence each.
[[nodiscard]] QStringList comparisonRemarks(const session::ComparisonState &state);

} // namespace minato::viewmodels
