// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <vector>

class QQuickWindow;

namespace minato::bench {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// Of a list of times, unsorted.
[[nodiscard]] double median(std::vector<double> values);
[[nodiscard]] double percentile(std::vector<double> values, double share);

/// Of this process; 0 where the system does not tell.
[[nodiscard]] double residentMiB();
/// What the program has taken from its allocator and not given back; what is resident beyond it is the allocator's.
[[nodiscard]] double heapMiB();
[[nodiscard]] Milliseconds processorTime();

/// Runs the event loop until a window has shown a frame; false when it shows none within that time.
[[nodiscard]] bool waitForFrame(QQuickWindow &window, std::chrono::milliseconds longest);
void runEvents(std::chrono::milliseconds time);

/// How long the window's thread does not listen, as another thread notices: it asks a hundred times a second.
class StallMeter {
public:
    StallMeter();
    ~StallMeter();
    StallMeter(const StallMeter &) = delete;
    StallMeter &operator=(const StallMeter &) = delete;

    /// What was answered late (ms), by more than 50 ms, and what was being done then. Beside other programs, some of
    /// the time is theirs: what the window's thread itself has worked since it was asked is told too.
    struct Stall {
        double milliseconds;
        double ownMilliseconds; ///< of processor time; 0 where the system does not tell
        std::string during;
    };
    /// Names what is done from now on.
    void doing(std::string what) { m_doing = std::move(what); }
    [[nodiscard]] const std::vector<Stall> &stalls() const { return m_stalls; }
    [[nodiscard]] const std::vector<double> &delays() const { return m_delays; }

private:
    using Clock = std::chrono::steady_clock;
    void answer(Clock::time_point asked, Milliseconds ownThen);

    QObject m_listener; ///< lives in the window's thread
    std::string m_doing;
    std::vector<Stall> m_stalls;
    std::vector<double> m_delays;
    std::atomic_bool m_isAnswered = true;
    std::function<Milliseconds()> m_ownTime; ///< of the window's thread
    std::jthread m_thread;                   ///< ends first
};

} // namespace minato::bench
