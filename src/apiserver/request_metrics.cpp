// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/request_metrics.h"

#include <format>
#include <utility>

namespace minato::apiserver {
namespace {

std::string_view verbName(api::Verb verb)
{
    switch (verb) {
    case api::Verb::Get:
        return "GET";
    case api::Verb::List:
        return "LIST";
    case api::Verb::Create:
        return "POST";
    case api::Verb::Update:
        return "PUT";
    case api::Verb::Patch:
        return "PATCH";
    case api::Verb::Delete:
        return "DELETE";
    case api::Verb::DeleteCollection:
        return "DELETECOLLECTION";
    }
    std::unreachable();
}

std::string_view scopeOf(const api::Request &request)
{
    if (!request.name.empty())
        return "resource";
    return request.ns.empty() ? "cluster" : "namespace";
}

void appendHead(std::string &out, std::string_view name, std::string_view help, std::string_view type)
{
    out += std::format("# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

} // namespace

void RequestMetrics::count(const api::Request &request, const kube::Result<api::Response> &response)
{
    int code = 200;
    if (!response)
        code = response.error().code;
    else if (response->isCreated)
        code = 201;
    add(request, verbName(request.verb), code);
}

void RequestMetrics::countLasting(const api::Request &request, std::string_view verb)
{
    add(request, verb, 200);
}

void RequestMetrics::add(const api::Request &request, std::string_view verb, int code)
{
    Key key{.verb = std::string(verb), .code = code};
    if (const Kind *kind = request.rawPath.empty() ? m_registry->find(request.resource) : nullptr) {
        const std::string_view subresource =
            std::string_view(request.subresource).substr(0, request.subresource.find('/'));
        key.group = request.resource.group;
        key.resource = request.resource.resource;
        key.version = request.resource.version;
        key.scope = scopeOf(request);
        if (subresource == "status" || kind->subresource(subresource))
            key.subresource = subresource;
    }
    ++m_counts[std::move(key)];
}

std::string RequestMetrics::text(const Machinery &machinery, std::size_t watchers) const
{
    std::string out;
    appendHead(out, "apiserver_longrunning_requests", "Watches that are open.", "gauge");
    out += std::format("apiserver_longrunning_requests{{verb=\"WATCH\"}} {}\n", watchers);
    appendHead(out, "apiserver_request_total",
               "Requests that have been answered, and watches that have begun.", "counter");
    for (const auto &[key, count] : m_counts)
        out += std::format(
            "apiserver_request_total{{code=\"{}\",component=\"apiserver\",group=\"{}\",resource=\"{}\","
            "scope=\"{}\",subresource=\"{}\",verb=\"{}\",version=\"{}\"}} {}\n",
            key.code, key.group, key.resource, key.scope, key.subresource, key.verb, key.version, count);
    appendHead(out, "apiserver_storage_objects", "Objects that are stored, by kind.", "gauge");
    std::map<std::string, std::size_t> objects;
    for (const Kind &kind : machinery.registry.kinds()) {
        if (kind.measurement)
            continue;
        const std::string resource(kind.resource), group(kind.group);
        if (const auto count = machinery.store.count(kind.bucket))
            objects[group.empty() ? resource : resource + "." + group] = count;
    }
    for (const auto &[resource, count] : objects)
        out += std::format("apiserver_storage_objects{{resource=\"{}\"}} {}\n", resource, count);
    return out;
}

} // namespace minato::apiserver
