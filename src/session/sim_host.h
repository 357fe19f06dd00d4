// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/command.h"
#include "session/pace.h"
#include "session/sim_backend.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace minato::session {

/// Drives a SimBackend by the clock on the wall, in slices, on the thread that it lives in.
///
/// Promise   No slice is longer than kSlice, so commands (above all Ctrl+C) are heard in between. Paused, it
///           sleeps.
class SimHost : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kSlice{8}, kTick{10}, kIdleTick{40};

    SimHost(SimBackend::Options options, Mailbox &outbox) : m_options(std::move(options)), m_outbox(outbox) {}

    void open();
    void handle(const Command &command);

private:
    void tick();
    void schedule();

    SimBackend::Options m_options;
    Mailbox &m_outbox;
    std::unique_ptr<SimBackend> m_backend; ///< made on the backend's thread
    std::unique_ptr<Pace> m_pace;
    std::unique_ptr<QTimer> m_timer;
    QElapsedTimer m_clock;
    int m_idleTicks = 0;
};

} // namespace minato::session
