// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/manifest_types.h"

#include "shell/kubectl/discovery.h"
#include "shell/kubectl/session.h"

#include <algorithm>

namespace minato::session {
namespace {

using shell::kubectl::ApiResource;
using shell::kubectl::Discovery;

api::Request discoveryRequest(std::string_view path)
{
    return {.verb = api::Verb::Get,
            .query = {{"as", "APIGroupDiscoveryList"}, {"v", "v2"}},
            .rawPath = std::string(path)};
}

std::vector<OfferedKind> writable(const Discovery &discovery)
{
    std::vector<OfferedKind> kinds;
    for (const Discovery::Entry &entry : discovery.entries()) {
        const ApiResource &type = entry.resource;
        if (type.can("create") && type.can("get"))
            kinds.push_back({type.gvr.groupVersion(), type.kind});
    }
    std::ranges::stable_sort(kinds, {}, &OfferedKind::kind);
    return kinds;
}

} // namespace

client::Task<KindsAnswer> offeredKinds(api::KubeTransport &transport)
{
    KindsAnswer answer;
    Discovery discovery;
    for (const std::string_view path : {"/api", "/apis"}) {
        const auto got = co_await client::send(transport, discoveryRequest(path));
        if (!got) {
            answer.refusal = got.error().message;
            co_return answer;
        }
        discovery.addAggregated(shell::kubectl::valueOf(got->payload));
    }
    answer.kinds = writable(discovery);
    co_return answer;
}

client::Task<SchemasAnswer> schemasOf(api::KubeTransport &transport, std::string apiVersion)
{
    SchemasAnswer answer{.apiVersion = std::move(apiVersion), .schemas = {}, .refusal = {}};
    std::string path = answer.apiVersion.contains('/') ? "/openapi/v3/apis/" : "/openapi/v3/api/";
    path += answer.apiVersion;
    api::Request request{.verb = api::Verb::Get, .rawPath = std::move(path)};
    const auto got = co_await client::send(transport, std::move(request));
    if (!got)
        answer.refusal = got.error().message;
    else
        answer.schemas = shell::kubectl::valueOf(got->payload).at("components", "schemas");
    co_return answer;
}

} // namespace minato::session
