// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"
#include "kube/patch.h"
#include "kube/resource.h"
#include "kube/status.h"
#include "kube/table.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace minato::api {

enum class Verb : std::uint8_t { Get, List, Create, Update, Patch, Delete, DeleteCollection };

/// How the answer is wanted: the `as=` of the Accept header.
enum class Representation : std::uint8_t { Object, Table, PartialObjectMetadata };

/// Query parameters under the API's own names ("labelSelector", "limit", "dryRun", "fieldManager", …);
/// ordered, so that equal requests serialise equally. Booleans are "true".
using Query = std::map<std::string, std::string, std::less<>>;

/// One request to a Kubernetes API server, decoded.
struct Request {
    Verb verb = Verb::Get;
    kube::GroupVersionResource resource;
    std::string subresource; ///< "status", "scale", "binding", "log", …
    std::string ns;          ///< empty: cluster-scoped, or all namespaces for a list or watch
    std::string name;
    Query query;
    Representation as = Representation::Object;
    kube::Value body;                         ///< object, patch or DeleteOptions
    std::vector<std::string> duplicateFields; ///< keys that the body's text had twice: "spec.replicas"
    kube::PatchType patchType = kube::PatchType::None;
    std::string userAgent = "minato"; ///< the default field manager
    std::string rawPath;              ///< "/version", "/openapi/v3/…": a Get outside the resources

    [[nodiscard]] std::string_view parameter(std::string_view key) const
    {
        const auto it = query.find(key);
        return it == query.end() ? std::string_view() : std::string_view(it->second);
    }
};

/// Text that is not an object: a log, /metrics.
struct Bytes {
    std::string contentType, data;
};

/// Decoded and immutable: the in-process path never serialises, and payloads may cross threads. A Value is an
/// answer without metadata (discovery, /version, OpenAPI, an `autoscaling/v1 Scale` is an Object).
using Payload =
    std::variant<std::monostate, kube::ObjectPtr, kube::ObjectList, kube::Table, kube::Value, Bytes>;

struct Response {
    Payload payload;
    bool isCreated = false;            ///< 201 instead of 200
    std::vector<std::string> warnings; ///< texts of `Warning: 299` headers

    [[nodiscard]] const kube::ObjectPtr &object() const { return std::get<kube::ObjectPtr>(payload); }
    [[nodiscard]] const kube::ObjectList &list() const { return std::get<kube::ObjectList>(payload); }
    [[nodiscard]] const kube::Table &table() const { return std::get<kube::Table>(payload); }
};

struct WatchEvent {
    enum class Type : std::uint8_t { Added, Modified, Deleted, Bookmark };
    Type type{};
    kube::ObjectPtr object; ///< a Bookmark's has only kind, apiVersion, metadata.resourceVersion
    std::shared_ptr<const kube::Table> table; ///< one row, when the watch asked for Representation::Table
};

} // namespace minato::api
