// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/kinds.h"
#include "session/story_changes.h"

namespace minato::session {
namespace {

using Kind = StoryFact::Kind;

std::string_view verbText(api::Verb verb)
{
    switch (verb) {
    case api::Verb::Create:
        return "create";
    case api::Verb::Update:
        return "update";
    case api::Verb::Patch:
        return "patch";
    default:
        return "delete";
    }
}

} // namespace

bool isChange(const api::Request &request)
{
    if (request.verb == api::Verb::Get || request.verb == api::Verb::List || !request.rawPath.empty() ||
        !request.parameter("dryRun").empty())
        return false;
    const std::string_view resource = request.resource.resource;
    return !resource.ends_with("reviews") && resource != "events" && resource != "leases";
}

StoryFact writeFact(const api::Request &request)
{
    const std::string &resource = request.resource.resource;
    const std::string_view known = kindOf(resource);
    std::string kind = known.empty() ? std::string(request.body["kind"].asString()) : std::string(known);
    std::string name =
        request.name.empty() ? std::string(request.body.at("metadata", "name").asString()) : request.name;
    return {.kind = Kind::Write,
            .object = {std::move(kind), request.ns, std::move(name)},
            .text = request.subresource.empty() ? resource : resource + "/" + request.subresource,
            .reason = std::string(verbText(request.verb)),
            .to = static_cast<int>(request.body.at("spec", "replicas").asInt(-1))};
}

StoryFact refusalFact(const api::Request &request, const kube::Status &status)
{
    return {.kind = Kind::Refused,
            .object = {std::string(kindOf(request.resource.resource)), request.ns, request.name},
            .text = status.message,
            .reason = status.reason,
            .isWarning = true};
}

} // namespace minato::session
