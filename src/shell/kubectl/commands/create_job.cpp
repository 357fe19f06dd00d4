// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create job. Mirrors kubectl/pkg/cmd/create (create_job.go).
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/create.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

Result<void> checkJob(const Session &session)
{
    const Flags &flags = session.flags();
    const bool hasImage = !flags.text("image").empty(), hasOrigin = !flags.text("from").empty();
    if (hasImage == hasOrigin)
        return std::unexpected(Error("either --image or --from must be specified"));
    if (hasOrigin && session.arguments().size() > 1)
        return std::unexpected(Error("cannot specify --from and command"));
    return {};
}

Value jobOf(const Session &session, const std::string &name)
{
    Value container = Value::map({{"name", name}, {"image", session.flags().text("image")}});
    // Words after the name, before and after "--": the command of the container.
    for (std::size_t i = 1; i < session.arguments().size(); ++i)
        container.edit("command").push(session.arguments()[i]);
    const Value podSpec =
        Value::map({{"containers", Value::array({std::move(container)})}, {"restartPolicy", "Never"}});
    Value job = namedObject(session, "batch/v1", "Job", name);
    job.set("spec", Value::map({{"template", Value::map({{"spec", podSpec}})}}));
    return job;
}

/// What a CronJob would make, made now.
Value jobOfCronJob(const Session &session, const std::string &name, const kube::Object &cronJob)
{
    const Value &pattern = cronJob.spec()["jobTemplate"];
    Value job = namedObject(session, "batch/v1", "Job", name);
    Value &metadata = job.edit("metadata");
    Value annotations = Value::map({{"cronjob.kubernetes.io/instantiate", "manual"}});
    for (const kube::Member &one : pattern.at("metadata", "annotations").members())
        annotations.set(one.key(), one.value);
    metadata.set("annotations", std::move(annotations));
    if (const Value &labels = pattern.at("metadata", "labels"); !labels.isEmpty())
        metadata.set("labels", labels);
    metadata.set("ownerReferences", Value::array({Value::map({{"apiVersion", "batch/v1"},
                                                              {"kind", "CronJob"},
                                                              {"name", cronJob.name()},
                                                              {"uid", cronJob.uid()},
                                                              {"controller", true}})}));
    job.set("spec", pattern["spec"]);
    return job;
}

client::Task<Result<Value>> jobFrom(Session &session, std::string name)
{
    auto selection = co_await select(session, {session.flags().text("from")}, {});
    if (!selection)
        co_return std::unexpected(selection.error());
    const FetchedObjects found = co_await fetch(session, *std::move(selection));
    if (!found.errors.empty())
        co_return std::unexpected(found.errors.front());
    if (found.objects.size() != 1)
        co_return std::unexpected(Error("from must be an existing cronjob"));
    const Fetched &origin = found.objects.front();
    if (origin.type->gvr.group != "batch" || origin.object->kind() != "CronJob")
        co_return std::unexpected(Error("unknown object type *v1." + std::string(origin.object->kind())));
    co_return jobOfCronJob(session, name, *origin.object);
}

client::Task<Result<Value>> wantedJob(Session &session, std::string name)
{
    if (auto fits = checkJob(session); !fits)
        co_return std::unexpected(std::move(fits).error());
    if (session.flags().text("from").empty())
        co_return jobOf(session, name);
    co_return co_await jobFrom(session, name);
}

client::Task<int> runCreateJob(Session &session)
{
    return runCreation(
        session,
        {.type = kube::resources::kJobs, .failure = "failed to create job: ", .askedObject = wantedJob});
}

constexpr FlagSpec kJobFlags[]{
    {"image", 0, FlagType::Text, "", "The image of the container."},
    {"from", 0, FlagType::Text, "", "A CronJob, as cronjob/NAME: the Job that it would make, now."},
};

} // namespace

const Command kCreateJob{
    .path = "create job",
    .usage = "NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...]",
    .brief = "Create a job with the specified name",
    .text = "Makes a Job of one Pod, which runs once and is not started again in place.",
    .examples = "# What the image does by itself\n"
                "kubectl create job once --image=busybox\n\n"
                "# With a command\n"
                "kubectl create job clock --image=busybox -- date",
    .flags = creationFlags(kJobFlags),
    .run = runCreateJob,
};

} // namespace minato::shell::kubectl
