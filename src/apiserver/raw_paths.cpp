// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/raw_paths.h"

#include "apiserver/discovery.h"
#include "kube/version.h"

#include <algorithm>
#include <vector>

namespace minato::apiserver {
namespace {

using kube::Value;

Value versionInfo()
{
    return Value::map({{"major", kube::kMirroredMajor},
                       {"minor", kube::kMirroredMinor},
                       {"emulationMajor", kube::kMirroredMajor},
                       {"emulationMinor", kube::kMirroredMinor},
                       {"gitVersion", kube::kMirroredVersion},
                       {"gitCommit", ""},
                       {"gitTreeState", "clean"},
                       {"buildDate", "2026-01-05T00:00:00Z"},
                       {"goVersion", ""},
                       {"compiler", ""},
                       {"platform", "simulated"}});
}

/// "/apis/apps/v1?x" gives {"apis", "apps", "v1"}.
std::vector<std::string_view> segments(std::string_view path)
{
    path = path.substr(0, path.find('?'));
    std::vector<std::string_view> all;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        if (slash != 0)
            all.push_back(path.substr(0, slash));
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
    return all;
}

Value rootPaths(const Registry &registry)
{
    Value paths = Value::array({"/api", "/api/v1", "/apis"});
    for (const auto &[group, versions] : registry.groups()) {
        paths.push("/apis/" + group);
        for (const std::string &version : versions)
            paths.push("/apis/" + group + "/" + version);
    }
    for (const char *path :
         {"/healthz", "/livez", "/metrics", "/openapi/v2", "/openapi/v3", "/readyz", "/version"})
        paths.push(path);
    return Value::map({{"paths", std::move(paths)}});
}

/// Null: there is nothing at that path.
Value discover(const Registry &registry, const api::Request &request,
               const std::vector<std::string_view> &path)
{
    const bool isCore = path[0] == "api";
    if (path.size() == 1 && request.parameter("as") == "APIGroupDiscoveryList")
        return discovery::aggregated(registry, isCore,
                                     request.parameter("v") == "v2beta1" ? "v2beta1" : "v2");
    if (path.size() == 1)
        return isCore ? discovery::coreVersions() : discovery::groupList(registry);
    if (isCore && path.size() == 2)
        return discovery::resourceList(registry, "", path[1]);
    if (!isCore && path.size() == 2)
        return discovery::group(registry, path[1]);
    return !isCore && path.size() == 3 ? discovery::resourceList(registry, path[1], path[2]) : Value();
}

Value describe(OpenApi &openApi, const std::vector<std::string_view> &path)
{
    if (path.size() == 2 && path[1] == "v3")
        return openApi.index();
    if (path.size() == 4 && path[1] == "v3" && path[2] == "api")
        return openApi.document("", path[3]);
    if (path.size() == 5 && path[1] == "v3" && path[2] == "apis")
        return openApi.document(path[3], path[4]);
    return {};
}

Value valueAt(Machinery &machinery, const api::Request &request, const std::vector<std::string_view> &path)
{
    if (path.empty())
        return rootPaths(machinery.registry);
    if (path[0] == "api" || path[0] == "apis")
        return discover(machinery.registry, request, path);
    if (path[0] == "openapi")
        return describe(machinery.openApi, path);
    return path[0] == "version" && path.size() == 1 ? versionInfo() : Value();
}

} // namespace

kube::Result<api::Response> answerRawPath(Machinery &machinery, const api::Request &request)
{
    const auto path = segments(request.rawPath);
    constexpr std::string_view kHealth[] = {"healthz", "livez", "readyz"};
    if (!path.empty() && std::ranges::contains(kHealth, path[0]))
        return api::Response{api::Bytes{"text/plain; charset=utf-8", "ok"}, false, {}};
    if (path.size() == 2 && path[0] == "openapi" && path[1] == "v2")
        return api::Response{
            api::Bytes{"application/com.github.proto-openapi.spec.v2.v1.0+protobuf", machinery.openApi.v2()},
            false,
            {}};
    Value value = valueAt(machinery, request, path);
    if (value.isNull())
        return std::unexpected(kube::Status::noSuchResource());
    return api::Response{std::move(value), false, {}};
}

} // namespace minato::apiserver
