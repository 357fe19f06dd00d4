// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"
#include "kube/duration.h"

#include <algorithm>
#include <format>

/// Events, in the form of the core group (as they are kept) and in that of events.k8s.io.
/// Mirrors   pkg/registry/core/event, pkg/apis/core/validation/events.go, pkg/apis/events/v1/conversion.go
namespace minato::apiserver::kinds {
namespace {

using kube::Value;

struct Renamed {
    std::string_view core, events;
};
constexpr Renamed kRenamed[] = {{"involvedObject", "regarding"},
                                {"message", "note"},
                                {"reportingComponent", "reportingController"},
                                {"source", "deprecatedSource"},
                                {"firstTimestamp", "deprecatedFirstTimestamp"},
                                {"lastTimestamp", "deprecatedLastTimestamp"},
                                {"count", "deprecatedCount"}};

Value renamed(const Value &event, std::string_view apiVersion, std::string_view Renamed::*from,
              std::string_view Renamed::*to)
{
    kube::MapBuilder builder;
    for (const kube::Member &member : event.members()) {
        const auto it = std::ranges::find(kRenamed, member.key(), from);
        builder.add(it == std::end(kRenamed) ? member.keyValue : Value::key((*it).*to), member.value);
    }
    builder.add(Value::key("apiVersion"), apiVersion);
    return builder.build();
}

Value toCore(const Value &event)
{
    return renamed(event, "v1", &Renamed::events, &Renamed::core);
}

Value toEvents(const Value &event)
{
    return renamed(event, "events.k8s.io/v1", &Renamed::core, &Renamed::events);
}

void validate(const Value &event, FieldErrors &errors)
{
    const std::string_view ns = event["metadata"]["namespace"].asString();
    const Value &involved = event.at("involvedObject", "namespace");
    const bool isNew = !event["eventTime"].isEmpty();
    const bool fits = involved.isEmpty() ? ns == "default" || (isNew && ns == "kube-system")
                                         : isNew || involved.asString() == ns;
    if (!fits)
        errors.invalid("involvedObject.namespace", involved.asString(), "does not match event.namespace");
    if (!isNew)
        return;
    for (const char *key : {"reportingComponent", "reportingInstance", "action", "reason"}) {
        if (event[key].isEmpty())
            errors.required(key);
    }
    constexpr std::pair<const char *, std::size_t> kLongest[] = {
        {"reportingInstance", 128}, {"action", 128}, {"reason", 128}, {"message", 1024}};
    for (const auto &[key, length] : kLongest) {
        if (event[key].asString().size() > length)
            errors.invalid(key, "", std::format("can have at most {} characters", length));
    }
}

std::string sourceText(const Value &event)
{
    std::string component(event.at("source", "component").asString());
    if (component.empty())
        component = event["reportingComponent"].asString();
    std::string_view host = event.at("source", "host").asString();
    if (host.empty())
        host = event["reportingInstance"].asString();
    if (host.empty())
        return component;
    return std::format("{}, {}", component, host);
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

std::vector<kube::TableColumn> columns()
{
    return {column("Last Seen", "string", "Time since it happened last."),
            column("Type", "string", "Normal or Warning."),
            column("Reason", "string", "Why, in one word."),
            column("Object", "string", "What it is about."),
            wideColumn("Subobject", "string", "Which part of the object."),
            wideColumn("Source", "string", "Who reported it."),
            column("Message", "string", "What happened."),
            wideColumn("First Seen", "string", "Time since it happened first."),
            wideColumn("Count", "string", "How often it happened."),
            {"Name", "string", "name", "The Event's own name.", 1}};
}

std::vector<Value> cells(const kube::Object &event, base::Instant now)
{
    const Value &series = event["series"];
    const Value &first = event[event["firstTimestamp"].isEmpty() ? "eventTime" : "firstTimestamp"];
    const Value &last = event["lastTimestamp"].isEmpty() ? first : event["lastTimestamp"];
    const std::string firstSeen = kube::ageText(first, now);
    const std::string lastSeen = kube::ageText(series.isMap() ? series["lastObservedTime"] : last, now);
    const std::int64_t count =
        series.isMap() ? series["count"].asInt() : std::max<std::int64_t>(event["count"].asInt(), 1);
    const Value &object = event["involvedObject"];
    std::string target = lowerCase(object["kind"].asString());
    if (!object["name"].isEmpty())
        target += std::format("/{}", object["name"].asString());
    return {lastSeen,
            event["type"].asString(),
            event["reason"].asString(),
            target,
            object["fieldPath"].asString(),
            sourceText(event.root()),
            trimmed(event["message"].asString()),
            firstSeen,
            count,
            event.name()};
}

template <std::size_t N>
struct Label {
    char text[N]{};
    consteval Label(const char (&from)[N]) { std::ranges::copy(from, text); }
};

/// A field of the involved object, or of the Event itself.
template <Label Key>
std::string involved(const kube::Object &event)
{
    return std::string(event["involvedObject"][std::string_view(Key.text)].asString());
}
template <Label Key>
std::string own(const kube::Object &event)
{
    return std::string(event[std::string_view(Key.text)].asString());
}

std::string source(const kube::Object &event)
{
    const auto component = event.at("source", "component").asString();
    return std::string(component.empty() ? event["reportingComponent"].asString() : component);
}

std::vector<SelectableField> coreFields()
{
    return {{"reason", own<"reason">},
            {"type", own<"type">},
            {"source", source},
            {"reportingComponent", own<"reportingComponent">},
            {"involvedObject.kind", involved<"kind">},
            {"involvedObject.namespace", involved<"namespace">},
            {"involvedObject.name", involved<"name">},
            {"involvedObject.uid", involved<"uid">},
            {"involvedObject.apiVersion", involved<"apiVersion">},
            {"involvedObject.resourceVersion", involved<"resourceVersion">},
            {"involvedObject.fieldPath", involved<"fieldPath">}};
}

std::vector<SelectableField> eventsFields()
{
    return {{"reason", own<"reason">},
            {"type", own<"type">},
            {"reportingController", own<"reportingComponent">},
            {"regarding.kind", involved<"kind">},
            {"regarding.namespace", involved<"namespace">},
            {"regarding.name", involved<"name">},
            {"regarding.uid", involved<"uid">},
            {"regarding.apiVersion", involved<"apiVersion">},
            {"regarding.resourceVersion", involved<"resourceVersion">},
            {"regarding.fieldPath", involved<"fieldPath">}};
}

Kind common(std::string_view group, bool isCore)
{
    Kind kind;
    kind.group = group;
    kind.version = "v1";
    kind.resource = "events";
    kind.singular = "event";
    kind.kind = "Event";
    kind.shortNames = {"ev"};
    kind.canCreateOnUpdate = true;
    kind.nameRule = syntax::subdomainName;
    kind.validate = validate;
    kind.columns = columns();
    kind.cells = cells;
    kind.fields = isCore ? coreFields() : eventsFields();
    kind.hasOwnFieldRules = true;
    return kind;
}

} // namespace

Kind event()
{
    return common("", true);
}

Kind eventV1()
{
    Kind kind = common("events.k8s.io", false);
    kind.storedAs = {"", "v1", "events"};
    kind.toStored = toCore;
    kind.fromStored = toEvents;
    return kind;
}

} // namespace minato::apiserver::kinds
