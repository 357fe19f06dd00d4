// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create job. Mirrors kubectl/pkg/cmd/create (create_job.go); without --from: the lab has no CronJobs.
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/create.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

Result<Value> jobOf(const Session &session, const std::string &name)
{
    if (session.flags().text("image").empty())
        return std::unexpected(Error("either --image or --from must be specified"));
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

client::Task<int> runCreateJob(Session &session)
{
    return runCreation(
        session, {.type = kube::resources::kJobs, .failure = "failed to create job: ", .object = jobOf});
}

constexpr FlagSpec kJobFlags[]{
    {"image", 0, FlagType::Text, "", "The image of the container."},
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
