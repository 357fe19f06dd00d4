// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/access.h"

#include "remote/access_rules.h"
#include "remote/files.h"

#include <format>

namespace minato::remote {
namespace {

using Kind = Trouble::Kind;
using Section = Entry::Section;

std::string namesOf(const Kubeconfig &config)
{
    std::string names;
    for (const auto &[name, context] : config.contexts)
        names += (names.empty() ? "" : ", ") + name;
    return names;
}

std::unexpected<Troubles> onlyTrouble(Trouble trouble)
{
    return std::unexpected(Troubles{std::move(trouble)});
}

/// What the context refers to, as far as it is there.
void resolve(const Kubeconfig &config, const ConfigContext &context, Access &access, Troubles &troubles)
{
    const Entry entry{Section::Context, access.context};
    const auto report = [&](Kind kind, const std::string &field, const std::string &detail) {
        troubles.push_back({kind, context.place, entry, field, detail});
    };
    if (context.cluster.empty())
        report(Kind::ContextLacksField, "cluster", {});
    else if (const auto it = config.clusters.find(context.cluster); it != config.clusters.end())
        access.cluster = it->second;
    else
        report(Kind::UnknownCluster, {}, context.cluster);
    if (context.user.empty())
        return; // nobody: a cluster may let anonymous users look
    if (const auto it = config.users.find(context.user); it != config.users.end())
        access.user = it->second;
    else
        report(Kind::UnknownUser, {}, context.user);
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos
               ? std::string()
               : std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

} // namespace

Checked<Access> accessOf(const Kubeconfig &config, std::string_view context)
{
    if (config.isEmpty())
        return onlyTrouble({.kind = Kind::NothingConfigured});
    Access access;
    access.context = context.empty() ? config.currentContext : std::string(context);
    if (access.context.empty())
        return onlyTrouble({.kind = Kind::NoCurrentContext, .detail = namesOf(config)});
    const auto it = config.contexts.find(access.context);
    if (it == config.contexts.end())
        return onlyTrouble({.kind = Kind::UnknownContext,
                            .entry = {Section::Context, access.context},
                            .detail = namesOf(config)});
    if (!it->second.ns.empty())
        access.ns = it->second.ns;
    access.clusterEntry = {Section::Cluster, it->second.cluster};
    access.userEntry = {Section::User, it->second.user};
    Troubles troubles;
    resolve(config, it->second, access, troubles);
    if (troubles.empty()) {
        checkCluster(access, troubles);
        checkUser(access, troubles);
    }
    if (!troubles.empty())
        return std::unexpected(std::move(troubles));
    return access;
}

PodSurroundings PodSurroundings::fromEnvironment()
{
    PodSurroundings surroundings;
    surroundings.host = environmentVariable("KUBERNETES_SERVICE_HOST");
    surroundings.port = environmentVariable("KUBERNETES_SERVICE_PORT");
    return surroundings;
}

bool PodSurroundings::isPod() const
{
    return !host.empty() && !port.empty() && readWholeFile(folder + "/token");
}

Checked<Access> accessOfPod(const PodSurroundings &surroundings)
{
    Access access;
    access.context = "in-cluster";
    access.clusterEntry = {Section::Cluster, access.context};
    access.userEntry = {Section::User, access.context};
    const bool isIpv6 = surroundings.host.contains(':');
    access.cluster.server = std::format(
        "https://{}:{}", isIpv6 ? "[" + surroundings.host + "]" : surroundings.host, surroundings.port);
    access.cluster.authority.path = surroundings.folder + "/ca.crt";
    access.user.tokenFile = surroundings.folder + "/token";
    if (const auto ns = readWholeFile(surroundings.folder + "/namespace"); ns && !trimmed(*ns).empty())
        access.ns = trimmed(*ns);
    Troubles troubles;
    checkCluster(access, troubles);
    checkUser(access, troubles);
    if (!troubles.empty())
        return std::unexpected(std::move(troubles));
    return access;
}

} // namespace minato::remote
