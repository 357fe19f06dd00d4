// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/traffic_target.h"
#include "api/transport.h"
#include "kube/schema/type_table.h"

#include <functional>

namespace minato::shell::kubectl {

/// Answers HTTP requests with what an API server answers.
///
/// Mirrors   apimachinery/pkg/util/proxy (UpgradeAwareHandler), as kubectl/pkg/proxy uses it
/// Differs   An answer comes whole: what never ends (a watch, a log that is followed) is refused with 501, and so is what
///           needs a connection of its own (exec, attach, port-forward).
/// The transport outlives the gateway and its calls.
class ApiGateway {
public:
    using Reply = std::move_only_function<void(api::TrafficResult)>;

    explicit ApiGateway(api::KubeTransport &transport) : m_transport(transport) {}
    [[nodiscard]] api::CallPtr request(const api::TrafficRequest &request, api::Timers &timers,
                                       Reply reply) const;

private:
    api::KubeTransport &m_transport;
    kube::TypeTable m_types;
};

/// A reply of that text and status that comes in an event of its own.
[[nodiscard]] api::CallPtr answerLater(api::Timers &timers, api::TrafficReply answer,
                                       ApiGateway::Reply reply);
/// "text/plain; charset=utf-8", as Go's http.Error writes it: with a newline.
[[nodiscard]] api::TrafficReply plainAnswer(int status, std::string text);

} // namespace minato::shell::kubectl
