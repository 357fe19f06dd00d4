// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/http_transport.h"

#include <QString>

#include <expected>
#include <memory>

namespace minato::tests {

/// An administrator's connection to the control plane in this folder (tools/control-plane up), as its kubeconfig says.
[[nodiscard]] std::expected<std::unique_ptr<remote::HttpTransport>, QString>
openControlPlane(const QString &folder);

} // namespace minato::tests
