// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/root_ca/root_ca_publisher.h"

#include "base/random.h"
#include "client/requests.h"

#include <utility>

namespace minato::components {
namespace {

using kube::resources::kConfigMaps;
using kube::resources::kNamespaces;

constexpr int kWorkers = 1;
constexpr std::string_view kName = "kube-root-ca.crt";
constexpr std::string_view kDescription =
    "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such "
    "as "
    "the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of "
    "Kubernetes clusters.";

/// PEM's armour around luck.
std::string makeCertificate(std::uint64_t seed)
{
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr int kLines = 17, kWidth = 64;
    base::RandomStream random(seed, "root-ca-certificate");
    std::string text = "-----BEGIN CERTIFICATE-----\nMII";
    for (int i = 3; i < kLines * kWidth; ++i) {
        text += kAlphabet[random.below(kAlphabet.size())];
        if (i % kWidth == kWidth - 1)
            text += '\n';
    }
    return text + "-----END CERTIFICATE-----\n";
}

} // namespace

RootCaPublisher::RootCaPublisher(Context context)
    : m_context(std::move(context)),
      m_namespaces(m_context.hub.informer(kNamespaces)),
      m_configMaps(m_context.hub.informer(kConfigMaps)),
      m_queue(m_context.timers, kWorkers, [this](std::string ns) { return sync(std::move(ns)); }),
      m_certificate(makeCertificate(m_context.seed))
{
    m_namespaces.addHandler([this](const auto &, const auto &now) {
        if (now && !now->isTerminating())
            m_queue.add(now->name());
    });
    m_configMaps.addHandler([this](const auto &before, const auto &now) {
        const kube::Object &map = now ? *now : *before;
        if (map.name() == kName)
            m_queue.add(map.ns());
    });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

client::Task<bool> RootCaPublisher::sync(std::string ns)
{
    const auto found = m_namespaces.cache().find(ns);
    if (!found || found->isTerminating())
        co_return true;
    const kube::Value data = kube::Value::map({{"ca.crt", m_certificate}});
    const auto present = m_configMaps.cache().find(kube::objectKey(ns, kName));
    if (present && present->root()["data"] == data)
        co_return true;
    kube::Value body =
        present ? present->root() : kube::Value::map({{"apiVersion", "v1"}, {"kind", "ConfigMap"}});
    kube::Value &metadata = body.edit("metadata");
    metadata.set("name", kName);
    metadata.set("namespace", ns);
    metadata.edit("annotations").set("kubernetes.io/description", kDescription);
    body.set("data", data);
    auto request = present ? client::updateRequest(kConfigMaps, std::move(body))
                           : client::createRequest(kConfigMaps, std::move(body));
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    // Somebody may have been faster; a namespace that is ending takes nothing new.
    co_return answer || answer.error().code == 409 || answer.error().code == 404 ||
        answer.error().code == 403;
}

} // namespace minato::components
