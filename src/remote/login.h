// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "remote/access.h"
#include "remote/client_certificate.h"
#include "remote/exec_program.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace minato::remote {

/// Who a request comes from.
struct Identity {
    Secret authorization;                                 ///< the header: "Bearer …"; empty: none
    std::shared_ptr<const ClientCertificate> certificate; ///< may be null
    std::uint64_t number = 0;                             ///< another one is another identity

    [[nodiscard]] bool hasSameConnection(const Identity &other) const
    {
        return certificate == other.certificate;
    }
};

/// Keeps the credentials of one user: a token, a password, a certificate; a token file, which is read again;
/// a program, which is run again when its credentials expire or the server refuses them.
///
/// Mirrors   client-go transport.HTTPWrappersForConfig, token_source.go (a file lives a minute), exec.go
/// Differs   A program that has just run is not run again at once, so that a server that refuses everybody
///           does not start it for every request.
/// Threads   One with a Qt event loop.
class Login {
public:
    using Ready = std::move_only_function<void(Checked<Identity>)>;
    /// Forgets the callback when it is destroyed.
    class [[nodiscard]] Waiting;

    struct Patience {
        std::chrono::milliseconds program = std::chrono::minutes(1);   ///< may take so long
        std::chrono::milliseconds rest = std::chrono::seconds(10);     ///< between two runs
        std::chrono::milliseconds tokenFile = std::chrono::minutes(1); ///< is read again so often
    };
    /// `clock` tells when credentials expire: the server's time. Must outlive this.
    Login(const Access &access, const api::BackendClock &clock, Patience patience);
    Login(const Access &access, const api::BackendClock &clock) : Login(access, clock, Patience{}) {}
    ~Login();

    /// The identity, or what is wrong; nullopt when a program has to run first.
    [[nodiscard]] std::optional<Checked<Identity>> now();
    /// Calls back once the program has ended. Never inside wait().
    [[nodiscard]] std::unique_ptr<Waiting> wait(Ready ready);
    /// The server does not know this identity (401): another one is needed. False when there is none to be had.
    [[nodiscard]] bool renew(const Identity &refused);

private:
    using Waiters = std::map<std::uint64_t, Ready>;

    [[nodiscard]] Checked<Identity> fixed();
    [[nodiscard]] Checked<Secret> fixedAuthorization() const;
    [[nodiscard]] bool usesProgram() const;
    [[nodiscard]] bool isResting() const;
    void onProgramEnded(Checked<ExecCredential> answer);

    const Access m_access;
    const api::BackendClock &m_clock;
    Patience m_patience;
    std::optional<Checked<Identity>> m_identity;
    std::optional<base::Instant> m_expires;
    std::chrono::steady_clock::time_point m_since; ///< of m_identity
    std::unique_ptr<ExecProgram> m_program;
    std::shared_ptr<Waiters> m_waiters = std::make_shared<Waiters>();
    std::uint64_t m_lastNumber = 0, m_lastWaiter = 0;
};

class Login::Waiting {
public:
    Waiting(std::shared_ptr<Waiters> waiters, std::uint64_t number)
        : m_waiters(std::move(waiters)), m_number(number)
    {
    }
    ~Waiting() { m_waiters->erase(m_number); }
    Waiting(const Waiting &) = delete;
    Waiting &operator=(const Waiting &) = delete;

private:
    std::shared_ptr<Waiters> m_waiters;
    std::uint64_t m_number;
};

} // namespace minato::remote
