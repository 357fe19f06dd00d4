// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kube_proxy/rules_builder.h"

#include <format>

namespace minato::components {
namespace {

using kube::resources::kEndpointSlices;
using kube::resources::kServices;

std::vector<std::string> names(const kube::Value &hints)
{
    std::vector<std::string> list;
    for (const kube::Value &hint : hints.items())
        list.emplace_back(hint["name"].asString());
    return list;
}

/// The addresses that names lead to: of what is ready.
std::vector<NamedAddress> addressesOf(const kube::Object &slice)
{
    std::vector<NamedAddress> list;
    for (const kube::Value &endpoint : slice.root()["endpoints"].items()) {
        if (endpoint.at("conditions", "ready").asBool(true))
            list.push_back({std::string(endpoint["hostname"].asString()),
                            std::string(endpoint["addresses"][0].asString())});
    }
    return list;
}

/// The endpoints of a slice for one of its ports; ready ones, or those to fall back on.
EndpointGroup::Part partOf(const kube::Object &slice, std::uint16_t port, bool isReady)
{
    auto part = std::make_shared<std::vector<ProxyEndpoint>>();
    for (const kube::Value &endpoint : slice.root()["endpoints"].items()) {
        const auto &conditions = endpoint["conditions"];
        const bool ready = conditions["ready"].asBool(true);
        const bool fallback = conditions["serving"].asBool(ready) && conditions["terminating"].asBool();
        if (isReady ? !ready : ready || !fallback)
            continue;
        const auto &target = endpoint["targetRef"];
        part->push_back({std::string(endpoint["addresses"][0].asString()), port,
                         target.isNull() ? std::string()
                                         : std::format("{}/{}", target["namespace"].asString(),
                                                       target["name"].asString()),
                         std::string(target["uid"].asString()), std::string(endpoint["nodeName"].asString()),
                         names(endpoint.at("hints", "forZones")), names(endpoint.at("hints", "forNodes"))});
    }
    return part;
}

} // namespace

RulesBuilder::RulesBuilder(client::InformerHub &hub, std::function<void()> onChange)
    : m_services(hub.informer(kServices)), m_onChange(std::move(onChange))
{
    m_services.addHandler(
        [this](const auto &before, const auto &now) { touch(kube::objectKey(now ? *now : *before)); });
    hub.informer(kEndpointSlices).addHandler([this](const auto &before, const auto &now) {
        onSlice(before, now);
    });
}

void RulesBuilder::touch(std::string key)
{
    m_touched.insert(std::move(key));
    m_onChange();
}

void RulesBuilder::onSlice(const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const kube::Object &slice = now ? *now : *before;
    std::string key = kube::objectKey(slice.ns(), slice.labels()["kubernetes.io/service-name"].asString());
    auto &ofService = m_slices[key];
    const std::string name(slice.name());
    if (now) {
        SliceRules parts;
        parts.addresses = addressesOf(*now);
        for (const kube::Value &port : now->root()["ports"].items()) {
            const auto number = static_cast<std::uint16_t>(port["port"].asInt());
            parts.ports[std::string(port["name"].asString())] = {partOf(*now, number, true),
                                                                 partOf(*now, number, false)};
        }
        ofService.insert_or_assign(name, std::move(parts));
    } else {
        ofService.erase(name);
        if (ofService.empty())
            m_slices.erase(key);
    }
    touch(std::move(key));
}

std::shared_ptr<const ProxyService>
RulesBuilder::makeService(const kube::Object &service, const kube::Value &port, const std::string &key) const
{
    const auto &spec = service.spec();
    auto rule = std::make_shared<ProxyService>();
    rule->service = key;
    rule->clusterIp = spec["clusterIP"].asString();
    rule->port = static_cast<std::uint16_t>(port["port"].asInt());
    rule->nodePort = static_cast<std::uint16_t>(port["nodePort"].asInt());
    rule->isExternalLocal = spec["externalTrafficPolicy"].asString() == "Local";
    rule->isInternalLocal = spec["internalTrafficPolicy"].asString() == "Local";
    for (const kube::Value &ip : spec["externalIPs"].items())
        rule->externalIps.emplace_back(ip.asString());
    for (const kube::Value &ingress : service.status().at("loadBalancer", "ingress").items()) {
        if (!ingress["ip"].isEmpty() && ingress["ipMode"].asString("VIP") == "VIP")
            rule->externalIps.emplace_back(ingress["ip"].asString());
    }
    if (spec["sessionAffinity"].asString() == "ClientIP")
        rule->affinity =
            std::chrono::seconds(spec.at("sessionAffinityConfig", "clientIP", "timeoutSeconds").asInt(10800));
    const auto slices = m_slices.find(key);
    if (slices != m_slices.end()) {
        for (const auto &[name, slice] : slices->second) {
            const auto parts = slice.ports.find(port["name"].asString());
            if (parts == slice.ports.end())
                continue;
            rule->ready.add(parts->second.ready);
            rule->fallback.add(parts->second.fallback);
        }
    }
    rule->categorize();
    return rule;
}

void RulesBuilder::rebuild(ProxyRules &rules, const std::string &key)
{
    auto &built = m_built[key];
    for (const auto &old : built) {
        rules.byAddress.erase({old->clusterIp, old->port});
        rules.byNodePort.erase(old->nodePort);
        for (const std::string &ip : old->externalIps) {
            rules.byAddress.erase({ip, old->port});
            rules.externalIps.erase(ip);
        }
    }
    built.clear();
    const auto service = m_services.cache().find(key);
    const auto ip = service ? service->spec()["clusterIP"].asString() : std::string_view();
    if (ip.empty() || ip == "None") {
        m_built.erase(key);
        return;
    }
    for (const kube::Value &port : service->spec()["ports"].items()) {
        const auto rule = makeService(*service, port, key);
        rules.byAddress[{rule->clusterIp, rule->port}] = rule;
        if (rule->nodePort != 0)
            rules.byNodePort[rule->nodePort] = rule;
        for (const std::string &external : rule->externalIps) {
            rules.byAddress[{external, rule->port}] = rule;
            rules.externalIps.insert(external);
        }
        built.push_back(rule);
    }
}

std::shared_ptr<const ProxyRules> RulesBuilder::rules()
{
    if (m_touched.empty())
        return m_rules;
    auto next = std::make_shared<ProxyRules>(*m_rules);
    for (const std::string &key : m_touched)
        rebuild(*next, key);
    m_touched.clear();
    m_rules = std::move(next);
    return m_rules;
}

kube::ObjectPtr RulesBuilder::service(std::string_view ns, std::string_view name) const
{
    return m_services.cache().find(ns, name);
}

std::vector<NamedAddress> RulesBuilder::addresses(std::string_view ns, std::string_view name) const
{
    std::vector<NamedAddress> list;
    if (const auto slices = m_slices.find(kube::objectKey(ns, name)); slices != m_slices.end()) {
        for (const auto &[key, slice] : slices->second)
            list.insert(list.end(), slice.addresses.begin(), slice.addresses.end());
    }
    return list;
}

} // namespace minato::components
