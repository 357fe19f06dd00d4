// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl autoscale. Mirrors kubectl/pkg/cmd/autoscale (autoscale.go) of v1.32 and v1.34.
#include "kube/quantity.h"
#include "shell/kubectl/changing.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/last_applied.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/recording.h"
#include "shell/kubectl/typed_object.h"

#include <algorithm>
#include <charconv>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr int kSinceV2 = 33, kSinceCpuFlag = 34;

/// "70%" of what Pods ask for, or an amount: "500m", "500" (with the usual unit).
Result<Value> targetOf(std::string_view resource, std::string_view unit, const std::string &text)
{
    if (text.ends_with('%')) {
        const std::string digits = text.substr(0, text.size() - 1);
        std::int32_t percent = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), percent);
        if (error != std::errc() || end != digits.data() + digits.size() || percent < 0)
            return std::unexpected(Error("invalid percentage value: " + digits));
        return Value::map({{"type", "Utilization"}, {"averageUtilization", percent}});
    }
    const bool isBare = !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos;
    const auto quantity = kube::Quantity::parse(isBare ? text + std::string(unit) : text);
    if (!quantity)
        return std::unexpected(Error("invalid resource " + std::string(resource) + " value: " + text));
    return Value::map({{"type", "AverageValue"}, {"averageValue", quantity->toString()}});
}

Result<Value> metricsOf(const Flags &flags)
{
    Value metrics = Value::emptyArray();
    const auto add = [&metrics](const char *name, Value target) {
        metrics.push(Value::map({{"type", "Resource"},
                                 {"resource", Value::map({{"name", name}, {"target", std::move(target)}})}}));
    };
    if (flags.number("cpu-percent") > 0)
        add("cpu",
            Value::map({{"type", "Utilization"}, {"averageUtilization", flags.number("cpu-percent")}}));
    for (const auto &[name, unit] : {std::pair("cpu", "m"), std::pair("memory", "Mi")}) {
        if (flags.text(name).empty())
            continue;
        auto target = targetOf(name, unit, flags.text(name));
        if (!target)
            return target;
        add(name, std::move(*target));
    }
    return metrics;
}

Result<Value> autoscalerFor(const Session &session, const ApiResource &type, const std::string &target)
{
    const Flags &flags = session.flags();
    const bool isV2 = session.isSince(kSinceV2);
    Value spec = Value::map(
        {{"scaleTargetRef",
          Value::map({{"apiVersion", type.gvr.groupVersion()}, {"kind", type.kind}, {"name", target}})},
         {"maxReplicas", flags.number("max")}});
    if (flags.number("min") > 0)
        spec.set("minReplicas", flags.number("min"));
    const auto metrics = metricsOf(flags);
    if (!metrics)
        return metrics;
    if (isV2 && metrics->size() > 0)
        spec.set("metrics", *metrics);
    if (!isV2 && flags.number("cpu-percent") >= 0)
        spec.set("targetCPUUtilizationPercentage", flags.number("cpu-percent"));
    const std::string name = flags.text("name").empty() ? target : flags.text("name");
    return Value::map({{"apiVersion", isV2 ? "autoscaling/v2" : "autoscaling/v1"},
                       {"kind", "HorizontalPodAutoscaler"},
                       {"metadata", Value::map({{"name", name}})},
                       {"spec", std::move(spec)}});
}

Result<void> checkScalable(const ApiResource &type)
{
    if (std::ranges::contains(type.subresources, "scale"))
        return {};
    return std::unexpected(
        Error("cannot autoscale a " + type.kind + ": could not find scale subresource for " + type.gvr.group +
              "/" + type.gvr.version + ", Resource=" + type.gvr.resource + " in discovery information"));
}

client::Task<Result<void>> autoscaleOne(Session &session, Fetched item, DryRun dryRun)
{
    if (const auto fits = checkScalable(*item.type); !fits)
        co_return fits;
    auto made = autoscalerFor(session, *item.type, std::string(item.object->name()));
    if (!made)
        co_return std::unexpected(made.error());
    Value object = asTyped(std::move(*made), !session.isSince(34));
    if (recordsChange(session))
        object.edit("metadata").edit("annotations").set("kubernetes.io/change-cause", commandLine(session));
    if (dryRun == DryRun::Client)
        co_return printTyped(session, object, operationText("created", dryRun));
    kube::GroupVersionResource type = kube::resources::kHorizontalPodAutoscalers;
    type.version = session.isSince(kSinceV2) ? "v2" : "v1";
    const auto created = co_await sendCreation(session, std::move(type), std::move(object), dryRun);
    if (!created)
        co_return std::unexpected(created.error());
    co_return printTyped(session, *created, operationText("autoscaled", dryRun));
}

Result<void> checkFlags(const Flags &flags)
{
    const std::int64_t most = flags.number("max"), least = flags.number("min");
    if (most < 1)
        return std::unexpected(
            Error("--max=MAXPODS is required and must be at least 1, max: " + std::to_string(most)));
    if (most < least)
        return std::unexpected(Error("--max=MAXPODS must be larger or equal to --min=MINPODS, max: " +
                                     std::to_string(most) + ", min: " + std::to_string(least)));
    if (flags.number("cpu-percent") > 0 && !flags.text("cpu").empty())
        return std::unexpected(Error("--cpu-percent and --cpu are mutually exclusive"));
    if (const auto metrics = metricsOf(flags); !metrics)
        return std::unexpected(metrics.error());
    return {};
}

client::Task<int> runAutoscale(Session &session)
{
    if (session.flags().isGiven("cpu-percent") && session.isSince(kSinceCpuFlag))
        session.warn("Flag --cpu-percent has been deprecated, Use --cpu with percentage or resource quantity "
                     "format (e.g., '70%' for utilization or '500m' for milliCPU).\n");
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    if (const auto checked = checkFlags(session.flags()); !checked)
        co_return session.fail(checked.error());
    auto selection = co_await select(session, session.arguments(), {});
    if (!selection)
        co_return session.fail(selection.error());
    const bool isAnything = !selection->targets.empty();
    const Errors errors =
        co_await visit(session, std::move(*selection), [&session, mode = *dryRun](Fetched item) {
            return autoscaleOne(session, item, mode);
        });
    if (!errors.empty())
        co_return session.fail(errors);
    co_return isAnything ? 0 : session.fail("no objects passed to autoscale");
}

constexpr FlagSpec kAutoscaleFlags[]{
    {"min", 0, FlagType::Int32, "-1", "At least as many Pods; without it, the server decides."},
    {"max", 0, FlagType::Int32, "-1", "At most as many Pods."},
    {"cpu-percent", 0, FlagType::Int32, "-1",
     "How much of the CPU that Pods ask for they shall use, on average."},
    {"cpu", 0, FlagType::Text, "", "The same as \"70%\", or an amount each Pod shall use: \"500m\"."},
    {"memory", 0, FlagType::Text, "", "As --cpu, of memory: \"60%\", \"200Mi\"."},
    {"name", 0, FlagType::Text, "", "The name; without it, that of the object."},
    {"field-manager", 0, FlagType::Text, "kubectl-autoscale", "Who is noted as the manager of the fields."},
    {"save-config", 0, FlagType::Bool, "false",
     "Note the configuration in an annotation, for `kubectl apply`."},
};

} // namespace

const Command kAutoscale{
    .path = "autoscale",
    .usage = "(-f FILENAME | TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu-percent=CPU]",
    .brief = "Auto-scale a deployment, replica set, stateful set, or replication controller",
    .text = "Makes a HorizontalPodAutoscaler, which changes the number of Pods as the load changes.",
    .examples = "# Between two and ten Pods, so that they use half of the CPU they ask for\n"
                "kubectl autoscale deployment web --min=2 --max=10 --cpu-percent=50",
    .flags = {kAutoscaleFlags, dryRunFlags(), recordFlags(), filenameFlags(), printFlags()},
    .run = runAutoscale,
    .required = {"max"},
};

} // namespace minato::shell::kubectl
