// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/session.h"

#include <optional>
#include <string>

namespace minato::shell::kubectl {

/// The container of a Pod that is meant: that of the name, the annotated one, or the first. Says so when there
/// was a choice, unless `isQuiet`. An unknown name is for the server to judge.
///
/// Mirrors   kubectl/pkg/cmd/util/podcmd
[[nodiscard]] std::string containerToUse(const Session &session, const kube::Object &pod,
                                         const std::string &wanted, bool isQuiet);

/// How a stream to a container ended.
struct StreamEnd {
    std::optional<kube::Status> failure; ///< nullopt: well
    bool wasOpen = false;                ///< the container was reached
};
/// Standard input of a stream: none, what comes in, or a person at a terminal.
enum class StreamInput : std::uint8_t { None, Plain, Terminal };
/// pods/exec or pods/attach: passes standard input on and prints what comes back, until it ends. Nullopt: this
/// cluster has no streams.
///
/// Differs   A typed line is handed on when the stream has been quiet for a moment, so that what is typed ahead of
///           the end stays for the shell of the terminal.
[[nodiscard]] client::Task<std::optional<StreamEnd>> streamContainer(Session &session, api::Request request,
                                                                     StreamInput input);
/// Tells how a stream failed: "command terminated with exit code 7", or what went wrong before the command ran. The
/// exit status.
[[nodiscard]] int failStream(const Session &session, const kube::Status &status, bool wasOpen);
/// The request for that: `subresource` is "exec" or "attach".
[[nodiscard]] api::Request streamRequest(const kube::Object &pod, std::string subresource,
                                         std::string container, StreamInput input);

} // namespace minato::shell::kubectl
