// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace minato::shell::kubectl {

/// Whether a private key is that of a certificate; both as DER.
///
/// Mirrors   Go's crypto/tls (X509KeyPair) and its words
/// Differs   An elliptic key that does not hold its public half is believed, and so is every Ed25519 key: nothing is
///           computed with keys here.
[[nodiscard]] std::expected<void, std::string> checkKeyPair(std::string_view certificate,
                                                            std::string_view key);

} // namespace minato::shell::kubectl
