// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/words.h"
#include "cluster/sim_cluster.h"

#include <QStringList>

namespace minato::app {

/// `minato-sim run SCRIPT|- [options]`: plays a terminal script in a simulated cluster. The exit status is
/// the script's.
[[nodiscard]] int runCommand(const QStringList &arguments, const Words &words);

/// Lets the starting state come up; says on stderr what of it does not.
void bringUp(cluster::SimCluster &cluster, const Words &words);

} // namespace minato::app
