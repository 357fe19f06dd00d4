// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What happens to machines, and what is forbidden to namespaces.
#include "client/requests.h"
#include "properties/chaos.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::tests {

using namespace std::chrono_literals;
using namespace kube::resources;
using kube::Value;
using Kind = api::Fault::Kind;

namespace {

/// A node that is gone is noticed after 50 s, its Pods are told to go 300 s later.
constexpr base::Duration kUntilEvicted = 10min;
/// Programs that have crashed meanwhile wait for up to five minutes.
constexpr base::Duration kUntilBack = 7min;

constexpr std::string_view kControlPlane = "minato-control-plane";

} // namespace

void Chaos::inject(Kind kind, const std::string &node)
{
    constexpr std::array<std::string_view, 4> kNames{"power off", "power on", "add node", "remove node"};
    const auto done = m_cluster.control().inject({kind, node});
    note(std::format("{} {}{}", kNames[static_cast<std::size_t>(kind)], node,
                     done ? "" : "  → " + done.error()));
    m_invariants.disturb(kind == Kind::PowerOn ? kUntilBack : kUntilEvicted);
    if (!done)
        m_outcome.complaints.push_back("a fault was refused");
}

void Chaos::touchMachine()
{
    // One that left with the last look is not there any more, though the view may still show it.
    const auto node = pick(kNodes);
    const std::string name(node && !m_removed.contains(node->name()) ? node->name() : std::string_view());
    const auto what = below(8);
    if (what < 3) {
        if (!name.empty() && m_off.insert(name).second)
            inject(Kind::PowerOff, name);
    } else if (what < 5) {
        if (!m_off.empty())
            powerOn(*std::next(m_off.begin(), static_cast<std::ptrdiff_t>(below(m_off.size()))));
    } else if (what < 7) {
        if (workers() < 5)
            inject(Kind::AddNode, std::format("extra-{}", m_made++));
    } else if (!name.empty() && name != kControlPlane && workers() > 1) {
        m_removed.insert(name);
        m_off.erase(name);
        inject(Kind::RemoveNode, name);
    }
}

std::ptrdiff_t Chaos::workers() const
{
    return std::ranges::count_if(m_view.objects(kNodes), [this](const auto &item) {
        return item.first != kControlPlane && !m_removed.contains(item.first);
    });
}

void Chaos::powerOn(const std::string &node)
{
    const std::string name = node;
    m_off.erase(name);
    inject(Kind::PowerOn, name);
}

void Chaos::touchQuota()
{
    const auto quota = pick(kResourceQuotas);
    const Value hard = Value::map({{"pods", std::to_string(1 + below(10))},
                                   {"requests.cpu", std::format("{}m", 100 * (1 + below(20)))}});
    if (quota && below(3) == 0) {
        send("delete quota " + kube::objectKey(*quota), client::deleteRequest(kResourceQuotas, *quota));
    } else if (quota && below(2) == 0) {
        patch(std::format("quota {}: {} Pods, {}", kube::objectKey(*quota), hard["pods"].asString(),
                          hard["requests.cpu"].asString()),
              kResourceQuotas, *quota, Value::map({{"spec", Value::map({{"hard", hard}})}}));
    } else {
        const std::string ns = namespaceName();
        const std::string name = std::format("few-{}", below(2));
        send(std::format("create quota {}/{}: {} Pods, {}", ns, name, hard["pods"].asString(),
                         hard["requests.cpu"].asString()),
             client::createRequest(kResourceQuotas,
                                   Value::map({{"apiVersion", "v1"},
                                               {"kind", "ResourceQuota"},
                                               {"metadata", Value::map({{"name", name}, {"namespace", ns}})},
                                               {"spec", Value::map({{"hard", hard}})}})));
    }
}

void Chaos::repairFaults()
{
    while (!m_off.empty())
        powerOn(*m_off.begin());
    for (const auto &[key, quota] : m_view.objects(kResourceQuotas))
        send("delete quota " + key, client::deleteRequest(kResourceQuotas, *quota));
}

} // namespace minato::tests
