// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/traffic_target.h"

#include <deque>
#include <string>
#include <string_view>

namespace minato::lessons {

/// What became of the requests to Services, newest last, for the checks of a lesson. Bounded: the newest 10
/// 000.
class TrafficLog {
public:
    struct Entry {
        std::string service, podUid;
        bool isFailed = false; ///< no answer, or a status of 500 and more
        bool isRefused = false;
    };

    void add(const api::TrafficRecord &record);
    void beginLesson();
    void beginStep() { m_stepStart = m_added; }

    struct Summary {
        std::size_t requests = 0, answered = 0, distinctPods = 0, failed = 0, refused = 0;
    };
    /// Of the last `last` requests to the Service (0: of all) since the lesson or the step began.
    [[nodiscard]] Summary summary(std::string_view service, std::size_t last, bool sinceLesson) const;

private:
    std::size_t m_added = 0, m_stepStart = 0; ///< counts of requests since the lesson began
    std::deque<Entry> m_entries;
};

} // namespace minato::lessons
