// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sim_host.h"

#include <QElapsedTimer>

namespace minato::session {
namespace {

constexpr std::chrono::milliseconds kTellEvery{200};

} // namespace

void SimHost::open()
{
    if (m_stop.stop_requested())
        return;
    m_backend = std::make_unique<SimBackend>(m_options, m_outbox);
    // A large cluster takes a while: the window sees it grow.
    QElapsedTimer sinceTold;
    sinceTold.start();
    const Pace pace(m_backend->now());
    m_backend->open([this, &sinceTold, &pace] {
        if (sinceTold.durationElapsed() > kTellEvery) {
            m_backend->flush(pace);
            sinceTold.restart();
        }
        return !m_stop.stop_requested();
    });
    if (m_stop.stop_requested())
        return;
    m_driver = std::make_unique<WallDriver>(static_cast<Driven &>(*this));
    if (m_serveOptions)
        startServing();
    m_backend->flush(m_driver->pace());
    m_driver->start();
}

void SimHost::startServing()
{
    m_endpoint =
        std::make_unique<ApiEndpoint>(m_backend->transport(), *m_driver, [this] { m_backend->noteAction(); });
    const auto served = m_endpoint->open(*m_serveOptions);
    if (served)
        m_backend->tellServed(*served);
    else
        m_backend->tellProblem({Problem::Kind::NotServed, served.error().toStdString()});
}

void SimHost::handle(const Command &command)
{
    if (!m_driver)
        return;
    if (const auto *speed = std::get_if<SetSpeed>(&command))
        m_driver->setSpeed(speed->speed);
    if (const auto *paused = std::get_if<SetPaused>(&command))
        m_driver->setPaused(paused->isPaused);
    if (std::holds_alternative<StepTime>(command))
        m_driver->startRun(TimeRun::Step);
    if (std::holds_alternative<RunUntilSettled>(command))
        m_driver->startRun(TimeRun::Settle);
    if (std::holds_alternative<CancelRun>(command))
        m_driver->cancelRun();
    m_backend->handle(command);
    m_driver->noteInput();
    if (std::holds_alternative<Ask>(command) || std::holds_alternative<Inspect>(command))
        m_driver->answerSoon(); // a question costs no time worth waiting for, even in a pause
    m_backend->flush(m_driver->pace());
}

} // namespace minato::session
