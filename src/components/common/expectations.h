// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace minato::components {

/// What a controller has ordered but not yet seen in its (stale) cache, so that it does not order it twice.
///
/// Mirrors   pkg/controller/controller_utils.go ControllerExpectations, UIDTrackingControllerExpectations
class Expectations {
public:
    /// Forgotten after this long: a lost event must not stop a controller for ever.
    static constexpr base::Duration kTimeout = std::chrono::minutes(5);

    void expectCreations(std::string_view key, int count, base::Instant now);
    void expectDeletions(std::string_view key, std::set<std::string, std::less<>> uids, base::Instant now);
    /// Both at once, deletions of no matter what.
    void expect(std::string_view key, int creations, int deletions, base::Instant now);
    void creationObserved(std::string_view key);
    void deletionObserved(std::string_view key, std::string_view uid);
    void deletionObserved(std::string_view key);
    void forget(std::string_view key);
    [[nodiscard]] bool areSatisfied(std::string_view key, base::Instant now) const;

private:
    struct Entry {
        int creations = 0;
        std::set<std::string, std::less<>> deletions;
        base::Instant since;
        int countedDeletions = 0;
    };
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace minato::components
