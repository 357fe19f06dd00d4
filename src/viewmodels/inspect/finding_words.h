// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/ask.h"
#include "viewmodels/inspect/info_list.h"

#include <vector>

namespace minato::viewmodels {

/// What is wrong with a manifest: in words, the line, and the reader's or the server's own words.
[[nodiscard]] std::vector<InfoRow> findingRows(const std::vector<session::Finding> &findings);

} // namespace minato::viewmodels
