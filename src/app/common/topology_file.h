// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/stop.h"
#include "app/common/words.h"
#include "cluster/topology.h"

#include <expected>

namespace minato::app {

/// The cluster that a file describes; the Stop tells all that is wrong with it.
[[nodiscard]] std::expected<cluster::Topology, Stop> readTopology(const QString &file, const Words &words);

} // namespace minato::app
