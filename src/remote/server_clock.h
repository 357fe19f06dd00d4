// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"

#include <QByteArray>

namespace minato::remote {

/// The server's time: this computer's, moved by as much as the Date headers of the answers ask for.
///
/// Units     A Date has whole seconds, so the time is that exact; it moves only when a header proves it wrong.
class ServerClock : public api::BackendClock {
public:
    [[nodiscard]] base::Instant now() const override { return wallTime() + m_offset; }
    /// An answer with this Date header ("Sat, 28 Nov 2026 00:00:00 GMT"), for a request of that moment.
    void note(const QByteArray &date, base::Instant sent, base::Instant received);
    [[nodiscard]] base::Duration offset() const { return m_offset; }

    [[nodiscard]] static base::Instant wallTime();

private:
    base::Duration m_offset{};
};

} // namespace minato::remote
