// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/verdict_text.h"

#include "traffic/occupancy.h"
#include "viewmodels/charts/figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace minato::viewmodels {
namespace {

using traffic::Finding;
using traffic::PinCause;
using traffic::SilenceCause;
using Tone = VerdictText::Tone;

constexpr std::size_t kMostNamed = 3;
constexpr QLatin1Char kNextLine('\n');

QString number(double value)
{
    return QLocale().toString(value, 'f', value < 10 && value != std::floor(value) ? 1 : 0);
}

bool comesTogether(const traffic::ConnectionMode &mode)
{
    return mode.isKeptAlive || mode.hasClientIpAffinity;
}

QString silenceText(SilenceCause cause)
{
    switch (cause) {
    case SilenceCause::Failing:
        //: Why no request to a Pod was answered. %1: its short name.
        //% "%1 is chosen, but each of its requests fails."
        return qtTrId("verdict.silent.failing");
    case SilenceCause::NotReady:
        //: Why a Pod gets no requests. %1: its short name.
        //% "%1 is not ready, so the Service sends it nothing."
        return qtTrId("verdict.silent.not-ready");
    case SilenceCause::NotAnEndpoint:
        //: Why a Pod gets no requests. %1: its short name.
        //% "%1 is not in the Service: its labels do not match the selector."
        return qtTrId("verdict.silent.not-selected");
    case SilenceCause::OutOfReach:
        //: Why a Pod gets no requests. %1: its short name.
        //% "%1 is on another node than the one that was asked, and the Service stays on the node."
        return qtTrId("verdict.silent.out-of-reach");
    case SilenceCause::JoinedLater:
        //: Why a Pod gets no requests. %1: its short name.
        //% "%1 joined after the connections had been opened."
        return qtTrId("verdict.silent.joined-later");
    case SilenceCause::PinnedElsewhere:
        //: Why a Pod gets no requests. %1: its short name.
        //% "%1: no connection leads to it."
        return qtTrId("verdict.silent.elsewhere");
    case SilenceCause::Chance:
    case SilenceCause::Unknown:
        break;
    }
    //: Why a Pod gets no requests. %1: its short name.
    //% "%1 was never chosen, and chance does not explain it."
    return qtTrId("verdict.silent.unknown");
}

/// The first few Pods that get nothing, each with the reason; chance is none.
QString silentPods(const traffic::Verdict &verdict, const traffic::Sample &sample, const PodLabel &label)
{
    QStringList sentences;
    int more = 0;
    for (const traffic::SilentPod &silent : verdict.silent) {
        if (silent.cause == SilenceCause::Chance)
            continue;
        if (std::size_t(sentences.size()) == kMostNamed)
            ++more;
        else
            sentences += silenceText(silent.cause).arg(label(sample.pods[silent.pod].uid));
    }
    if (more > 0)
        //: After the first Pods that get no requests.
        //% "The same goes for %n more."
        sentences += qtTrId("verdict.silent.more", more);
    return sentences.join(kNextLine);
}

VerdictText tooFew(const traffic::Verdict &v, const traffic::ConnectionMode &mode)
{
    if (comesTogether(mode))
        //: Verdict. Few clients hold on to their Pods: what counts is how often kube-proxy chose one.
        //% "Too few connections to tell"
        return {
            Tone::Neutral, qtTrId("verdict.few.connections"),
            //: %1: requests. %2: how often kube-proxy chose a Pod. %3: a number of connections.
            //% "%1 requests, but kube-proxy has chosen a Pod only %2 times. It takes about %3 choices to tell."
            qtTrId("verdict.few.connections.detail")
                .arg(countText(v.requests), countText(v.draws), countText(v.drawsToTell))};
    //: Verdict: nothing can be concluded yet from so few requests.
    //% "Too few requests to tell"
    return {
        Tone::Neutral, qtTrId("verdict.few"),
        //: %1: the chance that a request meets the Pod of the one before, such as 25%. %2: Pods. %3: requests.
        //% "Repeats are normal: each new connection draws any of the %2 Pods, also the one before (%1). Below about %3 requests a Pod that gets nothing would not stand out."
        qtTrId("verdict.few.detail")
            .arg(percentText(v.expectedShare), countText(v.candidates), countText(v.drawsToTell))};
}

VerdictText pinned(const traffic::Verdict &v, const QString &pod)
{
    switch (v.pin) {
    case PinCause::KeptConnection:
        //: Verdict. %1: a Pod's short name.
        //% "All to %1: the connection is kept"
        return {
            Tone::Notice, qtTrId("verdict.pinned.kept").arg(pod),
            //: %1: requests.
            //% "kube-proxy chooses a Pod for a connection, not for a request. All %1 requests went over one connection, so they stay with its Pod. New Pods get nothing until clients connect again."
            qtTrId("verdict.pinned.kept.detail").arg(countText(v.requests))};
    case PinCause::ClientIpAffinity:
        //: Verdict. %1: a Pod's short name.
        //% "All to %1: sessionAffinity"
        return {
            Tone::Notice, qtTrId("verdict.pinned.affinity").arg(pod),
            //% "The Service has sessionAffinity: ClientIP. A client that has been sent to a Pod is sent to the same Pod again, for 3 hours by default. Other clients may get other Pods."
            qtTrId("verdict.pinned.affinity.detail")};
    case PinCause::KeptConnectionAndAffinity:
        //: Verdict. %1: a Pod's short name.
        //% "All to %1: kept connection and sessionAffinity"
        return {
            Tone::Notice, qtTrId("verdict.pinned.both").arg(pod),
            //% "The client keeps its connection, and the Service has sessionAffinity: ClientIP: even a new connection would lead to the same Pod."
            qtTrId("verdict.pinned.both.detail")};
    case PinCause::Unknown:
    case PinCause::None:
        break;
    }
    //: Verdict. %1: a Pod's short name.
    //% "All to %1, and not by chance"
    return {
        Tone::Notice, qtTrId("verdict.pinned.unknown").arg(pod),
        //: %1: a probability.
        //% "If each request were drawn afresh, this would happen in %1 of all runs. Something holds the requests to this Pod."
        qtTrId("verdict.pinned.unknown.detail").arg(percentText(v.pValue))};
}

VerdictText fits(const traffic::Verdict &v, const traffic::ConnectionMode &mode)
{
    //: Verdict: the differences between the Pods are what chance makes.
    //% "Fits random choice"
    VerdictText text{Tone::Good, qtTrId("verdict.fits"), {}};
    if (comesTogether(mode))
        //: %1: how often kube-proxy chose a Pod. %2, %3: how many of these one Pod usually gets.
        //% "kube-proxy chose %1 times. Chance gives one Pod from %2 to %3 of them in 95% of all cases."
        text.detail = qtTrId("verdict.fits.connections.detail")
                          .arg(countText(v.draws), countText(v.band.low), countText(v.band.high));
    else
        //: %1: a probability. %2, %3: how many requests one Pod usually gets.
        //% "Chance alone spreads requests at least this unevenly in %1 of all runs. It gives one Pod from %2 to %3 in 95% of all cases."
        text.detail = qtTrId("verdict.fits.detail")
                          .arg(percentText(v.fit.upper), countText(v.band.low), countText(v.band.high));
    return text;
}

VerdictText plainVerdict(const traffic::Verdict &v, const traffic::Sample &sample, const PodLabel &label)
{
    switch (v.finding) {
    case Finding::TooFewToTell:
        return tooFew(v, sample.mode);
    case Finding::OneCandidate:
        //: Verdict: the Service has one ready Pod.
        //% "Only one Pod to choose from"
        return {Tone::Neutral, qtTrId("verdict.one"),
                //% "Every request goes to the same Pod, because there is no other. Scale up and compare."
                qtTrId("verdict.one.detail")};
    case Finding::FitsRandomChoice:
        return fits(v, sample.mode);
    case Finding::PinnedToOne:
        return pinned(v, label(sample.pods[v.pinnedTo].uid));
    case Finding::SomeGetNothing:
        //: Verdict.
        //% "Not every Pod gets requests"
        return {Tone::Notice, qtTrId("verdict.silent"), silentPods(v, sample, label)};
    case Finding::RoundRobinLike:
        //: Verdict.
        //% "The Pods take turns"
        return {
            Tone::Notice, qtTrId("verdict.turns"),
            //: %1: a probability.
            //% "This is more regular than chance, which does so in %1 of all runs. kube-proxy in IPVS mode works like this; its other modes draw at random."
            qtTrId("verdict.turns.detail").arg(percentText(v.pValue))};
    case Finding::Uneven:
        break;
    }
    //: Verdict.
    //% "More uneven than chance"
    return {
        Tone::Notice, qtTrId("verdict.uneven"),
        //: %1: a probability.
        //% "Random choice spreads requests at least this unevenly in only %1 of all runs. Send more: mere luck evens out, a cause stays."
        qtTrId("verdict.uneven.detail").arg(percentText(v.pValue))};
}

} // namespace

QString percentText(double share)
{
    const double percent = share * 100;
    if (percent > 0 && percent < 0.01)
        //: A very small share or probability.
        //% "under 0.01%"
        return qtTrId("percent.tiny");
    if (percent > 99.9 && percent < 100)
        //: A share or probability that is nearly one.
        //% "over 99.9%"
        return qtTrId("percent.almost-all");
    const int digits = percent >= 10 && std::abs(percent - std::round(percent)) < 0.05 ? 0
                       : percent < 1                                                   ? 2
                       : percent >= 99.95 || percent == std::round(percent)            ? 0
                                                                                       : 1;
    return QLocale().toString(percent, 'f', percent == 0 ? 0 : digits) + QLatin1Char('%');
}

VerdictText verdictText(const traffic::Verdict &verdict, const traffic::Sample &sample, const PodLabel &label,
                        bool hasAny)
{
    if (verdict.candidates == 0)
        //: Verdict: the Service has no ready Pod.
        //% "No Pod to choose from"
        return {Tone::Notice, qtTrId("verdict.none"),
                //% "The Service has no ready Pod, so kube-proxy refuses each connection."
                qtTrId("verdict.none.detail")};
    if (verdict.requests == 0 && hasAny)
        //: Verdict, when Pods came or went after the last request.
        //% "No requests since the last change"
        return {
            Tone::Neutral, qtTrId("verdict.changed"),
            //: Beneath "No requests since the last change".
            //% "The Pods to choose from, or the way of connecting, changed, so the judgement begins anew. Send some more."
            qtTrId("verdict.changed.detail")};
    if (verdict.requests == 0)
        //: Verdict, before the first request.
        //% "No requests yet"
        return {Tone::Neutral, qtTrId("verdict.empty"),
                //: Beneath "No requests yet".
                //% "Send some here, or with curl in the terminal, and see which Pods answer."
                qtTrId("verdict.empty.detail")};
    VerdictText text = plainVerdict(verdict, sample, label);
    if (verdict.finding == Finding::SomeGetNothing)
        return text;
    if (const QString silent = silentPods(verdict, sample, label); !silent.isEmpty())
        text.detail += kNextLine + silent;
    return text;
}

QString occupancyText(const traffic::Verdict &verdict, const traffic::ConnectionMode &mode)
{
    if (verdict.candidates < 2 || verdict.requests == 0)
        return {};
    const QString chance = percentText(traffic::chanceAllSeen(verdict.draws, verdict.candidates));
    const QString draws = countText(verdict.draws), pods = countText(verdict.candidates);
    if (verdict.seen < verdict.candidates) {
        const QString further = number(verdict.expectedFurtherDraws);
        if (comesTogether(mode))
            //: %1 of %2 Pods have had a request. %3: a number of connections. %4: connections so far. %5: a chance.
            //% "%1 of %2 Pods seen. Expect about %3 more new connections until all have been seen; %4 reach all of them in %5 of all runs."
            return qtTrId("occupancy.missing.connections")
                .arg(countText(verdict.seen), pods, further, draws, chance);
        //: %1 of %2 Pods have had a request. %3: a number of requests. %4: requests so far. %5: a chance.
        //% "%1 of %2 Pods seen. Expect about %3 more requests until all have been seen; %4 reach all of them in %5 of all runs."
        return qtTrId("occupancy.missing").arg(countText(verdict.seen), pods, further, draws, chance);
    }
    if (comesTogether(mode))
        //: %1: Pods. %2: connections so far. %3: a chance.
        //% "All %1 Pods seen. %2 new connections reach all of them in %3 of all runs."
        return qtTrId("occupancy.all.connections").arg(pods, draws, chance);
    //: %1: Pods. %2: requests so far. %3: a chance.
    //% "All %1 Pods seen. %2 requests reach all of them in %3 of all runs."
    return qtTrId("occupancy.all").arg(pods, draws, chance);
}

} // namespace minato::viewmodels
