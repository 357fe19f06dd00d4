// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl describe. Mirrors kubectl/pkg/cmd/describe (describe.go).
#include "shell/kubectl/describe/describe.h"

#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/manifests.h"

namespace minato::shell::kubectl {
namespace {

/// Reads the object once more, as kubectl's describers do, and describes it.
client::Task<Result<std::string>> describeOne(Session &session, std::shared_ptr<const Discovery> discovery,
                                              Fetched found, bool showsEvents)
{
    const std::shared_ptr<const ApiResource> type(discovery, found.type);
    api::Request request{.verb = api::Verb::Get,
                         .resource = type->gvr,
                         .ns = std::string(found.object->ns()),
                         .name = std::string(found.object->name())};
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(answer.error());
    auto text = co_await describe({session, type, answer->object(), showsEvents});
    co_return text;
}

/// An exact name that is not there may be the beginning of others.
client::Task<int> describeByPrefix(Session &session, Error notFound, std::string type, std::string prefix,
                                   bool showsEvents)
{
    SelectOptions options;
    options.listsBareTypes = true;
    options.hasOneType = true;
    auto selection = co_await select(session, {type}, options);
    if (!selection)
        co_return session.fail(selection.error());
    const FetchedObjects fetched = co_await fetch(session, std::move(*selection));
    if (!fetched.errors.empty())
        co_return session.fail(fetched.errors);
    bool isFound = false;
    for (const Fetched &item : fetched.objects) {
        if (!item.object->name().starts_with(prefix))
            continue;
        isFound = true;
        const auto text = co_await describeOne(session, fetched.discovery, item, showsEvents);
        if (!text)
            co_return session.fail(text.error());
        session.print(*text + "\n");
    }
    co_return isFound ? 0 : session.fail(notFound);
}

client::Task<int> runDescribe(Session &session)
{
    const auto &arguments = session.arguments();
    if (arguments.empty() && session.flags().list("filename").empty())
        co_return session.fail(
            "You must specify the type of resource to describe. Use \"kubectl api-resources\" for a "
            "complete list of supported resources.");
    SelectOptions options = selectOptions(session);
    options.listsBareTypes = true;
    auto selection = co_await select(session, arguments, options);
    if (!selection)
        co_return session.fail(selection.error());
    FetchedObjects fetched = co_await fetch(session, std::move(*selection));
    const bool showsEvents = session.flags().isTrue("show-events");
    if (fetched.errors.size() == 1 && fetched.errors.front().isNotFound() && arguments.size() == 2) {
        const int status = co_await describeByPrefix(session, fetched.errors.front(), arguments[0],
                                                     arguments[1], showsEvents);
        co_return status;
    }
    bool isFirst = true;
    for (const Fetched &item : fetched.objects) {
        const auto text = co_await describeOne(session, fetched.discovery, item, showsEvents);
        if (!text) {
            fetched.errors.push_back(text.error());
            continue;
        }
        session.print((std::exchange(isFirst, false) ? "" : "\n\n") + *text);
        co_await drain(session.process().out);
    }
    if (fetched.objects.empty() && fetched.errors.empty())
        session.warn(options.isAcrossNamespaces ? "No resources found\n"
                                                : "No resources found in " + session.ns() + " namespace.\n");
    co_return fetched.errors.empty() ? 0 : session.fail(fetched.errors);
}

constexpr FlagSpec kDescribeFlags[]{
    {"all-namespaces", 'A', FlagType::Bool, "false", "Describe the objects of all namespaces."},
    {"selector", 'l', FlagType::Text, "", "Only objects with these labels."},
    {"show-events", 0, FlagType::Bool, "true", "Show the events about the object."},
    {"chunk-size", 0, FlagType::Int, "500", "Fetch long lists in pages of this size."},
};

} // namespace

const Command kDescribe{
    .path = "describe",
    .usage = "(TYPE [NAME_PREFIX | -l label] | TYPE/NAME)",
    .brief = "Show details of a specific resource or group of resources",
    .text = "Prints an object together with what belongs to it: its Pods, its endpoints, its latest events. "
            "A name that "
            "does not exist is taken as the beginning of names.",
    .examples = "# A Deployment and what the controller did about it\n"
                "kubectl describe deployments/web\n\n"
                "# All Pods whose name begins with web\n"
                "kubectl describe pod web\n\n"
                "# A node, with what runs on it\n"
                "kubectl describe node node-1",
    .flags = {kDescribeFlags, filenameFlags()},
    .run = runDescribe,
};

} // namespace minato::shell::kubectl
