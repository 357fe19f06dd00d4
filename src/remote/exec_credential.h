// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"
#include "remote/access.h"
#include "remote/client_certificate.h"

#include <optional>
#include <string>
#include <string_view>

namespace minato::remote {

/// What a credential program gives.
struct ExecCredential {
    Secret token;
    std::optional<ClientCertificate> certificate;
    std::optional<base::Instant> expires; ///< nullopt: when the server says so
};

/// What the program is told in KUBERNETES_EXEC_INFO.
///
/// Mirrors   ExecCredential of client.authentication.k8s.io/v1 and v1beta1
[[nodiscard]] std::string execInfoOf(const Access &access);

/// Reads what the program printed.
[[nodiscard]] Checked<ExecCredential> readExecCredential(const Access &access, std::string_view text);

} // namespace minato::remote
