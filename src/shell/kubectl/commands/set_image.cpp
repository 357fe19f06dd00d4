// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl set image. Mirrors kubectl/pkg/cmd/set (set_image.go).
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/set.h"
#include "shell/kubectl/pairs.h"
#include "shell/kubectl/pod_spec.h"
#include "shell/kubectl/recording.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

using Images = std::map<std::string, std::string>; ///< by container; "*" means all

/// Sets the images of a list of containers; the names that were found are noted. The patch names all
/// containers, so that their order stays.
Value patchList(Value &containers, const Images &images, std::vector<std::string> &found)
{
    Value order = Value::emptyArray(), changes = Value::emptyArray();
    for (Value &container : containers.editItems()) {
        const std::string name(container["name"].asString());
        order.push(Value::map({{"name", name}}));
        for (const auto &[wanted, image] : images) {
            if (wanted != name && wanted != "*")
                continue;
            found.push_back(wanted);
            if (container["image"].asString() == image)
                continue;
            container.set("image", image);
            changes.push(Value::map({{"name", name}, {"image", image}}));
        }
    }
    if (changes.size() == 0)
        return {};
    return Value::map({{"order", std::move(order)}, {"changes", std::move(changes)}});
}

struct ImagePatch {
    Value object; ///< as it will be
    Value spec;   ///< the patch of the Pod spec; empty: nothing changes
    Errors errors;
};

ImagePatch imagePatch(const kube::Object &object, const Images &images)
{
    ImagePatch patch{.object = object.root(), .spec = Value::emptyMap(), .errors = {}};
    Value &spec = object.kind() == "Pod" ? patch.object.edit("spec")
                                         : patch.object.edit("spec").edit("template").edit("spec");
    std::vector<std::string> found;
    for (const char *list : {"initContainers", "containers"}) {
        if (!spec[list].isArray())
            continue;
        const Value part = patchList(spec.edit(list), images, found);
        if (part.isNull())
            continue;
        patch.spec.set(std::string("$setElementOrder/") + list, part["order"]);
        patch.spec.set(list, part["changes"]);
    }
    for (const auto &[name, image] : images)
        if (!std::ranges::contains(found, name))
            patch.errors.emplace_back("error: unable to find container named \"" + name + "\"");
    return patch;
}

client::Task<Result<void>> setOne(Session &session, Fetched item, ImagePatch patch, DryRun dryRun,
                                  bool isLocal)
{
    const std::string operation = operationText("image updated", dryRun);
    if (recordsChange(session))
        patch.object.edit("metadata")
            .edit("annotations")
            .set("kubernetes.io/change-cause", commandLine(session));
    if (isLocal || dryRun == DryRun::Client)
        co_return printTyped(session, patch.object, operation);
    api::Request request = changeRequest(api::Verb::Patch, *item.type, *item.object,
                                         session.flags().text("field-manager"), dryRun);
    request.patchType = kube::PatchType::Strategic;
    if (item.object->kind() == "Pod")
        request.body.set("spec", patch.spec);
    else
        request.body.edit("spec").edit("template").set("spec", patch.spec);
    if (recordsChange(session))
        request.body.edit("metadata")
            .edit("annotations")
            .set("kubernetes.io/change-cause", commandLine(session));
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(
            Error("failed to patch image update to pod template: " + answer.error().message()));
    co_return printTyped(session, valueOf(answer->payload), operation);
}

Errors checkArguments(const Session &session, const SplitArguments &split, const Images &images,
                      DryRun dryRun)
{
    const Flags &flags = session.flags();
    Errors errors;
    if (flags.isTrue("all") && !flags.text("selector").empty())
        errors.emplace_back("cannot set --all and --selector at the same time");
    if (split.resources.empty() && flags.list("filename").empty())
        errors.emplace_back(
            "one or more resources must be specified as <resource> <name> or <resource>/<name>");
    if (images.empty())
        errors.emplace_back("at least one image update is required");
    else if (images.size() > 1 && images.contains("*"))
        errors.emplace_back("all containers are already specified by *, but saw more than one "
                            "container_name=container_image pairs");
    if (flags.isTrue("local") && dryRun == DryRun::Server)
        errors.emplace_back("cannot specify --local and --dry-run=server - did you mean --dry-run=client?");
    return errors;
}

client::Task<Errors> setAll(Session &session, FetchedObjects fetched, Images images, DryRun dryRun)
{
    Errors errors;
    std::vector<ImagePatch> patches;
    for (const Fetched &item : fetched.objects) {
        if (!podSpecOf(*item.object).isMap()) {
            patches.push_back({});
            continue;
        }
        patches.push_back(imagePatch(*item.object, images));
        errors.insert(errors.end(), patches.back().errors.begin(), patches.back().errors.end());
    }
    for (std::size_t i = 0; i < patches.size(); ++i) {
        const Fetched &item = fetched.objects[i];
        if (patches[i].object.isNull()) {
            errors.emplace_back("error: " + item.type->gvr.resource + "/" + std::string(item.object->name()) +
                                " the object is not a pod or does not have a pod template: *" +
                                goTypeOf(*item.object) + "\n");
            continue;
        }
        if (patches[i].spec.size() == 0)
            continue;
        const auto done = co_await setOne(session, item, patches[i], dryRun, session.flags().isTrue("local"));
        if (!done)
            errors.push_back(done.error());
    }
    co_return errors;
}

client::Task<int> runSetImage(Session &session)
{
    const auto dryRun = checkSet(session);
    if (!dryRun)
        co_return session.fail(dryRun.error());
    const auto split = splitArguments(session.arguments(), "image");
    if (!split)
        co_return session.fail(split.error());
    const auto pairs = parsePairs(split->pairs, "image", false);
    if (!pairs)
        co_return session.fail(pairs.error());
    auto fetched = co_await fetchSetTargets(session, split->resources);
    if (!fetched)
        co_return session.fail(fetched.error());
    if (!fetched->errors.empty())
        co_return session.fail(fetched->errors);
    if (const Errors wrong = checkArguments(session, *split, pairs->set, *dryRun); !wrong.empty())
        co_return session.fail(wrong);
    const Errors errors = co_await setAll(session, std::move(*fetched), pairs->set, *dryRun);
    co_return errors.empty() ? 0 : session.fail(errors);
}

} // namespace

const Command kSetImage{
    .path = "set image",
    .usage =
        "(-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N",
    .brief = "Update the image of a pod template",
    .text = "A Deployment with another image rolls out new Pods.",
    .examples = "# Another version\n"
                "kubectl set image deployment/web nginx=nginx:1.27\n\n"
                "# The same image in all containers\n"
                "kubectl set image deployment/web '*=nginx:1.27'",
    .flags = setFlags({}),
    .run = runSetImage,
};

} // namespace minato::shell::kubectl
