// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/estimate_words.h"

#include "viewmodels/cluster/quantity_text.h"
#include "viewmodels/cluster/scheduling_reason.h"
#include "viewmodels/inspect/sheet.h"

#include <QCoreApplication>

#include <algorithm>

namespace minato::viewmodels {
namespace {

using estimates::Fit;
using estimates::NodeFit;
using estimates::Room;
using estimates::Victim;
using estimates::VictimRule;

/// More than these nobody reads.
constexpr std::size_t kMostRows = 20;

/// Why a Pod goes before the next one of the list.
QString ruleText(const Victim &victim)
{
    switch (victim.rule) {
    case VictimRule::Unassigned:
        //: Why a Pod goes before the next one of a list, when its ReplicaSet is scaled down.
        //% "it has no node yet"
        return qtTrId("estimate.rule.unassigned");
    case VictimRule::Phase:
        //: Why a Pod goes before the next one of a list, when its ReplicaSet is scaled down.
        //% "it does not run yet"
        return qtTrId("estimate.rule.phase");
    case VictimRule::NotReady:
        //: Why a Pod goes before the next one of a list, when its ReplicaSet is scaled down.
        //% "it is not ready"
        return qtTrId("estimate.rule.not-ready");
    case VictimRule::DeletionCost:
        //: Why a Pod goes before the next one of a list. %1: its annotation controller.kubernetes.io/pod-deletion-cost, a number.
        //% "its pod-deletion-cost is lower (%1)"
        return qtTrId("estimate.rule.cost").arg(victim.pod.deletionCost);
    case VictimRule::CoLocation:
        //: Why a Pod goes before the next one of a list. %1: a node. %n: how many Pods of the same owner are there.
        //% "more Pods of its kind share its node (%n on %1)"
        return qtTrId("estimate.rule.colocation", victim.pod.colocated).arg(qText(victim.pod.node));
    case VictimRule::ReadyTime:
        //: Why a Pod goes before the next one of a list, when its ReplicaSet is scaled down.
        //% "it has been ready for a shorter time"
        return qtTrId("estimate.rule.ready-time");
    case VictimRule::Restarts:
        //: Why a Pod goes before the next one of a list. %n: how often.
        //% "its containers restarted more often (%n times)"
        return qtTrId("estimate.rule.restarts", static_cast<int>(victim.pod.restarts));
    case VictimRule::CreationTime:
        //: Why a Pod goes before the next one of a list, when its ReplicaSet is scaled down.
        //% "it is younger"
        return qtTrId("estimate.rule.younger");
    case VictimRule::None:
        break;
    }
    return {};
}

QString roomText(const Room &room)
{
    //: An amount of CPU and of memory. %1: "250m". %2: "64Mi".
    //% "CPU %1, memory %2"
    return qtTrId("estimate.room").arg(cpuQuantity(room.milliCpu), memoryQuantity(room.memoryBytes));
}

/// "Not enough CPU", of one node.
QString whyNotText(const NodeFit &node, const Room &wanted)
{
    QStringList texts;
    for (const std::string &reason : node.reasons) {
        if (reason == "Insufficient cpu")
            //: Why a Pod does not fit on a node. %1: CPU that it asks for, %2: what is left, both like "250m".
            //% "not enough CPU: %1 wanted, %2 left"
            texts +=
                qtTrId("estimate.why.cpu").arg(cpuQuantity(wanted.milliCpu), cpuQuantity(node.left.milliCpu));
        else if (reason == "Insufficient memory")
            //: Why a Pod does not fit on a node. %1: memory that it asks for, %2: what is left, both like "64Mi".
            //% "not enough memory: %1 wanted, %2 left"
            texts += qtTrId("estimate.why.memory")
                         .arg(memoryQuantity(wanted.memoryBytes), memoryQuantity(node.left.memoryBytes));
        else
            texts += nodeReasonText(reason);
    }
    return texts.join(qtTrId("reason.separator"));
}

void addNode(Sheet &sheet, const Fit &fit, const NodeFit &node)
{
    if (!node.fits) {
        //: Of a node, in an estimate: a Pod would not fit there.
        //% "does not fit"
        sheet.row(qText(node.node), qtTrId("estimate.fits-not"), whyNotText(node, fit.wanted), Tone::Bad);
        return;
    }
    //: Of a node, in an estimate. %1: CPU and memory, "CPU 250m, memory 64Mi".
    //% "left: %1"
    QString note = qtTrId("estimate.left").arg(roomText(node.left));
    if (fit.ties > 0 && fit.nodes.size() > 1 && fit.nodes[1].fits)
        //: Of a node, in an estimate: how well the scheduler likes it. %1: what was said before. %2: points.
        //% "%1; %2 points"
        note = qtTrId("estimate.points").arg(note).arg(node.score);
    const bool isBest = node.score == fit.nodes.front().score;
    //: Of a node, in an estimate: the scheduler would choose it.
    //% "fits best"
    const QString best = qtTrId("estimate.fits-best");
    //: Of a node, in an estimate: a Pod would have room there.
    //% "fits"
    const QString plain = qtTrId("estimate.fits");
    //: Of a node, in an estimate: it is as good as others, the scheduler draws one of them.
    //% "fits best, with others: drawn by lot"
    const QString drawn = qtTrId("estimate.fits-drawn");
    sheet.row(qText(node.node), !isBest ? plain : fit.ties > 1 ? drawn : best, note, Tone::Good);
}

QString fitHeading(const Fit &fit)
{
    //: Heading of an estimate for a workload: on which nodes another Pod of it would fit.
    //% "Where one more Pod would fit"
    const QString oneMore = qtTrId("estimate.fit.one-more");
    //: Heading of an estimate for a Pod.
    //% "Where this Pod would fit, if it were placed now"
    return fit.isOneMore ? oneMore : qtTrId("estimate.fit.this");
}

void addPreemption(Sheet &sheet, const Fit &fit)
{
    if (fit.preempts.empty())
        return;
    QStringList names;
    for (const std::string &name : fit.preempted)
        names += qText(name);
    //: In an estimate for a Pod that fits nowhere: less important Pods would have to go.
    //% "Makes room for itself"
    sheet.row(qtTrId("estimate.preempts"), qText(fit.preempts),
              //: Which Pods would go for a more important one. %1: "default/web-…, default/web-…"
              //% "These would have to go: %1"
              qtTrId("estimate.preempted").arg(names.join(QStringLiteral(", "))), Tone::Waiting);
}

} // namespace

void addVictims(Sheet &sheet, const std::string &ns, const estimates::VictimRanking &ranking, bool isOnly)
{
    if (ranking.pods.empty())
        return;
    //: Heading of an estimate for a Deployment or ReplicaSet: its Pods, the first to go first.
    //% "Scaled down, these Pods go, in this order"
    const QString plain = qtTrId("estimate.victims");
    //: Heading of an estimate in a rollout. %1: a ReplicaSet's name.
    //% "Scaled down, ReplicaSet %1 gives up these Pods, in this order"
    const QString ofSet = qtTrId("estimate.victims.of");
    sheet.heading(isOnly ? plain : ofSet.arg(qText(ranking.replicaSet)));
    const std::size_t shown = std::min(ranking.pods.size(), kMostRows);
    for (std::size_t i = 0; i < shown; ++i) {
        const Victim &victim = ranking.pods[i];
        const QString rule = ruleText(victim);
        //: Of a Pod in a list. %1: a reason, "it is not ready".
        //% "before the next, because %1"
        const QString note = rule.isEmpty() ? QString() : qtTrId("estimate.before-next").arg(rule);
        sheet.link(QString::number(i + 1) + u'.', "Pod", ns, victim.pod.name, note);
    }
    if (ranking.pods.size() > shown)
        //: Ends a list that is too long to be shown whole. %n: how many are not shown.
        //% "and %n more"
        sheet.row(QStringLiteral("…"),
                  qtTrId("estimate.more", static_cast<int>(ranking.pods.size() - shown)));
}

void addFit(Sheet &sheet, const Fit &fit)
{
    sheet.heading(fitHeading(fit));
    //: In an estimate: what the Pod asks for.
    //% "Asks for"
    sheet.row(qtTrId("estimate.wanted"), roomText(fit.wanted));
    const std::size_t shown = std::min(fit.nodes.size(), kMostRows);
    for (std::size_t i = 0; i < shown; ++i)
        addNode(sheet, fit, fit.nodes[i]);
    if (const auto left = fit.nodes.size() - shown + static_cast<std::size_t>(fit.leftOut); left > 0)
        sheet.row(QStringLiteral("…"), qtTrId("estimate.more", static_cast<int>(left)));
    if (!fit.fitsSomewhere())
        //: In an estimate for a Pod that fits nowhere: what the scheduler would write into an Event. An English text follows.
        //% "The scheduler says"
        sheet.row(qtTrId("estimate.scheduler-says"), qText(fit.message));
    addPreemption(sheet, fit);
}

std::vector<InfoRow> estimateRows(const session::EstimateAnswer &answer)
{
    Sheet sheet;
    if (!answer.refusal.empty())
        //: In an estimate that could not be made. An English text follows.
        //% "The server says"
        sheet.row(qtTrId("estimate.refused"), qText(answer.refusal), {}, Tone::Bad);
    for (const auto &ranking : answer.victims)
        addVictims(sheet, answer.object.ns, ranking, answer.victims.size() == 1);
    if (answer.fit)
        addFit(sheet, *answer.fit);
    if (answer.autoscaling)
        addAutoscaling(sheet, answer.object.ns, *answer.autoscaling);
    return sheet.take();
}

} // namespace minato::viewmodels
