// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/guard_rules.h"

#include <algorithm>
#include <array>

namespace minato::remote {
namespace {

/// The fields that multiply Pods, wherever they stand: a CronJob has them deep inside.
constexpr std::array<std::string_view, 5> kCounts{"replicas", "minReplicas", "maxReplicas", "parallelism",
                                                  "completions"};

/// Reviews answer a question about oneself; they are created, and nothing is kept.
bool isReview(const kube::GroupVersionResource &resource)
{
    return (resource.group == "authorization.k8s.io" || resource.group == "authentication.k8s.io") &&
           resource.resource.starts_with("selfsubject");
}

bool isCount(std::string_view field)
{
    return std::ranges::contains(kCounts, field);
}

} // namespace

bool changesNothing(const api::Request &request)
{
    // What a proxy's GET does is up to whoever is behind it.
    if (request.verb == api::Verb::Get || request.verb == api::Verb::List)
        return request.subresource != "proxy" && !request.rawPath.contains("/proxy/") &&
               !request.rawPath.ends_with("/proxy") && request.subresource != "exec" &&
               request.subresource != "attach";
    return request.parameter("dryRun") == "All" || isReview(request.resource);
}

std::int64_t replicasAskedFor(const kube::Value &body)
{
    std::int64_t most = 0;
    for (const kube::Member &member : body.members())
        most = std::max(most, isCount(member.key()) ? member.value.asInt() : replicasAskedFor(member.value));
    for (const kube::Value &item : body.items())
        most = std::max(most, replicasAskedFor(item));
    // An operation of a JSON patch names the field apart from its value.
    const std::string_view path = body["path"].asString();
    return isCount(path.substr(path.rfind('/') + 1)) ? std::max(most, body["value"].asInt()) : most;
}

std::string targetOf(const api::Request &request)
{
    std::string target = request.ns.empty() ? std::string() : request.ns + "/";
    target += request.resource.resource;
    const std::string_view name =
        request.name.empty() ? request.body.at("metadata", "name").asString() : request.name;
    if (!name.empty())
        target += "/" + std::string(name);
    return target;
}

} // namespace minato::remote
