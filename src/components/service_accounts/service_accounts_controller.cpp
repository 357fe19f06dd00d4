// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/service_accounts/service_accounts_controller.h"

#include "client/requests.h"

namespace minato::components {
namespace {

using kube::resources::kNamespaces;
using kube::resources::kServiceAccounts;

constexpr int kWorkers = 1;
constexpr std::string_view kName = "default";

} // namespace

ServiceAccountsController::ServiceAccountsController(Context context)
    : m_context(std::move(context)),
      m_namespaces(m_context.hub.informer(kNamespaces)),
      m_accounts(m_context.hub.informer(kServiceAccounts)),
      m_queue(m_context.timers, kWorkers, [this](std::string ns) { return sync(std::move(ns)); })
{
    m_namespaces.addHandler([this](const auto &, const auto &now) {
        if (now)
            m_queue.add(now->name());
    });
    m_accounts.addHandler([this](const auto &before, const auto &now) {
        if (before && !now && before->name() == kName)
            m_queue.add(before->ns());
    });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

client::Task<bool> ServiceAccountsController::sync(std::string ns)
{
    const auto found = m_namespaces.cache().find(ns);
    if (!found || found->isTerminating() || m_accounts.cache().find(kube::objectKey(ns, kName)))
        co_return true;
    const kube::Value metadata = kube::Value::map({{"name", kName}, {"namespace", ns}});
    auto request = client::createRequest(
        kServiceAccounts,
        kube::Value::map({{"apiVersion", "v1"}, {"kind", "ServiceAccount"}, {"metadata", metadata}}));
    const auto made = co_await client::send(m_context.transport, std::move(request));
    // Somebody may have been faster; a namespace that is ending takes nothing new.
    co_return made || made.error().code == 409 || made.error().code == 404 || made.error().code == 403;
}

} // namespace minato::components
