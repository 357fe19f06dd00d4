// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Deployments and ReplicaSets.
#include "kube/label_selector.h"
#include "shell/kubectl/describe/describe.h"
#include "shell/kubectl/replica_sets.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

std::string replicaSetsText(const std::vector<kube::ObjectPtr> &sets)
{
    std::string text;
    for (const kube::ObjectPtr &set : sets)
        text += (text.empty() ? "" : ", ") + std::format("{} ({}/{} replicas created)", set->name(),
                                                         set->status()["replicas"].asInt(),
                                                         set->spec()["replicas"].asInt(1));
    return orNone(std::move(text));
}

} // namespace

client::Task<Result<std::string>> describeDeployment(Describing subject)
{
    const kube::ObjectPtr d = subject.object;
    const Events events = co_await findEvents(subject);
    const auto sets = co_await ownedReplicaSets(subject.session, d);
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", d->name());
    w.line(0, "Namespace:\t{}", d->ns());
    w.line(0, "CreationTimestamp:\t{}", longTime(d->metadata()["creationTimestamp"]));
    w.labels("Labels", d->labels());
    w.annotations("Annotations", d->annotations());
    const auto selector = kube::LabelSelector::fromValue(d->spec()["selector"]);
    w.line(0, "Selector:\t{}", selector ? selector->toString() : "");
    const Value &status = d->status();
    w.line(0, "Replicas:\t{} desired | {} updated | {} total | {} available | {} unavailable",
           d->spec()["replicas"].asInt(1), status["updatedReplicas"].asInt(), status["replicas"].asInt(),
           status["availableReplicas"].asInt(), status["unavailableReplicas"].asInt());
    w.line(0, "StrategyType:\t{}", d->at("spec", "strategy", "type").asString());
    w.line(0, "MinReadySeconds:\t{}", d->spec()["minReadySeconds"].asInt());
    if (const Value &rolling = d->at("spec", "strategy", "rollingUpdate"); rolling.isMap())
        w.line(0, "RollingUpdateStrategy:\t{} max unavailable, {} max surge",
               plainText(rolling["maxUnavailable"]), plainText(rolling["maxSurge"]));
    writePodTemplate(w, d->spec()["template"]);
    writeConditionsWithReason(w, status["conditions"]);
    if (sets && !sets->empty()) {
        const OwnedReplicaSets parted = partReplicaSets(*d, *sets);
        w.line(0, "OldReplicaSets:\t{}", replicaSetsText(parted.old));
        w.line(
            0, "NewReplicaSet:\t{}",
            replicaSetsText(parted.current ? std::vector{parted.current} : std::vector<kube::ObjectPtr>()));
    }
    writeEvents(w, events);
    co_return w.take();
}

client::Task<Result<std::string>> describeReplicaSet(Describing subject)
{
    const kube::ObjectPtr set = subject.object;
    const auto selector = kube::LabelSelector::fromValue(set->spec()["selector"]);
    const std::string pods = co_await podStatusText(subject, selector ? selector->toString() : "");
    const Events events = co_await findEvents(subject);
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", set->name());
    w.line(0, "Namespace:\t{}", set->ns());
    w.line(0, "Selector:\t{}", selectorText(set->spec()["selector"]));
    w.labels("Labels", set->labels());
    w.annotations("Annotations", set->annotations());
    if (const std::string owner = controllerName(*set); !owner.empty())
        w.line(0, "Controlled By:\t{}", owner);
    w.line(0, "Replicas:\t{} current / {} desired", set->status()["replicas"].asInt(),
           set->spec()["replicas"].asInt(1));
    w.line(0, "Pods Status:\t{}", pods);
    writePodTemplate(w, set->spec()["template"]);
    writeConditionsWithReason(w, set->status()["conditions"]);
    writeEvents(w, events);
    co_return w.take();
}

} // namespace minato::shell::kubectl
