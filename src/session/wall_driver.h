// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/sim_control.h"
#include "session/pace.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstddef>
#include <functional>

namespace minato::session {

/// What a WallDriver drives: something that runs in virtual time.
class Driven {
public:
    virtual ~Driven() = default;
    [[nodiscard]] virtual base::Instant now() = 0;
    /// Runs towards `limit` while `mayGoOn` says so (asked after each event); how many events were run.
    virtual std::size_t advance(base::Instant limit, const std::function<bool()> &mayGoOn) = 0;
    /// Nothing is on its way: full speed has nowhere to go.
    [[nodiscard]] virtual bool isSettled() = 0;
    /// Something has happened since the last slice that the window shows.
    [[nodiscard]] virtual bool hasNews() = 0;
    /// After each slice: time to tell others what happened.
    virtual void sliceEnded(const Pace &pace) = 0;
};

/// Driven::advance for whatever has a SimControl.
std::size_t advanceBySteps(api::SimControl &control, base::Instant limit,
                           const std::function<bool()> &mayGoOn);

/// Runs to the next moment that has news, with all that happens at it; false when none comes by `limit`, or
/// `mayGoOn` said no.
bool advanceToNews(Driven &driven, base::Instant limit, const std::function<bool()> &mayGoOn,
                   std::size_t &events);

/// Drives a simulation by the clock on the wall, in slices, on the thread that it lives in.
///
/// Promise   No slice is longer than kSlice, so that commands and sockets are heard in between. Paused, it
///           sleeps.
/// Runs      A step goes as fast as it can to the next moment that has news, with all that happens at it, and
///           pauses there; the other goes on until the simulation has settled. Both give up at a limit.
/// Full speed  As fast as it goes until the simulation has settled, then with the wall; what has not settled
///           after kMaxRush of virtual time goes with the wall, too, until something comes from outside.
class WallDriver : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kSlice{8}, kTick{10}, kIdleTick{40};
    static constexpr base::Duration kRequest = std::chrono::milliseconds(3);
    static constexpr std::chrono::milliseconds kSettledFor{250};
    static constexpr base::Duration kRushStep = std::chrono::milliseconds(100),
                                    kMaxRush = std::chrono::hours(1), kMaxStep = std::chrono::minutes(10);

    explicit WallDriver(Driven &driven);

    void start();
    void setSpeed(double speed);
    void setPaused(bool isPaused);
    void startRun(TimeRun run);
    void cancelRun();
    [[nodiscard]] const Pace &pace() const { return m_pace; }

    /// Something came from outside: the slices come closer again.
    void noteInput();
    /// A request came from outside: soon afterwards (never inside this call) the simulation runs on for as
    /// long as a request takes, even while it is paused, so that an answer waits neither for a tick nor for
    /// the end of the pause.
    void answerSoon();

private:
    using Slice = QDeadlineTimer;

    void tick();
    void answer();
    [[nodiscard]] bool isRushing();
    [[nodiscard]] base::Instant wallLimit(Pace::Real elapsed);
    [[nodiscard]] Slice slice() const { return Slice(kSlice); }
    // Both return how many events were run.
    std::size_t rush();
    std::size_t stepOn();
    std::size_t settleOn();
    void endRun(RunEnd::How how);
    std::size_t runTo(base::Instant limit, const Slice &slice);
    void schedule();

    Driven &m_driven;
    Pace m_pace;
    QTimer m_timer, m_answer;
    QElapsedTimer m_clock;
    base::Instant m_rushEnd; ///< full speed gives up here
    base::Instant m_runEnd;  ///< and a run here
    QElapsedTimer m_sinceSettled;
    int m_idleTicks = 0;
};

} // namespace minato::session
