// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace minato::serve {

/// What a connection is in the middle of. Destroying it ends it.
///
/// Mirrors   a handler under way in apiserver/pkg/endpoints/handlers, whose context ends with its client
/// Differs   No deadline of its own: requests of the simulation end, and streams may last.
/// Threads   The one of its connection.
class OpenExchange {
public:
    virtual ~OpenExchange() = default;
    [[nodiscard]] virtual bool hasEnded() const = 0;
};

} // namespace minato::serve
