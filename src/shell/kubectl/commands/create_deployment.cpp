// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create deployment, kubectl create namespace. Mirrors kubectl/pkg/cmd/create (create_deployment.go,
// create_namespace.go).
#include "kube/names.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/create.h"
#include "shell/kubectl/validation.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// "registry/team/nginx:1.25" runs in a container "nginx"; dots and underscores become dashes, with a suffix
/// that keeps such names apart (upstream draws it at random).
std::string containerName(std::string_view image)
{
    std::string name(image.substr(image.rfind('/') == std::string_view::npos ? 0 : image.rfind('/') + 1));
    name = name.substr(0, name.find(':'));
    name = name.substr(0, name.find('@'));
    if (name.find_first_of("_.") == std::string::npos)
        return name;
    std::ranges::replace_if(name, [](char c) { return c == '_' || c == '.'; }, '-');
    base::RandomStream random(0, image);
    return name + "-" + kube::randomSuffix(random);
}

Value wordsOf(const std::vector<std::string> &words)
{
    Value list = Value::emptyArray();
    for (const std::string &word : words)
        list.push(word);
    return list;
}

Value deploymentOf(const Session &session, const std::string &name, const std::vector<std::string> &command)
{
    const Flags &flags = session.flags();
    Value containers = Value::emptyArray();
    for (const std::string &image : flags.list("image")) {
        Value container = Value::map({{"name", containerName(image)}, {"image", image}});
        if (!command.empty())
            container.set("command", wordsOf(command));
        containers.push(std::move(container));
    }
    if (flags.number("port") >= 0 && containers.size() > 0)
        containers.edit(std::size_t{0})
            .set("ports", Value::array({Value::map({{"containerPort", flags.number("port")}})}));
    const Value labels = Value::map({{"app", name}});
    Value metadata = Value::map({{"name", name}, {"labels", labels}});
    if (session.hasExplicitNamespace())
        metadata.set("namespace", session.ns());
    return Value::map(
        {{"apiVersion", "apps/v1"},
         {"kind", "Deployment"},
         {"metadata", std::move(metadata)},
         {"spec",
          Value::map(
              {{"replicas", flags.number("replicas")},
               {"selector", Value::map({{"matchLabels", labels}})},
               {"template", Value::map({{"metadata", Value::map({{"labels", labels}})},
                                        {"spec", Value::map({{"containers", std::move(containers)}})}})}})}});
}

/// Words after the name, before and after "--": the command of the container.
std::vector<std::string> commandOf(const Session &session)
{
    return {session.arguments().begin() + 1, session.arguments().end()};
}

client::Task<int> runCreateDeployment(Session &session)
{
    const auto name = nameArgument(session);
    if (!name)
        co_return session.fail(name.error());
    const auto plan = createPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    const auto command = commandOf(session);
    if (session.flags().list("image").size() > 1 && !command.empty())
        co_return session.fail("cannot specify multiple --image options and command");
    auto created = co_await createTyped(session, kube::resources::kDeployments, session.ns(),
                                        deploymentOf(session, *name, command), *plan);
    if (!created)
        co_return session.fail("failed to create deployment: " + created.error().message());
    co_return printCreated(session, *std::move(created), *plan);
}

client::Task<int> runCreateNamespace(Session &session)
{
    const auto name = nameArgument(session);
    if (!name)
        co_return session.fail(name.error());
    const auto plan = createPlan(session);
    if (!plan)
        co_return session.fail(plan.error());
    Value object = Value::map(
        {{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", Value::map({{"name", *name}})}});
    auto created = co_await createTyped(session, kube::resources::kNamespaces, "", std::move(object), *plan);
    if (!created)
        co_return session.fail(created.error());
    co_return printCreated(session, *std::move(created), *plan);
}

constexpr FlagSpec kDeploymentFlags[]{
    {"image", 0, FlagType::List, "[]", "The image of the container; several make several containers."},
    {"port", 0, FlagType::Int32, "-1", "The port at which the container listens."},
    {"replicas", 'r', FlagType::Int32, "1", "How many Pods."},
};

} // namespace

Result<std::string> nameArgument(const Session &session)
{
    const std::size_t count = std::min(session.flags().argumentsBeforeDashes(), session.arguments().size());
    if (count == 1)
        return session.arguments().front();
    return std::unexpected(Error("exactly one NAME is required, got " + std::to_string(count) +
                                 "\nSee 'kubectl " + std::string(session.command().path) +
                                 " -h' for help and examples"));
}

const Command kCreateDeployment{
    .path = "create deployment",
    .usage = "NAME --image=image -- [COMMAND] [args...]",
    .brief = "Create a deployment with the specified name",
    .text = "Makes a Deployment whose Pods carry the label app=NAME.",
    .examples = "# Three Pods of nginx\n"
                "kubectl create deployment web --image=nginx --replicas=3\n\n"
                "# Only look at what would be created\n"
                "kubectl create deployment web --image=nginx --dry-run=client -o yaml\n\n"
                "# With another command than the image's own\n"
                "kubectl create deployment clock --image=busybox -- date",
    .flags = {kDeploymentFlags, createFlags(), validateFlags(), dryRunFlags(), printFlags()},
    .run = runCreateDeployment,
    .required = {"image"},
    .aliases = {"deploy"},
};

const Command kCreateNamespace{
    .path = "create namespace",
    .usage = "NAME [--dry-run=server|client|none]",
    .brief = "Create a namespace with the specified name",
    .text = "Makes a room of its own for names.",
    .examples = "# A namespace, and a Deployment in it\n"
                "kubectl create namespace blue\n"
                "kubectl create deployment web --image=nginx -n blue",
    .flags = {createFlags(), validateFlags(), dryRunFlags(), printFlags()},
    .run = runCreateNamespace,
    .aliases = {"ns"},
};

} // namespace minato::shell::kubectl
