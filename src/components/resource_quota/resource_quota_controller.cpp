// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/resource_quota/resource_quota_controller.h"

#include "client/requests.h"
#include "components/common/pod.h"

#include <algorithm>

namespace minato::components {
namespace {

using namespace kube::resources;

constexpr int kWorkers = 5;
constexpr base::Duration kResyncPeriod = std::chrono::minutes(5); // --resource-quota-sync-period

/// Whether a change can set something free.
bool freesSomething(const kube::GroupVersionResource &resource, const kube::Object &before,
                    const kube::ObjectPtr &now)
{
    if (!now)
        return true;
    if (resource == kPods)
        return !isPodTerminal(before) && isPodTerminal(*now);
    return resource == kServices && before.spec()["type"] != now->spec()["type"];
}

} // namespace

ResourceQuotaController::ResourceQuotaController(Context context,
                                                 const std::vector<kube::GroupVersionResource> &counted)
    : m_context(std::move(context)),
      m_quotas(m_context.hub.informer(kResourceQuotas)),
      m_quotasByNamespace(m_quotas.addIndex(client::byNamespace)),
      m_queue(m_context.timers, kWorkers, [this](std::string key) { return sync(std::move(key)); })
{
    for (const auto &resource : counted) {
        auto &informer = m_context.hub.informer(resource);
        m_counted.push_back({resource, &informer, informer.addIndex(client::byNamespace)});
        informer.addHandler([this, resource](const auto &before, const auto &now) {
            if (before)
                onObject(resource, before, now);
        });
    }
    m_quotas.addHandler([this](const auto &before, const auto &now) {
        // Its status is what we write ourselves, and what the server adds.
        if (now && (!before || before->spec() != now->spec()))
            m_queue.add(kube::objectKey(*now));
        if (now && !m_resync)
            countAllLater();
    });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

void ResourceQuotaController::onObject(const kube::GroupVersionResource &resource,
                                       const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const auto &quotas = m_quotas.cache().bucket(m_quotasByNamespace, before->ns());
    if (quotas.empty() || !freesSomething(resource, *before, now))
        return;
    for (const auto &[key, quota] : quotas) {
        const auto hard = kube::readAmounts(quota->object->spec()["hard"]);
        if (!kube::quotaResourcesOf(resource, hard).empty())
            m_queue.add(key);
    }
}

void ResourceQuotaController::countAllLater()
{
    m_resync = m_context.timers.after(kResyncPeriod, [this] {
        const auto timer = std::move(m_resync);
        const auto &quotas = m_quotas.cache().entries();
        for (const auto &[key, entry] : quotas)
            m_queue.add(key);
        if (!quotas.empty())
            countAllLater();
    });
}

/// What the objects of the namespace use of each resource that is bounded; what nobody counts stays.
kube::Value ResourceQuotaController::usedOf(const kube::Object &quota) const
{
    const auto hard = kube::readAmounts(quota.spec()["hard"]);
    kube::Value used;
    for (const auto &[name, amount] : hard) {
        if (const kube::Value &present = quota.status()["used"][name]; !present.isNull())
            used.set(name, present);
    }
    for (const Counted &counted : m_counted) {
        const auto names = kube::quotaResourcesOf(counted.resource, hard);
        if (names.empty())
            continue;
        kube::ResourceAmounts sum;
        for (const auto &[key, entry] : counted.informer->cache().bucket(counted.byNamespace, quota.ns())) {
            const kube::Value &object = entry->object->root();
            if (!kube::matchesQuotaScopes(quota.spec(), counted.resource, object))
                continue;
            const auto usage = kube::quotaUsage(counted.resource, object, m_context.timers.now());
            for (const auto &[name, amount] : usage)
                sum[name] = sum[name] + amount;
        }
        for (const std::string &name : names)
            used.set(name, sum[name].toString());
    }
    return used;
}

client::Task<bool> ResourceQuotaController::sync(std::string key)
{
    const auto quota = m_written.newest(key, m_quotas.cache().find(key));
    if (!quota || quota->isTerminating())
        co_return true;
    kube::Value status = kube::Value::emptyMap();
    if (const kube::Value &hard = quota->spec()["hard"]; !hard.isNull())
        status.set("hard", hard);
    if (kube::Value used = usedOf(*quota); !used.isNull())
        status.set("used", std::move(used));
    if (status == quota->status())
        co_return true;
    kube::Value body = quota->root();
    body.set("status", std::move(status));
    auto request = client::updateRequest(kResourceQuotas, std::move(body), "status");
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    if (!answer)
        co_return answer.error().code == 404;
    m_written.wrote(key, *quota, answer->object());
    co_return true;
}

} // namespace minato::components
