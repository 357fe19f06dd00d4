// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace minato::serve {

/// What a connection is in the middle of. Destroying it ends it.
class OpenExchange {
public:
    virtual ~OpenExchange() = default;
    [[nodiscard]] virtual bool hasEnded() const = 0;
};

} // namespace minato::serve
