// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/response_encoder.h"

#include "kube/json.h"
#include "kube/schema/go_struct_json.h"
#include "kube/yaml.h"

#include <array>

namespace minato::wire {
namespace {

using kube::appendJson;
using kube::appendJsonString;

/// Lists say kind and apiVersion once; their items leave them out, as upstream's typed encoders do.
void appendListItem(std::string &out, const kube::Object &object)
{
    out += '{';
    bool first = true;
    const kube::Value root = object.whole();
    for (const kube::Member &member : root.members()) {
        if (member.key() == "kind" || member.key() == "apiVersion")
            continue;
        if (!std::exchange(first, false))
            out += ',';
        appendJsonString(out, member.key());
        out += ':';
        appendJson(out, member.value);
    }
    out += '}';
}

void appendListMeta(std::string &out, const std::string &version, const std::string &token,
                    std::int64_t remaining)
{
    out += R"("metadata":{)";
    std::string_view separator;
    const auto append = [&](std::string_view key, const std::string &text) {
        if (text.empty())
            return;
        out.append(std::exchange(separator, ",")).append(key);
        appendJsonString(out, text);
    };
    append(R"("resourceVersion":)", version);
    append(R"("continue":)", token);
    if (remaining >= 0)
        out.append(separator).append(R"("remainingItemCount":)").append(std::to_string(remaining));
    out += '}';
}

void appendTypeMeta(std::string &out, std::string_view kind, std::string_view apiVersion)
{
    out += R"({"kind":)";
    appendJsonString(out, kind);
    out += R"(,"apiVersion":)";
    appendJsonString(out, apiVersion);
    out += ',';
}

void appendList(std::string &out, const kube::ObjectList &list)
{
    appendTypeMeta(out, list.kind, list.apiVersion);
    appendListMeta(out, list.resourceVersion, list.continueToken, list.remainingItemCount);
    out += R"(,"items":[)";
    for (bool first = true; const kube::ObjectPtr &item : list.items) {
        if (!std::exchange(first, false))
            out += ',';
        appendListItem(out, *item);
    }
    out += "]}";
}

void appendColumns(std::string &out, const std::vector<kube::TableColumn> &columns)
{
    if (columns.empty()) {
        out += "null";
        return;
    }
    out += '[';
    for (bool first = true; const kube::TableColumn &column : columns) {
        if (!std::exchange(first, false))
            out += ',';
        out += '{';
        const std::array<std::pair<std::string_view, const std::string *>, 4> texts{
            {{"name", &column.name},
             {"type", &column.type},
             {"format", &column.format},
             {"description", &column.description}}};
        for (const auto &[key, text] : texts) {
            appendJsonString(out, key);
            out += ':';
            appendJsonString(out, *text);
            out += ',';
        }
        out += R"("priority":)" + std::to_string(column.priority) + "}";
    }
    out += ']';
}

/// Metadata only, unless the request asked for the whole object or none.
void appendRowObject(std::string &out, const kube::ObjectPtr &object, std::string_view includeObject,
                     std::string_view version)
{
    if (!object || includeObject == "None") {
        out += "null";
    } else if (includeObject == "Object") {
        appendJson(out, object->whole());
    } else {
        appendTypeMeta(out, "PartialObjectMetadata", std::string("meta.k8s.io/").append(version));
        out += R"("metadata":)";
        appendJson(out, object->metadata());
        out += '}';
    }
}

void appendTable(std::string &out, const kube::Table &table, const DecodedRequest &request)
{
    appendTypeMeta(out, "Table", "meta.k8s.io/" + request.tableVersion);
    appendListMeta(out, table.resourceVersion, table.continueToken, table.remainingItemCount);
    out += R"(,"columnDefinitions":)";
    appendColumns(out, table.columns);
    out += R"(,"rows":[)";
    for (bool first = true; const kube::TableRow &row : table.rows) {
        if (!std::exchange(first, false))
            out += ',';
        out += R"({"cells":)";
        appendJson(out, kube::Value(row.cells));
        out += R"(,"object":)";
        appendRowObject(out, row.object, request.request.parameter("includeObject"), request.tableVersion);
        out += '}';
    }
    out += "]}";
}

struct BodyWriter {
    std::string &out;
    const DecodedRequest &request;

    void operator()(std::monostate) const { out += "{}"; }
    void operator()(const kube::ObjectPtr &object) const { appendJson(out, object->whole()); }
    void operator()(const kube::ObjectList &list) const { appendList(out, list); }
    void operator()(const kube::Table &table) const { appendTable(out, table, request); }
    void operator()(const kube::Value &value) const { appendJson(out, value); }
    void operator()(const api::Bytes &bytes) const { out += bytes.data; }
};

/// The aggregated form of discovery is told by its media type; see the media range in the request's Accept.
std::string jsonContentType(const DecodedRequest &request)
{
    const std::string_view version = request.request.parameter("v");
    if (request.request.parameter("as") != "APIGroupDiscoveryList" ||
        (request.request.rawPath != "/api" && request.request.rawPath != "/apis"))
        return "application/json";
    return std::string("application/json;g=apidiscovery.k8s.io;v=").append(version) +
           ";as=APIGroupDiscoveryList";
}

/// What upstream answers indented whoever asks.
bool isAlwaysIndented(const DecodedRequest &request)
{
    const std::string &path = request.request.rawPath;
    return path == "/" || path == "/version" || path == "/version/";
}

/// YAML and indented JSON are for people: the tree is read back from the compact text.
void restyle(HttpResponse &http, const DecodedRequest &request)
{
    const bool isYaml = request.mediaType == MediaType::Yaml;
    if (!isYaml && !request.isPretty && !isAlwaysIndented(request))
        return;
    const auto value = kube::parseJson(http.body);
    if (!value)
        return;
    http.body = isYaml ? kube::toYaml(*value) : kube::goStructJson(*value, kube::GoJson::Served);
    if (isYaml)
        http.contentType = "application/yaml";
}

std::string_view eventName(api::WatchEvent::Type type)
{
    constexpr std::array<std::string_view, 4> kNames{"ADDED", "MODIFIED", "DELETED", "BOOKMARK"};
    return kNames[static_cast<std::size_t>(type)];
}

} // namespace

HttpResponse encodeResponse(const api::Response &response, const DecodedRequest &request)
{
    HttpResponse http{.status = response.isCreated ? 201 : 200, .contentType = jsonContentType(request)};
    std::visit(BodyWriter{http.body, request}, response.payload);
    if (const auto *bytes = std::get_if<api::Bytes>(&response.payload))
        http.contentType = bytes->contentType;
    else
        restyle(http, request);
    for (const std::string &warning : response.warnings) {
        std::string header = "299 - ";
        appendJsonString(header, warning);
        http.headers["Warning"].push_back(std::move(header));
    }
    return http;
}

HttpResponse encodeStatus(const kube::Status &status, bool isPretty)
{
    const kube::Value value = status.toValue();
    HttpResponse http{.status = status.code,
                      .body =
                          isPretty ? kube::goStructJson(value, kube::GoJson::Served) : kube::toJson(value)};
    if (status.retryAfterSeconds > 0)
        http.headers["Retry-After"] = {std::to_string(status.retryAfterSeconds)};
    return http;
}

void appendWatchLine(std::string &out, const api::WatchEvent &event, const DecodedRequest &request)
{
    out += R"({"type":")";
    out += eventName(event.type);
    out += R"(","object":)";
    if (event.table)
        appendTable(out, *event.table, request);
    else
        appendJson(out, event.object->whole());
    out += "}\n";
}

void appendWatchError(std::string &out, const kube::Status &status)
{
    out += R"({"type":"ERROR","object":)";
    appendJson(out, status.toValue());
    out += "}\n";
}

} // namespace minato::wire
