// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/api_endpoint.h"
#include "session/command.h"
#include "session/mailbox.h"
#include "session/pace.h"
#include "session/remote_options.h"
#include "session/sim_backend.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>
#include <variant>

namespace minato::session {

class Host;
struct InlineDriven;

/// One open cluster as the window sees it: commands go in, batches come out, at most one a frame.
///
/// Modes     Threaded: the cluster runs on a thread of its own, by the clock on the wall. Inline: it runs
/// only
///           inside runUntilIdle(), on the caller's thread, so that pictures and tests repeat exactly.
/// Threads   The window's. It never waits for the backend, except in the destructor: who must not wait there
///           calls close(), and destroys it once closed() has come.
class Session : public QObject {
    Q_OBJECT

public:
    enum class Mode { Threaded, Inline };
    static constexpr std::chrono::milliseconds kFrame{16};

    /// `serve`: where the API is published (Threaded only); what came of it is told by a batch.
    Session(SimBackend::Options options, Mode mode, std::optional<ServeOptions> serve = {},
            QObject *parent = nullptr);
    /// A real cluster, Threaded.
    explicit Session(RemoteOptions options, QObject *parent = nullptr);
    ~Session() override;

    void open();
    /// Lets go of the cluster without waiting for it: nothing is delivered afterwards. For good.
    void close();
    void send(const Command &command);
    /// Inline mode: runs until the learner's commands have ended; false when they have not by then.
    bool runUntilIdle(base::Duration within);
    /// Inline mode: runs so much of the cluster's time.
    void runFor(base::Duration time);

Q_SIGNALS:
    void batchReady(const minato::session::Batch &batch);
    /// After close(): the cluster is gone. Never from inside close().
    void closed();

private:
    Session(Mode mode, std::variant<SimBackend::Options, RemoteOptions> options,
            std::optional<ServeOptions> serve, QObject *parent);
    [[nodiscard]] std::unique_ptr<Host> makeHost();
    void deliver();
    void handleInline(const Command &command);

    Mode m_mode;
    std::variant<SimBackend::Options, RemoteOptions> m_options;
    std::optional<ServeOptions> m_serve;
    Mailbox m_outbox;
    Pace m_inlinePace{base::kSimEpoch};
    std::unique_ptr<InlineDriven> m_inline;
    std::unique_ptr<Host> m_host;
    QThread m_thread;
    QTimer m_frame;
    std::stop_source m_stop;
    bool m_isClosed = false;
};

} // namespace minato::session
