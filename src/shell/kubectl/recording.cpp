// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/recording.h"

#include <algorithm>

namespace minato::shell::kubectl {

FlagSpecs recordFlags()
{
    static constexpr FlagSpec flags[]{
        {"record", 0, FlagType::Bool, "false", "Deprecated: note this command as the cause of the change."}};
    return flags;
}

bool recordsChange(const Session &session)
{
    return session.flags().isTrue("record");
}

std::string commandLine(const Session &session)
{
    std::string text = "kubectl " + std::string(session.command().path);
    for (const std::string &argument : session.arguments())
        text += " " + argument;
    for (const auto &[name, value] : session.flags().given())
        text += " --" + name + "=" + value;
    return text;
}

client::Task<void> recordChange(Session &session, Fetched item, DryRun dryRun)
{
    if (!recordsChange(session))
        co_return;
    api::Request request = changeRequest(api::Verb::Patch, *item.type, *item.object, "", dryRun);
    request.patchType = kube::PatchType::Merge;
    request.body.edit("metadata").edit("annotations").set("kubernetes.io/change-cause", commandLine(session));
    const auto ignored = co_await session.send(std::move(request));
    static_cast<void>(ignored);
}

} // namespace minato::shell::kubectl
