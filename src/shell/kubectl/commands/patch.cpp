// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl patch. Mirrors kubectl/pkg/cmd/patch (patch.go).
#include "kube/patch.h"

#include "kube/yaml.h"
#include "shell/kubectl/changing.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/recording.h"

#include <array>

namespace minato::shell::kubectl {
namespace {

using kube::PatchType;
using kube::Value;

struct PatchPlan {
    PatchType type = PatchType::Strategic;
    Value patch;
    DryRun dryRun = DryRun::None;
};

Result<PatchType> typeOf(const std::string &name)
{
    static constexpr std::array<std::pair<std::string_view, PatchType>, 3> types{
        {{"json", PatchType::Json}, {"merge", PatchType::Merge}, {"strategic", PatchType::Strategic}}};
    std::string small = name;
    for (char &c : small)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (const auto &[known, type] : types)
        if (known == small)
            return type;
    return std::unexpected(Error("--type must be one of [json merge strategic], not \"" + name + "\""));
}

Result<std::string> patchText(const Session &session)
{
    const Flags &flags = session.flags();
    const bool hasPatch = !flags.text("patch").empty(), hasFile = !flags.text("patch-file").empty();
    if (hasPatch && hasFile)
        return std::unexpected(Error("cannot specify --patch and --patch-file together"));
    if (!hasPatch && !hasFile)
        return std::unexpected(
            Error("must specify --patch or --patch-file containing the contents of the patch"));
    if (hasPatch)
        return flags.text("patch");
    const std::string &path = flags.text("patch-file");
    auto text = session.services().files.read(Files::resolve(path, session.process().folder), path);
    if (!text)
        return std::unexpected(
            Error("unable to read patch file: open " + path + ": no such file or directory"));
    return std::move(*text);
}

Result<PatchPlan> readPlan(const Session &session)
{
    PatchPlan plan;
    const auto dryRun = dryRunOf(session);
    if (!dryRun)
        return std::unexpected(dryRun.error());
    plan.dryRun = *dryRun;
    const auto text = patchText(session);
    if (!text)
        return std::unexpected(text.error());
    const auto type = typeOf(session.flags().text("type"));
    if (!type)
        return std::unexpected(type.error());
    plan.type = *type;
    const auto documents = kube::parseYaml(*text);
    if (!documents)
        return std::unexpected(Error(
            "unable to parse \"" + *text +
            "\": " + kube::kubectlYamlError(*text).value_or("yaml: did not find expected node content")));
    plan.patch = documents->empty() ? Value() : documents->front().value;
    return plan;
}

client::Task<Result<void>> patchOne(Session &session, Fetched item, PatchPlan plan)
{
    const std::string &subresource = session.flags().text("subresource");
    if (plan.dryRun == DryRun::Client) {
        const kube::TypeTable types;
        const kube::MergeRules rules(types,
                                     kube::structureName(item.object->apiVersion(), item.object->kind()));
        std::expected<Value, std::string> changed =
            plan.type == PatchType::Json ? kube::applyJsonPatch(item.object->root(), plan.patch)
            : plan.type == PatchType::Merge
                ? kube::applyMergePatch(item.object->root(), plan.patch)
                : kube::applyStrategicPatch(item.object->root(), plan.patch, rules);
        if (!changed)
            co_return std::unexpected(Error(changed.error()));
        const bool isSame = *changed == item.object->root();
        co_return printChange(session, *changed, isSame ? "patched (no change)" : "patched");
    }
    api::Request request = changeRequest(api::Verb::Patch, *item.type, *item.object,
                                         session.flags().text("field-manager"), plan.dryRun);
    request.subresource = subresource;
    request.patchType = plan.type;
    request.body = plan.patch;
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(answer.error());
    const Value patched = valueOf(answer->payload);
    co_await recordChange(session, item, plan.dryRun);
    const bool isSame = patched == item.object->root();
    co_return printChange(session, patched, isSame ? "patched (no change)" : "patched");
}

client::Task<int> runPatch(Session &session)
{
    const auto plan = readPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    SelectOptions options = selectOptions(session);
    options.subresource = session.flags().text("subresource");
    auto selection = co_await select(session, session.arguments(), options);
    if (!selection)
        co_return session.fail(selection.error());
    const Errors errors = co_await visit(session, std::move(*selection), [&session, &plan](Fetched item) {
        return patchOne(session, item, *plan);
    });
    co_return errors.empty() ? 0 : session.fail(errors);
}

constexpr FlagSpec kPatchFlags[]{
    {"patch", 'p', FlagType::Text, "", "The patch, as JSON or YAML."},
    {"patch-file", 0, FlagType::Text, "", "A file with the patch."},
    {"type", 0, FlagType::Text, "strategic", "json, merge or strategic."},
    {"subresource", 0, FlagType::Text, "", "Patch this part of the object: status, scale."},
    {"field-manager", 0, FlagType::Text, "kubectl-patch", "Who is noted as the manager of the fields."},
};

} // namespace

const Command kPatch{
    .path = "patch",
    .usage = "(-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE]",
    .brief = "Update fields of a resource",
    .text = "Changes single fields: strategic patches merge lists by their keys, merge patches replace them, "
            "JSON "
            "patches name each step.",
    .examples = "# Four replicas\n"
                "kubectl patch deployment web -p '{\"spec\":{\"replicas\":4}}'\n\n"
                "# The same as a JSON patch\n"
                "kubectl patch deployment web --type=json "
                "-p '[{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":4}]'",
    .flags = {kPatchFlags, dryRunFlags(), recordFlags(), filenameFlags(), printFlags()},
    .run = runPatch,
};

} // namespace minato::shell::kubectl
