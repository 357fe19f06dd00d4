// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/changing.h"

#include "shell/kubectl/last_applied.h"

namespace minato::shell::kubectl {

FlagSpecs dryRunFlags()
{
    static constexpr FlagSpec flags[]{
        {"dry-run", 0, FlagType::Text, "none",
         "\"client\": only print what would be sent; \"server\": let the server rehearse it.", "unchanged"}};
    return flags;
}

FlagSpecs selectorFlags()
{
    static constexpr FlagSpec flags[]{
        {"selector", 'l', FlagType::Text, "", "Only objects with these labels."},
        {"all", 0, FlagType::Bool, "false", "All objects of the type, in this namespace."}};
    return flags;
}

Result<DryRun> dryRunOf(const Session &session)
{
    const std::string &text = session.flags().text("dry-run");
    if (text == "none")
        return DryRun::None;
    if (text == "client")
        return DryRun::Client;
    if (text == "server")
        return DryRun::Server;
    if (text == "unchanged") {
        session.log('W',
                    session.isSince(34)   ? "helpers.go:731"
                    : session.isSince(33) ? "helpers.go:703"
                                          : "helpers.go:702",
                    "--dry-run is deprecated and can be replaced with --dry-run=client.");
        return DryRun::Client;
    }
    return std::unexpected(
        Error("Invalid dry-run value (" + text + "). Must be \"none\", \"server\", or \"client\"."));
}

std::string operationText(std::string_view operation, DryRun dryRun)
{
    const std::string_view suffix = dryRun == DryRun::Client   ? " (dry run)"
                                    : dryRun == DryRun::Server ? " (server dry run)"
                                                               : "";
    return std::string(operation) + std::string(suffix);
}

api::Request changeRequest(api::Verb verb, const ApiResource &type, const kube::Object &object,
                           std::string_view fieldManager, DryRun dryRun)
{
    api::Request request{.verb = verb,
                         .resource = type.gvr,
                         .ns = std::string(object.ns()),
                         .name = verb == api::Verb::Create ? "" : std::string(object.name())};
    if (!fieldManager.empty())
        request.query["fieldManager"] = fieldManager;
    if (dryRun == DryRun::Server)
        request.query["dryRun"] = "All";
    return request;
}

client::Task<Result<FetchedObjects>> fetchArguments(Session &session, SelectOptions options)
{
    auto selection = co_await select(session, session.arguments(), std::move(options));
    if (!selection)
        co_return std::unexpected(selection.error());
    auto fetched = co_await fetch(session, std::move(*selection));
    co_return fetched;
}

client::Task<Result<kube::Value>> sendCreation(Session &session, kube::GroupVersionResource type,
                                               kube::Value object, DryRun dryRun)
{
    if (session.flags().isTrue("save-config"))
        object = withTypedLastApplied(std::move(object));
    api::Request request{.verb = api::Verb::Create,
                         .resource = std::move(type),
                         .ns = session.ns(),
                         .query = {{"fieldManager", session.flags().text("field-manager")}},
                         .body = std::move(object)};
    if (dryRun == DryRun::Server)
        request.query["dryRun"] = "All";
    const auto answer = co_await session.send(std::move(request));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return valueOf(answer->payload);
}

} // namespace minato::shell::kubectl
