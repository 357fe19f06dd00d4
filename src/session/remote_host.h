// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/host.h"
#include "session/remote_backend.h"

#include <QTimer>

#include <memory>

namespace minato::session {

/// Runs a RemoteBackend on the thread that it lives in, and tells the window what comes, at most kTick late.
class RemoteHost : public Host {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kTick{40};

    RemoteHost(RemoteOptions options, Mailbox &outbox) : m_options(std::move(options)), m_outbox(outbox) {}

    void open() override;
    void handle(const Command &command) override;

private:
    RemoteOptions m_options;
    Mailbox &m_outbox;
    // Made on the backend's thread.
    std::unique_ptr<RemoteBackend> m_backend;
    std::unique_ptr<QTimer> m_tick;
};

} // namespace minato::session
