// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/response_decoder.h"

#include "kube/json.h"

#include <format>
#include <optional>

namespace minato::remote {
namespace {

using kube::Status;
using kube::Value;

std::unexpected<Status> notTheAnswer(std::string_view why)
{
    return std::unexpected(
        Status::internal(std::format("the server's answer is not what was asked for: {}", why)));
}

struct ListMeta {
    std::string resourceVersion, continueToken;
    std::int64_t remaining;

    explicit ListMeta(const Value &metadata)
        : resourceVersion(metadata["resourceVersion"].asString()),
          continueToken(metadata["continue"].asString()),
          remaining(metadata["remainingItemCount"].asInt(-1))
    {
    }
};

/// Items of a list leave out what the list says once.
kube::ObjectList listFrom(const Value &value)
{
    kube::ObjectList list;
    list.kind = value["kind"].asString();
    list.apiVersion = value["apiVersion"].asString();
    const ListMeta meta(value["metadata"]);
    list.resourceVersion = meta.resourceVersion;
    list.continueToken = meta.continueToken;
    list.remainingItemCount = meta.remaining;
    const std::string_view itemKind = std::string_view(list.kind).substr(0, list.kind.size() - 4);
    for (const Value &each : value["items"].items()) {
        Value item = each;
        if (!item.contains("kind")) {
            item.set("kind", itemKind);
            item.set("apiVersion", list.apiVersion);
        }
        list.items.push_back(kube::makeObject(std::move(item)));
    }
    return list;
}

kube::Table tableFrom(const Value &value)
{
    kube::Table table;
    const ListMeta meta(value["metadata"]);
    table.resourceVersion = meta.resourceVersion;
    table.continueToken = meta.continueToken;
    table.remainingItemCount = meta.remaining;
    for (const Value &column : value["columnDefinitions"].items())
        table.columns.push_back({.name = std::string(column["name"].asString()),
                                 .type = std::string(column["type"].asString()),
                                 .format = std::string(column["format"].asString()),
                                 .description = std::string(column["description"].asString()),
                                 .priority = static_cast<int>(column["priority"].asInt())});
    for (const Value &row : value["rows"].items()) {
        const auto cells = row["cells"].items();
        const Value &object = row["object"];
        table.rows.push_back({.cells = {cells.begin(), cells.end()},
                              .object = object.isMap() ? kube::makeObject(object) : nullptr});
    }
    return table;
}

api::Payload payloadFrom(Value value, const api::Request &request)
{
    const std::string_view kind = value["kind"].asString();
    if (!request.rawPath.empty())
        return value;
    if (kind == "Table")
        return tableFrom(value);
    if (kind.ends_with("List") && value["items"].isArray())
        return listFrom(value);
    if (kind != "Status" && value["metadata"].isMap())
        return kube::makeObject(std::move(value));
    return value;
}

/// The text between the quotes of `299 - "text"`.
std::string warningText(std::string_view header)
{
    const auto quote = header.find('"');
    if (quote == std::string_view::npos)
        return std::string(header);
    const auto text = kube::parseJson(header.substr(quote, header.rfind('"') - quote + 1));
    return std::string(text ? text->asString() : header.substr(quote));
}

std::optional<api::WatchEvent::Type> eventType(std::string_view name)
{
    using Type = api::WatchEvent::Type;
    if (name == "ADDED")
        return Type::Added;
    if (name == "MODIFIED")
        return Type::Modified;
    if (name == "DELETED")
        return Type::Deleted;
    if (name == "BOOKMARK")
        return Type::Bookmark;
    return std::nullopt;
}

} // namespace

Status decodeStatus(const HttpResponse &http)
{
    const auto value = kube::parseJson(http.body);
    if (value && (*value)["kind"].asString() == "Status")
        return Status::fromValue(*value);
    Status status;
    status.code = http.status;
    status.reason = "InternalError";
    status.message = std::format("an error on the server (\"{}\") has prevented the request from succeeding",
                                 http.body.empty() ? "unknown" : http.body);
    return status;
}

kube::Result<api::Response> decodeResponse(const HttpResponse &http, const api::Request &request)
{
    if (http.status >= 400)
        return std::unexpected(decodeStatus(http));
    if (http.status >= 300)
        return notTheAnswer(std::format("status {}", http.status));
    api::Response response;
    response.isCreated = http.status == 201;
    for (const std::string &warning : http.warnings)
        response.warnings.push_back(warningText(warning));
    const bool mayBeText = !request.rawPath.empty() || !request.subresource.empty();
    if (!http.contentType.starts_with("application/json")) {
        if (!mayBeText)
            return notTheAnswer(http.contentType);
        response.payload = api::Bytes{http.contentType, http.body};
        return response;
    }
    auto value = kube::parseJson(http.body);
    if (!value)
        return notTheAnswer(base::toString(value.error().front()));
    response.payload = payloadFrom(*std::move(value), request);
    const bool isCollection = request.verb == api::Verb::List && request.rawPath.empty();
    if (isCollection && !std::holds_alternative<kube::ObjectList>(response.payload) &&
        !std::holds_alternative<kube::Table>(response.payload))
        return notTheAnswer("no list");
    return response;
}

std::optional<kube::Result<api::WatchEvent>> decodeWatchLine(std::string_view line)
{
    const auto value = kube::parseJson(line);
    if (!value)
        return std::nullopt;
    const Value &object = (*value)["object"];
    const std::string_view name = (*value)["type"].asString();
    if (name == "ERROR")
        return std::unexpected(Status::fromValue(object));
    const auto type = eventType(name);
    if (!type || !object.isMap())
        return std::nullopt;
    api::WatchEvent event{.type = *type};
    if (object["kind"].asString() != "Table") {
        event.object = kube::makeObject(object);
        return event;
    }
    auto table = std::make_shared<kube::Table>(tableFrom(object));
    event.object = table->rows.empty() ? kube::makeObject(Value::emptyMap()) : table->rows.front().object;
    event.table = std::move(table);
    return event;
}

} // namespace minato::remote
