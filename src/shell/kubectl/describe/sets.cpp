// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// StatefulSets (without volume claims: the lab has none) and DaemonSets.
#include "kube/label_selector.h"
#include "shell/kubectl/describe/describe.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

std::string selectorOf(const kube::Object &set)
{
    const auto selector = kube::LabelSelector::fromValue(set.spec()["selector"]);
    return selector ? selector->toString() : "";
}

} // namespace

client::Task<Result<std::string>> describeStatefulSet(Describing subject)
{
    const kube::ObjectPtr set = subject.object;
    const std::string pods = co_await podStatusText(subject, selectorOf(*set));
    const Events events = co_await findEvents(subject);
    DescribeWriter w(subject.session);
    w.line(0, "Name:\t{}", set->name());
    w.line(0, "Namespace:\t{}", set->ns());
    w.line(0, "CreationTimestamp:\t{}", longTime(set->metadata()["creationTimestamp"]));
    w.line(0, "Selector:\t{}", selectorOf(*set));
    w.labels("Labels", set->labels());
    w.annotations("Annotations", set->annotations());
    w.line(0, "Replicas:\t{} desired | {} total", set->spec()["replicas"].asInt(1),
           set->status()["replicas"].asInt());
    const Value &strategy = set->spec()["updateStrategy"];
    w.line(0, "Update Strategy:\t{}", strategy["type"].asString());
    if (const Value &rolling = strategy["rollingUpdate"]; !rolling["partition"].isNull()) {
        w.line(1, "Partition:\t{}", rolling["partition"].asInt());
        if (!rolling["maxUnavailable"].isNull())
            w.line(1, "MaxUnavailable:\t{}", plainText(rolling["maxUnavailable"]));
    }
    w.line(0, "Pods Status:\t{}", pods);
    writePodTemplate(w, set->spec()["template"]);
    w.write(0, "Volume Claims:\t<none>\n");
    writeEvents(w, events);
    co_return w.take();
}

client::Task<Result<std::string>> describeDaemonSet(Describing subject)
{
    const kube::ObjectPtr set = subject.object;
    const std::string pods = co_await podStatusText(subject, selectorOf(*set));
    const Events events = co_await findEvents(subject);
    DescribeWriter w(subject.session);
    const Value &status = set->status();
    w.line(0, "Name:\t{}", set->name());
    if (subject.session.isSince(33))
        w.line(0, "Namespace:\t{}", set->ns());
    w.line(0, "Selector:\t{}", selectorOf(*set));
    w.line(0, "Node-Selector:\t{}", kube::formatLabels(set->at("spec", "template", "spec", "nodeSelector")));
    w.labels("Labels", set->labels());
    w.annotations("Annotations", set->annotations());
    w.line(0, "Desired Number of Nodes Scheduled: {}", status["desiredNumberScheduled"].asInt());
    w.line(0, "Current Number of Nodes Scheduled: {}", status["currentNumberScheduled"].asInt());
    w.line(0, "Number of Nodes Scheduled with Up-to-date Pods: {}", status["updatedNumberScheduled"].asInt());
    w.line(0, "Number of Nodes Scheduled with Available Pods: {}", status["numberAvailable"].asInt());
    w.line(0, "Number of Nodes Misscheduled: {}", status["numberMisscheduled"].asInt());
    w.line(0, "Pods Status:\t{}", pods);
    writePodTemplate(w, set->spec()["template"]);
    writeEvents(w, events);
    co_return w.take();
}

} // namespace minato::shell::kubectl
