// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl events. Mirrors kubectl/pkg/cmd/events (events.go, event_printer.go); of events of one moment, when there
// are more than a dozen, the order is the server's.
#include "base/instant.h"
#include "kube/duration.h"
#include "kube/tab_writer.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/object_printer.h"
#include "shell/kubectl/resource_args.h"
#include "shell/kubectl/table_printer.h"
#include "shell/kubectl/typed_object.h"
#include "shell/kubectl/watching.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

bool isShown(const Session &session, const Value &event)
{
    const auto &types = session.flags().list("types");
    return types.empty() || std::ranges::any_of(types, [&event](const std::string &type) {
               return lower(type) == lower(event["type"].asString());
           });
}

/// The time by which events are sorted.
base::Instant timeOf(const Value &event)
{
    const Value &time = event["series"].isMap()           ? event["series"]["lastObservedTime"]
                        : event["lastTimestamp"].isNull() ? event["eventTime"]
                                                          : event["lastTimestamp"];
    return base::parseRfc3339(time.asString()).value_or(base::kFirstInstant);
}

/// The lines of events, headings first.
class EventTable {
public:
    explicit EventTable(const Session &session) : m_session(session) {}

    void print(const Value &event)
    {
        const bool hasNamespace = m_session.flags().isTrue("all-namespaces");
        if (!std::exchange(m_hasHeadings, true) && !m_session.flags().isTrue("no-headers"))
            m_writer.write(std::string(hasNamespace ? "NAMESPACE\t" : "") +
                           "LAST SEEN\tTYPE\tREASON\tOBJECT\tMESSAGE\n");
        if (hasNamespace)
            m_writer.write(std::string(event.at("metadata", "namespace").asString()) + "\t");
        const auto text = [](const Value &value) { return escapeTerminal(value.asString()); };
        m_writer.write(interval(event) + "\t" + text(event["type"]) + "\t" + text(event["reason"]) + "\t" +
                       text(event["involvedObject"]["kind"]) + "/" + text(event["involvedObject"]["name"]) +
                       "\t" + escapeTerminal(trimmed(event["message"].asString())) + "\n");
    }
    void flush() { m_session.print(m_writer.flush()); }

private:
    static std::string_view trimmed(std::string_view text)
    {
        constexpr std::string_view kBlanks = " \t\n\r\v\f";
        text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
        return text.substr(0, text.find_last_not_of(kBlanks) + 1);
    }
    [[nodiscard]] std::string since(const Value &time) const
    {
        const auto instant = base::parseRfc3339(time.asString());
        return instant ? kube::humanDuration(m_session.now() - *instant) : "<unknown>";
    }
    [[nodiscard]] std::string interval(const Value &event) const
    {
        const std::string first =
            since(event["eventTime"].isNull() ? event["firstTimestamp"] : event["eventTime"]);
        const Value &series = event["series"];
        if (series.isMap())
            return since(series["lastObservedTime"]) + " (x" + std::to_string(series["count"].asInt()) +
                   " over " + first + ")";
        if (event["count"].asInt() > 1)
            return since(event["lastTimestamp"]) + " (x" + std::to_string(event["count"].asInt()) + " over " +
                   first + ")";
        return first;
    }

    const Session &m_session;
    kube::TabWriter m_writer{{.rememberWidths = true}};
    bool m_hasHeadings = false;
};

/// What --for names, as a field selector; empty: all.
client::Task<Result<std::string>> objectSelector(Session &session)
{
    const std::string &text = session.flags().text("for");
    if (text.empty())
        co_return std::string();
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos)
        co_return std::unexpected(Error("--for must be in resource/name form"));
    const std::string name = text.substr(slash + 1);
    if (name.contains('/'))
        co_return std::unexpected(Error("arguments in resource/name form may not have more than one slash"));
    const auto type = co_await findType(session, text.substr(0, slash));
    if (!type)
        co_return std::unexpected(type.error());
    if (name.empty())
        co_return std::string();
    co_return "involvedObject.kind=" + (*type)->kind +
        ",involvedObject.apiVersion=" + (*type)->gvr.groupVersion() + ",involvedObject.name=" + name;
}

Result<void> printEvent(Session &session, ObjectPrinter *printer, EventTable &table, const Value &event)
{
    if (!printer) {
        table.print(event);
        return {};
    }
    std::string out;
    auto done = printer->print(asTyped(event, !session.isSince(34)), out);
    session.print(out);
    return done;
}

client::Task<Result<std::vector<Value>>> listEvents(Session &session, api::Request request)
{
    std::vector<Value> events;
    request.query["limit"] = "500";
    for (bool hasMore = true; hasMore;) {
        const auto answer = co_await session.send(request);
        if (!answer)
            co_return std::unexpected(answer.error());
        for (const kube::ObjectPtr &event : answer->list().items)
            if (isShown(session, event->root()))
                events.push_back(event->root());
        request.query["continue"] = answer->list().continueToken;
        hasMore = !answer->list().continueToken.empty();
    }
    co_return events;
}

client::Task<int> showAll(Session &session, api::Request request, ObjectPrinter *printer)
{
    auto events = co_await listEvents(session, request);
    if (!events)
        co_return session.fail(events.error());
    if (events->empty()) {
        session.warn(request.ns.empty() ? "No events found.\n"
                                        : "No events found in " + request.ns + " namespace.\n");
        co_return 0;
    }
    std::ranges::stable_sort(*events, {}, timeOf);
    EventTable table(session);
    if (session.flags().text("output") == "name")
        co_return 0; // upstream's printer of names takes no list, and nobody hears of that
    if (printer) {
        const Value list = Value::map({{"apiVersion", "v1"},
                                       {"kind", "EventList"},
                                       {"metadata", Value::emptyMap()},
                                       {"items", Value(std::move(*events))}});
        const auto ignored = printEvent(session, printer, table, list); // as upstream
        static_cast<void>(ignored);
        co_return 0;
    }
    for (const Value &event : *events)
        table.print(event);
    table.flush();
    co_return 0;
}

client::Task<int> watchAll(Session &session, api::Request request, ObjectPrinter *printer)
{
    request.query["limit"] = "500";
    EventTable table(session);
    Watching watching(session.services().transport, session.services().timers, std::move(request));
    for (;;) {
        const auto batch = co_await watching.next();
        if (!batch)
            co_return session.fail(Error(batch.error()));
        if (batch->empty())
            co_return 0;
        for (const api::WatchEvent &one : *batch) {
            const bool isNews =
                one.type == api::WatchEvent::Type::Added || one.type == api::WatchEvent::Type::Modified;
            if (!isNews || !isShown(session, one.object->root()))
                continue;
            const auto ignored = printEvent(session, printer, table, one.object->root());
            static_cast<void>(ignored);
            table.flush();
        }
    }
}

client::Task<int> runEvents(Session &session)
{
    const Flags &flags = session.flags();
    const auto selector = co_await objectSelector(session);
    if (!selector && selector.error().text.starts_with("the server doesn't have")) { // told without "error: "
        session.warn(selector.error().text + "\n");
        co_return 1;
    }
    if (!selector)
        co_return session.fail(selector.error());
    ObjectPrinter::Options options = printOptions(session);
    options.isTyped = true;
    const auto printer = ObjectPrinter::make(session, options);
    if (!printer)
        co_return session.fail(printer.error());
    if (!*printer && !options.format.empty())
        co_return session.fail(unknownFormat(options.format, false));
    for (const std::string &type : flags.list("types"))
        if (lower(type) != "normal" && lower(type) != "warning")
            co_return session.fail("valid --types are Normal or Warning");
    api::Request request{.verb = api::Verb::List,
                         .resource = kube::resources::kEvents,
                         .ns = flags.isTrue("all-namespaces") ? "" : session.ns()};
    if (!selector->empty())
        request.query["fieldSelector"] = *selector;
    if (flags.isTrue("watch"))
        co_return co_await watchAll(session, std::move(request), printer->get());
    co_return co_await showAll(session, std::move(request), printer->get());
}

constexpr FlagSpec kEventFlags[]{
    {"watch", 'w', FlagType::Bool, "false", "Go on with what happens from now on."},
    {"all-namespaces", 'A', FlagType::Bool, "false", "The events of all namespaces."},
    {"for", 0, FlagType::Text, "", "Only events about this object, TYPE/NAME."},
    {"types", 0, FlagType::List, "[]", "Only events of these types: Normal, Warning."},
    {"no-headers", 0, FlagType::Bool, "false", "Leave the line of headers out."},
    {"chunk-size", 0, FlagType::Int, "500", "How many events one request brings."},
};

} // namespace

const Command kEvents{
    .path = "events",
    .usage = "[--for TYPE/NAME] [--watch] [--types=Normal,Warning]",
    .brief = "List events",
    .text = "What controllers, the scheduler and nodes have noted, the oldest first.",
    .examples = "# Of this namespace\n"
                "kubectl events\n\n"
                "# About one object, only what went wrong\n"
                "kubectl events --for pod/web-5d8f9c7b6c-abcde --types=Warning",
    .flags = {kEventFlags, printFlags()},
    .run = runEvents,
};

} // namespace minato::shell::kubectl
