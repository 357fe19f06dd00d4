// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/status.h"
#include "wire/http_message.h"

#include <optional>
#include <string>

namespace minato::serve {

/// Who may use the API: whoever knows the token. An empty token: everybody.
///
/// Mirrors   apiserver's bearer token authenticator; what its role system:public-info-viewer may see without
/// one
///           (/healthz, /livez, /readyz, /version)
/// Differs   Without credentials the other paths answer 401, as with --anonymous-auth=false, for want of
/// RBAC.
class Authenticator {
public:
    explicit Authenticator(std::string token = {}) : m_token(std::move(token)) {}

    [[nodiscard]] bool asksForToken() const { return !m_token.empty(); }
    /// Why a request is refused.
    [[nodiscard]] std::optional<kube::Status> refusal(const wire::HttpRequest &request) const;

private:
    std::string m_token;
};

/// 256 bits from the system's random numbers, in letters that need no escape.
[[nodiscard]] std::string makeToken();

} // namespace minato::serve
