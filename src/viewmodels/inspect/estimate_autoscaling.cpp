// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/estimate_words.h"
#include "viewmodels/inspect/sheet.h"

#include <QCoreApplication>

#include <cmath>

namespace minato::viewmodels {
namespace {

using estimates::Autoscaling;
using estimates::MetricEstimate;

QString replicasText(int replicas)
{
    //: %n: how many.
    //% "%n replica(s)"
    return qtTrId("estimate.replicas", replicas);
}

void addMetric(Sheet &sheet, const MetricEstimate &metric)
{
    if (!metric.failure.empty()) {
        //: Of a metric of an autoscaler: its value is missing. The controller's words follow, in English.
        //% "no value"
        sheet.row(qText(metric.name), qtTrId("estimate.metric.none"), qText(metric.failure), Tone::Bad);
        return;
    }
    //: Of a metric of an autoscaler. %1: its value, "57%". %2: what is aimed at, "50%". %3: "3 replicas".
    //% "%1, aim %2: %3"
    const QString value =
        qtTrId("estimate.metric")
            .arg(qText(metric.current), qText(metric.target), replicasText(metric.replicas));
    //: Of a metric of an autoscaler.
    //% "as its controller found it last"
    sheet.row(qText(metric.name), value, metric.isReported ? qtTrId("estimate.metric.reported") : QString());
}

/// Why it is not what the metrics propose; empty: it is.
QString limitText(const Autoscaling &autoscaling)
{
    const std::string &limit = autoscaling.limit;
    if (limit == "TooManyReplicas")
        //: Why an autoscaler sets fewer replicas than its metrics call for. %1: a number.
        //% "no more than maxReplicas, %1"
        return qtTrId("estimate.limit.max").arg(autoscaling.max);
    if (limit == "TooFewReplicas")
        //: Why an autoscaler sets more replicas than its metrics call for. %1: a number.
        //% "no fewer than minReplicas, %1"
        return qtTrId("estimate.limit.min").arg(autoscaling.min);
    if (limit == "ScaleUpLimit" || limit == "ScaleDownLimit")
        //: Why an autoscaler does not go to the number that its metrics call for at once.
        //% "in steps: its policies limit how fast it goes"
        return qtTrId("estimate.limit.rate");
    return {};
}

QString percent(double share)
{
    return QString::number(std::lround(share * 100));
}

QString toleranceText(const Autoscaling &autoscaling)
{
    const QString up = percent(autoscaling.toleranceUp), down = percent(autoscaling.toleranceDown);
    if (up == down)
        //: About an autoscaler. %1: a percentage.
        //% "Up to %1 % off the aim, it changes nothing."
        return qtTrId("estimate.tolerance").arg(up);
    //: About an autoscaler. %1, %2: percentages.
    //% "Up to %1 % above the aim and %2 % below it, it changes nothing."
    return qtTrId("estimate.tolerance.two").arg(up, down);
}

QString windowText(const Autoscaling &autoscaling)
{
    const auto seconds = static_cast<int>(autoscaling.window / std::chrono::seconds(1));
    if (seconds == 0)
        return {};
    if (autoscaling.desired > autoscaling.current)
        //: About an autoscaler that is going to add replicas. %n: seconds.
        //% "A lower result of the last %n second(s) may hold this back; only the controller remembers those."
        return qtTrId("estimate.window.up", seconds);
    //: About an autoscaler that is going to take replicas away. %n: seconds.
    //% "A higher result of the last %n second(s) holds this back; only the controller remembers those."
    return qtTrId("estimate.window.down", seconds);
}

void addResult(Sheet &sheet, const Autoscaling &autoscaling)
{
    const bool isChange = autoscaling.desired != autoscaling.current;
    const Tone tone = !isChange ? Tone::Good : autoscaling.isHeldBack ? Tone::Waiting : Tone::Plain;
    //: In an estimate for an autoscaler: the number of replicas it would set.
    //% "Would set"
    const QString label = qtTrId("estimate.hpa.result");
    //: In an estimate for an autoscaler: it leaves the number as it is. %1: "3 replicas".
    //% "%1, as now"
    const QString same = qtTrId("estimate.hpa.same").arg(replicasText(autoscaling.desired));
    //: In an estimate for an autoscaler. %1: "3 replicas". %2: a number.
    //% "%1 (now %2)"
    const QString other =
        qtTrId("estimate.hpa.change").arg(replicasText(autoscaling.desired)).arg(autoscaling.current);
    sheet.row(label, isChange ? other : same, limitText(autoscaling), tone);
    if (!isChange)
        return;
    //: In an estimate for an autoscaler: it is waiting on purpose.
    //% "Holding back now, says the controller"
    const QString held = qtTrId("estimate.hpa.held");
    //: In an estimate for an autoscaler: about what holds a change back.
    //% "When"
    sheet.row(qtTrId("estimate.hpa.when"),
              //: In an estimate for an autoscaler.
              //% "Within 15 seconds, at its next look"
              autoscaling.isHeldBack ? held : qtTrId("estimate.hpa.soon"), windowText(autoscaling));
}

} // namespace

void addAutoscaling(Sheet &sheet, const std::string &ns, const Autoscaling &autoscaling)
{
    //: Heading of an estimate for an autoscaler.
    //% "What it would do now"
    sheet.heading(qtTrId("estimate.hpa"));
    sheet.link(qtTrId("inspect.hpa.target"), autoscaling.targetKind, ns, autoscaling.target,
               qText(autoscaling.targetKind));
    for (const MetricEstimate &metric : autoscaling.metrics)
        addMetric(sheet, metric);
    if (autoscaling.limit == "ScalingDisabled") {
        //: In an estimate for an autoscaler whose target was scaled to zero.
        //% "Nothing: what is scaled to 0 stays there until you scale it up yourself"
        const QString nothing = qtTrId("estimate.hpa.disabled");
        sheet.row(qtTrId("estimate.hpa.result"), nothing);
        return;
    }
    if (!autoscaling.failure.empty()) {
        //: In an estimate for an autoscaler that has nothing to go by. The controller's words follow, in English.
        //% "nothing: it has no figures to go by"
        const QString nothing = qtTrId("estimate.hpa.failed");
        sheet.row(qtTrId("estimate.hpa.result"), nothing, qText(autoscaling.failure), Tone::Bad);
        return;
    }
    addResult(sheet, autoscaling);
    if (!autoscaling.metrics.empty())
        //: In an estimate for an autoscaler: how far from its aim a metric may be.
        //% "Tolerance"
        sheet.row(qtTrId("estimate.hpa.tolerance"), toleranceText(autoscaling));
}

} // namespace minato::viewmodels
