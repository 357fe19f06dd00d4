// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "session/remote_host.h"
#include "session/sim_host.h"
#include "session/wall_driver.h"

namespace minato::session {

/// The backend of an Inline session, to be run by what drives the other kind.
struct InlineDriven : Driven {
    InlineDriven(SimBackend::Options options, Mailbox &outbox) : backend(std::move(options), outbox) {}
    [[nodiscard]] base::Instant now() override { return backend.now(); }
    std::size_t advance(base::Instant limit, const std::function<bool()> &mayGoOn) override
    {
        return backend.advance(limit, mayGoOn);
    }
    [[nodiscard]] bool isSettled() override { return backend.isSettled(); }
    [[nodiscard]] bool hasNews() override { return backend.hasNews(); }
    void sliceEnded(const Pace &pace) override { backend.flush(pace); }

    SimBackend backend;
};

namespace {

bool advanceUntilSettled(Driven &driven, base::Instant limit)
{
    while (!driven.isSettled() && driven.now() < limit)
        driven.advance(driven.now() + WallDriver::kRushStep, [] { return true; });
    return driven.isSettled();
}

} // namespace

Session::Session(SimBackend::Options options, Mode mode, std::optional<ServeOptions> serve, QObject *parent)
    : Session(mode, std::move(options), std::move(serve), parent)
{
}

Session::Session(RemoteOptions options, QObject *parent)
    : Session(Mode::Threaded, std::move(options), {}, parent)
{
}

Session::Session(Mode mode, std::variant<SimBackend::Options, RemoteOptions> options,
                 std::optional<ServeOptions> serve, QObject *parent)
    : QObject(parent),
      m_mode(mode),
      m_options(std::move(options)),
      m_serve(std::move(serve)),
      m_outbox([this] {
          // On the backend's thread: only post. The frame timer collects what comes meanwhile.
          if (m_mode == Mode::Threaded)
              QMetaObject::invokeMethod(&m_frame, qOverload<>(&QTimer::start), Qt::QueuedConnection);
      })
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(kFrame);
    connect(&m_frame, &QTimer::timeout, this, &Session::deliver);
    connect(&m_thread, &QThread::finished, this, &Session::closed);
}

Session::~Session()
{
    close();
    m_thread.wait();
}

void Session::close()
{
    if (m_isClosed)
        return;
    m_isClosed = true;
    m_outbox.close();
    m_frame.stop();
    m_stop.request_stop();
    m_inline.reset();
    if (m_host) {
        m_host.release()->deleteLater(); // the cluster dies on the thread that made it
        m_thread.quit();
    } else {
        QMetaObject::invokeMethod(this, &Session::closed, Qt::QueuedConnection);
    }
}

void Session::open()
{
    if (m_isClosed)
        return;
    if (m_mode == Mode::Inline) {
        m_inline = std::make_unique<InlineDriven>(std::get<SimBackend::Options>(m_options), m_outbox);
        m_inline->backend.open();
        m_inline->backend.flush(m_inlinePace);
        deliver();
        return;
    }
    m_host = makeHost();
    m_host->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("backend"));
    m_thread.start();
    QMetaObject::invokeMethod(m_host.get(), &Host::open, Qt::QueuedConnection);
}

std::unique_ptr<Host> Session::makeHost()
{
    if (const auto *options = std::get_if<RemoteOptions>(&m_options))
        return std::make_unique<RemoteHost>(*options, m_outbox);
    return std::make_unique<SimHost>(std::get<SimBackend::Options>(m_options), m_serve, m_outbox,
                                     m_stop.get_token());
}

void Session::send(const Command &command)
{
    if (const auto *set = std::get_if<SetLanguage>(&command))
        std::visit([set](auto &options) { options.language = set->language; },
                   m_options); // for a cluster that is not open yet
    if (m_inline)
        handleInline(command);
    else if (m_host)
        QMetaObject::invokeMethod(
            m_host.get(), [host = m_host.get(), command] { host->handle(command); }, Qt::QueuedConnection);
}

void Session::handleInline(const Command &command)
{
    m_inline->backend.handle(command);
    if (const auto *speed = std::get_if<SetSpeed>(&command))
        m_inlinePace.setSpeed(speed->speed);
    if (const auto *paused = std::get_if<SetPaused>(&command))
        m_inlinePace.setPaused(paused->isPaused);
    const bool isStep = std::holds_alternative<StepTime>(command);
    if (!isStep && !std::holds_alternative<RunUntilSettled>(command))
        return;
    m_inline->backend.flush(m_inlinePace); // what is known already is no news
    std::size_t events = 0;
    const base::Instant begun = m_inline->now();
    const bool isThere = isStep ? advanceToNews(
                                      *m_inline, begun + WallDriver::kMaxStep, [] { return true; }, events)
                                : advanceUntilSettled(*m_inline, begun + WallDriver::kMaxRush);
    m_inlinePace.setRun(isStep ? TimeRun::Step : TimeRun::Settle);
    if (isStep)
        m_inlinePace.setPaused(true);
    m_inlinePace.endRun(m_inline->now(), isThere ? RunEnd::How::Reached : RunEnd::How::GaveUp);
    m_inline->backend.flush(m_inlinePace);
    deliver();
}

bool Session::runUntilIdle(base::Duration within)
{
    if (!m_inline)
        return false;
    const bool isIdle = m_inline->backend.runUntilIdle(within);
    m_inline->backend.flush(m_inlinePace);
    deliver();
    return isIdle;
}

void Session::runFor(base::Duration time)
{
    if (!m_inline)
        return;
    m_inline->advance(m_inline->now() + time, [] { return true; });
    m_inline->backend.flush(m_inlinePace);
    deliver();
}

void Session::deliver()
{
    const Batch batch = m_outbox.take();
    if (!batch.isEmpty())
        Q_EMIT batchReady(batch);
}

} // namespace minato::session
