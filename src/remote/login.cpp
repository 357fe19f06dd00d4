// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/login.h"

#include "kube/base64.h"
#include "remote/files.h"

#include <format>
#include <utility>

namespace minato::remote {
namespace {

Secret bearer(std::string_view token)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = token.find_first_not_of(kSpace);
    if (first == std::string_view::npos)
        return {};
    return Secret("Bearer " + std::string(token.substr(first, token.find_last_not_of(kSpace) - first + 1)));
}

Secret basic(const ConfigUser &user)
{
    return Secret("Basic " + kube::encodeBase64(user.userName + ":" + user.password.expose()));
}

bool hasPassword(const ConfigUser &user)
{
    return !user.userName.empty() || !user.password.isEmpty();
}

std::shared_ptr<const ClientCertificate> shared(std::optional<ClientCertificate> certificate)
{
    return certificate ? std::make_shared<const ClientCertificate>(*std::move(certificate)) : nullptr;
}

} // namespace

Login::Login(const Access &access, const api::BackendClock &clock, Patience patience)
    : m_access(access), m_clock(clock), m_patience(patience)
{
}

Login::~Login() = default;

std::optional<Checked<Identity>> Login::now()
{
    const bool isExpired = m_expires && *m_expires < m_clock.now();
    const bool isFile = !m_access.user.tokenFile.empty();
    const bool isOld = isFile && std::chrono::steady_clock::now() - m_since > m_patience.tokenFile;
    const bool isFailure = m_identity && !*m_identity && !(usesProgram() && isResting());
    if (!m_identity || isExpired || isOld || isFailure)
        m_identity = usesProgram() ? std::nullopt : std::optional(fixed());
    return m_identity;
}

bool Login::usesProgram() const
{
    const ConfigUser &user = m_access.user;
    return m_access.usesTls() && user.exec && user.token.isEmpty() && user.tokenFile.empty() &&
           !hasPassword(user) && user.certificate.isEmpty();
}

/// What needs no program. Nothing of it is sent where everybody could read it.
Checked<Identity> Login::fixed()
{
    m_since = std::chrono::steady_clock::now();
    const Identity before = m_identity && *m_identity ? **m_identity : Identity();
    Identity identity;
    if (m_access.usesTls()) {
        auto authorization = fixedAuthorization();
        if (!authorization)
            return std::unexpected(std::move(authorization.error()));
        identity.authorization = *std::move(authorization);
        identity.certificate = before.certificate;
        if (!before.certificate) {
            auto certificate = certificateOf(m_access);
            if (!certificate)
                return std::unexpected(std::move(certificate.error()));
            identity.certificate = shared(*std::move(certificate));
        }
    }
    const bool isSame = before.number != 0 && identity.authorization == before.authorization;
    identity.number = isSame ? before.number : ++m_lastNumber;
    return identity;
}

Checked<Secret> Login::fixedAuthorization() const
{
    const ConfigUser &user = m_access.user;
    if (!user.tokenFile.empty()) {
        const auto token = readWholeFile(user.tokenFile);
        if (!token && user.token.isEmpty())
            return std::unexpected(
                Troubles{{Trouble::Kind::PathUnreadable, user.place, m_access.userEntry, "tokenFile",
                          std::format("{}: {}", user.tokenFile, token.error().words)}});
        return bearer(token ? *token : user.token.expose());
    }
    if (!user.token.isEmpty())
        return bearer(user.token.expose());
    return hasPassword(user) ? basic(user) : Secret();
}

bool Login::isResting() const
{
    return std::chrono::steady_clock::now() - m_since < m_patience.rest;
}

std::unique_ptr<Login::Waiting> Login::wait(Ready ready)
{
    const std::uint64_t number = ++m_lastWaiter;
    m_waiters->emplace(number, std::move(ready));
    if (!m_program) {
        m_program = std::make_unique<ExecProgram>(m_access, m_patience.program);
        m_program->start([this](Checked<ExecCredential> answer) { onProgramEnded(std::move(answer)); });
    }
    return std::make_unique<Waiting>(m_waiters, number);
}

void Login::onProgramEnded(Checked<ExecCredential> answer)
{
    m_program.release()->deleteLater(); // it is what calls
    m_since = std::chrono::steady_clock::now();
    if (answer) {
        m_expires = answer->expires;
        m_identity =
            Identity{bearer(answer->token.expose()), shared(std::move(answer->certificate)), ++m_lastNumber};
    } else {
        m_expires.reset();
        m_identity = std::unexpected(std::move(answer.error()));
    }
    const Checked<Identity> identity = *m_identity;
    const auto waiters = m_waiters; // a callback may destroy this, or its own Waiting
    while (!waiters->empty()) {
        auto ready = std::move(waiters->begin()->second);
        waiters->erase(waiters->begin());
        ready(identity);
    }
}

bool Login::renew(const Identity &refused)
{
    const bool isAnother = m_identity && *m_identity && (**m_identity).number != refused.number;
    if (isAnother || !m_identity)
        return true; // somebody else was here before
    if (!usesProgram() && m_access.user.tokenFile.empty())
        return false;
    if (usesProgram() && isResting())
        return false;
    if (usesProgram()) {
        m_identity.reset();
        return true;
    }
    m_identity = fixed();
    return *m_identity && (**m_identity).number != refused.number;
}

} // namespace minato::remote
