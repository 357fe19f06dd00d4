// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/command.h"
#include "session/connection_state.h"
#include "session/mailbox.h"
#include "session/remote_options.h"

#include <memory>
#include <optional>

namespace minato::remote {
class HttpTransport;
} // namespace minato::remote

namespace minato::session {

/// Everything of a real cluster's session that lives on the backend's side: the connection with its guard, terminal,
/// lesson checks, and what is told to the window.
///
/// Safety    It opens for reading; writing begins with AllowWrites, only in the lesson's own namespace:
///           remote::GuardedTransport.
/// Threads   One with a Qt event loop, which it never blocks.
class RemoteBackend {
public:
    RemoteBackend(RemoteOptions options, Mailbox &outbox);
    ~RemoteBackend();

    void open();
    void handle(const Command &command);
    /// Posts what has come together.
    void flush();
    /// flush() would post something.
    [[nodiscard]] bool hasWords() const;

private:
    struct Live;

    void openLive(std::unique_ptr<remote::HttpTransport> transport);
    void onTroubled(const remote::Trouble &trouble);
    void onReached();
    void becomeConnected();
    void onGuarded(const remote::Trouble &trouble);
    void onNarrowed(const std::string &resource, bool isHidden);
    void allowWrites(bool mayWrite);
    void removeNamespace();
    void onNamespaceOpen();
    void onRefused(const kube::Status &status);
    void markDisposable(bool isDisposable);
    void compare(const CompareStep &step);
    [[nodiscard]] bool mayLoad(const std::string &service) const;
    [[nodiscard]] base::Instant now() const;
    [[nodiscard]] ClockState clock() const;

    RemoteOptions m_options;
    Mailbox &m_outbox;
    ConnectionState m_state;
    std::optional<ConnectionState> m_told;
    std::optional<ClockState> m_toldClock;
    base::Instant m_start;
    bool m_hasRecovered = false;  ///< since the trouble that the window is told of
    std::string m_guarded;        ///< what the guard said last
    std::unique_ptr<Live> m_live; ///< null: not open, or what the kubeconfig names cannot be used
};

} // namespace minato::session
