// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/remote_host.h"

namespace minato::session {

void RemoteHost::open()
{
    m_backend = std::make_unique<RemoteBackend>(m_options, m_outbox);
    m_backend->open();
    m_backend->flush();
    m_tick = std::make_unique<QTimer>();
    connect(m_tick.get(), &QTimer::timeout, this, [this] {
        if (m_backend->hasWords())
            m_backend->flush();
    });
    m_tick->start(kTick);
}

void RemoteHost::handle(const Command &command)
{
    if (!m_backend)
        return;
    m_backend->handle(command);
    m_backend->flush();
}

} // namespace minato::session
