// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/topology.h"
#include "lessons/lesson.h"
#include "remote/access.h"

#include <chrono>
#include <memory>
#include <string>

namespace minato::session {

/// A real cluster, as it is to be opened.
struct RemoteOptions {
    static constexpr const char *kNamespace = "minato-lesson"; ///< the lesson's own, there

    remote::Access access;
    std::shared_ptr<const lessons::Lesson> lesson = {}; ///< may be null
    std::size_t firstStep = 0;
    /// Of the simulated cluster that takes a step beside it, when the two are compared.
    cluster::Topology machines = cluster::Topology::chapter();
    std::string language = "en"; ///< of what the terminal's own texts are in
    // How long is waited for a silent answer, for a whole one, and for a sign of life.
    std::chrono::milliseconds silence = std::chrono::seconds(30), whole = std::chrono::minutes(2),
                              pulse = std::chrono::seconds(20);
};

} // namespace minato::session
