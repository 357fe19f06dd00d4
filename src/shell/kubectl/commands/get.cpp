// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl get. Mirrors kubectl/pkg/cmd/get (get.go).
#include "shell/kubectl/commands/get.h"

#include "kube/duration.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/manifests.h"
#include "shell/kubectl/sort_by.h"
#include "wire/response_encoder.h"

#include <algorithm>
#include <optional>
#include <set>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr std::string_view kDefaultChunk = "500";

struct TablePage {
    const ApiResource *type;
    kube::Table table;
};

struct Tables {
    std::vector<TablePage> pages;
    Errors errors;
};

/// A server that does not render Tables gave objects: names and ages.
kube::Table plainTable(const std::vector<kube::ObjectPtr> &objects, base::Instant now)
{
    kube::Table table;
    table.columns = {{"Name", "string", "name", "", 0}, {"Age", "string", "", "", 0}};
    for (const kube::ObjectPtr &object : objects)
        table.rows.push_back(
            {{object->name(), kube::ageText(object->metadata()["creationTimestamp"], now)}, object});
    return table;
}

kube::Table takeTable(api::Payload &payload, base::Instant now)
{
    if (auto *table = std::get_if<kube::Table>(&payload))
        return std::move(*table);
    if (auto *list = std::get_if<kube::ObjectList>(&payload)) {
        kube::Table table = plainTable(list->items, now);
        table.continueToken = list->continueToken;
        table.resourceVersion = list->resourceVersion;
        return table;
    }
    if (auto *object = std::get_if<kube::ObjectPtr>(&payload))
        return plainTable({*object}, now);
    return {};
}

client::Task<Tables> fetchTables(Session &session, Selection selection, GetPlan plan)
{
    Tables result;
    for (const Target &target : selection.targets) {
        api::Request request = selection.request(target);
        request.as = plan.isServerPrinted ? api::Representation::Table : api::Representation::Object;
        if (!plan.sortBy.empty())
            request.query["includeObject"] = "Object";
        else if (target.name.empty() && session.flags().number("chunk-size") > 0)
            request.query["limit"] = session.flags().text("chunk-size");
        for (bool hasMore = true; hasMore;) {
            auto answer = co_await session.send(request);
            hasMore = false;
            if (!answer) {
                if (!plan.ignoresNotFound || !answer.error().isNotFound())
                    result.errors.push_back(co_await explainFailure(session, request, answer.error()));
                continue;
            }
            kube::Table table = takeTable(answer->payload, session.now());
            hasMore = target.name.empty() && !table.continueToken.empty();
            request.query["continue"] = table.continueToken;
            result.pages.push_back({target.type, std::move(table)});
        }
    }
    co_return result;
}

/// One Table's rows are sorted, and left out when they cannot be; of several it is the Tables that would be
/// sorted, and they lack the field.
Result<void> sortTables(const Session &session, std::vector<TablePage> &pages, const std::string &expression)
{
    if (pages.size() > 1)
        return std::unexpected(fieldNotFound(expression));
    if (pages.empty() || pages.front().table.rows.size() < 2)
        return {};
    std::vector<kube::TableRow> &rows = pages.front().table.rows;
    std::vector<Value> objects;
    for (const kube::TableRow &row : rows)
        objects.push_back(row.object ? row.object->root() : Value());
    const auto order = sortedOrder(session, objects, expression, true);
    if (!order && order.error().isPrinted)
        return std::unexpected(order.error());
    std::vector<kube::TableRow> sorted;
    for (const std::size_t place : order.value_or(std::vector<std::size_t>()))
        sorted.push_back(std::move(rows[place]));
    rows = std::move(sorted);
    return {};
}

/// Prints page after page; pages of one type share their columns.
std::string printTables(const Session &session, const std::vector<TablePage> &pages, const GetPlan &plan)
{
    std::set<std::string> kinds;
    for (const TablePage &page : pages)
        kinds.insert(page.type->kindName());
    std::string out;
    const ApiResource *last = nullptr;
    std::optional<TablePrinter> printer;
    kube::TabWriter writer;
    const auto flush = [&](bool separates) {
        const std::string text = writer.flush();
        if (!text.empty() && separates && !out.empty())
            out += "\n";
        out += text;
    };
    for (const TablePage &page : pages) {
        if (page.type != last) {
            flush(!plan.hasNoHeaders);
            writer = kube::TabWriter({.rememberWidths = true});
            printer.emplace(plan.tableOptions(session, *page.type, kinds.size() > 1));
            last = page.type;
        }
        printer->print(page.table, writer);
    }
    flush(!plan.hasNoHeaders);
    return out;
}

client::Task<int> getTables(Session &session, Selection selection, GetPlan plan)
{
    Tables tables = co_await fetchTables(session, selection, plan);
    if (!plan.sortBy.empty())
        if (const auto sorted = sortTables(session, tables.pages, plan.sortBy); !sorted)
            co_return session.fail(sorted.error());
    const std::string out = printTables(session, tables.pages, plan);
    session.print(out);
    if (out.empty() && !plan.ignoresNotFound && tables.errors.empty()) {
        const bool isNamespaced =
            !plan.isAcrossNamespaces &&
            std::ranges::all_of(tables.pages, [](const TablePage &page) { return page.type->isNamespaced; });
        session.warn(isNamespaced ? "No resources found in " + session.ns() + " namespace.\n"
                                  : "No resources found\n");
    }
    co_return tables.errors.empty() ? 0 : session.fail(tables.errors);
}

Value listOf(const std::vector<Value> &objects)
{
    Value list = Value::map({{"apiVersion", "v1"},
                             {"kind", "List"},
                             {"metadata", Value::map({{"resourceVersion", ""}})},
                             {"items", Value::emptyArray()}});
    list.set("items", Value(Value::Array(objects.begin(), objects.end())));
    return list;
}

client::Task<int> getObjects(Session &session, Selection selection, GetPlan plan)
{
    FetchedObjects fetched = co_await fetch(session, std::move(selection));
    if (plan.ignoresNotFound)
        std::erase_if(fetched.errors, [](const Error &error) { return error.isNotFound(); });
    if (!fetched.errors.empty() && fetched.isSingle)
        co_return session.fail(fetched.errors);
    if (fetched.objects.empty() && plan.ignoresNotFound)
        co_return fetched.errors.empty() ? 0 : session.fail(fetched.errors);
    auto printer = ObjectPrinter::make(session, plan.print);
    if (!printer)
        co_return session.fail(printer.error());
    if (!*printer)
        co_return session.fail(unknownFormat(plan.format, true));
    std::vector<Value> objects;
    for (const Fetched &item : fetched.objects)
        objects.push_back(item.object->root());
    if (!plan.sortBy.empty() && !objects.empty()) {
        const auto order = sortedOrder(session, objects, plan.sortBy, false);
        if (!order)
            co_return session.fail(order.error());
        std::vector<Value> sorted;
        for (const std::size_t place : *order)
            sorted.push_back(objects[place]);
        objects = std::move(sorted);
    }
    const bool isOne = fetched.isSingle && objects.size() == 1;
    std::string out;
    const auto printed = (*printer)->print(isOne ? objects.front() : listOf(objects), out);
    session.print(out);
    if (!printed)
        fetched.errors.insert(fetched.errors.begin(), printed.error());
    co_return fetched.errors.empty() ? 0 : session.fail(fetched.errors);
}

client::Task<int> getRaw(Session &session)
{
    const std::string path = session.flags().text("raw");
    if (!session.arguments().empty())
        co_return session.fail("arguments may not be passed when --raw is specified");
    if (!path.starts_with('/'))
        co_return session.fail("--raw must be a valid URL path: parse \"" + path +
                               "\": invalid URI for request");
    const std::size_t question = std::min(path.find('?'), path.size());
    api::Request request{.verb = api::Verb::Get, .rawPath = path.substr(0, question)};
    for (std::size_t at = question + 1; at < path.size();) {
        const std::size_t end = std::min(path.find('&', at), path.size());
        const std::string pair = path.substr(at, end - at);
        const std::size_t equals = std::min(pair.find('='), pair.size());
        request.query[pair.substr(0, equals)] = equals < pair.size() ? pair.substr(equals + 1) : "";
        at = end + 1;
    }
    const wire::DecodedRequest asked{.request = request};
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return session.fail(answer.error());
    session.print(wire::encodeResponse(*answer, asked).body); // as it comes from a server
    co_return 0;
}

int missingType(const Session &session)
{
    session.warn(
        "You must specify the type of resource to get. Use \"kubectl api-resources\" for a complete list of "
        "supported resources.\n\n");
    return session.failUsage(
        "Required resource not specified.\nUse \"kubectl explain <resource>\" for a detailed "
        "description of that resource (e.g. kubectl explain pods).");
}

client::Task<int> runGet(Session &session)
{
    const Flags &flags = session.flags();
    if (!flags.text("raw").empty()) {
        const int status = co_await getRaw(session);
        co_return status;
    }
    GetPlan plan(session);
    if (plan.watches && !plan.sortBy.empty())
        session.warn("warning: --watch requested, --sort-by will be ignored for watch events received\n");
    else if (plan.onlyWatches && !plan.sortBy.empty())
        session.warn("warning: --watch-only requested, --sort-by will be ignored\n");
    if (!plan.watches && !plan.onlyWatches && session.arguments().empty() && flags.list("filename").empty())
        co_return missingType(session);
    if (flags.isTrue("show-labels") && !plan.format.empty() && plan.format != "wide")
        co_return session.fail("--show-labels option cannot be used with " + plan.format + " printer");
    if (plan.showsEvents && !plan.watches && !plan.onlyWatches)
        co_return session.fail("--output-watch-events option can only be used with --watch or --watch-only");
    if (plan.watches || plan.onlyWatches) {
        const int status = co_await watchGet(session, plan);
        co_return status;
    }
    SelectOptions options = selectOptions(session);
    options.listsBareTypes = true;
    options.subresource = flags.text("subresource");
    auto selection = co_await select(session, session.arguments(), options);
    if (!selection)
        co_return session.fail(selection.error());
    int status = 0;
    if (plan.isTable)
        status = co_await getTables(session, std::move(*selection), plan);
    else
        status = co_await getObjects(session, std::move(*selection), plan);
    co_return status;
}

constexpr FlagSpec kGetFlags[]{
    {"output", 'o', FlagType::Text, "",
     "How to print: json, yaml, name, wide, custom-columns, custom-columns-file, go-template, "
     "go-template-file, jsonpath, "
     "jsonpath-as-json, jsonpath-file, template, templatefile."},
    {"template", 0, FlagType::Text, "",
     "The template, or its file, for -o go-template, jsonpath and their kin."},
    {"allow-missing-template-keys", 0, FlagType::Bool, "true",
     "Print nothing for a field that an object lacks, instead of failing (templates and jsonpath)."},
    {"show-managed-fields", 0, FlagType::Bool, "false",
     "Keep metadata.managedFields when printing JSON or YAML."},
    {"all-namespaces", 'A', FlagType::Bool, "false", "List the objects of all namespaces."},
    {"selector", 'l', FlagType::Text, "",
     "Only objects with these labels: key=value, key!=value, key in (a,b), key, !key."},
    {"field-selector", 0, FlagType::Text, "", "Only objects with these fields: status.phase=Running."},
    {"watch", 'w', FlagType::Bool, "false", "Print the objects, then every change."},
    {"watch-only", 0, FlagType::Bool, "false", "Print every change, without the objects first."},
    {"output-watch-events", 0, FlagType::Bool, "false",
     "With --watch: say what happened (ADDED, MODIFIED, DELETED)."},
    {"ignore-not-found", 0, FlagType::Bool, "false", "Print nothing for a named object that does not exist."},
    {"no-headers", 0, FlagType::Bool, "false", "Leave the line of headers out."},
    {"show-labels", 0, FlagType::Bool, "false", "Add a last column with all labels."},
    {"label-columns", 'L', FlagType::List, "[]", "Add a column for each of these labels."},
    {"show-kind", 0, FlagType::Bool, "false", "Put the type before each name."},
    {"sort-by", 0, FlagType::Text, "", "Sort by a field: .metadata.creationTimestamp."},
    {"chunk-size", 0, FlagType::Int, kDefaultChunk,
     "Fetch long lists in pages of this size; 0 for all at once."},
    {"subresource", 0, FlagType::Text, "", "Print this part of a named object instead: status, scale."},
    {"server-print", 0, FlagType::Bool, "true", "Let the server choose the columns."},
    {"raw", 0, FlagType::Text, "", "Print what the server answers at this path."},
};

} // namespace

GetPlan::GetPlan(const Session &session)
{
    const Flags &flags = session.flags();
    format = flags.text("output");
    isWide = format == "wide";
    isTable = isWide || (format.empty() && flags.text("template").empty());
    isAcrossNamespaces = flags.isTrue("all-namespaces");
    hasNoHeaders = flags.isTrue("no-headers");
    ignoresNotFound = flags.isTrue("ignore-not-found");
    watches = flags.isTrue("watch");
    isServerPrinted = flags.isTrue("server-print");
    onlyWatches = flags.isTrue("watch-only") && !watches;
    showsEvents = flags.isTrue("output-watch-events");
    sortBy = flags.text("sort-by");
    print = printOptions(session);
    print.hasNoHeaders = hasNoHeaders;
    print.takesCustomColumns = true;
}

TablePrinter::Options GetPlan::tableOptions(const Session &session, const ApiResource &type,
                                            bool showsKind) const
{
    const Flags &flags = session.flags();
    return {.isWide = isWide,
            .hasNoHeaders = hasNoHeaders,
            .showsNamespace = isAcrossNamespaces && type.isNamespaced,
            .showsLabels = flags.isTrue("show-labels"),
            .kindPrefix = showsKind || flags.isTrue("show-kind") ? type.kindName() : "",
            .labelColumns = flags.list("label-columns")};
}

const Command kGet{
    .path = "get",
    .usage =
        "[(-o|--output=)json|yaml|name|go-template|go-template-file|template|templatefile|jsonpath|jsonpath-"
        "as-json|"
        "jsonpath-file|custom-columns|custom-columns-file|wide] (TYPE[.VERSION][.GROUP] [NAME | -l label] | "
        "TYPE[.VERSION][.GROUP]/NAME ...) [flags]",
    .brief = "Display one or many resources",
    .text = "Prints a table of the objects of one or several types. With a name it prints one object, with "
            "-l those that "
            "carry certain labels, with -o their data in another form.",
    .examples = "# The Pods of this namespace\n"
                "kubectl get pods\n\n"
                "# With addresses and nodes\n"
                "kubectl get pods -o wide\n\n"
                "# One Deployment, as YAML\n"
                "kubectl get deployment web -o yaml\n\n"
                "# The node port of a Service\n"
                "kubectl get service web -o go-template='{{(index .spec.ports 0).nodePort}}'\n\n"
                "# Several types at once, and every change from now on\n"
                "kubectl get deployments,pods -l app=web\n"
                "kubectl get pods -w",
    .flags = {kGetFlags, filenameFlags()},
    .run = runGet,
};

} // namespace minato::shell::kubectl
