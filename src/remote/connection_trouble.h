// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/trouble.h"

#include <QNetworkReply>
#include <QSslError>

namespace minato::remote {

/// Why there was no whole answer, as far as Qt says it.
struct ConnectionFailure {
    Trouble::Kind kind{};
    std::string words; ///< the system's, where they help
};

/// Precondition: the reply has an error of the connection, not of HTTP. `tls`: what its handshake found.
[[nodiscard]] ConnectionFailure failureOf(const QNetworkReply &reply, const QList<QSslError> &tls);

} // namespace minato::remote
