// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/topology.h"
#include "viewmodels/lesson/lesson_content.h"
#include "viewmodels/start/playground_model.h"

namespace minato::app {

/// The machines that were chosen, in zones by their well-known label, and a Deployment behind a Service.
[[nodiscard]] cluster::Topology topologyOf(const viewmodels::Playground &playground);

/// What stands in a lesson's place when there is none: what one can do here, with commands to run. `cluster`:
/// what was chosen, in a few words.
///
/// Files     :/minato/freeplay/page.LANG.md, of the form that lessons have
[[nodiscard]] viewmodels::LessonSource freePlay(const QString &cluster);

} // namespace minato::app
