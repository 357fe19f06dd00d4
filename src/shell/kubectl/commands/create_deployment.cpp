// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create deployment, kubectl create namespace. Mirrors kubectl/pkg/cmd/create (create_deployment.go,
// create_namespace.go).
#include "kube/names.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/create.h"

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

/// Words after the name, before and after "--": the command of the container.
std::vector<std::string> commandOf(const Session &session)
{
    return {session.arguments().begin() + 1, session.arguments().end()};
}

Result<Value> deploymentOf(const Session &session, const std::string &name)
{
    const Flags &flags = session.flags();
    const auto command = commandOf(session);
    if (flags.list("image").size() > 1 && !command.empty())
        return std::unexpected(Error("cannot specify multiple --image options and command"));
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
    Value deployment = namedObject(session, "apps/v1", "Deployment", name);
    deployment.edit("metadata").set("labels", labels);
    deployment.set(
        "spec", Value::map({{"replicas", flags.number("replicas")},
                            {"selector", Value::map({{"matchLabels", labels}})},
                            {"template",
                             Value::map({{"metadata", Value::map({{"labels", labels}})},
                                         {"spec", Value::map({{"containers", std::move(containers)}})}})}}));
    return deployment;
}

client::Task<int> runCreateDeployment(Session &session)
{
    return runCreation(session, {.type = kube::resources::kDeployments,
                                 .failure = "failed to create deployment: ",
                                 .object = deploymentOf});
}

Result<Value> namespaceOf(const Session &, const std::string &name)
{
    return Value::map(
        {{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", Value::map({{"name", name}})}});
}

client::Task<int> runCreateNamespace(Session &session)
{
    return runCreation(
        session,
        {.type = kube::resources::kNamespaces, .isNamespaced = false, .failure = "", .object = namespaceOf});
}

constexpr FlagSpec kDeploymentFlags[]{
    {"image", 0, FlagType::List, "[]", "The image of the container; several make several containers."},
    {"port", 0, FlagType::Int32, "-1", "The port at which the container listens."},
    {"replicas", 'r', FlagType::Int32, "1", "How many Pods."},
};

} // namespace

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
    .flags = creationFlags(kDeploymentFlags),
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
    .flags = creationFlags(),
    .run = runCreateNamespace,
    .aliases = {"ns"},
};

} // namespace minato::shell::kubectl
