// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serve/authenticator.h"

#include "base/assert.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <format>

namespace minato::serve {
namespace {

constexpr std::string_view kScheme = "bearer ";

/// The token of "Bearer TOKEN"; empty: there is none.
std::string_view bearerToken(std::string_view authorization)
{
    const bool isBearer =
        authorization.size() > kScheme.size() &&
        std::ranges::equal(authorization.substr(0, kScheme.size()), kScheme, {}, [](char c) {
            return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        });
    return isBearer ? authorization.substr(kScheme.size()) : std::string_view();
}

/// In a time that tells nothing about where they differ.
bool isSame(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool isPublic(std::string_view path)
{
    constexpr std::array<std::string_view, 4> kPublic{"/healthz", "/livez", "/readyz", "/version"};
    return std::ranges::contains(kPublic, path.ends_with('/') ? path.substr(0, path.size() - 1) : path);
}

} // namespace

std::optional<kube::Status> Authenticator::refusal(const wire::HttpRequest &request) const
{
    if (m_token.empty())
        return std::nullopt;
    const std::string authorization = request.header("authorization");
    if (isSame(bearerToken(authorization), m_token) || (authorization.empty() && isPublic(request.path)))
        return std::nullopt;
    return kube::Status{.code = 401, .reason = "Unauthorized", .message = "Unauthorized"};
}

std::string makeToken()
{
    std::array<unsigned char, 32> bytes{};
    const int made = RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
    MINATO_ASSERT(made == 1);
    std::string token;
    for (const unsigned char byte : bytes)
        token += std::format("{:02x}", byte);
    return token;
}

} // namespace minato::serve
