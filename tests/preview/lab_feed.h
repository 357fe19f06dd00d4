// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "viewmodels/lesson/lesson_content.h"

namespace minato::tests {

/// Batches as a backend would send them, for tests of what is drawn: a small cluster at some moment.
class LabFeed {
public:
    /// Three workers, a control plane, the Deployment with one ready Pod, its Service.
    [[nodiscard]] static session::Batch start();
    /// Scaled to 6 with one of each state.
    [[nodiscard]] static session::Batch busy();
    [[nodiscard]] static session::Batch traffic(int requests);
    [[nodiscard]] static session::Batch terminal();
    [[nodiscard]] static session::Batch crowd(int pods);
    /// A large cluster: nodes in zones with Pods of two versions, a few of each state, a few nodes in trouble.
    [[nodiscard]] static session::Batch city(int nodes, int pods, int zones);
    /// Another state for some Pods of that cluster.
    [[nodiscard]] static session::Batch cityChanges(int nodes, int pods, int changes, int round);

    [[nodiscard]] static session::PodState pod(const std::string &suffix, const std::string &node,
                                               session::PodPhase phase, int second);
    /// The pages of a lesson folder's Markdown, by the ids of its segments.
    [[nodiscard]] static viewmodels::LessonContent lesson(const QString &folder, const QString &language);
};

} // namespace minato::tests
