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
    //% "%1 could not fetch the image."
    Phrase{"ErrImagePull", QT_TRID_NOOP("story.trouble.pull")},
    //% "%1 could not fetch the image, and waits before it tries again."
    Phrase{"ImagePullBackOff", QT_TRID_NOOP("story.trouble.pull-backoff")},
    //% "%1 saw the container end again and again, and waits before it starts it once more."
    Phrase{"CrashLoopBackOff", QT_TRID_NOOP("story.trouble.crash-loop")},
    //% "%1 saw the container end with an error."
    Phrase{"Error", QT_TRID_NOOP("story.trouble.error")},
    //% "%1 ended the container: it used more memory than its limit."
    Phrase{"OOMKilled", QT_TRID_NOOP("story.trouble.oom")},
};

template <std::size_t N>
QString phrase(const std::array<Phrase, N> &phrases, std::string_view words)
{
    const auto found = std::ranges::find(phrases, words, &Phrase::words);
    return found == phrases.end() ? QString() : qtTrId(found->id);
}

QString kubelet(const StoryFact &fact)
{
    if (fact.node.empty())
        //: Who did something in an event story, at the beginning of a sentence.
        //% "The kubelet"
        return qtTrId("story.actor.kubelet-any");
    //: Who did something in an event story, at the beginning of a sentence. %1: a node.
    //% "The kubelet on %1"
    return qtTrId("story.actor.kubelet").arg(qText(fact.node));
}

StoryWords words(const QString &text, const char *glyph, const std::string &note = {})
{
    return {.heading = {}, .text = text, .note = qText(note), .glyph = QString::fromLatin1(glyph)};
}

StoryWords beginningWords(const StoryFact &fact)
{
    if (fact.kind == Kind::Typed) {
        StoryWords typed = words(qText(fact.text), "terminal");
        //: Above the command that an event story begins with.
        //% "You ran"
        typed.heading = qtTrId("story.actor.you");
        return typed;
    }
    const QString client = qText(fact.text.substr(0, fact.text.find(' ')));
    //: The beginning of an event story. %1: the client, "kubectl/v1.34.2".
    //% "A client outside the window changed something: %1."
    return words(qtTrId("story.actor.outside").arg(client), "globe");
}

StoryWords writeWords(const StoryFact &fact)
{
    if (fact.kind == Kind::Refused)
        //: A step of an event story.
        //% "The API server refused the change."
        return words(qtTrId("story.refused"), "warning", fact.text);
    //: A step of an event story. %1: the kind, "Node". %2: the name.
    //% "The API server stored the change of %1 %2."
    const QString text = qtTrId("story.stored").arg(qText(fact.object.kind), qText(fact.object.name));
    return words(text, "check", fact.reason + " " + fact.text);
}

StoryWords deploymentWords(const StoryFact &fact)
{
    const QString name = qText(fact.object.name);
    switch (fact.kind) {
    case Kind::Wanted:
        //: A step of an event story. %1: a Deployment. %2: the number before. %n: the number of replicas now.
        //% "The API server stored it: Deployment %1 is to have %n replica(s) instead of %2."
        return words(qtTrId("story.wanted", fact.to).arg(name).arg(fact.from), "check");
    case Kind::Template:
        //: A step of an event story. %1: a Deployment. %2: images.
        //% "The API server stored the changed Pod template of Deployment %1 (image: %2)."
        return words(qtTrId("story.template").arg(name, qText(fact.text)), "check");
    case Kind::Made:
        //: A step of an event story. %1: a Deployment. %n: its replicas.
        //% "The API server stored the new Deployment %1, which wants %n replica(s)."
        return words(qtTrId("story.deployment-made", fact.to).arg(name), "check");
    case Kind::Complete:
        //: The last step of an event story. %1: a Deployment. %n: its replicas.
        //% "Deployment %1 has all it wants: %n replica(s) available."
        return words(qtTrId("story.complete", fact.to).arg(name), "flag");
    default:
        //: A step of an event story. %1: the kind. %2: the name.
        //% "The API server deleted %1 %2."
        return words(qtTrId("story.deleted").arg(qText(fact.object.kind), name), "minus");
    }
}

StoryWords setWords(const StoryFact &fact)
{
    const QString name = qText(fact.object.name);
    if (fact.kind == Kind::Wanted)
        //: A step of an event story. %1: a ReplicaSet. %2: the number before. %n: the number of Pods now.
        //% "The Deployment controller told ReplicaSet %1 to have %n Pod(s) instead of %2."
        return words(qtTrId("story.set-wanted", fact.to).arg(name).arg(fact.from), "layers");
    if (fact.kind == Kind::Made)
        //: A step of an event story. %1: a ReplicaSet. %2: images. %n: a number of Pods.
        //% "The Deployment controller made ReplicaSet %1 for the image %2, with %n Pod(s) to begin with."
        return words(qtTrId("story.set-made", fact.to).arg(name, qText(fact.text)), "layers");
    //: A step of an event story. %1: a ReplicaSet.
    //% "The Deployment controller deleted ReplicaSet %1."
    return words(qtTrId("story.set-deleted").arg(name), "minus");
}

StoryWords endingWords(const StoryFact &fact)
{
    switch (fact.kind) {
    case Kind::Ending: {
        const QString why = victimWords(fact.reason);
        if (why.isEmpty())
            //: A step of an event story, about a Pod.
            //% "The Pod was asked to end."
            return words(qtTrId("story.ending"), "minus");
        //: A step of an event story, about a Pod. %1: why it, "because it is newer".
        //% "The ReplicaSet controller chose the Pod to end, %1."
        return words(qtTrId("story.chosen").arg(why), "minus");
    }
    case Kind::Left:
        //: A step of an event story, about a Pod. %1: a Service.
        //% "The EndpointSlice controller took the Pod from the endpoints of Service %1: no new requests go there."
        return words(qtTrId("story.left").arg(qText(fact.owner)), "service");
    default:
        //: A step of an event story, about a Pod. %1: who, "The kubelet on minato-worker".
        //% "%1 saw the containers end: the Pod is gone."
        return words(qtTrId("story.gone").arg(kubelet(fact)), "cross");
    }
}

StoryWords placingWords(const StoryFact &fact)
{
    if (fact.kind == Kind::Bound)
        //: A step of an event story, about a Pod. %1: a node.
        //% "The scheduler chose node %1 for the Pod."
        return words(qtTrId("story.bound").arg(qText(fact.node)), "node");
    if (fact.kind == Kind::Unschedulable)
        //: A step of an event story, about a Pod. %1: why, "not enough free CPU".
        //% "The scheduler found no node that fits: %1. The Pod waits."
        return words(qtTrId("story.no-node").arg(unschedulableWords(fact.text)), "warning", fact.text);
    if (fact.owner.empty())
        //: A step of an event story, about a Pod.
        //% "The API server stored the new Pod."
        return words(qtTrId("story.pod-stored"), "plus");
    //: A step of an event story, about a Pod.
    //% "The ReplicaSet controller made the Pod."
    return words(qtTrId("story.pod-made"), "plus");
}

StoryWords startingWords(const StoryFact &fact)
{
    switch (fact.kind) {
    case Kind::Started:
        //: A step of an event story, about a Pod. %1: who, "The kubelet on minato-worker".
        //% "%1 started the container."
        return words(qtTrId("story.started").arg(kubelet(fact)), "play");
    case Kind::Ready:
        //: A step of an event story, about a Pod. %1: who, "The kubelet on minato-worker".
        //% "%1 reported that the Pod is ready."
        return words(qtTrId("story.ready").arg(kubelet(fact)), "check");
    case Kind::Unready:
        //: A step of an event story, about a Pod. %1: who, "The kubelet on minato-worker".
        //% "%1 reported that the Pod is not ready any more."
        return words(qtTrId("story.unready").arg(kubelet(fact)), "clock");
    case Kind::Joined:
        //: A step of an event story, about a Pod. %1: a Service.
        //% "The EndpointSlice controller added the Pod to the endpoints of Service %1: requests may go there."
        return words(qtTrId("story.joined").arg(qText(fact.owner)), "service");
    default:
        //: A step of an event story. %1: a Pod. %2: a Service.
        //% "Pod %1 answered its first request through Service %2."
        return words(qtTrId("story.answered").arg(qText(fact.object.name), qText(fact.owner)), "flag");
    }
}

StoryWords troubleWords(const StoryFact &fact)
{
    const QString known = phrase(kTroubles, fact.reason);
    if (!known.isEmpty())
        return words(known.arg(kubelet(fact)), "warning", fact.text);
    //: A step of an event story, about a Pod. %1: who, "The kubelet on minato-worker". %2: kubectl's word, "CreateContainerConfigError".
    //% "%1 cannot run the container: %2."
    return words(qtTrId("story.trouble").arg(kubelet(fact), qText(fact.reason)), "warning", fact.text);
}

StoryWords eventWords(const StoryFact &fact)
{
    if (fact.reason == "Pulled") {
        //: A step of an event story, about a Pod.
        //% "The kubelet found the image on the node already."
        const QString present = qtTrId("story.image-present");
        //: A step of an event story, about a Pod.
        //% "The kubelet fetched the image."
        const QString pulled = qtTrId("story.image-pulled");
        return words(fact.text.contains("already present") ? present : pulled, "copy", fact.text);
    }
    if (fact.reason == "FailedCreate") {
        //: A step of an event story.
        //% "The ReplicaSet controller could not make a Pod: the quota of the namespace is used up."
        const QString quota = qtTrId("story.quota");
        //: A step of an event story.
        //% "The ReplicaSet controller could not make a Pod: the API server refused it."
        const QString refused = qtTrId("story.create-refused");
        return words(fact.text.contains("exceeded quota") ? quota : refused, "warning", fact.text);
    }
    const QString meaning = eventMeaning(fact.reason);
    return words(meaning.isEmpty() ? qText(fact.reason) : meaning, fact.isWarning ? "warning" : "check",
                 fact.text);
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
    switch (fact.kind) {
    case Kind::Ending:
    case Kind::Left:
    case Kind::Gone:
        return endingWords(fact);
    case Kind::Made:
    case Kind::Bound:
    case Kind::Unschedulable:
        return placingWords(fact);
    default:
        return startingWords(fact);
    }
}

} // namespace minato::viewmodels
