// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/guarded_transport.h"

#include "remote/guard_rules.h"
#include "remote/wall_timers.h"

#include <format>
#include <memory>
#include <utility>

namespace minato::remote {
namespace {

using Kind = Trouble::Kind;
using kube::Value;

/// Says no a moment later, as a server would.
class RefusedCall : public api::Call {
public:
    RefusedCall(const api::BackendClock &clock, kube::Status status, api::Reply reply)
        : m_timers(clock),
          m_timer(m_timers.after({}, [status = std::move(status), reply = std::move(reply)]() mutable {
              auto last = std::move(reply); // it may drop this Call
              last(std::unexpected(std::move(status)));
          }))
    {
    }

private:
    WallTimers m_timers;
    api::TimerPtr m_timer;
};

api::Request namespaceRequest(api::Verb verb, const std::string &name)
{
    api::Request request;
    request.verb = verb;
    request.resource = {"", "v1", "namespaces"};
    request.name = name;
    return request;
}

bool isOurs(const kube::Object &object)
{
    return object.root().at("metadata", "labels", GuardedTransport::kLabel).asString() ==
           GuardedTransport::kOwner;
}

} // namespace

/// Looks whose the namespace is, then does what is to be done.
class GuardedTransport::NamespaceCall : public api::Call {
public:
    enum class Aim { Open, Remove };
    NamespaceCall(GuardedTransport &guard, Aim aim, Done done)
        : m_guard(guard), m_aim(aim), m_done(std::move(done))
    {
        const GuardRules &rules = guard.m_rules;
        if (!rules.mayWrite) {
            auto status = guard.refuse(guard.trouble(Kind::GuardReadOnly));
            m_call = std::make_unique<RefusedCall>(guard.clock(), std::move(status), [this](auto answer) {
                end(std::unexpected(answer.error()));
            });
            return;
        }
        m_call = guard.m_inner.send(namespaceRequest(api::Verb::Get, rules.ns),
                                    [this](auto answer) { onLooked(std::move(answer)); });
    }

private:
    void onLooked(api::Result<api::Response> answer)
    {
        if (answer && !isOurs(*answer->object()))
            end(std::unexpected(
                m_guard.refuse(m_guard.trouble(Kind::GuardNamespaceTaken, {}, m_guard.m_rules.ns))));
        else if (answer && m_aim == Aim::Open)
            end({});
        else if (answer)
            remove(*answer->object());
        else if (answer.error().code != 404)
            end(std::unexpected(answer.error()));
        else if (m_aim == Aim::Remove)
            end({});
        else
            create();
    }
    void create()
    {
        api::Request request = namespaceRequest(api::Verb::Create, {});
        request.body = Value::map({{"kind", "Namespace"},
                                   {"apiVersion", "v1"},
                                   {"metadata", Value::map({{"name", m_guard.m_rules.ns},
                                                            {"labels", Value::map({{kLabel, kOwner}})}})}});
        sendLast(std::move(request));
    }
    /// This very one, never a namesake that came later.
    void remove(const kube::Object &object)
    {
        api::Request request = namespaceRequest(api::Verb::Delete, m_guard.m_rules.ns);
        request.body = Value::map({{"kind", "DeleteOptions"},
                                   {"apiVersion", "v1"},
                                   {"preconditions", Value::map({{"uid", object.uid()}})}});
        sendLast(std::move(request));
    }
    void sendLast(api::Request request)
    {
        m_call = m_guard.m_inner.send(std::move(request), [this](auto answer) {
            if (answer)
                end({});
            else
                end(std::unexpected(answer.error()));
        });
    }
    void end(std::expected<void, kube::Status> outcome)
    {
        m_guard.m_isNamespaceOpen = outcome && m_aim == Aim::Open;
        auto done = std::move(m_done); // it may drop this Call
        done(std::move(outcome));
    }

    GuardedTransport &m_guard;
    Aim m_aim;
    Done m_done;
    api::CallPtr m_call;
};

api::CallPtr GuardedTransport::openNamespace(Done done)
{
    return std::make_unique<NamespaceCall>(*this, NamespaceCall::Aim::Open, std::move(done));
}

api::CallPtr GuardedTransport::removeNamespace(Done done)
{
    return std::make_unique<NamespaceCall>(*this, NamespaceCall::Aim::Remove, std::move(done));
}

api::CallPtr GuardedTransport::send(api::Request request, api::Reply reply)
{
    if (const auto why = refusal(request))
        return std::make_unique<RefusedCall>(clock(), refuse(*why), std::move(reply));
    return m_inner.send(std::move(request), std::move(reply));
}

std::optional<Trouble> GuardedTransport::refusal(const api::Request &request) const
{
    if (changesNothing(request))
        return std::nullopt;
    return m_rules.mayWrite ? refusalOfWrite(request) : trouble(Kind::GuardReadOnly);
}

std::optional<Trouble> GuardedTransport::refusalOfWrite(const api::Request &request) const
{
    const bool isNode = request.resource.group.empty() && request.resource.resource == "nodes";
    if (isNode && m_rules.isDisposable && request.rawPath.empty() && request.subresource.empty())
        return std::nullopt;
    if (isNode)
        return trouble(Kind::GuardNode, {}, targetOf(request));
    const bool isNamespaceItself =
        request.resource.group.empty() && request.resource.resource == "namespaces";
    if (request.ns != m_rules.ns || isNamespaceItself || !request.rawPath.empty() ||
        request.subresource == "proxy")
        return trouble(Kind::GuardOutside, m_rules.ns, targetOf(request));
    if (!m_isNamespaceOpen)
        return trouble(Kind::GuardNamespaceClosed, {}, m_rules.ns);
    if (const auto asked = replicasAskedFor(request.body); asked > m_rules.mostReplicas)
        return trouble(Kind::GuardTooMany, std::to_string(m_rules.mostReplicas), std::to_string(asked));
    return std::nullopt;
}

Trouble GuardedTransport::trouble(Trouble::Kind kind, std::string field, std::string detail) const
{
    return {kind, {}, {Entry::Section::Context, m_rules.context}, std::move(field), std::move(detail)};
}

kube::Status GuardedTransport::refuse(const Trouble &trouble) const
{
    m_observer(trouble);
    kube::Status status;
    status.code = 403;
    status.reason = "Forbidden";
    status.message = sentenceOf(trouble).en;
    return status;
}

} // namespace minato::remote
