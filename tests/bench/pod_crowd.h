// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"

namespace minato::bench {

/// A cluster of any size as a session tells the window of it, and how it goes on: Pods stop, others take
/// their places, requests are answered. The same every time.
class PodCrowd {
public:
    PodCrowd(int nodes, int pods);

    [[nodiscard]] session::Batch all() const;
    /// The next tenth of a second: of a hundred Pods one goes a step further, of many 200; 20 requests.
    [[nodiscard]] session::Batch next();

private:
    void advance(session::Batch &batch, std::size_t index);
    [[nodiscard]] session::DeploymentState deployment() const;
    [[nodiscard]] session::ServiceState service() const;

    int m_nodes;
    std::vector<session::PodState> m_pods;
    base::Instant m_now = base::kSimEpoch;
    std::size_t m_at = 0; ///< whose turn it is
    int m_made = 0;
};

} // namespace minato::bench
