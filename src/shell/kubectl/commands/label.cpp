// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl label and annotate. Mirrors kubectl/pkg/cmd/label (label.go) and pkg/cmd/annotate (annotate.go).
#include "kube/json.h"
#include "kube/name_rules.h"
#include "shell/kubectl/changing.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/pairs.h"
#include "shell/kubectl/recording.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// What tells the two commands apart.
struct Subject {
    std::string_view name;  ///< "label"
    std::string_view field; ///< "labels", in metadata and in messages
};
constexpr Subject kLabels{"label", "labels"};
constexpr Subject kAnnotations{"annotation", "annotations"};

struct MetadataPlan {
    Subject subject;
    Pairs pairs;
    bool overwrites = false, lists = false, isLocal = false;
    std::string resourceVersion;
    DryRun dryRun = DryRun::None;
};

Result<Pairs> parseLabelPairs(const std::vector<std::string> &specs)
{
    Pairs pairs;
    for (const std::string &spec : specs) {
        const std::size_t equals = spec.find('=');
        if (equals == std::string::npos) {
            pairs.removed.push_back(spec.substr(0, spec.size() - 1));
            continue;
        }
        const std::string value = spec.substr(equals + 1);
        if (value.contains('='))
            return std::unexpected(Error("invalid label spec: " + spec));
        if (const auto errors = kube::labelValueErrors(value); !errors.empty())
            return std::unexpected(
                Error("invalid label value: \"" + spec + "\": " + kube::joinErrors(errors, ";")));
        pairs.set[spec.substr(0, equals)] = value;
    }
    for (const std::string &removed : pairs.removed)
        if (pairs.set.contains(removed))
            return std::unexpected(Error("can not both modify and remove a label in the same command"));
    return pairs;
}

Result<Pairs> parseAnnotationPairs(const std::vector<std::string> &specs)
{
    auto pairs = parsePairs(specs, "annotation", true);
    if (!pairs)
        return pairs;
    std::string both;
    for (const std::string &removed : pairs->removed)
        if (pairs->set.contains(removed))
            both += (both.empty() ? "" : ", ") + removed;
    // Told after what is missing altogether.
    if (!both.empty())
        return std::unexpected(
            Error("can not both modify and remove the following annotation(s) in the same command: " + both));
    return pairs;
}

Result<void> checkFlags(const Session &session, const SplitArguments &split, const MetadataPlan &plan)
{
    const Flags &flags = session.flags();
    const bool hasFiles = !flags.list("filename").empty();
    if (flags.isTrue("all") && !flags.text("selector").empty())
        return std::unexpected(Error("cannot set --all and --selector at the same time"));
    if (flags.isTrue("all") && !flags.text("field-selector").empty())
        return std::unexpected(Error("cannot set --all and --field-selector at the same time"));
    if (!plan.isLocal && split.resources.empty() && !hasFiles)
        return std::unexpected(
            Error("one or more resources must be specified as <resource> <name> or <resource>/<name>"));
    if (plan.isLocal && plan.dryRun == DryRun::Server)
        return std::unexpected(
            Error("cannot specify --local and --dry-run=server - did you mean --dry-run=client?"));
    const std::string example = plan.subject.name == "label" ? "pod" : "rsrc";
    if (plan.isLocal && !split.resources.empty())
        return std::unexpected(Error("can only use local files by -f " + example +
                                     ".yaml or --filename=" + example + ".json when --local=true is set"));
    if (plan.isLocal && !hasFiles)
        return std::unexpected(Error("one or more files must be specified as -f " + example +
                                     ".yaml or --filename=" + example + ".json"));
    if (plan.pairs.set.empty() && plan.pairs.removed.empty() && !plan.lists)
        return std::unexpected(
            Error("at least one " + std::string(plan.subject.name) + " update is required"));
    return {};
}

/// The object with the changes; the error is about what must not be overwritten.
Result<Value> changed(const Value &object, const MetadataPlan &plan)
{
    const Value &old = object["metadata"][plan.subject.field];
    Errors taken;
    std::string list;
    for (const auto &[key, value] : plan.pairs.set) {
        const bool isTaken = old.contains(key) && old[key].asString() != value && !plan.overwrites;
        if (!isTaken || (plan.subject.name == "annotation" && key == "kubernetes.io/change-cause"))
            continue;
        const std::string text =
            "'" + key + "' already has a value (" + std::string(old[key].asString()) + ")";
        list += (list.empty() ? "" : "; ") + text;
        taken.emplace_back(text + ", and --overwrite is false");
    }
    if (!taken.empty() && plan.subject.name == "annotation")
        return std::unexpected(
            Error("--overwrite is false but found the following declared annotation(s): " + list));
    if (taken.size() == 1)
        return std::unexpected(taken.front());
    if (!taken.empty()) {
        std::string all;
        for (const Error &error : taken)
            all += (all.empty() ? "" : ", ") + error.text;
        return std::unexpected(Error("[" + all + "]"));
    }
    Value result = object;
    Value &values = result.edit("metadata").edit(plan.subject.field);
    if (values.isNull())
        values = Value::emptyMap();
    for (const auto &[key, value] : plan.pairs.set)
        values.set(key, value);
    for (const std::string &key : plan.pairs.removed)
        values.erase(key);
    return result;
}

Value patchOf(const Value &before, const Value &after, const MetadataPlan &plan)
{
    Value patch = Value::emptyMap();
    Value metadata = Value::emptyMap();
    for (const std::string_view field : {"labels", "annotations"}) {
        const Value &old = before["metadata"][field], &now = after["metadata"][field];
        if (old == now)
            continue;
        Value part = Value::emptyMap();
        for (const kube::Member &member : now.members())
            if (!old.contains(member.key()) || !(old[member.key()] == member.value))
                part.set(member.key(), member.value);
        for (const kube::Member &member : old.members())
            if (!now.contains(member.key()))
                part.set(member.key(), Value());
        metadata.set(field, std::move(part));
    }
    if (!plan.resourceVersion.empty())
        metadata.set("resourceVersion", plan.resourceVersion);
    if (metadata.size() > 0)
        patch.set("metadata", std::move(metadata));
    return patch;
}

/// "labeled", "unlabeled", "not labeled"; annotations are always "annotated".
std::string whatHappened(const Value &before, const Value &after, const MetadataPlan &plan)
{
    if (plan.subject.name == "annotation")
        return "annotated";
    const std::string old = kube::toJson(before), now = kube::toJson(after);
    if (old == now)
        return "not labeled";
    return !plan.overwrites && now.size() < old.size() ? "unlabeled" : "labeled";
}

void list(const Session &session, const Value &object, const MetadataPlan &plan, bool isOne)
{
    if (!isOne) {
        const std::string_view version = object["apiVersion"].asString();
        const std::string_view group = version.contains('/') ? version.substr(0, version.find('/')) : "";
        session.print(std::format("Listing {} for {}.{}/{}:\n", plan.subject.field, object["kind"].asString(),
                                  group, object.at("metadata", "name").asString()));
    }
    for (const kube::Member &member : object["metadata"][plan.subject.field].members())
        session.print(std::format("{}{}={}\n", isOne ? "" : " ", member.key(), member.value.asString()));
}

client::Task<Result<void>> changeOne(Session &session, Fetched item, MetadataPlan plan, bool isOne)
{
    const Value &before = item.object->root();
    const bool isSent = plan.dryRun != DryRun::Client && !plan.isLocal && !plan.lists;
    if (isSent && plan.subject.name == "label")
        for (const std::string &key : plan.pairs.removed)
            if (!item.object->labels().contains(key))
                session.print("label \"" + key + "\" not found.\n");
    auto after = changed(before, plan);
    if (!after)
        co_return std::unexpected(after.error());
    if (plan.lists) {
        list(session, *after, plan, isOne);
        co_return Result<void>();
    }
    const std::string operation = operationText(whatHappened(before, *after, plan), plan.dryRun);
    if (!isSent)
        co_return printChange(session, *after, operation);
    if (recordsChange(session))
        after->edit("metadata").edit("annotations").set("kubernetes.io/change-cause", commandLine(session));
    api::Request request = changeRequest(api::Verb::Patch, *item.type, *item.object,
                                         session.flags().text("field-manager"), plan.dryRun);
    request.patchType = kube::PatchType::Merge;
    request.body = patchOf(before, *after, plan);
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(answer.error());
    // `label` prints what it has changed itself, `annotate` what the server made of it.
    co_return printChange(session, plan.subject.name == "label" ? *after : valueOf(answer->payload),
                          operation);
}

client::Task<Result<FetchedObjects>> fetchTargets(Session &session, std::vector<std::string> resources,
                                                  bool isLocal)
{
    auto selection = co_await select(session, std::move(resources), selectOptions(session));
    if (!selection)
        co_return std::unexpected(selection.error());
    if (!isLocal) {
        auto fetched = co_await fetch(session, std::move(*selection));
        co_return fetched;
    }
    FetchedObjects local{
        .fileTypes = selection->fileTypes, .errors = selection->fileErrors, .isSingle = selection->isSingle};
    for (const Target &target : selection->targets)
        local.objects.push_back({target.type, target.given});
    co_return local;
}

client::Task<int> runMetadata(Session &session, Subject subject)
{
    const Flags &flags = session.flags();
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    MetadataPlan plan{.subject = subject,
                      .overwrites = flags.isTrue("overwrite"),
                      .lists = flags.isTrue("list"),
                      .isLocal = flags.isTrue("local"),
                      .resourceVersion = flags.text("resource-version"),
                      .dryRun = *dryRun};
    if (subject.name == "annotation")
        if (const auto printer = checkPrinter(session); !printer)
            co_return session.fail(printer.error());
    const auto split = splitArguments(session.arguments(), subject.name);
    if (!split)
        co_return session.fail(split.error());
    auto pairs = subject.name == "label" ? parseLabelPairs(split->pairs) : parseAnnotationPairs(split->pairs);
    if (!pairs)
        co_return session.fail(pairs.error());
    plan.pairs = std::move(*pairs);
    if (plan.lists && !flags.text("output").empty())
        co_return session.fail("--list and --output may not be specified together");
    if (const auto checked = checkFlags(session, *split, plan); !checked)
        co_return session.fail(checked.error());
    const auto fetched = co_await fetchTargets(session, split->resources, plan.isLocal);
    if (!fetched)
        co_return session.fail(fetched.error());
    if (!fetched->isSingle && !plan.resourceVersion.empty())
        co_return session.fail("--resource-version may only be used with a single resource");
    Errors errors = fetched->errors;
    for (const Fetched &item : fetched->objects) {
        const auto done = co_await changeOne(session, item, plan, fetched->isSingle);
        if (!done)
            errors.push_back(done.error());
    }
    co_return errors.empty() ? 0 : session.fail(errors);
}

client::Task<int> runLabel(Session &session)
{
    return runMetadata(session, kLabels);
}

client::Task<int> runAnnotate(Session &session)
{
    return runMetadata(session, kAnnotations);
}

constexpr FlagSpec kSharedFlags[]{
    {"overwrite", 0, FlagType::Bool, "false", "Replace values that are there already."},
    {"list", 0, FlagType::Bool, "false", "Print what the object has."},
    {"local", 0, FlagType::Bool, "false", "Change the files' objects without asking the server."},
    {"field-selector", 0, FlagType::Text, "", "Only objects with these fields."},
    {"all-namespaces", 'A', FlagType::Bool, "false", "The objects of all namespaces."},
    {"resource-version", 0, FlagType::Text, "", "Only if the object still has this resource version."},
};
constexpr FlagSpec kLabelFlags[]{
    {"field-manager", 0, FlagType::Text, "kubectl-label", "Who is noted as the manager of the fields."}};
constexpr FlagSpec kAnnotateFlags[]{
    {"field-manager", 0, FlagType::Text, "kubectl-annotate", "Who is noted as the manager of the fields."}};

} // namespace

const Command kLabel{
    .path = "label",
    .usage =
        "[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]",
    .brief = "Update the labels on a resource",
    .text =
        "Labels are what selectors find: a Pod that loses its label leaves its Service and its ReplicaSet.",
    .examples = "# Give a Pod a label\n"
                "kubectl label pod web-5d8f9c7b6c-abcde tier=front\n\n"
                "# Change it, and take it away\n"
                "kubectl label pod web-5d8f9c7b6c-abcde tier=back --overwrite\n"
                "kubectl label pod web-5d8f9c7b6c-abcde tier-",
    .flags = {kSharedFlags, kLabelFlags, selectorFlags(), dryRunFlags(), recordFlags(), filenameFlags(),
              printFlags()},
    .run = runLabel,
};

const Command kAnnotate{
    .path = "annotate",
    .usage =
        "[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]",
    .brief = "Update the annotations on a resource",
    .text = "Annotations are notes for people and programs; nothing selects by them.",
    .examples = "# Why the Deployment was changed, for `kubectl rollout history`\n"
                "kubectl annotate deployment web kubernetes.io/change-cause='nginx 1.27'",
    .flags = {kSharedFlags, kAnnotateFlags, selectorFlags(), dryRunFlags(), recordFlags(), filenameFlags(),
              printFlags()},
    .run = runAnnotate,
};

} // namespace minato::shell::kubectl
