// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// HorizontalPodAutoscalers.
#include "kube/go_quote.h"
#include "kube/quantity.h"
#include "shell/kubectl/describe/describe.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

std::string amountText(const Value &value)
{
    const auto amount = kube::Quantity::fromValue(value);
    return amount ? amount->toString() : "0";
}

/// "12Mi / 100Mi", or "12% (12m) / 50%": what Pods use of a resource, and what they shall use.
std::string resourceText(const Value &target, const Value &current)
{
    if (!target["averageValue"].isNull())
        return ":\t" + (current.isNull() ? "<unknown>" : amountText(current["averageValue"])) + " / " +
               amountText(target["averageValue"]);
    const std::string now = current["averageUtilization"].isNull()
                                ? "<unknown>"
                                : std::format("{}% ({})", current["averageUtilization"].asInt(),
                                              amountText(current["averageValue"]));
    const std::string wanted = target["averageUtilization"].isNull()
                                   ? "<auto>"
                                   : std::format("{}%", target["averageUtilization"].asInt());
    return "  (as a percentage of request):\t" + now + " / " + wanted;
}

/// "(target value):\t5 / 10", of a metric that is not of the Pods themselves.
std::string valueText(const Value &target, const Value &current, bool isAverage)
{
    const char *field = isAverage ? "averageValue" : "value";
    const std::string now =
        current.isNull() || current[field].isNull() ? "<unknown>" : amountText(current[field]);
    return std::string("(target ") + (isAverage ? "average value" : "value") + "):\t" + now + " / " +
           amountText(target[field]);
}

void writeMetric(DescribeWriter &w, const Value &metric, const Value &status)
{
    const std::string type(metric["type"].asString());
    if (type == "Resource") {
        const Value &one = metric["resource"];
        w.line(1, "resource {} on pods{}", one["name"].asString(),
               resourceText(one["target"], status["resource"]["current"]));
    } else if (type == "ContainerResource") {
        const Value &one = metric["containerResource"];
        w.line(1, "resource {} of container \"{}\" on pods{}", one["name"].asString(),
               one["container"].asString(),
               resourceText(one["target"], status["containerResource"]["current"]));
    } else if (type == "Pods") {
        const Value &one = metric["pods"], &current = status["pods"]["current"];
        w.line(1, "{} on pods:\t{} / {}", kube::goQuote(one["metric"]["name"].asString()),
               current.isNull() ? "<unknown>" : amountText(current["averageValue"]),
               amountText(one["target"]["averageValue"]));
    } else if (type == "Object") {
        const Value &one = metric["object"];
        w.line(1, "\"{}\" on {}/{} {}", one["metric"]["name"].asString(),
               one["describedObject"]["kind"].asString(), one["describedObject"]["name"].asString(),
               valueText(one["target"], status["object"]["current"],
                         one["target"]["type"].asString() == "AverageValue"));
    } else if (type == "External") {
        const Value &one = metric["external"];
        w.line(
            1, "{} {}", kube::goQuote(one["metric"]["name"].asString()),
            valueText(one["target"], status["external"]["current"], !one["target"]["averageValue"].isNull()));
    } else {
        w.line(1, "<unknown metric type {}>", kube::goQuote(type));
    }
}

void writeRules(DescribeWriter &w, std::string_view direction, const Value &rules)
{
    if (!rules.isMap())
        return;
    w.line(1, "{}:", direction);
    if (const Value &window = rules["stabilizationWindowSeconds"]; !window.isNull())
        w.line(2, "Stabilization Window: {} seconds", window.asInt());
    if (rules["policies"].size() == 0)
        return;
    w.line(2, "Select Policy: {}", rules["selectPolicy"].asString("Max"));
    w.line(2, "Policies:");
    for (const Value &policy : rules["policies"].items())
        w.line(3, "- Type: {}\tValue: {}\tPeriod: {} seconds", policy["type"].asString(),
               policy["value"].asInt(), policy["periodSeconds"].asInt());
}

} // namespace

client::Task<Result<std::string>> describeAutoscaler(Describing subject)
{
    const kube::ObjectPtr scaler = subject.object;
    const Events events = co_await findEvents(subject);
    DescribeWriter w(subject.session);
    const Value &spec = scaler->spec(), &status = scaler->status();
    w.line(0, "Name:\t{}", scaler->name());
    w.line(0, "Namespace:\t{}", scaler->ns());
    w.labels("Labels", scaler->labels());
    w.annotations("Annotations", scaler->annotations());
    w.line(0, "CreationTimestamp:\t{}", longTime(scaler->metadata()["creationTimestamp"]));
    const std::string kind(spec["scaleTargetRef"]["kind"].asString());
    w.line(0, "Reference:\t{}/{}", kind, spec["scaleTargetRef"]["name"].asString());
    w.write(0, "Metrics:\t( current / target )\n");
    for (std::size_t i = 0; i < spec["metrics"].size(); ++i)
        writeMetric(w, spec["metrics"][i], status["currentMetrics"][i]);
    w.line(0, "Min replicas:\t{}",
           spec["minReplicas"].isNull() ? "<unset>" : std::to_string(spec["minReplicas"].asInt()));
    w.line(0, "Max replicas:\t{}", spec["maxReplicas"].asInt());
    if (spec["behavior"].isMap()) {
        w.line(0, "Behavior:");
        writeRules(w, "Scale Up", spec["behavior"]["scaleUp"]);
        writeRules(w, "Scale Down", spec["behavior"]["scaleDown"]);
    }
    w.line(0, "{} pods:\t{} current / {} desired", kind, status["currentReplicas"].asInt(),
           status["desiredReplicas"].asInt());
    if (status["conditions"].size() > 0) {
        w.write(0, "Conditions:\n");
        w.write(1, "Type\tStatus\tReason\tMessage\n");
        w.write(1, "----\t------\t------\t-------\n");
    }
    for (const Value &c : status["conditions"].items())
        w.line(1, "{}\t{}\t{}\t{}", c["type"].asString(), c["status"].asString(), c["reason"].asString(),
               c["message"].asString());
    writeEvents(w, events);
    co_return w.take();
}

} // namespace minato::shell::kubectl
