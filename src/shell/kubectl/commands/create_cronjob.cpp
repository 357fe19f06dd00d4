// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create cronjob. Mirrors kubectl/pkg/cmd/create (create_cronjob.go).
#include "shell/kubectl/commands/create.h"

namespace minato::shell::kubectl {
namespace {

using kube::Value;

Result<Value> cronJobOf(const Session &session, const std::string &name)
{
    const Flags &flags = session.flags();
    Value container = Value::map({{"name", name}, {"image", flags.text("image")}});
    for (std::size_t i = 1; i < session.arguments().size(); ++i)
        container.edit("command").push(session.arguments()[i]);
    const std::string &restart = flags.text("restart");
    const Value podSpec = Value::map({{"containers", Value::array({std::move(container)})},
                                      {"restartPolicy", restart.empty() ? "OnFailure" : restart}});
    const Value jobSpec = Value::map({{"template", Value::map({{"spec", podSpec}})}});
    Value cronJob = namedObject(session, "batch/v1", "CronJob", name);
    cronJob.set("spec", Value::map({{"schedule", flags.text("schedule")},
                                    {"jobTemplate", Value::map({{"metadata", Value::map({{"name", name}})},
                                                                {"spec", jobSpec}})}}));
    return cronJob;
}

client::Task<int> runCreateCronJob(Session &session)
{
    return runCreation(
        session,
        {.type = {"batch", "v1", "cronjobs"}, .failure = "failed to create cronjob: ", .object = cronJobOf});
}

constexpr FlagSpec kCronJobFlags[]{
    {"image", 0, FlagType::Text, "", "The image of the container."},
    {"schedule", 0, FlagType::Text, "",
     "When it runs: minute, hour, day of the month, month, day of the week."},
    {"restart", 0, FlagType::Text, "",
     "OnFailure or Never: whether a container that fails is started again in place."},
};

} // namespace

const Command kCreateCronJob{
    .path = "create cronjob",
    .usage = "NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...] [flags]",
    .brief = "Create a cron job with the specified name",
    .text = "Makes a CronJob, which makes a Job again and again.",
    .examples = "kubectl create cronjob clock --image=busybox --schedule=\"*/1 * * * *\" -- date",
    .flags = creationFlags(kCronJobFlags),
    .run = runCreateCronJob,
    .required = {"image", "schedule"},
    .aliases = {"cj"},
};

} // namespace minato::shell::kubectl
