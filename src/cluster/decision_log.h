// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "api/sim_control.h"
#include "components/common/decision.h"

namespace minato::cluster {

/// The latest decisions of a cluster; of each kind a bounded number, so that a flood of routed requests does not wash
/// away why a Pod is where it is.
class DecisionLog {
public:
    static constexpr std::size_t kKept = 2000; ///< a kind

    void add(base::Instant at, components::Decision decision);
    /// About a subject, oldest first; rendered now.
    [[nodiscard]] std::vector<api::DecisionRecord> about(std::string_view subject) const;

private:
    struct Entry {
        base::Instant at;
        std::uint64_t seq;
        components::Decision decision;
    };
    std::uint64_t m_nextSeq = 0;
    std::map<std::string_view, std::deque<Entry>> m_byKind; ///< kinds are constants
};

} // namespace minato::cluster
