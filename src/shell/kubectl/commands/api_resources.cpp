// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl api-resources. Mirrors kubectl/pkg/cmd/apiresources (apiresources.go).
#include "kube/schema/go_struct_json.h"
#include "kube/tab_writer.h"
#include "kube/yaml.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/session.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

std::string joined(const std::vector<std::string> &texts)
{
    std::string result;
    for (const std::string &text : texts)
        result += (result.empty() ? "" : ",") + text;
    return result;
}

bool hasAll(const std::vector<std::string> &all, const std::vector<std::string> &wanted)
{
    return std::ranges::all_of(wanted,
                               [&](const std::string &text) { return std::ranges::contains(all, text); });
}

bool isWanted(const Session &session, const Discovery::Entry &entry)
{
    const Flags &flags = session.flags();
    const ApiResource &type = entry.resource;
    return entry.isPreferred && !type.verbs.empty() &&
           (!flags.isGiven("api-group") || flags.text("api-group") == type.gvr.group) &&
           (!flags.isGiven("namespaced") || flags.isTrue("namespaced") == type.isNamespaced) &&
           hasAll(type.verbs, flags.list("verbs")) && hasAll(type.categories, flags.list("categories"));
}

std::string lineOf(const ApiResource &type, bool isWide)
{
    std::string line = std::format("{}\t{}\t{}\t{}\t{}", type.gvr.resource, joined(type.shortNames),
                                   type.gvr.groupVersion(), type.isNamespaced, type.kind);
    if (isWide)
        line += "\t" + joined(type.verbs) + "\t" + joined(type.categories);
    return line + "\n";
}

kube::Value listOf(const std::vector<std::string> &texts)
{
    kube::Value list = kube::Value::emptyArray();
    for (const std::string &text : texts)
        list.push(text);
    return list;
}

/// An APIResourceList, for -o json and yaml.
kube::Value listOf(const std::vector<const ApiResource *> &types)
{
    kube::Value resources = kube::Value::emptyArray();
    for (const ApiResource *type : types) {
        kube::Value item = kube::Value::map({{"name", type->gvr.resource},
                                             {"singularName", type->singular},
                                             {"namespaced", type->isNamespaced},
                                             {"version", type->gvr.version},
                                             {"kind", type->kind},
                                             {"verbs", listOf(type->verbs)}});
        if (!type->gvr.group.empty())
            item.set("group", type->gvr.group);
        if (!type->shortNames.empty())
            item.set("shortNames", listOf(type->shortNames));
        if (!type->categories.empty())
            item.set("categories", listOf(type->categories));
        resources.push(std::move(item));
    }
    return kube::Value::map({{"apiVersion", "v1"},
                             {"kind", "APIResourceList"},
                             {"groupVersion", ""},
                             {"resources", std::move(resources)}});
}

/// Error: a format that this release does not know.
Result<void> checkFormat(const Session &session, const std::string &format)
{
    if (format.empty() || format == "wide" || format == "name")
        return {};
    if (!session.isSince(34))
        return std::unexpected(Error("--output " + format + " is not available"));
    if (format != "json" && format != "yaml")
        return std::unexpected(Error("unable to match a printer suitable for the output format \"" + format +
                                     "\", allowed formats are: json,name,wide,yaml"));
    return {};
}

client::Task<int> runApiResources(Session &session)
{
    const Flags &flags = session.flags();
    const std::string &format = flags.text("output"), &order = flags.text("sort-by");
    if (!session.arguments().empty()) {
        std::string words;
        for (const std::string &argument : session.arguments())
            words += (words.empty() ? "" : " ") + argument;
        co_return session.failUsage("unexpected arguments: [" + words + "]");
    }
    const auto known = checkFormat(session, format);
    if (!known && !session.isSince(34))
        co_return session.fail(known.error());
    if (!order.empty() && order != "name" && order != "kind")
        co_return session.fail("--sort-by accepts only name or kind");
    if (!known)
        co_return session.fail(known.error());
    const auto discovery = co_await session.discovery(!flags.isTrue("cached"));
    if (!discovery)
        co_return session.fail(discovery.error());
    std::vector<const ApiResource *> types;
    for (const Discovery::Entry &entry : (*discovery)->entries())
        if (isWanted(session, entry))
            types.push_back(&entry.resource);
    std::ranges::stable_sort(types, {}, [&](const ApiResource *type) {
        return std::pair(order == "name"   ? type->gvr.resource
                         : order == "kind" ? type->kind
                                           : type->gvr.group,
                         type->gvr.resource);
    });
    if (format == "json" || format == "yaml") {
        const kube::Value list = listOf(types);
        session.print(format == "yaml" ? kube::toYaml(list)
                                       : kube::goStructJson(list, kube::GoJson::Pretty) + "\n");
        co_return 0;
    }
    kube::TabWriter writer({.rememberWidths = true});
    if (!flags.isTrue("no-headers") && format != "name")
        writer.write(std::string("NAME\tSHORTNAMES\tAPIVERSION\tNAMESPACED\tKIND") +
                     (format == "wide" ? "\tVERBS\tCATEGORIES\n" : "\n"));
    for (const ApiResource *type : types)
        writer.write(format == "name" ? type->gvr.groupResource() + "\n" : lineOf(*type, format == "wide"));
    session.print(writer.flush());
    co_return 0;
}

constexpr FlagSpec kFlags[]{
    {"output", 'o', FlagType::Text, "", "wide, name, json or yaml."},
    {"no-headers", 0, FlagType::Bool, "false", "Leave the line of headers out."},
    {"api-group", 0, FlagType::Text, "", "Only the types of this group."},
    {"namespaced", 0, FlagType::Bool, "true",
     "Only types that live in namespaces; false: only those that do not."},
    {"verbs", 0, FlagType::List, "[]", "Only types that have all these verbs."},
    {"categories", 0, FlagType::List, "[]", "Only types of all these categories."},
    {"sort-by", 0, FlagType::Text, "", "\"name\" or \"kind\"; without it, by group."},
    {"cached", 0, FlagType::Bool, "false", "Do not ask the server again."},
};

} // namespace

const Command kApiResources{
    .path = "api-resources",
    .usage = "[flags]",
    .brief = "Print the supported API resources on the server",
    .text = "Lists the types of objects that this cluster knows, with their short names.",
    .examples = "# All types\n"
                "kubectl api-resources\n\n"
                "# Those outside namespaces\n"
                "kubectl api-resources --namespaced=false",
    .flags = {kFlags},
    .run = runApiResources,
};

} // namespace minato::shell::kubectl
