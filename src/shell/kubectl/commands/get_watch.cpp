// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl get --watch: prints what is there, then every event as it comes.
#include "shell/kubectl/commands/get.h"
#include "shell/kubectl/watching.h"

#include <optional>
#include <set>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

std::string_view eventName(api::WatchEvent::Type type)
{
    switch (type) {
    case api::WatchEvent::Type::Added:
        return "ADDED";
    case api::WatchEvent::Type::Modified:
        return "MODIFIED";
    case api::WatchEvent::Type::Deleted:
        return "DELETED";
    case api::WatchEvent::Type::Bookmark:
        return "BOOKMARK";
    }
    return "";
}

/// Prints tables or objects with one printer for the whole watch, so that columns stay where they were.
class WatchPrinter {
public:
    WatchPrinter(Session &session, const GetPlan &plan, const ApiResource &type)
        : m_session(session), m_plan(plan), m_table(plan.tableOptions(session, type, false))
    {
    }

    Result<void> open()
    {
        if (m_plan.isTable)
            return {};
        auto made = ObjectPrinter::make(m_session, m_plan.print);
        if (!made)
            return std::unexpected(made.error());
        if (!*made)
            return std::unexpected(unknownFormat(m_plan.format, true));
        m_objects = std::move(*made);
        return {};
    }

    void printTable(const kube::Table &table, std::string_view event)
    {
        m_table.print(table, m_writer, m_plan.showsEvents ? event : std::string_view());
    }

    Result<void> printObject(const Value &object, std::string_view event)
    {
        const Value shown = m_plan.showsEvents ? Value::map({{"type", event}, {"object", object}}) : object;
        return m_objects->print(shown, m_text);
    }

    void flush()
    {
        m_session.print(m_writer.flush());
        m_session.print(std::exchange(m_text, {}));
    }

private:
    Session &m_session;
    const GetPlan &m_plan;
    TablePrinter m_table;
    kube::TabWriter m_writer{{.rememberWidths = true}};
    std::unique_ptr<ObjectPrinter> m_objects;
    std::string m_text;
};

/// What a watch starts with: the version to go on from, after printing what there is.
struct Beginning {
    std::string resourceVersion = "0";
    bool skipsFirst = false; ///< a watch of one object repeats it
};

Result<void> printPayload(WatchPrinter &printer, const api::Payload &payload)
{
    if (const auto *table = std::get_if<kube::Table>(&payload)) {
        printer.printTable(*table, "ADDED");
    } else if (const auto *list = std::get_if<kube::ObjectList>(&payload)) {
        for (const kube::ObjectPtr &object : list->items)
            if (const auto printed = printer.printObject(object->root(), "ADDED"); !printed)
                return printed;
    } else if (const auto *object = std::get_if<kube::ObjectPtr>(&payload)) {
        return printer.printObject((*object)->root(), "ADDED");
    }
    return {};
}

std::string versionOf(const api::Payload &payload)
{
    if (const auto *table = std::get_if<kube::Table>(&payload))
        return table->resourceVersion;
    if (const auto *list = std::get_if<kube::ObjectList>(&payload))
        return list->resourceVersion;
    return "0";
}

/// Fetches and prints what there is now.
client::Task<Result<Beginning>> begin(Session &session, api::Request request, bool isList,
                                      const GetPlan &plan, WatchPrinter &printer)
{
    if (isList && session.flags().number("chunk-size") > 0)
        request.query["limit"] = session.flags().text("chunk-size");
    Beginning beginning{.skipsFirst = !isList};
    for (bool isFirst = true, hasMore = true; hasMore; isFirst = false) {
        const auto answer = co_await session.send(request);
        if (!answer)
            co_return std::unexpected(co_await explainFailure(session, request, answer.error()));
        if (!plan.onlyWatches)
            if (const auto printed = printPayload(printer, answer->payload); !printed)
                co_return std::unexpected(printed.error());
        if (isList && isFirst)
            beginning.resourceVersion = versionOf(answer->payload);
        const auto *table = std::get_if<kube::Table>(&answer->payload);
        const auto *list = std::get_if<kube::ObjectList>(&answer->payload);
        const std::string next = table ? table->continueToken : list ? list->continueToken : "";
        hasMore = isList && !next.empty();
        request.query["continue"] = next;
    }
    co_return beginning;
}

client::Task<int> follow(Session &session, api::Request request, bool skipsFirst, WatchPrinter &printer)
{
    Watching watching(session.services().transport, session.services().timers, std::move(request));
    for (;;) {
        const auto batch = co_await watching.next();
        if (!batch)
            co_return session.fail(Error(batch.error()));
        if (batch->empty())
            co_return 0; // the server ended the watch
        for (const api::WatchEvent &event : *batch) {
            if (event.type == api::WatchEvent::Type::Bookmark || std::exchange(skipsFirst, false))
                continue;
            if (event.table) {
                printer.printTable(*event.table, eventName(event.type));
            } else if (const auto printed = printer.printObject(event.object->root(), eventName(event.type));
                       !printed) {
                printer.flush();
                co_return session.fail(printed.error());
            }
            printer.flush();
        }
        co_await drain(session.process().out);
    }
}

} // namespace

client::Task<int> watchGet(Session &session, GetPlan plan)
{
    SelectOptions options = selectOptions(session);
    options.listsBareTypes = true;
    options.hasOneType = true;
    const auto selection = co_await select(session, session.arguments(), options);
    if (!selection)
        co_return session.fail(selection.error());
    if (selection->targets.size() > 1)
        co_return session.fail("you may only watch a single resource or type of resource at a time");
    const Target &target = selection->targets.front();
    WatchPrinter printer(session, plan, *target.type);
    api::Request request = selection->request(target);
    if (plan.isTable)
        request.as = api::Representation::Table;
    if (plan.isTable && !plan.sortBy.empty())
        request.query["includeObject"] = "Object";
    if (const auto opened = printer.open(); !opened)
        co_return session.fail(opened.error());
    const bool isList = target.name.empty();
    const auto beginning = co_await begin(session, request, isList, plan, printer);
    printer.flush();
    if (!beginning)
        co_return beginning.error().isNotFound() && plan.ignoresNotFound ? 0
                                                                         : session.fail(beginning.error());
    request.verb = api::Verb::List;
    request.name.clear();
    if (!isList)
        request.query["fieldSelector"] = "metadata.name=" + target.name;
    request.query["resourceVersion"] = beginning->resourceVersion;
    const int status = co_await follow(session, std::move(request), beginning->skipsFirst, printer);
    co_return status;
}

} // namespace minato::shell::kubectl
