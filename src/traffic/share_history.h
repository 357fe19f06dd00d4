// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace minato::traffic {

/// Requests a Pod in windows of equal length, for "share over time".
///
/// Windows   Begin at whole multiples of their length since 1970, so that two histories of one cluster have
///           the same. One without a request is not kept.
/// Memory    At most `windows` of them, with at most `pods` Pods each; what is beyond counts as `others`. The
///           oldest window goes first.
/// Order     Requests may come in any order of time; what is older than the oldest window of a full history is
///           left out.
/// Threads   One.
/// Tests     tests/traffic/tst_share_history.cpp
class ShareHistory {
public:
    struct Options {
        base::Duration window = std::chrono::seconds(1);
        std::size_t windows = 300;
        std::size_t pods = 500;
    };
    struct Window {
        base::Instant start;
        std::map<std::string, std::uint64_t, std::less<>> requests; ///< by Pod's UID
        std::uint64_t others = 0;
        std::uint64_t total = 0;

        /// Of the Pod in all requests of the window.
        [[nodiscard]] double share(std::string_view podUid) const;
    };

    ShareHistory() : ShareHistory(Options()) {}
    explicit ShareHistory(Options options);

    void add(base::Instant at, std::string_view podUid, std::uint64_t requests = 1);
    /// What another history of the same windows has.
    void add(const Window &window);
    /// The oldest first.
    [[nodiscard]] const std::deque<Window> &windows() const { return m_windows; }
    [[nodiscard]] const Options &options() const { return m_options; }
    void clear() { m_windows.clear(); }

private:
    [[nodiscard]] base::Instant startOf(base::Instant at) const;

    Options m_options;
    std::deque<Window> m_windows; ///< by start
};

} // namespace minato::traffic
