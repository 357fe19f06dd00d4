// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/namespaces/namespace_controller.h"

#include "client/requests.h"

namespace minato::components {
namespace {

using kube::resources::kNamespaces;

constexpr int kWorkers = 10;
/// How soon to look again when something is still ending.
constexpr base::Duration kRecheck = std::chrono::seconds(5);

} // namespace

NamespaceController::NamespaceController(Context context, std::vector<kube::GroupVersionResource> resources)
    : m_context(std::move(context)), m_resources(std::move(resources)),
      m_namespaces(m_context.hub.informer(kNamespaces)),
      m_queue(m_context.timers, kWorkers, [this](std::string name) { return sync(std::move(name)); })
{
    m_namespaces.addHandler([this](const auto &, const auto &now) {
        if (now && now->isTerminating())
            m_queue.add(now->name());
    });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

client::Task<bool> NamespaceController::sync(std::string name)
{
    const auto ns = m_namespaces.cache().find(name);
    if (!ns || !ns->isTerminating() || ns->spec()["finalizers"].isEmpty())
        co_return true;
    bool isEmpty = true;
    for (const auto &resource : m_resources) {
        auto request = client::listRequest(resource, name);
        request.verb = api::Verb::DeleteCollection;
        request.body = kube::Value::map(
            {{"apiVersion", "v1"}, {"kind", "DeleteOptions"}, {"propagationPolicy", "Background"}});
        const auto deleted = co_await client::send(m_context.transport, std::move(request));
        const auto rest = co_await client::send(m_context.transport, client::listRequest(resource, name));
        isEmpty = isEmpty && deleted && rest && rest->list().items.empty();
    }
    if (isEmpty)
        co_return co_await finalize(ns);
    m_queue.addAfter(name, kRecheck);
    co_return true;
}

client::Task<bool> NamespaceController::finalize(kube::ObjectPtr ns)
{
    kube::Value body = ns->root();
    body.edit("spec").set("finalizers", kube::Value::emptyArray());
    const auto answer =
        co_await client::send(m_context.transport, client::updateRequest(kNamespaces, std::move(body), "finalize"));
    co_return answer || answer.error().code == 404;
}

} // namespace minato::components
