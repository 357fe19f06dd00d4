// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/transport.h"
#include "remote/trouble.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace minato::remote {

/// What a learner allows in one context.
struct GuardRules {
    std::string context;
    std::string ns = "minato-lesson"; ///< the lesson's own
    bool mayWrite = false;            ///< an explicit yes for this context
    bool isDisposable = false;        ///< the whole cluster is there for trying things out: nodes, too
    std::int64_t mostReplicas = 30;   ///< of one object, and of what scales it
};

/// Keeps somebody's cluster from harm: everything may be read; what writes is refused unless the learner has
/// said yes for this context, and then only in the lesson's own namespace, which carries a label. Nodes are
/// never cordoned, drained or deleted unless the cluster is there to be thrown away.
///
/// Reads     Get, List, watches, logs; dry runs and reviews of one's own rights, which store nothing.
/// Load      No object asks for more than GuardRules::mostReplicas.
/// Errors    A Status 403; the observer gets the Trouble, which has the sentence in both languages. Refusals
///           never reach the server.
/// Threads   The inner transport's.
class GuardedTransport : public api::KubeTransport {
public:
    using Observer = std::function<void(const Trouble &)>;
    using Done = std::move_only_function<void(std::expected<void, kube::Status>)>;
    static constexpr const char *kLabel = "app.kubernetes.io/managed-by", *kOwner = "minato";

    /// `inner` must outlive this.
    GuardedTransport(
        api::KubeTransport &inner, GuardRules rules, Observer observer = [](const Trouble &) {})
        : m_inner(inner), m_rules(std::move(rules)), m_observer(std::move(observer))
    {
    }

    [[nodiscard]] const GuardRules &rules() const { return m_rules; }
    void allowWrites(bool mayWrite) { m_rules.mayWrite = mayWrite; }
    void markDisposable(bool isDisposable) { m_rules.isDisposable = isDisposable; }

    /// Makes the lesson's namespace with its label, or takes the one that is there and has it. Nothing is
    /// written anywhere before this has succeeded.
    [[nodiscard]] api::CallPtr openNamespace(Done done);
    /// Removes it, with all that is in it, when it has the label.
    [[nodiscard]] api::CallPtr removeNamespace(Done done);
    [[nodiscard]] bool isNamespaceOpen() const { return m_isNamespaceOpen; }

    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override;
    [[nodiscard]] api::CallPtr watch(api::Request request, api::EventSink sink) override
    {
        return m_inner.watch(std::move(request), std::move(sink));
    }
    [[nodiscard]] api::CallPtr stream(api::Request request, api::ByteSink sink) override
    {
        return m_inner.stream(std::move(request), std::move(sink));
    }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_inner.clock(); }
    /// A program in a container can change anything.
    [[nodiscard]] bool has(api::Capability capability) const override
    {
        return capability != api::Capability::Exec && m_inner.has(capability);
    }

private:
    class NamespaceCall;

    [[nodiscard]] std::optional<Trouble> refusal(const api::Request &request) const;
    [[nodiscard]] std::optional<Trouble> refusalOfWrite(const api::Request &request) const;
    [[nodiscard]] Trouble trouble(Trouble::Kind kind, std::string field = {}, std::string detail = {}) const;
    [[nodiscard]] kube::Status refuse(const Trouble &trouble) const;

    api::KubeTransport &m_inner;
    GuardRules m_rules;
    Observer m_observer;
    bool m_isNamespaceOpen = false;
};

} // namespace minato::remote
