// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/namespaces/namespace_controller.h"

#include "client/requests.h"
#include "components/common/pod.h"

#include <algorithm>
#include <chrono>
#include <format>

namespace minato::components {
namespace {

using namespace std::chrono_literals;
using kube::resources::kNamespaces;
using kube::resources::kPods;

constexpr int kWorkers = 10;
/// Lets the watches of others see that the namespace ends before its content goes.
constexpr base::Duration kDelay = 5s;
/// What finalizers are given before they are looked at again.
constexpr base::Duration kFinalizerEstimate = 15s;

/// The longest grace period of Pods that still run; 0 once the namespace has been ending for as long.
base::Duration gracePeriod(const std::vector<kube::ObjectPtr> &pods, const kube::Object &ns,
                           base::Instant now)
{
    std::int64_t longest = 0;
    for (const kube::ObjectPtr &pod : pods) {
        if (!isPodTerminal(*pod))
            longest = std::max(longest, pod->spec()["terminationGracePeriodSeconds"].asInt());
    }
    const auto since = base::parseRfc3339(ns.metadata()["deletionTimestamp"].asString()).value_or(now);
    const base::Duration estimate = std::chrono::seconds(longest);
    return now - since >= estimate ? base::Duration() : estimate;
}

std::string inGroup(const kube::GroupVersionResource &resource)
{
    return std::format("{}/{}, Resource={}", resource.group, resource.version, resource.resource);
}

} // namespace

NamespaceController::NamespaceController(Context context, std::vector<kube::GroupVersionResource> resources)
    : m_context(std::move(context)),
      m_resources(std::move(resources)),
      m_namespaces(m_context.hub.informer(kNamespaces)),
      m_queue(m_context.timers, kWorkers, [this](std::string name) { return sync(std::move(name)); })
{
    // Pods go first: nothing of what they may need is taken from under them.
    std::ranges::stable_partition(m_resources, [](const auto &resource) { return resource == kPods; });
    m_namespaces.addHandler([this](const auto &, const auto &now) {
        if (now && now->isTerminating())
            m_queue.addAfter(now->name(), kDelay);
    });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

client::Task<bool> NamespaceController::sync(std::string name)
{
    const auto latest = co_await client::send(m_context.transport, client::getRequest(kNamespaces, {}, name));
    if (!latest)
        co_return latest.error().code == 404;
    kube::ObjectPtr ns = latest->object();
    if (!ns->isTerminating() || ns->spec()["finalizers"].isEmpty())
        co_return true;
    const NamespaceRemains remains = co_await empty(ns);
    kube::Value body = ns->root();
    if (updateNamespaceConditions(body.edit("status"), remains, m_context.timers.now())) {
        const auto written = co_await client::send(
            m_context.transport, client::updateRequest(kNamespaces, std::move(body), "status"));
        if (written)
            ns = written->object();
    }
    if (!remains.errors.empty())
        co_return false;
    if (remains.isGone())
        co_return co_await finalize(ns);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(remains.estimate).count();
    m_queue.addAfter(name, std::chrono::seconds(seconds / 2 + 1));
    co_return true;
}

client::Task<NamespaceRemains> NamespaceController::empty(kube::ObjectPtr ns)
{
    NamespaceRemains remains;
    for (const auto &resource : m_resources) {
        co_await emptyOne(ns, resource, remains);
        if (resource == kPods && !remains.resources.empty())
            break;
    }
    co_return remains;
}

client::Task<void> NamespaceController::emptyOne(kube::ObjectPtr ns, kube::GroupVersionResource resource,
                                                 NamespaceRemains &remains)
{
    base::Duration estimate{};
    if (resource == kPods) {
        const auto pods =
            co_await client::send(m_context.transport, client::listRequest(resource, ns->name()));
        if (pods)
            estimate = gracePeriod(pods->list().items, *ns, m_context.timers.now());
    }
    auto request = client::listRequest(resource, ns->name());
    request.verb = api::Verb::DeleteCollection;
    request.body = kube::Value::map(
        {{"apiVersion", "v1"}, {"kind", "DeleteOptions"}, {"propagationPolicy", "Background"}});
    const auto deleted = co_await client::send(m_context.transport, std::move(request));
    if (!deleted) {
        remains.errors.push_back(deleted.error().message);
        co_return;
    }
    const auto rest = co_await client::send(m_context.transport, client::listRequest(resource, ns->name()));
    if (!rest) {
        remains.errors.push_back(rest.error().message);
        co_return;
    }
    const auto &items = rest->list().items;
    if (items.empty())
        co_return;
    remains.resources[remainingName(resource)] = static_cast<int>(items.size());
    bool hasFinalizers = false;
    for (const kube::ObjectPtr &item : items) {
        for (const kube::Value &finalizer : item->metadata()["finalizers"].items()) {
            ++remains.finalizers[std::string(finalizer.asString())];
            hasFinalizers = true;
        }
    }
    if (estimate == base::Duration() && hasFinalizers)
        estimate = kFinalizerEstimate;
    if (estimate == base::Duration())
        remains.errors.push_back(std::format("unexpected items still remain in namespace: {} for gvr: {}",
                                             ns->name(), inGroup(resource)));
    remains.estimate = std::max(remains.estimate, estimate);
}

client::Task<bool> NamespaceController::finalize(kube::ObjectPtr ns)
{
    kube::Value body = ns->root();
    kube::Value rest = kube::Value::emptyArray();
    for (const kube::Value &finalizer : ns->spec()["finalizers"].items()) {
        if (finalizer.asString() != "kubernetes")
            rest.push(finalizer);
    }
    body.edit("spec").set("finalizers", std::move(rest));
    const auto answer = co_await client::send(
        m_context.transport, client::updateRequest(kNamespaces, std::move(body), "finalize"));
    co_return answer || answer.error().code == 404;
}

} // namespace minato::components
