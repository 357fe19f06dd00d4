// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/duration.h"
#include "kube/tab_writer.h"
#include "viewmodels/events_model.h"
#include "viewmodels/inspect/plain_words.h"
#include "viewmodels/inspect/sheet.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cctype>
#include <format>

namespace minato::viewmodels {
namespace {

struct Meaning {
    std::string_view reason;
    const char *id;
};

constexpr std::array kMeanings{
    //% "The scheduler chose a node for the Pod."
    Meaning{"Scheduled", QT_TRID_NOOP("inspect.event.scheduled")},
    //% "No node fits: the Pod waits."
    Meaning{"FailedScheduling", QT_TRID_NOOP("inspect.event.failed-scheduling")},
    //% "The kubelet fetches the image."
    Meaning{"Pulling", QT_TRID_NOOP("inspect.event.pulling")},
    //% "The image is on the node."
    Meaning{"Pulled", QT_TRID_NOOP("inspect.event.pulled")},
    //% "The container was made."
    Meaning{"Created", QT_TRID_NOOP("inspect.event.created")},
    //% "The container runs."
    Meaning{"Started", QT_TRID_NOOP("inspect.event.started")},
    //% "The container is asked to stop."
    Meaning{"Killing", QT_TRID_NOOP("inspect.event.killing")},
    //% "A probe failed."
    Meaning{"Unhealthy", QT_TRID_NOOP("inspect.event.unhealthy")},
    //% "The last attempts failed: the kubelet waits longer before each next one."
    Meaning{"BackOff", QT_TRID_NOOP("inspect.event.backoff")},
    //% "The kubelet could not start the container."
    Meaning{"Failed", QT_TRID_NOOP("inspect.event.failed")},
    //% "The ReplicaSet made a Pod."
    Meaning{"SuccessfulCreate", QT_TRID_NOOP("inspect.event.made-pod")},
    //% "The ReplicaSet deleted a Pod."
    Meaning{"SuccessfulDelete", QT_TRID_NOOP("inspect.event.deleted-pod")},
    //% "The API server refused to make a Pod."
    Meaning{"FailedCreate", QT_TRID_NOOP("inspect.event.failed-create")},
    //% "The Deployment changed how many Pods a ReplicaSet is to have."
    Meaning{"ScalingReplicaSet", QT_TRID_NOOP("inspect.event.scaling")},
    //% "The autoscaler chose another number of replicas."
    Meaning{"SuccessfulRescale", QT_TRID_NOOP("inspect.event.rescale")},
    //% "The node can run Pods."
    Meaning{"NodeReady", QT_TRID_NOOP("inspect.event.node-ready")},
    //% "The node does not answer, or cannot run Pods."
    Meaning{"NodeNotReady", QT_TRID_NOOP("inspect.event.node-not-ready")},
    //% "The node gets no new Pods."
    Meaning{"NodeNotSchedulable", QT_TRID_NOOP("inspect.event.cordoned")},
    //% "The node gets new Pods again."
    Meaning{"NodeSchedulable", QT_TRID_NOOP("inspect.event.uncordoned")},
    //% "The Pod makes way for a more important one."
    Meaning{"Preempted", QT_TRID_NOOP("inspect.event.preempted")},
    //% "The Pod was evicted from its node."
    Meaning{"Evicted", QT_TRID_NOOP("inspect.event.evicted")},
    //% "The Pod is deleted because its node is gone for too long."
    Meaning{"TaintManagerEviction", QT_TRID_NOOP("inspect.event.taint-eviction")},
    //% "The node controller has taken the node in."
    Meaning{"RegisteredNode", QT_TRID_NOOP("inspect.event.registered")},
};

struct GroupTitle {
    session::Relation relation;
    const char *id;
};

constexpr std::array kGroups{
    //% "Made by"
    GroupTitle{session::Relation::Owner, QT_TRID_NOOP("inspect.rel.owner")},
    //% "Made by this one"
    GroupTitle{session::Relation::Owned, QT_TRID_NOOP("inspect.rel.owned")},
    //% "Runs on"
    GroupTitle{session::Relation::RunsOn, QT_TRID_NOOP("inspect.rel.runs-on")},
    //% "Runs here"
    GroupTitle{session::Relation::Runs, QT_TRID_NOOP("inspect.rel.runs")},
    //% "Gets its requests"
    GroupTitle{session::Relation::SentTo, QT_TRID_NOOP("inspect.rel.sent-to")},
    //% "Sends it requests"
    GroupTitle{session::Relation::SentFrom, QT_TRID_NOOP("inspect.rel.sent-from")},
    //% "Scales"
    GroupTitle{session::Relation::Scales, QT_TRID_NOOP("inspect.rel.scales")},
    //% "Scaled by"
    GroupTitle{session::Relation::ScaledBy, QT_TRID_NOOP("inspect.rel.scaled-by")},
    //% "Protects"
    GroupTitle{session::Relation::Protects, QT_TRID_NOOP("inspect.rel.protects")},
    //% "Protected by"
    GroupTitle{session::Relation::ProtectedBy, QT_TRID_NOOP("inspect.rel.protected-by")},
};

std::string lowerKind(std::string_view object)
{
    std::string text(object);
    for (char &letter : text) {
        if (letter == '/')
            break;
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    return text;
}

} // namespace

QString eventMeaning(std::string_view reason)
{
    const auto found = std::ranges::find(kMeanings, reason, &Meaning::reason);
    return found == kMeanings.end() ? QString() : qtTrId(found->id);
}

QString printedEvent(const session::EventLine &event, base::Instant now)
{
    kube::TabWriter writer;
    writer.write("LAST SEEN\tTYPE\tREASON\tOBJECT\tMESSAGE\n");
    writer.write(std::format("{}\t{}\t{}\t{}\t{}\n", kube::humanDuration(now - event.at),
                             event.isWarning ? "Warning" : "Normal", event.reason, lowerKind(event.object),
                             event.message));
    return qText(writer.flush()).trimmed();
}

std::vector<InfoRow> eventRows(const session::Inspected &inspected, base::Instant start)
{
    std::vector<InfoRow> rows;
    for (const session::EventDetail &event : inspected.events) {
        InfoRow row{.key = qText(event.line.uid),
                    .label = eventMeaning(event.line.reason),
                    .value = qText(event.line.reason),
                    .note = qText(event.line.message),
                    .glyph = event.line.isWarning ? QStringLiteral("warning") : QStringLiteral("check"),
                    .time = clockText(event.line.at - start),
                    .raw = printedEvent(event.line, inspected.at),
                    .tone = event.line.isWarning ? Tone::Bad : Tone::Plain,
                    .isFoldable = true};
        if (row.label.isEmpty())
            std::swap(row.label, row.note);
        if (event.line.count > 1)
            row.span = QStringLiteral("×%1").arg(event.line.count);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<InfoRow> relativeRows(const session::Inspected &inspected)
{
    std::vector<InfoRow> rows;
    session::Relation before{};
    for (std::size_t i = 0; i < inspected.relatives.size(); ++i) {
        const session::RelativeGroup &group = inspected.relatives[i];
        const auto title = std::ranges::find(kGroups, group.relation, &GroupTitle::relation);
        const QString key = QStringLiteral("g%1").arg(i);
        if (i == 0 || group.relation != before)
            rows.push_back({.key = key, .label = qtTrId(title->id), .level = 1});
        before = group.relation;
        if (group.total > 1)
            //: Heading above a list of objects of one kind. %1: the kind. %n: how many there are.
            //% "%1: %n in all"
            rows.push_back({.key = key + u'n',
                            .label = qtTrId("inspect.rel.count", group.total).arg(qText(group.kind)),
                            .tone = Tone::Soft,
                            .level = 2});
        for (const session::Relative &each : group.shown)
            rows.push_back({.key = key + u'/' + qText(each.object.name),
                            .label = qText(each.object.name),
                            .value = qText(each.state),
                            .note = qText(each.object.kind),
                            .kind = qText(each.object.kind),
                            .ns = qText(each.object.ns),
                            .name = qText(each.object.name)});
        const auto more = group.total - static_cast<int>(group.shown.size());
        if (more > 0)
            //: Below a list of objects that is not shown whole.
            //% "%n more"
            rows.push_back({.key = key + u'+',
                            .label = qtTrId("inspect.rel.more", more),
                            .tone = Tone::Soft,
                            .level = 2});
    }
    return rows;
}

} // namespace minato::viewmodels
