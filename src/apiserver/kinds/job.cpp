// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/object_meta.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"
#include "kube/duration.h"
#include "kube/label_selector.h"

#include <format>
#include <limits>

/// Mirrors   pkg/registry/batch/job, pkg/apis/batch (defaults, validation), printJob
/// Differs   Failure and success policies are checked for their place alone.
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

constexpr const char *kNameLabels[] = {"job-name", "batch.kubernetes.io/job-name"};
constexpr const char *kUidLabels[] = {"controller-uid", "batch.kubernetes.io/controller-uid"};
constexpr std::int64_t kMaxIndexed = 100'000;

/// A condition that a failure policy names is meant to be true.
void setPolicyDefaults(Value &spec)
{
    for (std::size_t i = 0; i < spec["podFailurePolicy"]["rules"].size(); ++i) {
        for (std::size_t k = 0; k < spec["podFailurePolicy"]["rules"][i]["onPodConditions"].size(); ++k) {
            Value &rule = spec.edit("podFailurePolicy").edit("rules").edit(i);
            setIfAbsent(rule.edit("onPodConditions").edit(k), "status", "True");
        }
    }
}

void setDefaults(Value &job)
{
    Value &spec = job.edit("spec");
    if (!spec.contains("parallelism"))
        setIfAbsent(spec, "completions", 1);
    setIfAbsent(spec, "parallelism", 1);
    setIfAbsent(spec, "backoffLimit",
                spec.contains("backoffLimitPerIndex") ? Value(std::numeric_limits<std::int32_t>::max())
                                                      : Value(6));
    setIfAbsent(spec, "completionMode", "NonIndexed");
    setIfAbsent(spec, "suspend", false);
    setIfAbsent(spec, "podReplacementPolicy",
                spec.contains("podFailurePolicy") ? "Failed" : "TerminatingOrFailed");
    setIfAbsent(spec, "manualSelector", false);
    setPolicyDefaults(spec);
    setTemplateDefaults(spec);
    const Value labels = spec["template"]["metadata"]["labels"];
    if (!labels.isNull() && job["metadata"]["labels"].isEmpty())
        job.edit("metadata").set("labels", labels);
}

/// Its Pods are told by the Job's own UID, unless the user chose a selector.
void generateSelector(Value &job)
{
    const Value name = job["metadata"]["name"], uid = job["metadata"]["uid"];
    Value &spec = job.edit("spec");
    Value &labels = spec.edit("template").edit("metadata").edit("labels");
    for (const char *label : kNameLabels)
        setIfAbsent(labels, label, name);
    for (const char *label : kUidLabels)
        setIfAbsent(labels, label, uid);
    setIfAbsent(spec.edit("selector").edit("matchLabels"), kUidLabels[1], uid);
}

void prepareForCreate(Value &job)
{
    if (!job["spec"]["manualSelector"].asBool())
        generateSelector(job);
    dropStatus(job);
}

void validateGeneratedSelector(const Value &job, FieldErrors &errors)
{
    const Value &spec = job["spec"];
    if (spec["manualSelector"].asBool() || spec["selector"].isNull())
        return;
    const std::string path = "spec.template.metadata.labels";
    const Value &labels = spec["template"]["metadata"]["labels"];
    const Value &metadata = job["metadata"];
    Value expected = Value::emptyMap();
    const auto need = [&](const char *label, const Value &value) {
        expected.set(label, value);
        if (!labels.contains(label))
            errors.required(keyedPath(path, label), std::format("must be '{}'", value.asString()));
        else if (labels[label] != value)
            errors.invalid(keyedPath(path, label), labels, std::format("must be '{}'", value.asString()));
    };
    need(kUidLabels[0], metadata["uid"]);
    need(kNameLabels[0], metadata["name"]);
    need(kUidLabels[1], metadata["uid"]);
    need(kNameLabels[1], metadata["name"]);
    const auto parsed = kube::LabelSelector::fromValue(spec["selector"]);
    if (parsed && !parsed->matches(expected))
        errors.invalid("spec.selector", spec["selector"], "`selector` not auto-generated");
}

void validateIndexes(const Value &spec, FieldErrors &errors)
{
    const Value &mode = spec["completionMode"];
    if (mode.asString() != "NonIndexed" && mode.asString() != "Indexed")
        errors.unsupported("spec.completionMode", mode, {"Indexed", "NonIndexed"});
    if (mode.asString() == "Indexed") {
        if (!spec.contains("completions"))
            errors.required("spec.completions", "when completion mode is Indexed");
        if (spec["parallelism"].asInt() > kMaxIndexed)
            errors.invalid("spec.parallelism", spec["parallelism"],
                           "must be less than or equal to 100000 when completion mode is Indexed");
        const Value &failed = spec["maxFailedIndexes"];
        if (spec.contains("completions") && failed.isInt() && failed.asInt() > spec["completions"].asInt())
            errors.invalid("spec.maxFailedIndexes", failed, "must be less than or equal to completions");
        return;
    }
    for (const char *key : {"backoffLimitPerIndex", "maxFailedIndexes"}) {
        if (spec.contains(key))
            errors.invalid(childPath("spec", key), spec[key], "requires indexed completion mode");
    }
    if (spec.contains("successPolicy"))
        errors.invalid("spec.successPolicy", spec["successPolicy"], "requires indexed completion mode");
}

void validateRestart(const Value &spec, FieldErrors &errors)
{
    const std::string path = "spec.template.spec.restartPolicy";
    const Value &restart = spec["template"]["spec"]["restartPolicy"];
    if (restart.isEmpty() || restart.asString() == "Always")
        errors.required(path, R"(valid values: "OnFailure", "Never")");
    else if (restart.asString() != "OnFailure" && restart.asString() != "Never")
        errors.unsupported(path, restart, {"OnFailure", "Never"});
    else if (spec.contains("podFailurePolicy") && restart.asString() != "Never")
        errors.invalid(path, restart, R"(only "Never" is supported when podFailurePolicy is specified)");
}

void validateSelector(const Value &spec, FieldErrors &errors)
{
    const Value &selector = spec["selector"];
    if (selector.isNull()) {
        errors.required("spec.selector");
        return;
    }
    meta::validateSelector(selector, "spec.selector", errors);
    const auto parsed = kube::LabelSelector::fromValue(selector);
    const Value &labels = spec["template"]["metadata"]["labels"];
    if (parsed && !parsed->matches(labels))
        errors.invalid("spec.template.metadata.labels", labels,
                       "`selector` does not match template `labels`");
}

void validateSpec(const Value &spec, FieldErrors &errors)
{
    for (const char *key : {"parallelism", "completions", "activeDeadlineSeconds", "backoffLimit",
                            "ttlSecondsAfterFinished", "backoffLimitPerIndex", "maxFailedIndexes"})
        validateNotNegative(spec[key], childPath("spec", key), errors);
    if (spec.contains("maxFailedIndexes") && !spec.contains("backoffLimitPerIndex"))
        errors.required("spec.backoffLimitPerIndex", "when maxFailedIndexes is specified");
    validateIndexes(spec, errors);
    const Value &replacement = spec["podReplacementPolicy"];
    if (spec.contains("podFailurePolicy") && replacement.asString() != "Failed")
        errors.unsupported("spec.podReplacementPolicy", replacement, {"Failed"});
    else if (replacement.asString() != "Failed" && replacement.asString() != "TerminatingOrFailed")
        errors.unsupported("spec.podReplacementPolicy", replacement, {"Failed", "TerminatingOrFailed"});
    validateTemplate(spec["template"], "spec.template", errors);
    validateRestart(spec, errors);
    validateSelector(spec, errors);
}

void validate(const Value &job, FieldErrors &errors)
{
    validateGeneratedSelector(job, errors);
    validateSpec(job["spec"], errors);
}

/// What may still change of the template of a suspended Job that has not started.
Value withSchedulingOf(Value podTemplate, const Value &now)
{
    for (const char *key : {"nodeSelector", "tolerations", "schedulingGates", "affinity"}) {
        if (now["spec"].contains(key))
            podTemplate.edit("spec").set(key, now["spec"][key]);
        else
            podTemplate.edit("spec").erase(key);
    }
    if (!podTemplate.contains("metadata") && !now.contains("metadata"))
        return podTemplate;
    podTemplate.set("metadata", now["metadata"]);
    return podTemplate;
}

void validateUpdate(const Value &job, const kube::Object &old, FieldErrors &errors)
{
    const Value &spec = job["spec"];
    const Value &before = old.spec();
    if (spec == before)
        return;
    validate(job, errors);
    const auto immutable = [&](const char *key) {
        if (spec[key] != before[key])
            errors.invalid(childPath("spec", key), spec[key], syntax::kImmutable);
    };
    if (spec["completionMode"].asString() != "Indexed")
        immutable("completions");
    else if (spec["completions"] != before["completions"] && spec["completions"] != spec["parallelism"])
        errors.invalid("spec.completions", spec["completions"],
                       "can only be modified in tandem with spec.parallelism");
    immutable("selector");
    const bool mayReschedule = before["suspend"].asBool() && old.status()["startTime"].isNull();
    const Value &podTemplate = spec["template"];
    if (podTemplate !=
        (mayReschedule ? withSchedulingOf(before["template"], podTemplate) : before["template"]))
        errors.invalid("spec.template", podTemplate, syntax::kImmutable);
    for (const char *key :
         {"completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy"})
        immutable(key);
}

std::vector<std::string> warnings(const Value &job)
{
    const auto complaints = syntax::dns1123Label(job["metadata"]["name"].asString());
    if (complaints.empty() || job["metadata"]["name"].isEmpty())
        return {};
    std::string all;
    for (const auto &complaint : complaints)
        all += (all.empty() ? "" : " ") + complaint;
    return {
        std::format("metadata.name: this is used in Pod names and hostnames, which can result in surprising "
                    "behavior; a DNS label is recommended: [{}]",
                    all)};
}

bool has(const kube::Object &job, std::string_view type)
{
    for (const Value &condition : job.status()["conditions"].items()) {
        if (condition["type"].asString() == type)
            return condition["status"].asString() == "True";
    }
    return false;
}

std::string_view statusText(const kube::Object &job)
{
    if (has(job, "Complete"))
        return "Complete";
    if (has(job, "Failed"))
        return "Failed";
    if (job.isTerminating())
        return "Terminating";
    for (const std::string_view type : {"Suspended", "FailureTarget", "SuccessCriteriaMet"}) {
        if (has(job, type))
            return type;
    }
    return "Running";
}

std::string completionsText(const kube::Object &job)
{
    const std::int64_t succeeded = job.status()["succeeded"].asInt();
    if (const Value &wanted = job.spec()["completions"]; wanted.isInt())
        return std::format("{}/{}", succeeded, wanted.asInt());
    const std::int64_t parallelism = job.spec()["parallelism"].asInt();
    return parallelism > 1 ? std::format("{}/1 of {}", succeeded, parallelism)
                           : std::format("{}/1", succeeded);
}

std::string durationText(const kube::Object &job, base::Instant now)
{
    const auto start = base::parseRfc3339(job.status()["startTime"].asString());
    const auto end = base::parseRfc3339(job.status()["completionTime"].asString());
    return start ? kube::humanDuration(end.value_or(now) - *start) : std::string();
}

std::vector<kube::TableColumn> columns()
{
    std::vector<kube::TableColumn> all{
        nameColumn(), column("Status", "string", "How far it is."),
        column("Completions", "string", "Pods that succeeded, of those wanted."),
        column("Duration", "string", "From its start to its end, or until now."), ageColumn()};
    for (auto &one : workloadColumns())
        all.push_back(std::move(one));
    return all;
}

std::vector<Value> cells(const kube::Object &job, base::Instant now)
{
    std::vector<Value> row{job.name(), statusText(job), completionsText(job), durationText(job, now),
                           ageCell(job, now)};
    appendWorkloadCells(row, job.spec()["template"], job.spec()["selector"]);
    return row;
}

} // namespace

Kind job()
{
    Kind kind;
    kind.group = "batch";
    kind.version = "v1";
    kind.resource = "jobs";
    kind.singular = "job";
    kind.kind = "Job";
    kind.categories = {"all"};
    kind.hasStatus = true;
    kind.generation = GenerationRule::Spec;
    kind.nameRule = syntax::subdomainName;
    kind.setDefaults = setDefaults;
    kind.prepareForCreate = prepareForCreate;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.warnings = warnings;
    kind.columns = columns();
    kind.cells = cells;
    kind.fields = {{"status.successful", [](const kube::Object &one) {
                        return std::to_string(one.status()["succeeded"].asInt());
                    }}};
    kind.hasOwnFieldRules = true;
    return kind;
}

} // namespace minato::apiserver::kinds
