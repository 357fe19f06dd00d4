// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "client/task.h"
#include "shell/kubectl/command.h"
#include "shell/kubectl/discovery.h"
#include "shell/kubectl/error.h"
#include "shell/kubectl/kubeconfig.h"
#include "shell/process.h"
#include "shell/shell.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {

/// What kubectl keeps from call to call: its discovery cache and its configuration.
struct State {
    std::shared_ptr<const Discovery> discovery;
    Kubeconfig config;
    int minor = 34;    ///< whose release's texts (Shell::Options)
    HintSink hint;     ///< may be empty
    TextEditor editor; ///< may be empty: nobody edits
};

/// One call of kubectl: its flags and arguments, and how it talks to the server and prints.
class Session {
public:
    Session(Process &process, const Command &command, Flags flags);

    [[nodiscard]] const Flags &flags() const { return m_flags; }
    [[nodiscard]] const std::vector<std::string> &arguments() const { return m_flags.arguments(); }
    [[nodiscard]] const Command &command() const { return m_command; }
    [[nodiscard]] Process &process() const { return m_process; }
    [[nodiscard]] Services &services() const { return m_process.services; }
    [[nodiscard]] State &state() const { return *m_process.services.kubectl; }
    /// True when the release whose texts are printed is v1.MINOR or later.
    [[nodiscard]] bool isSince(int minor) const { return state().minor >= minor; }
    /// A line of the log: "W0105 00:00:30.000000    1000 helpers.go:731] TEXT".
    void log(char severity, std::string_view place, std::string_view text) const;
    /// -n, or the context's namespace.
    [[nodiscard]] const std::string &ns() const { return m_namespace; }
    [[nodiscard]] bool hasExplicitNamespace() const { return m_flags.isGiven("namespace"); }
    [[nodiscard]] base::Instant now() const { return m_process.services.transport.clock().now(); }

    /// True when $LANG and its kin ask for Japanese: for our own help and hints.
    [[nodiscard]] Language language() const { return languageOf(m_process.environment); }

    void print(std::string_view text) const { m_process.print(text); }
    void warn(std::string_view text) const { m_process.complain(text); }
    /// Prints the error as kubectl does; gives the exit status.
    int fail(const Error &error) const;
    int fail(const Errors &errors) const;
    /// "error: TEXT" and "See 'kubectl COMMAND -h' for help and examples".
    int failUsage(std::string_view text) const;

    /// Sends one request; prints what the server warns of.
    [[nodiscard]] client::Task<Result<api::Response>> send(api::Request request);
    /// A request for one object of a type, in the session's namespace when the type has one.
    [[nodiscard]] api::Request request(api::Verb verb, const ApiResource &type,
                                       std::string_view name = {}) const;
    /// GET of a path outside the resources: "/version", "/openapi/v3/api/v1?hash=…".
    [[nodiscard]] client::Task<Result<kube::Value>> get(std::string path);
    [[nodiscard]] client::Task<Result<std::shared_ptr<const Discovery>>> discovery(bool isFresh = false);

private:
    Process &m_process;
    const Command &m_command;
    Flags m_flags;
    std::string m_namespace;
    std::set<std::string> m_told; ///< warnings of the server: each is shown once
};

/// The tree of an answer that is an object, a list of its own or a plain value.
[[nodiscard]] kube::Value valueOf(const api::Payload &payload);

} // namespace minato::shell::kubectl
