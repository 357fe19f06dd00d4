// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl config. Mirrors kubectl/pkg/cmd/config. The configuration is kept in memory and leads to one cluster only,
// whatever it says. Fields: config_set.cpp; entries: config_entries.cpp.
#include "shell/kubectl/commands/config.h"

#include "kube/go_quote.h"
#include "kube/tab_writer.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/object_printer.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// Only the context that is used, and what it names.
Result<Value> minified(const Session &session)
{
    const Kubeconfig &config = configOf(session);
    const std::string &asked = session.flags().text("context");
    const std::string name = asked.empty() ? config.currentContext() : asked;
    const Value &context = config.find("contexts", name);
    if (name.empty())
        return std::unexpected(Error("current-context must exist in order to minify"));
    if (context.isNull())
        return std::unexpected(Error("cannot locate context " + name));
    Value result = config.content();
    result.set("current-context", name);
    const auto keep = [&result](const char *list, std::string_view kept) {
        std::erase_if(result.edit(list).editItems(),
                      [kept](const Value &entry) { return entry["name"].asString() != kept; });
    };
    keep("contexts", name);
    keep("clusters", context["cluster"].asString());
    keep("users", context["user"].asString());
    return result;
}

/// Without what is secret, and without what would fill the window.
Value redacted(Value config)
{
    struct Hidden {
        const char *list, *entry, *key, *text;
    };
    constexpr Hidden kHidden[]{{"clusters", "cluster", "certificate-authority-data", "DATA+OMITTED"},
                               {"users", "user", "client-certificate-data", "DATA+OMITTED"},
                               {"users", "user", "client-key-data", "DATA+OMITTED"},
                               {"users", "user", "token", "REDACTED"},
                               {"users", "user", "password", "REDACTED"}};
    for (const Hidden &hidden : kHidden)
        for (std::size_t i = 0; i < config[hidden.list].size(); ++i)
            if (config[hidden.list][i][hidden.entry].contains(hidden.key))
                config.edit(hidden.list).edit(i).edit(hidden.entry).set(hidden.key, hidden.text);
    return config;
}

client::Task<int> runView(Session &session)
{
    if (!session.arguments().empty())
        co_return session.failUsage("unexpected arguments: " + listOfArguments(session));
    ObjectPrinter::Options options = printOptions(session);
    options.isTyped = true;
    if (options.format.empty())
        options.format = "yaml";
    const auto printer = ObjectPrinter::make(session, options);
    if (!printer)
        co_return session.fail(printer.error());
    if (!*printer)
        co_return session.fail(unknownFormat(options.format, false));
    if (!session.flags().isTrue("merge"))
        co_return session.fail("if merge==false a precise file must be specified");
    const Result<Value> config =
        session.flags().isTrue("minify") ? minified(session) : Result<Value>(configOf(session).content());
    if (!config)
        co_return session.fail(config.error());
    std::string out;
    const auto printed = (*printer)->print(session.flags().isTrue("raw") ? *config : redacted(*config), out);
    session.print(out);
    co_return printed ? 0 : session.fail(printed.error());
}

client::Task<int> runCurrentContext(Session &session)
{
    const std::string name = configOf(session).currentContext();
    if (name.empty())
        co_return session.fail("current-context is not set");
    session.print(name + "\n");
    co_return 0;
}

client::Task<int> runUseContext(Session &session)
{
    if (session.arguments().size() != 1)
        co_return failArguments(session);
    const std::string &name = session.arguments().front();
    if (name.empty())
        co_return session.fail("empty context names are not allowed");
    if (configOf(session).find("contexts", name).isNull())
        co_return session.fail("no context exists with the name: " + kube::goQuote(name));
    configOf(session).useContext(name);
    session.print("Switched to context " + kube::goQuote(name) + ".\n");
    co_return 0;
}

client::Task<int> runGetContexts(Session &session)
{
    const Flags &flags = session.flags();
    const std::string &format = flags.text("output");
    if (!format.empty() && format != "name")
        co_return session.fail("--output " + format +
                               " is not available in kubectl config get-contexts; resetting to default "
                               "output format");
    const Kubeconfig &config = configOf(session);
    std::vector<std::string> names;
    Errors errors;
    for (const std::string &name : session.arguments())
        if (config.find("contexts", name).isNull())
            errors.emplace_back("context " + name + " not found");
        else
            names.push_back(name);
    if (session.arguments().empty())
        for (const Value &entry : config.content()["contexts"].items())
            names.emplace_back(entry["name"].asString());
    std::ranges::sort(names);
    kube::TabWriter writer({.rememberWidths = true});
    if (!flags.isTrue("no-headers") && format.empty())
        writer.write("CURRENT\tNAME\tCLUSTER\tAUTHINFO\tNAMESPACE\n");
    for (const std::string &name : names) {
        const Value &context = config.find("contexts", name);
        const auto field = [&context](const char *key) { return std::string(context[key].asString()); };
        writer.write(!format.empty()
                         ? name + "\n"
                         : std::string(name == config.currentContext() ? "*" : " ") + "\t" + name + "\t" +
                               field("cluster") + "\t" + field("user") + "\t" + field("namespace") + "\n");
    }
    session.print(writer.flush());
    co_return errors.empty() ? 0 : session.fail(errors);
}

client::Task<int> runSetContext(Session &session)
{
    const Flags &flags = session.flags();
    if (session.arguments().size() > 1)
        co_return failArguments(session);
    Kubeconfig &config = configOf(session);
    std::string name = session.arguments().empty() ? "" : session.arguments().front();
    if (name.empty() && !flags.isTrue("current"))
        co_return session.fail("you must specify a non-empty context name or --current");
    if (!name.empty() && flags.isTrue("current"))
        co_return session.fail("you cannot specify both a context name and --current");
    if (flags.isTrue("current") && config.currentContext().empty())
        co_return session.fail("no current context is set");
    if (name.empty())
        name = config.currentContext();
    Value context = config.find("contexts", name);
    const bool isKnown = !context.isNull();
    if (!isKnown)
        context = Value::map({{"cluster", ""}, {"user", ""}});
    for (const char *field : {"cluster", "user", "namespace"})
        if (flags.isGiven(field))
            context.set(field, flags.text(field));
    if (context["namespace"].asString().empty())
        context.erase("namespace");
    config.set("contexts", name, std::move(context));
    session.print("Context " + kube::goQuote(name) + (isKnown ? " modified.\n" : " created.\n"));
    co_return 0;
}

client::Task<int> runDeleteContext(Session &session)
{
    if (session.arguments().size() != 1) {
        session.print(helpOf(session.command(), session.language()));
        co_return 0;
    }
    const std::string &name = session.arguments().front();
    Kubeconfig &config = configOf(session);
    const bool isCurrent = config.currentContext() == name;
    if (!config.remove("contexts", name))
        co_return session.fail("cannot delete context " + name + ", not in " + kConfigFile);
    if (isCurrent)
        session.warn(
            "warning: this removed your active context, use \"kubectl config use-context\" to select a "
            "different one\n");
    session.print("deleted context " + name + " from " + kConfigFile + "\n");
    co_return 0;
}

client::Task<int> runRenameContext(Session &session)
{
    if (session.arguments().size() != 2)
        co_return failArguments(session);
    const std::string &old = session.arguments()[0], &name = session.arguments()[1];
    if (name.empty())
        co_return session.fail("You must specify a new non-empty context name");
    Kubeconfig &config = configOf(session);
    const Value context = config.find("contexts", old);
    if (context.isNull())
        co_return session.fail("cannot rename the context " + kube::goQuote(old) + ", it's not in " +
                               kConfigFile);
    if (!config.find("contexts", name).isNull())
        co_return session.fail("cannot rename the context " + kube::goQuote(old) + ", the context " +
                               kube::goQuote(name) + " already exists in " + kConfigFile);
    config.remove("contexts", old);
    config.set("contexts", name, context);
    if (config.currentContext() == old)
        config.useContext(name);
    session.print("Context " + kube::goQuote(old) + " renamed to " + kube::goQuote(name) + ".\n");
    co_return 0;
}

int listNames(const Session &session, const char *list)
{
    session.print("NAME\n");
    for (const Value &entry : configOf(session).content()[list].items())
        session.print(std::string(entry["name"].asString()) + "\n");
    return 0;
}

client::Task<int> runGetClusters(Session &session)
{
    co_return listNames(session, "clusters");
}

client::Task<int> runGetUsers(Session &session)
{
    co_return listNames(session, "users");
}

constexpr FlagSpec kViewFlags[]{
    {"merge", 0, FlagType::Bool, "true", "All files together; the terminal has one."},
    {"raw", 0, FlagType::Bool, "false", "Also what is secret."},
    {"flatten", 0, FlagType::Bool, "false", "With the content of the files that it names."},
    {"minify", 0, FlagType::Bool, "false", "Only what the current context uses."},
};
constexpr FlagSpec kGetContextsFlags[]{
    {"no-headers", 0, FlagType::Bool, "false", "Leave the line of headers out."},
    {"output", 'o', FlagType::Text, "", "\"name\" prints names only."},
};
constexpr FlagSpec kSetContextFlags[]{{"current", 0, FlagType::Bool, "false", "Change the current context."}};

} // namespace

std::string listOfArguments(const Session &session)
{
    std::string words;
    for (const std::string &argument : session.arguments())
        words += (words.empty() ? "" : " ") + argument;
    return "[" + words + "]";
}

int failArguments(const Session &session)
{
    session.print(helpOf(session.command(), session.language()));
    return session.fail("Unexpected args: " + listOfArguments(session));
}

const Command kConfig{
    .path = "config",
    .usage = "SUBCOMMAND",
    .brief = "Modify kubeconfig files",
    .text = "The kubeconfig says which cluster kubectl talks to, as whom, and in which namespace. In this "
            "terminal it is kept in memory and has one cluster.",
    .examples = "# Work in another namespace from now on\n"
                "kubectl config set-context --current --namespace=blue",
    .flags = {},
    .failsBare = true,
    .helpsOnErr = true,
};

const Command kConfigView{
    .path = "config view",
    .usage = "[flags]",
    .brief = "Display merged kubeconfig settings or a specified kubeconfig file",
    .text = "Prints the kubeconfig.",
    .examples = "# Which namespace is it?\n"
                "kubectl config view --minify -o jsonpath='{..namespace}'",
    .flags = {kViewFlags, printFlags()},
    .run = runView,
};

const Command kConfigCurrentContext{
    .path = "config current-context",
    .usage = "[flags]",
    .brief = "Display the current-context",
    .text = "",
    .examples = "kubectl config current-context",
    .flags = {},
    .run = runCurrentContext,
};

const Command kConfigUseContext{
    .path = "config use-context",
    .usage = "CONTEXT_NAME",
    .brief = "Set the current-context in a kubeconfig file",
    .text = "",
    .examples = "kubectl config use-context minato",
    .flags = {},
    .run = runUseContext,
    .aliases = {"use"},
};

const Command kConfigGetContexts{
    .path = "config get-contexts",
    .usage = "[(-o|--output=)name)]",
    .brief = "Describe one or many contexts",
    .text = "A context is a cluster, a user and a namespace under one name.",
    .examples = "kubectl config get-contexts",
    .flags = {kGetContextsFlags},
    .run = runGetContexts,
};

const Command kConfigSetContext{
    .path = "config set-context",
    .usage = "[NAME | --current] [--cluster=cluster_nickname] [--user=user_nickname] [--namespace=namespace]",
    .brief = "Set a context entry in kubeconfig",
    .text = "Makes a context, or changes one.",
    .examples = "# Work in another namespace from now on\n"
                "kubectl config set-context --current --namespace=blue",
    .flags = {kSetContextFlags},
    .run = runSetContext,
};

const Command kConfigDeleteContext{
    .path = "config delete-context",
    .usage = "NAME",
    .brief = "Delete the specified context from the kubeconfig",
    .text = "",
    .examples = "kubectl config delete-context old",
    .flags = {},
    .run = runDeleteContext,
};

const Command kConfigRenameContext{
    .path = "config rename-context",
    .usage = "CONTEXT_NAME NEW_NAME",
    .brief = "Rename a context from the kubeconfig file",
    .text = "",
    .examples = "kubectl config rename-context old new",
    .flags = {},
    .run = runRenameContext,
};

const Command kConfigGetClusters{
    .path = "config get-clusters",
    .usage = "[flags]",
    .brief = "Display clusters defined in the kubeconfig",
    .text = "",
    .examples = "kubectl config get-clusters",
    .flags = {},
    .run = runGetClusters,
};

const Command kConfigGetUsers{
    .path = "config get-users",
    .usage = "[flags]",
    .brief = "Display users defined in the kubeconfig",
    .text = "",
    .examples = "kubectl config get-users",
    .flags = {},
    .run = runGetUsers,
};

} // namespace minato::shell::kubectl
