// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/scheduling_reason.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace minato::viewmodels {
namespace {

using Kind = SchedulingReason::Kind;

Kind kindOf(std::string_view text)
{
    const auto says = [text](std::string_view word) { return text.find(word) != std::string_view::npos; };
    if (says("Insufficient cpu"))
        return Kind::Cpu;
    if (says("Insufficient memory"))
        return Kind::Memory;
    if (says("Too many pods"))
        return Kind::Full;
    if (says("unschedulable"))
        return Kind::Cordoned;
    if (says("taint"))
        return Kind::Taint;
    if (says("topology spread"))
        return Kind::Spread;
    if (says("affinity") || says("node selector") || says("didn't match"))
        return Kind::Affinity;
    if (says("free ports"))
        return Kind::Port;
    return says("volume") ? Kind::Volume : Kind::Other;
}

/// The end of the list of reasons: a full stop that ends a sentence, not one inside of a taint's key.
std::size_t endOfReasons(std::string_view text)
{
    const std::size_t stop = text.find(". ");
    if (stop != std::string_view::npos)
        return stop;
    return text.ends_with('.') ? text.size() - 1 : text.size();
}

SchedulingReason reasonOf(std::string_view part)
{
    SchedulingReason reason;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), reason.nodes);
    if (error == std::errc())
        part.remove_prefix(static_cast<std::size_t>(end - part.data()));
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    reason.text = std::string(part);
    reason.kind = kindOf(part);
    return reason;
}

} // namespace

std::vector<SchedulingReason> schedulingReasons(const std::string &message)
{
    const std::size_t colon = message.find(": ");
    if (colon == std::string::npos)
        return message.empty() ? std::vector<SchedulingReason>{} : std::vector{reasonOf(message)};
    std::string_view list = std::string_view(message).substr(colon + 2);
    list = list.substr(0, endOfReasons(list));
    std::vector<SchedulingReason> reasons;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(", "), list.size());
        reasons.push_back(reasonOf(list.substr(0, comma)));
        list.remove_prefix(std::min(comma + 2, list.size()));
    }
    std::ranges::stable_sort(reasons, std::greater{}, &SchedulingReason::nodes);
    return reasons;
}

QString reasonText(const SchedulingReason &reason)
{
    const int n = reason.nodes;
    switch (reason.kind) {
    case Kind::Cpu:
        //: Why a Pod waits: nodes have too little CPU left for what it asks for. %n: how many nodes.
        //% "Not enough CPU (%n node(s))"
        return qtTrId("reason.cpu", n);
    case Kind::Memory:
        //: Why a Pod waits: nodes have too little memory left for what it asks for. %n: how many nodes.
        //% "Not enough memory (%n node(s))"
        return qtTrId("reason.memory", n);
    case Kind::Full:
        //: Why a Pod waits: nodes run as many Pods as they may. %n: how many nodes.
        //% "Full of Pods (%n node(s))"
        return qtTrId("reason.full", n);
    case Kind::Taint:
        //: Why a Pod waits: nodes have a taint that it does not tolerate. %n: how many nodes.
        //% "Taint not tolerated (%n node(s))"
        return qtTrId("reason.taint", n);
    case Kind::Cordoned:
        //: Why a Pod waits: nodes take no new Pods ("kubectl cordon"). %n: how many nodes.
        //% "Cordoned (%n node(s))"
        return qtTrId("reason.cordoned", n);
    case Kind::Affinity:
        //: Why a Pod waits: nodes are not those that it may run on. %n: how many nodes.
        //% "Does not match its node selector or affinity (%n node(s))"
        return qtTrId("reason.affinity", n);
    case Kind::Spread:
        //: Why a Pod waits: it would not be spread evenly any more. %n: how many nodes.
        //% "Would break its topology spread (%n node(s))"
        return qtTrId("reason.spread", n);
    case Kind::Port:
        //: Why a Pod waits: the host port that it wants is taken. %n: how many nodes.
        //% "Host port is taken (%n node(s))"
        return qtTrId("reason.port", n);
    case Kind::Volume:
        //: Why a Pod waits: something about its volumes. %n: how many nodes.
        //% "Volume does not fit (%n node(s))"
        return qtTrId("reason.volume", n);
    case Kind::Other:
        break;
    }
    return QString::fromStdString(reason.text);
}

QString nodeReasonText(const std::string &reason)
{
    switch (kindOf(reason)) {
    case Kind::Full:
        //: Why a Pod does not fit on a node.
        //% "it runs as many Pods as it may"
        return qtTrId("reason.node.full");
    case Kind::Taint:
        //: Why a Pod does not fit on a node.
        //% "it has a taint that the Pod does not tolerate"
        return qtTrId("reason.node.taint");
    case Kind::Cordoned:
        //: Why a Pod does not fit on a node.
        //% "it is cordoned"
        return qtTrId("reason.node.cordoned");
    case Kind::Affinity:
        //: Why a Pod does not fit on a node.
        //% "it does not match the Pod's node selector or affinity"
        return qtTrId("reason.node.affinity");
    case Kind::Spread:
        //: Why a Pod does not fit on a node.
        //% "the Pod's topology spread would break"
        return qtTrId("reason.node.spread");
    case Kind::Port:
        //: Why a Pod does not fit on a node.
        //% "the host port is taken"
        return qtTrId("reason.node.port");
    case Kind::Cpu:
    case Kind::Memory:
    case Kind::Volume:
    case Kind::Other:
        break;
    }
    return QString::fromStdString(reason);
}

QString reasonsText(const std::string &message)
{
    auto reasons = schedulingReasons(message);
    // A taint is nearly always the control plane's: it is no news where there is another reason.
    const auto isTaint = [](const SchedulingReason &reason) { return reason.kind == Kind::Taint; };
    if (!std::ranges::all_of(reasons, isTaint))
        std::erase_if(reasons, isTaint);
    QStringList texts;
    for (const SchedulingReason &reason : reasons)
        texts += reasonText(reason);
    //: Between reasons for which a Pod waits.
    //% ", "
    return texts.join(qtTrId("reason.separator"));
}

} // namespace minato::viewmodels
