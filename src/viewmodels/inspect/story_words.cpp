// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/story_words.h"

#include "viewmodels/inspect/plain_words.h"
#include "viewmodels/inspect/sheet.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace minato::viewmodels {
namespace {

using session::StoryFact;
using Kind = StoryFact::Kind;

struct Phrase {
    std::string_view words;
    const char *id;
};

constexpr std::array kVictimRules{
    //% "because it has no node yet"
    Phrase{"unassigned before assigned", QT_TRID_NOOP("story.rule.unassigned")},
    //% "because it does not run yet"
    Phrase{"Pending before Unknown before Running", QT_TRID_NOOP("story.rule.phase")},
    //% "because it is not ready"
    Phrase{"not ready before ready", QT_TRID_NOOP("story.rule.not-ready")},
    //% "because its deletion cost is lower"
    Phrase{"lower pod-deletion-cost first", QT_TRID_NOOP("story.rule.cost")},
    //% "because its node has more Pods of the same ReplicaSet"
    Phrase{"more Pods of the same owner on the node first", QT_TRID_NOOP("story.rule.co-location")},
    //% "because it has been ready for a shorter time"
    Phrase{"shorter time ready first", QT_TRID_NOOP("story.rule.ready-time")},
    //% "because its containers were restarted more often"
    Phrase{"more restarts first", QT_TRID_NOOP("story.rule.restarts")},
    //% "because it is newer"
    Phrase{"newer first", QT_TRID_NOOP("story.rule.newer")},
    //% "as all of them go"
    Phrase{"all", QT_TRID_NOOP("story.rule.all")},
};

constexpr std::array kNodeReasons{
    //% "not enough free CPU"
    Phrase{"Insufficient cpu", QT_TRID_NOOP("story.no-node.cpu")},
    //% "not enough free memory"
    Phrase{"Insufficient memory", QT_TRID_NOOP("story.no-node.memory")},
    //% "as many Pods as a node may have"
    Phrase{"Too many pods", QT_TRID_NOOP("story.no-node.pods")},
    //% "a taint that the Pod does not tolerate"
    Phrase{"taint", QT_TRID_NOOP("story.no-node.taint")},
    //% "cordoned nodes"
    Phrase{"unschedulable", QT_TRID_NOOP("story.no-node.cordoned")},
    //% "affinity or node selector"
    Phrase{"affinity", QT_TRID_NOOP("story.no-node.affinity")},
    //% "spreading over zones or nodes"
    Phrase{"topology spread", QT_TRID_NOOP("story.no-node.spread")},
};

constexpr std::array kTroubles{
    //% "could not fetch the image"
    Phrase{"ErrImagePull", QT_TRID_NOOP("story.trouble.pull")},
    //% "could not fetch the image, and waits before it tries again"
    Phrase{"ImagePullBackOff", QT_TRID_NOOP("story.trouble.pull-backoff")},
    //% "saw the container end again and again, and waits before it starts it once more"
    Phrase{"CrashLoopBackOff", QT_TRID_NOOP("story.trouble.crash-loop")},
    //% "saw the container end with an error"
    Phrase{"Error", QT_TRID_NOOP("story.trouble.error")},
    //% "ended the container: it used more memory than its limit"
    Phrase{"OOMKilled", QT_TRID_NOOP("story.trouble.oom")},
};

template <std::size_t N>
QString phrase(const std::array<Phrase, N> &phrases, std::string_view words)
{
    const auto found = std::ranges::find(phrases, words, &Phrase::words);
    return found == phrases.end() ? QString() : qtTrId(found->id);
}

QString apiServer()
{
    //: Who did something in an event story.
    //% "API server"
    return qtTrId("story.actor.api");
}

QString kubelet(const StoryFact &fact)
{
    if (fact.node.empty())
        return QStringLiteral("kubelet");
    //: Who did something in an event story. %1: a node.
    //% "kubelet on %1"
    return qtTrId("story.actor.kubelet").arg(qText(fact.node));
}

QString deploymentController()
{
    //: Who did something in an event story.
    //% "Deployment controller"
    return qtTrId("story.actor.deployment");
}

QString replicaSetController()
{
    //: Who did something in an event story.
    //% "ReplicaSet controller"
    return qtTrId("story.actor.replicaset");
}

QString scheduler()
{
    //: Who did something in an event story.
    //% "Scheduler"
    return qtTrId("story.actor.scheduler");
}

QString endpointController()
{
    //: Who did something in an event story.
    //% "EndpointSlice controller"
    return qtTrId("story.actor.endpoints");
}

StoryWords beginningWords(const StoryFact &fact)
{
    if (fact.kind == Kind::Typed)
        //: Who did something in an event story: the learner.
        //% "You"
        return {qtTrId("story.actor.you"), qText(fact.text), {}, QStringLiteral("terminal")};
    //: Who did something in an event story.
    //% "A client outside"
    return {qtTrId("story.actor.outside"),
            qText(fact.text.substr(0, fact.text.find(' '))),
            {},
            QStringLiteral("globe")};
}

StoryWords writeWords(const StoryFact &fact)
{
    if (fact.kind == Kind::Refused)
        //: A step of an event story.
        //% "refused the change."
        return {apiServer(), qtTrId("story.refused"), qText(fact.text), QStringLiteral("warning")};
    StoryWords words{apiServer(), {}, qText(fact.reason + " " + fact.text), QStringLiteral("check")};
    //: A step of an event story. %1: the kind, "Node". %2: the name.
    //% "stored the change of %1 %2."
    words.text = qtTrId("story.stored").arg(qText(fact.object.kind), qText(fact.object.name));
    return words;
}

StoryWords deploymentWords(const StoryFact &fact)
{
    const QString name = qText(fact.object.name);
    switch (fact.kind) {
    case Kind::Wanted:
        //: A step of an event story. %1: a Deployment. %2, %3: numbers of replicas, before and now.
        //% "stored it: Deployment %1 is to have %3 replicas instead of %2."
        return {apiServer(),
                qtTrId("story.wanted").arg(name).arg(fact.from).arg(fact.to),
                {},
                QStringLiteral("check")};
    case Kind::Template:
        //: A step of an event story. %1: a Deployment. %2: images.
        //% "stored it: the Pod template of Deployment %1 changed, its image is %2."
        return {
            apiServer(), qtTrId("story.template").arg(name, qText(fact.text)), {}, QStringLiteral("check")};
    case Kind::Made:
        //: A step of an event story. %1: a Deployment. %2: a number of replicas.
        //% "stored it: a new Deployment %1 that wants %2 replicas."
        return {
            apiServer(), qtTrId("story.deployment-made").arg(name).arg(fact.to), {}, QStringLiteral("check")};
    case Kind::Complete:
        //: The last step of an event story. %1: a Deployment. %n: its replicas.
        //% "Deployment %1 has all it wants: %n replica(s) available."
        return {QString(), qtTrId("story.complete", fact.to).arg(name), {}, QStringLiteral("flag")};
    default:
        //: A step of an event story. %1: the kind. %2: the name.
        //% "deleted %1 %2."
        return {apiServer(),
                qtTrId("story.deleted").arg(qText(fact.object.kind), name),
                {},
                QStringLiteral("minus")};
    }
}

StoryWords setWords(const StoryFact &fact)
{
    const QString name = qText(fact.object.name);
    if (fact.kind == Kind::Wanted)
        //: A step of an event story. %1: a ReplicaSet. %2, %3: numbers of Pods, before and now.
        //% "told ReplicaSet %1 to have %3 Pods instead of %2."
        return {deploymentController(),
                qtTrId("story.set-wanted").arg(name).arg(fact.from).arg(fact.to),
                {},
                QStringLiteral("layers")};
    if (fact.kind == Kind::Made)
        //: A step of an event story. %1: a ReplicaSet. %2: a number of Pods. %3: images.
        //% "made ReplicaSet %1 for the image %3, with %2 Pods to begin with."
        return {deploymentController(),
                qtTrId("story.set-made").arg(name).arg(fact.to).arg(qText(fact.text)),
                {},
                QStringLiteral("layers")};
    return {deploymentController(),
            qtTrId("story.deleted").arg(qText(fact.object.kind), name),
            {},
            QStringLiteral("minus")};
}

StoryWords endingWords(const StoryFact &fact)
{
    switch (fact.kind) {
    case Kind::Ending: {
        const QString why = victimWords(fact.reason);
        if (why.isEmpty())
            //: A step of an event story, about a Pod.
            //% "asked it to end."
            return {apiServer(), qtTrId("story.ending"), {}, QStringLiteral("minus")};
        //: A step of an event story, about a Pod. %1: why it, "because it is newer".
        //% "chose it to end, %1."
        return {replicaSetController(), qtTrId("story.chosen").arg(why), {}, QStringLiteral("minus")};
    }
    case Kind::Left:
        //: A step of an event story, about a Pod. %1: a Service.
        //% "took it from the endpoints of Service %1: no new requests go there."
        return {
            endpointController(), qtTrId("story.left").arg(qText(fact.owner)), {}, QStringLiteral("service")};
    default:
        //: A step of an event story, about a Pod.
        //% "saw its containers end: the Pod is gone."
        return {kubelet(fact), qtTrId("story.gone"), {}, QStringLiteral("cross")};
    }
}

StoryWords startingWords(const StoryFact &fact)
{
    switch (fact.kind) {
    case Kind::Made:
        if (fact.owner.empty())
            //: A step of an event story, about a Pod.
            //% "stored the new Pod."
            return {apiServer(), qtTrId("story.pod-stored"), {}, QStringLiteral("plus")};
        //: A step of an event story, about a Pod.
        //% "made it."
        return {replicaSetController(), qtTrId("story.pod-made"), {}, QStringLiteral("plus")};
    case Kind::Bound:
        //: A step of an event story, about a Pod. %1: a node.
        //% "chose node %1."
        return {scheduler(), qtTrId("story.bound").arg(qText(fact.node)), {}, QStringLiteral("node")};
    case Kind::Unschedulable:
        //: A step of an event story, about a Pod. %1: why, "not enough free CPU".
        //% "found no node that fits: %1. The Pod waits."
        return {scheduler(), qtTrId("story.no-node").arg(unschedulableWords(fact.text)), qText(fact.text),
                QStringLiteral("warning")};
    case Kind::Started:
        //: A step of an event story, about a Pod.
        //% "started the container."
        return {kubelet(fact), qtTrId("story.started"), {}, QStringLiteral("play")};
    case Kind::Ready:
        //: A step of an event story, about a Pod.
        //% "reports it ready."
        return {kubelet(fact), qtTrId("story.ready"), {}, QStringLiteral("check")};
    case Kind::Unready:
        //: A step of an event story, about a Pod.
        //% "reports it not ready any more."
        return {kubelet(fact), qtTrId("story.unready"), {}, QStringLiteral("clock")};
    case Kind::Joined:
        //: A step of an event story, about a Pod. %1: a Service.
        //% "added it to the endpoints of Service %1: requests may go there."
        return {endpointController(),
                qtTrId("story.joined").arg(qText(fact.owner)),
                {},
                QStringLiteral("service")};
    default:
        //: A step of an event story, about a Pod. %1: a Service.
        //% "It answered its first request through Service %1."
        return {QString(), qtTrId("story.answered").arg(qText(fact.owner)), {}, QStringLiteral("flag")};
    }
}

StoryWords troubleWords(const StoryFact &fact)
{
    QString text = phrase(kTroubles, fact.reason);
    if (text.isEmpty())
        //: A step of an event story, about a Pod. %1: kubectl's word, "CreateContainerConfigError".
        //% "cannot run the container: %1"
        text = qtTrId("story.trouble").arg(qText(fact.reason));
    return {kubelet(fact), text + (text.endsWith(u'.') ? QString() : QStringLiteral(".")), qText(fact.text),
            QStringLiteral("warning")};
}

StoryWords eventWords(const StoryFact &fact)
{
    StoryWords words{qText(fact.source), eventMeaning(fact.object.kind, fact.reason), qText(fact.text),
                     fact.isWarning ? QStringLiteral("warning") : QStringLiteral("check")};
    if (fact.reason == "Pulled") {
        words.actor = QStringLiteral("kubelet");
        words.glyph = QStringLiteral("copy");
        //: A step of an event story, about a Pod.
        //% "found the image on the node already."
        const QString present = qtTrId("story.image-present");
        //: A step of an event story, about a Pod.
        //% "fetched the image."
        const QString pulled = qtTrId("story.image-pulled");
        words.text = fact.text.contains("already present") ? present : pulled;
    } else if (fact.reason == "FailedCreate") {
        words.actor = replicaSetController();
        //: A step of an event story.
        //% "could not make a Pod: the quota of the namespace is used up."
        const QString quota = qtTrId("story.quota");
        //: A step of an event story.
        //% "could not make a Pod: the API server refused it."
        const QString refused = qtTrId("story.create-refused");
        words.text = fact.text.contains("exceeded quota") ? quota : refused;
    }
    if (words.text.isEmpty())
        words.text = qText(fact.reason);
    return words;
}

} // namespace

QString unschedulableWords(const std::string &message)
{
    QStringList reasons;
    for (const Phrase &each : kNodeReasons)
        if (message.contains(each.words) &&
            !(each.words == "unschedulable" && message.contains("untolerated taint")))
            reasons += qtTrId(each.id);
    //: Between reasons in an event story.
    //% ", "
    return reasons.isEmpty() ? qText(message) : reasons.join(qtTrId("story.and"));
}

QString victimWords(const std::string &rule)
{
    return phrase(kVictimRules, rule);
}

StoryWords wordsOf(const StoryFact &fact)
{
    switch (fact.kind) {
    case Kind::Typed:
    case Kind::Outside:
        return beginningWords(fact);
    case Kind::Write:
    case Kind::Refused:
        return writeWords(fact);
    case Kind::Trouble:
        return troubleWords(fact);
    case Kind::Event:
        return eventWords(fact);
    default:
        break;
    }
    if (fact.object.kind == "ReplicaSet")
        return setWords(fact);
    if (fact.object.kind != "Pod")
        return deploymentWords(fact);
    const bool isEnd = fact.kind == Kind::Ending || fact.kind == Kind::Left || fact.kind == Kind::Gone;
    return isEnd ? endingWords(fact) : startingWords(fact);
}

} // namespace minato::viewmodels
