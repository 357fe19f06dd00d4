// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/words.h"

#include <QStringList>

namespace minato::app {

/// `minato-sim serve …`: publishes a simulated cluster for a kubectl outside until it is told to stop;
/// returns the exit status.
int serveCommand(const QStringList &arguments, const Words &words);

} // namespace minato::app
