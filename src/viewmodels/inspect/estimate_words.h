// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/ask.h"
#include "viewmodels/inspect/info_list.h"

#include <vector>

namespace minato::viewmodels {

class Sheet;

/// An estimate in the language of the window: a heading for each question that it answers, then rows.
[[nodiscard]] std::vector<InfoRow> estimateRows(const session::EstimateAnswer &answer);

void addVictims(Sheet &sheet, const std::string &ns, const estimates::VictimRanking &ranking, bool isOnly);
void addFit(Sheet &sheet, const estimates::Fit &fit);
void addAutoscaling(Sheet &sheet, const std::string &ns, const estimates::Autoscaling &autoscaling);

} // namespace minato::viewmodels
