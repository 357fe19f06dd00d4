// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/machine_room.h"

#include "client/requests.h"
#include "cluster/bootstrap.h"
#include "kube/names.h"

#include <algorithm>
#include <format>

namespace minato::cluster {
namespace {

using Kind = api::Fault::Kind;

bool isNodeName(std::string_view name)
{
    const auto isGood = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    return !name.empty() && name.size() <= 63 && std::ranges::all_of(name, isGood) && name.front() != '-' &&
           name.back() != '-' && name.front() != '.' && name.back() != '.';
}

} // namespace

std::expected<void, std::string> MachineRoom::inject(const api::Fault &fault)
{
    const auto *kubelet = m_parts.agents.kubelet(fault.node);
    const bool isNew = fault.kind == Kind::AddNode;
    if (isNew && kubelet)
        return std::unexpected(std::format("there is a node \"{}\" already", fault.node));
    if (isNew && !isNodeName(fault.node))
        return std::unexpected(std::format(
            "\"{}\" is no name for a node: lower-case letters, digits, - and . only", fault.node));
    if (!isNew && !kubelet)
        return std::unexpected(std::format("there is no node \"{}\"", fault.node));
    if (fault.kind == Kind::PowerOff && !kubelet->isOn())
        return std::unexpected(std::format("node \"{}\" is off already", fault.node));
    if (fault.kind == Kind::PowerOn && kubelet->isOn())
        return std::unexpected(std::format("node \"{}\" is on already", fault.node));
    m_parts.gate.note(Input::Kind::Fault, fault);
    const auto id = m_nextCall++;
    m_pending[id] = m_parts.timers.after({}, [this, id, fault] {
        const auto timer = std::move(m_pending[id]);
        m_pending.erase(id);
        apply(fault);
    });
    return {};
}

void MachineRoom::apply(const api::Fault &fault)
{
    switch (fault.kind) {
    case Kind::PowerOff:
    case Kind::PowerOn:
        m_parts.agents.setPower(fault.node, fault.kind == Kind::PowerOn);
        return;
    case Kind::AddNode:
        addMachine(fault.node);
        return;
    case Kind::RemoveNode:
        removeMachine(fault.node);
        return;
    }
}

void MachineRoom::addMachine(const std::string &name)
{
    auto spec = nextMachine(m_parts.machines, name);
    m_parts.machines.push_back(spec);
    m_parts.traffic.addHost(name, name);
    m_parts.traffic.addHost(spec.internalIp, name);
    m_parts.proxies.add(name);
    m_parts.agents.add(std::move(spec));
}

void MachineRoom::removeMachine(const std::string &name)
{
    m_parts.agents.remove(name);
    m_parts.proxies.remove(name);
    api::Request request = client::getRequest(kube::resources::kNodes, {}, name);
    request.verb = api::Verb::Delete;
    const auto id = m_nextCall++;
    m_calls[id] = m_parts.transport.send(std::move(request), [this, id](const auto &) { m_calls.erase(id); });
}

} // namespace minato::cluster
