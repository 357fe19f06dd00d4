// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/words.h"

#include <QStringList>

namespace minato::app {

/// `minato-sim bench NAME…`: measures the simulation on this machine; prints a line each.
[[nodiscard]] int benchCommand(const QStringList &arguments, const Words &words);

} // namespace minato::app
