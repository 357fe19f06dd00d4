// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <map>
#include <string>
#include <string_view>

namespace minato::components::jobs {

/// How many creations and deletions of Pods a Job has ordered that the cache does not show yet: a Job that
/// waits for some neither creates nor deletes.
///
/// Mirrors   pkg/controller/controller_utils.go ControllerExpectations: counted, not told apart
class PodLedger {
public:
    static constexpr base::Duration kTimeout = std::chrono::minutes(5);

    void expect(std::string_view job, int creations, int deletions, base::Instant now);
    void creationObserved(std::string_view job, int count = 1) { lower(job, count, 0); }
    void deletionObserved(std::string_view job, int count = 1) { lower(job, 0, count); }
    [[nodiscard]] bool isSettled(std::string_view job, base::Instant now) const;
    void forget(std::string_view job);

private:
    struct Entry {
        int creations = 0, deletions = 0;
        base::Instant since;
    };
    void lower(std::string_view job, int creations, int deletions);

    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace minato::components::jobs
