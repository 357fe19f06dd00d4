// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/commands/set.h"

#include "kube/patch.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/pairs.h"
#include "shell/kubectl/pod_spec.h"
#include "shell/kubectl/recording.h"
#include "shell/kubectl/typed_object.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr FlagSpec kSetFlags[]{
    {"local", 0, FlagType::Bool, "false", "Change the files' objects without asking the server."},
    {"field-manager", 0, FlagType::Text, "kubectl-set", "Who is noted as the manager of the fields."},
};

constexpr std::string_view kLocalResources =
    "error: you must specify resources by --filename when --local is set.\n"
    "Example resource specifications include:\n"
    "   '-f rsrc.yaml'\n"
    "   '--filename=rsrc.json'";

/// Whether a name fits; a part between two stars must begin after the part before it.
bool fits(std::string_view name, std::string_view pattern)
{
    if (pattern == "*")
        return true;
    if (!pattern.contains('*'))
        return name == pattern;
    std::size_t position = 0;
    const auto parts = splitAt(pattern, '*');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].empty())
            continue;
        const std::size_t next = name.substr(position).find(parts[i]);
        if (next == std::string_view::npos || next < position)
            return false;
        if ((i == 0 && position != 0) || (i + 1 == parts.size() && name.size() != parts[i].size() + next))
            return false;
        position = next;
    }
    return true;
}

client::Task<Result<void>> sendOne(Session &session, Fetched item, Value changed, SetOperation operation)
{
    const std::string done = operationText(operation.done, operation.dryRun);
    if (session.flags().isTrue("local") || operation.dryRun == DryRun::Client)
        co_return printTyped(session, changed, done);
    const Value &before = item.object->root();
    const kube::TypeTable types;
    const kube::MergeRules rules(types, kube::structureName(item.object->apiVersion(), item.object->kind()));
    api::Request request = changeRequest(api::Verb::Patch, *item.type, *item.object,
                                         session.flags().text("field-manager"), operation.dryRun);
    request.patchType = kube::PatchType::Strategic;
    request.body = kube::strategicDiff(before, changed, before, rules);
    const auto answer = co_await session.send(std::move(request));
    if (!answer && operation.failure.empty())
        co_return std::unexpected(answer.error());
    if (!answer)
        co_return std::unexpected(Error(std::string(operation.failure) + answer.error().message()));
    co_return printTyped(session, valueOf(answer->payload), done);
}

} // namespace

std::vector<FlagSpecs> setFlags(FlagSpecs own)
{
    return {own, kSetFlags, selectorFlags(), dryRunFlags(), recordFlags(), filenameFlags(), printFlags()};
}

Result<DryRun> checkSet(const Session &session)
{
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        return dryRun;
    if (const auto printer = checkPrinter(session); !printer)
        return std::unexpected(printer.error());
    return dryRun;
}

client::Task<Result<FetchedObjects>> fetchSetTargets(Session &session, std::vector<std::string> resources)
{
    const bool isLocal = session.flags().isTrue("local");
    if (isLocal && !resources.empty())
        co_return std::unexpected(Error(std::string(kLocalResources)));
    auto selection = co_await select(session, std::move(resources), selectOptions(session));
    if (!selection)
        co_return std::unexpected(selection.error());
    if (!isLocal) {
        auto fetched = co_await fetch(session, std::move(*selection));
        co_return fetched;
    }
    FetchedObjects local{.fileTypes = selection->fileTypes, .errors = selection->fileErrors};
    for (const Target &target : selection->targets)
        local.objects.push_back({target.type, target.given});
    co_return local;
}

client::Task<Errors> setEach(Session &session, FetchedObjects fetched, SetOperation operation,
                             ObjectChange change)
{
    struct Step {
        Value object;
        Result<bool> isChanged;
    };
    std::vector<Step> steps;
    for (const Fetched &item : fetched.objects) {
        Step step{item.object->root(), false};
        step.isChanged = change(step.object);
        if (step.isChanged.value_or(false) && recordsChange(session))
            step.object.edit("metadata")
                .edit("annotations")
                .set("kubernetes.io/change-cause", commandLine(session));
        steps.push_back(std::move(step));
    }
    Errors errors;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Fetched &item = fetched.objects[i];
        if (!steps[i].isChanged) {
            errors.emplace_back("error: " + item.type->gvr.resource + "/" + std::string(item.object->name()) +
                                " " + steps[i].isChanged.error().text + "\n");
            continue;
        }
        const bool isSame = steps[i].object == item.object->root();
        if (!*steps[i].isChanged || (isSame && !operation.sendsNothingNew))
            continue;
        const auto done = co_await sendOne(session, item, steps[i].object, operation);
        if (!done)
            errors.push_back(done.error());
    }
    co_return errors;
}

Result<Value *> editPodSpec(Value &object)
{
    const auto shared = kube::makeObject(object);
    if (!podSpecOf(*shared).isMap())
        return std::unexpected(
            Error("the object is not a pod or does not have a pod template: *" + goTypeOf(*shared)));
    Value &spec = object.edit("spec");
    return object["kind"].asString() == "Pod" ? &spec : &spec.edit("template").edit("spec");
}

std::vector<Value *> editContainers(Value &podSpec, std::string_view pattern)
{
    std::vector<Value *> found;
    for (const char *list : {"containers", "initContainers"}) {
        if (!podSpec[list].isArray())
            continue;
        for (Value &container : podSpec.edit(list).editItems())
            if (fits(container["name"].asString(), pattern))
                found.push_back(&container);
    }
    return found;
}

const Command kSet{
    .path = "set",
    .usage = "SUBCOMMAND",
    .brief = "Set specific features on objects",
    .text = "Changes single fields of objects.",
    .examples = "kubectl set image deployment/web nginx=nginx:1.27",
    .flags = {},
    .failsBare = true,
    .helpsOnErr = true,
};

} // namespace minato::shell::kubectl
