// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/request_encoder.h"

#include "kube/json.h"
#include "kube/patch_media_type.h"

#include <array>
#include <format>

namespace minato::remote {
namespace {

using api::Representation;
using api::Verb;

std::string pathOf(const api::Request &request)
{
    if (!request.rawPath.empty())
        return request.rawPath;
    const auto &resource = request.resource;
    std::string path = resource.group.empty() ? std::format("/api/{}", resource.version)
                                              : std::format("/apis/{}/{}", resource.group, resource.version);
    if (!request.ns.empty())
        path += "/namespaces/" + request.ns;
    path += "/" + resource.resource;
    if (!request.name.empty())
        path += "/" + request.name;
    if (!request.subresource.empty())
        path += "/" + request.subresource;
    return path;
}

std::string methodOf(Verb verb)
{
    constexpr std::array<const char *, 7> kMethods{"GET", "GET", "POST", "PUT", "PATCH", "DELETE", "DELETE"};
    return kMethods[static_cast<std::size_t>(verb)];
}

std::string contentTypeOf(const api::Request &request)
{
    if (const auto patch = kube::mediaTypeOf(request.patchType); !patch.empty())
        return std::string(patch);
    return request.body.isNull() ? std::string() : "application/json";
}

std::string acceptOf(const api::Request &request, Exchange exchange)
{
    constexpr std::string_view kMeta = ";g=meta.k8s.io;v=v1,application/json";
    if (exchange == Exchange::Stream)
        return "*/*";
    if (const auto as = request.parameter("as"); !as.empty())
        return std::format("application/json;g=apidiscovery.k8s.io;v={};as={},application/json",
                           request.parameter("v"), as);
    if (request.as == Representation::Table)
        return std::format("application/json;as=Table{}", kMeta);
    if (request.as == Representation::PartialObjectMetadata) {
        const bool isList = request.verb == Verb::List && exchange == Exchange::Send;
        return std::format("application/json;as=PartialObjectMetadata{}{}", isList ? "List" : "", kMeta);
    }
    return "application/json";
}

} // namespace

HttpRequest encodeRequest(const api::Request &request, Exchange exchange)
{
    HttpRequest http{.method = methodOf(request.verb),
                     .path = pathOf(request),
                     .accept = acceptOf(request, exchange),
                     .contentType = contentTypeOf(request),
                     .userAgent = request.userAgent};
    for (const auto &[key, value] : request.query) {
        const bool isMediaType = !request.rawPath.empty() && (key == "as" || key == "v");
        if (!isMediaType)
            http.query.emplace_back(key, value);
    }
    if (exchange == Exchange::Watch && request.parameter("watch").empty())
        http.query.emplace_back("watch", "true");
    if (!request.body.isNull())
        http.body = kube::toJson(request.body);
    return http;
}

} // namespace minato::remote
