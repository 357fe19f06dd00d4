// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl explain. Mirrors kubectl/pkg/cmd/explain (explain.go) and pkg/explain (explain.go).
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/pairs.h"
#include "shell/kubectl/resource_args.h"
#include "shell/kubectl/schema_text.h"

namespace minato::shell::kubectl {
namespace {

/// What an argument names: a type, and the way to a field below it.
struct Topic {
    std::shared_ptr<const ApiResource> type;
    std::vector<std::string> fields;
};

/// "deploy.spec.replicas", "deployments.apps.spec"
client::Task<Result<Topic>> topicOf(Session &session, std::string argument)
{
    if (argument.ends_with('.'))
        argument.pop_back();
    auto parts = splitAt(argument, '.');
    const auto type = co_await findType(session, parts.front());
    if (!type)
        co_return std::unexpected(type.error());
    // Of all types with that name the one whose group is named, if it is.
    for (const Discovery::Entry &entry : (co_await session.discovery()).value()->entries()) {
        const std::string whole = entry.resource.gvr.groupResource();
        if (entry.isPreferred && entry.resource.gvr.resource == parts.front() &&
            argument.starts_with(whole)) {
            std::vector<std::string> fields = splitAt(argument.substr(whole.size()), '.');
            fields.erase(fields.begin());
            co_return Topic{std::make_shared<const ApiResource>(entry.resource), std::move(fields)};
        }
    }
    parts.erase(parts.begin());
    co_return Topic{*type, std::move(parts)};
}

/// The document of a group and version; the error names the type that was looked for.
client::Task<Result<kube::Value>> documentOf(Session &session, kube::GroupVersionResource type)
{
    const auto index = co_await session.get("/openapi/v3");
    if (!index)
        co_return std::unexpected(index.error());
    const std::string path =
        type.group.empty() ? "api/" + type.version : "apis/" + type.group + "/" + type.version;
    const std::string url((*index)["paths"][path]["serverRelativeURL"].asString());
    if (url.empty())
        co_return std::unexpected(Error("couldn't find resource for \"" + type.group + "/" + type.version +
                                        ", Resource=" + type.resource + "\""));
    co_return co_await session.get(url);
}

constexpr std::string_view kSuggestion =
    "Use \"kubectl api-resources\" for a complete list of supported resources.\n";

client::Task<int> runExplain(Session &session)
{
    const auto &arguments = session.arguments();
    if (arguments.empty())
        co_return session.fail("You must specify the type of resource to explain. " +
                               std::string(kSuggestion));
    if (arguments.size() > 1)
        co_return session.fail("We accept only this format: explain RESOURCE\n");
    const auto topic = co_await topicOf(session, arguments.front());
    if (!topic && !topic.error().status) { // told without "error: "
        session.warn(topic.error().text + "\n");
        co_return 1;
    }
    if (!topic)
        co_return session.fail(topic.error());
    const std::string &format = session.flags().text("output");
    kube::GroupVersionResource type = topic->type->gvr;
    if (const std::string &version = session.flags().text("api-version"); !version.empty()) {
        const std::size_t slash = version.find('/');
        type.group = slash == std::string::npos ? "" : version.substr(0, slash);
        type.version = slash == std::string::npos ? version : version.substr(slash + 1);
    }
    const auto document = co_await documentOf(session, type);
    if (!document)
        co_return session.fail(document.error());
    if (format != "plaintext")
        co_return session.fail("unrecognized format: " + format);
    std::string out;
    const auto done = explainSchema(*document, type, topic->fields, session.flags().isTrue("recursive"), out);
    session.print(out);
    co_return done ? 0 : session.fail(done.error());
}

constexpr FlagSpec kExplainFlags[]{
    {"recursive", 0, FlagType::Bool, "false", "The names of all fields at all depths."},
    {"api-version", 0, FlagType::Text, "", "The type as this GROUP/VERSION has it."},
    {"output", 'o', FlagType::Text, "plaintext", "plaintext."},
};

} // namespace

const Command kExplain{
    .path = "explain",
    .usage = "TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group] [-o|--output=plaintext]",
    .brief = "Get documentation for a resource",
    .text = "Tells what a type of objects is for and which fields it has; below a dot, a field of it.",
    .examples = "# What a Deployment is\n"
                "kubectl explain deployment\n\n"
                "# One of its fields\n"
                "kubectl explain deployment.spec.replicas\n\n"
                "# The names of all fields\n"
                "kubectl explain deployment --recursive",
    .flags = {kExplainFlags},
    .run = runExplain,
};

} // namespace minato::shell::kubectl
