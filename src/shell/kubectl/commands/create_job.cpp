// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create job. Mirrors kubectl/pkg/cmd/create (create_job.go); without --from: the lab has no CronJobs.
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/create.h"
#include "shell/kubectl/validation.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

Value jobOf(const Session &session, const std::string &name)
{
    Value container = Value::map({{"name", name}, {"image", session.flags().text("image")}});
    // Words after the name, before and after "--": the command of the container.
    for (std::size_t i = 1; i < session.arguments().size(); ++i)
        container.edit("command").push(session.arguments()[i]);
    const Value podSpec =
        Value::map({{"containers", Value::array({std::move(container)})}, {"restartPolicy", "Never"}});
    Value metadata = Value::map({{"name", name}});
    if (session.hasExplicitNamespace())
        metadata.set("namespace", session.ns());
    return Value::map({{"apiVersion", "batch/v1"},
                       {"kind", "Job"},
                       {"metadata", std::move(metadata)},
                       {"spec", Value::map({{"template", Value::map({{"spec", podSpec}})}})}});
}

client::Task<int> runCreateJob(Session &session)
{
    const auto name = nameArgument(session);
    if (!name)
        co_return session.fail(name.error());
    const auto plan = createPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    if (session.flags().text("image").empty())
        co_return session.fail("either --image or --from must be specified");
    auto created =
        co_await createTyped(session, kube::resources::kJobs, session.ns(), jobOf(session, *name), *plan);
    if (!created)
        co_return session.fail("failed to create job: " + created.error().message());
    co_return printCreated(session, *std::move(created), *plan);
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
    .flags = {kJobFlags, createFlags(), validateFlags(), dryRunFlags(), printFlags()},
    .run = runCreateJob,
};

} // namespace minato::shell::kubectl
