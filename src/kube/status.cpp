// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/status.h"

#include "kube/go_quote.h"

#include <algorithm>
#include <format>

namespace minato::kube {
namespace {

Status about(const GroupVersionResource &resource, std::string_view name, int code, std::string_view reason)
{
    return {.code = code,
            .reason = std::string(reason),
            .name = std::string(name),
            .group = resource.group,
            .kind = resource.resource};
}

Status plain(int code, std::string_view reason, std::string_view message)
{
    return {.code = code, .reason = std::string(reason), .message = std::string(message)};
}

/// `deployments.apps "web"`
std::string quoted(const GroupVersionResource &resource, std::string_view name)
{
    return resource.groupResource() + ' ' + goQuote(name);
}

/// "e1" or "[e1, e2]"; the same error is told once.
std::string aggregate(const std::vector<StatusCause> &causes)
{
    std::vector<std::string> texts;
    for (const StatusCause &cause : causes) {
        std::string text = cause.field + ": " + cause.message;
        if (!std::ranges::contains(texts, text))
            texts.push_back(std::move(text));
    }
    if (texts.size() == 1)
        return texts.front();
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? "[" : ", ") + text;
    return all + "]";
}

void setUnlessEmpty(Value &map, std::string_view key, std::string_view text)
{
    if (!text.empty())
        map.set(key, text);
}

Value causesValue(const std::vector<StatusCause> &causes)
{
    Value list;
    for (const StatusCause &cause : causes) {
        Value entry = Value::emptyMap();
        setUnlessEmpty(entry, "reason", cause.reason);
        setUnlessEmpty(entry, "message", cause.message);
        setUnlessEmpty(entry, "field", cause.field);
        list.push(std::move(entry));
    }
    return list;
}

/// Null when there is nothing to tell, as upstream's nil pointer.
Value detailsValue(const Status &status)
{
    Value details;
    setUnlessEmpty(details, "name", status.name);
    setUnlessEmpty(details, "group", status.group);
    setUnlessEmpty(details, "kind", status.kind);
    setUnlessEmpty(details, "uid", status.uid);
    if (!status.causes.empty())
        details.set("causes", causesValue(status.causes));
    if (status.retryAfterSeconds != 0)
        details.set("retryAfterSeconds", status.retryAfterSeconds);
    // Where nothing is named (a 404 for an unknown path), these two have details all the same, empty ones.
    if (details.isNull() && (status.isReason("NotFound") || status.isReason("Forbidden")))
        return Value::emptyMap();
    return details;
}

std::vector<StatusCause> readCauses(const Value &causes)
{
    std::vector<StatusCause> result;
    for (const Value &cause : causes.items())
        result.push_back({std::string(cause["reason"].asString()), std::string(cause["message"].asString()),
                          std::string(cause["field"].asString())});
    return result;
}

} // namespace

Status Status::notFound(const GroupVersionResource &resource, std::string_view name)
{
    Status status = about(resource, name, 404, "NotFound");
    status.message = quoted(resource, name) + " not found";
    return status;
}

Status Status::alreadyExists(const GroupVersionResource &resource, std::string_view name)
{
    Status status = about(resource, name, 409, "AlreadyExists");
    status.message = quoted(resource, name) + " already exists";
    return status;
}

Status Status::conflict(const GroupVersionResource &resource, std::string_view name, std::string_view why)
{
    Status status = about(resource, name, 409, "Conflict");
    status.message = std::format("Operation cannot be fulfilled on {}: {}", quoted(resource, name), why);
    return status;
}

Status Status::invalid(const GroupVersionKind &kind, std::string_view name, std::vector<StatusCause> causes)
{
    Status status{.code = 422,
                  .reason = "Invalid",
                  .name = std::string(name),
                  .group = kind.group,
                  .kind = kind.kind,
                  .causes = std::move(causes)};
    const std::string groupKind = kind.group.empty() ? kind.kind : kind.kind + "." + kind.group;
    status.message = std::format("{} {} is invalid", groupKind, goQuote(name));
    if (!status.causes.empty())
        status.message += ": " + aggregate(status.causes);
    return status;
}

Status Status::badRequest(std::string_view message)
{
    return plain(400, "BadRequest", message);
}

Status Status::forbidden(const GroupVersionResource &resource, std::string_view name, std::string_view why)
{
    Status status = about(resource, name, 403, "Forbidden");
    if (resource.resource.empty())
        status.message = std::format("forbidden: {}", why);
    else
        status.message = std::format("{} is forbidden: {}",
                                     name.empty() ? resource.groupResource() : quoted(resource, name), why);
    return status;
}

Status Status::methodNotAllowed(const GroupVersionResource &resource, std::string_view verb)
{
    Status status = about(resource, {}, 405, "MethodNotAllowed");
    status.message = verb.empty() ? "the server does not allow this method on the requested resource"
                                  : std::format("{} is not supported on resources of kind {}", verb,
                                                goQuote(resource.groupResource()));
    return status;
}

Status Status::noSuchResource()
{
    return plain(404, "NotFound", "the server could not find the requested resource");
}

Status Status::expired(std::string_view message)
{
    return plain(410, "Expired", message);
}

Status Status::internal(std::string_view message)
{
    Status status = plain(500, "InternalError", std::format("Internal error occurred: {}", message));
    status.causes.push_back({.message = std::string(message)});
    return status;
}

Value Status::toValue() const
{
    Value value =
        Value::map({{"kind", "Status"}, {"apiVersion", "v1"}, {"status", "Failure"}, {"code", code}});
    Value metadata = Value::emptyMap();
    setUnlessEmpty(metadata, "continue", continueToken);
    value.set("metadata", std::move(metadata));
    setUnlessEmpty(value, "message", message);
    setUnlessEmpty(value, "reason", reason);
    if (Value details = detailsValue(*this); !details.isNull())
        value.set("details", std::move(details));
    return value;
}

Status Status::fromValue(const Value &value)
{
    const Value &details = value["details"];
    const auto text = [](const Value &v) { return std::string(v.asString()); };
    return {.code = static_cast<int>(value["code"].asInt(500)),
            .reason = text(value["reason"]),
            .message = text(value["message"]),
            .name = text(details["name"]),
            .group = text(details["group"]),
            .kind = text(details["kind"]),
            .uid = text(details["uid"]),
            .causes = readCauses(details["causes"]),
            .retryAfterSeconds = static_cast<int>(details["retryAfterSeconds"].asInt()),
            .continueToken = text(value.at("metadata", "continue"))};
}

} // namespace minato::kube
