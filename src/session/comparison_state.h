// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparison/comparison.h"

#include <cstdint>
#include <string>
#include <vector>

namespace minato::session {

/// What a cluster's nodes that take Pods offer together.
struct Machines {
    int count = 0;
    std::int64_t milliCpu = 0, memoryBytes = 0;
    friend bool operator==(const Machines &, const Machines &) = default;
};

/// How it stands with a step that a real cluster and a simulated one take.
struct ComparisonState {
    enum class Stage : std::uint8_t {
        Preparing, ///< the simulated one is given what the real one has
        Playing,   ///< the commands run on both
        Settling,  ///< until neither changes any more
        Done,
        Refused ///< `refusal` says why there is no report
    };
    Stage stage{};
    std::vector<std::string> lines; ///< the commands
    comparison::Report report;
    Machines simulated, real;
    bool hasEnded = true;            ///< both played the commands to their end
    bool hasSettled = true;          ///< the real one came to rest before it was looked at
    std::vector<std::string> unseen; ///< kinds that the real one does not show; they are left out
    std::vector<std::string>
        notTaken;        ///< of what the real one had before, what the simulated one refused, and why
    std::string refusal; ///< the server's words
    friend bool operator==(const ComparisonState &, const ComparisonState &) = default;
};

} // namespace minato::session
