// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <expected>

namespace minato::tests {

/// The way into a control plane that `tools/control-plane up DIR` has started: takes its authority and the
/// administrator's certificate for all connections of this process. The server's address, or why there is none.
[[nodiscard]] std::expected<QUrl, QString> enterControlPlane(const QString &folder);

} // namespace minato::tests
