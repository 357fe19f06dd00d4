// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/duration.h"
#include "shell/commands/programs.h"
#include "shell/kubectl/hints.h"
#include "shell/kubectl/session.h"

#include <algorithm>

/// kubectl, over the transport: discovery tells the types, the server renders the tables.
///
/// Mirrors   kubectl v1.34 (kubectl/pkg/cmd), its texts and exit statuses
/// Differs   One cluster and no kubeconfig, plug-ins or terminal; commands that are not there yet say so.
namespace minato::shell {
namespace {

using namespace kubectl;

constexpr base::Duration kStartUp =
    std::chrono::milliseconds(30); // reading its configuration, as the real one must

int fail(const Process &process, const std::string &text)
{
    process.complain("error: " + text + "\n");
    return 1;
}

/// Words that kubectl knows as commands and this one does not (yet).
bool isElsewhere(std::string_view name)
{
    return std::ranges::contains(suggestions(name), name);
}

int failUnknown(const Process &process, const Call &call)
{
    if (call.command) {
        std::string words;
        for (const std::string &word : call.words)
            words += (words.empty() ? "" : " ") + word;
        const std::string path(call.command->path);
        const std::string hint = "\nSee 'kubectl " + path + " -h' for help and examples";
        if (path == "create")
            return fail(process, "Unexpected args: [" + words + "]" + hint);
        return fail(process, "unknown command \"" + words + "\"" + hint);
    }
    if (call.words.front().starts_with('-')) {
        process.complain("Error: flags cannot be placed before plugin name: " + call.words.front() + "\n");
        return 1;
    }
    if (isElsewhere(call.unknown))
        return fail(process, "\"kubectl " + call.unknown + "\" is not available in this terminal");
    std::string text = "unknown command \"" + call.unknown + "\" for \"kubectl\"";
    const auto meant = suggestions(call.unknown);
    if (!meant.empty())
        text += "\n\nDid you mean this?";
    for (const std::string &name : meant)
        text += "\n\t" + name;
    return fail(process, text);
}

std::string missingFlags(const Command &command, const Flags &flags)
{
    std::string names;
    for (const std::string_view name : command.required)
        if (!flags.isGiven(name))
            names += (names.empty() ? "\"" : "\", \"") + std::string(name);
    return names.empty() ? "" : names + "\"";
}

/// "10", "10s"
bool isTimeout(std::string_view text)
{
    const bool isSeconds = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    return isSeconds || kube::parseGoDuration(text).has_value();
}

/// What is wrong with the flags about the configuration; empty: nothing.
std::string configurationError(const Command &command, const Flags &flags, const Kubeconfig &config)
{
    const auto isMissing = [&](const char *flag, const char *list) {
        // `create rolebinding --user` means somebody else.
        return !findFlag(command.flags, flag) && !flags.text(flag).empty() &&
               config.find(list, flags.text(flag)).isNull();
    };
    if (isMissing("context", "contexts"))
        return "Error in configuration: context was not found for specified context: " +
               flags.text("context");
    if (isMissing("user", "users"))
        return "error: auth info \"" + flags.text("user") + "\" does not exist";
    if (isMissing("cluster", "clusters"))
        return "error: no server found for cluster \"" + flags.text("cluster") + "\"";
    if (!isTimeout(flags.text("request-timeout")))
        return "error: Invalid timeout value. Timeout must be a single integer in seconds, or an integer "
               "followed by a "
               "corresponding time unit (e.g. 1s | 2m | 3h)";
    return {};
}

client::Task<int> runCommand(Process &process, Call call)
{
    const Command &command = *call.command;
    std::vector<FlagSpecs> groups = command.flags;
    groups.push_back(globalFlags());
    auto flags = Flags::parse(groups, call.words);
    const std::string path = "kubectl " + std::string(command.path);
    const Language language = languageOf(process.environment);
    if (!flags && command.path == "diff") // whose status 1 says that there are differences
        co_return fail(process, flags.error() + "\nSee '" + path + " -h' for help and examples") + 1;
    if (!flags)
        co_return fail(process, flags.error() + "\nSee '" + path + " --help' for usage.");
    if (flags->isTrue("help")) {
        process.print(helpOf(command, language));
        co_return 0;
    }
    if (!command.run) {
        (command.helpsOnErr ? process.err : process.out)->write(helpOf(command, language));
        co_return command.failsBare ? 1 : 0;
    }
    if (const std::string missing = missingFlags(command, *flags); !missing.empty())
        co_return fail(process, "required flag(s) " + missing + " not set");
    if (findFlag(groups, "record") && flags->isGiven("record"))
        process.complain("Flag --record has been deprecated, --record will be removed in the future\n");
    if (const std::string wrong = configurationError(command, *flags, process.services.kubectl->config);
        !wrong.empty() && command.path != "version" && !command.path.starts_with("config")) {
        process.complain(wrong + "\n");
        co_return 1;
    }
    co_await client::sleep(process.services.timers, kStartUp);
    Session session(process, command, std::move(*flags));
    const int status = co_await command.run(session);
    co_return status;
}

/// kubectl without a command, and the words that only help.
std::optional<int> runBare(const Process &process, const Call &call)
{
    const std::vector<FlagSpecs> groups{globalFlags()};
    const Language language = languageOf(process.environment);
    if (call.unknown == "help") {
        const Call topic = resolve({call.words.begin() + 1, call.words.end()});
        process.print(topic.command ? helpOf(*topic.command, language) : rootHelp(language));
        return 0;
    }
    if (call.unknown == "options") {
        process.print(globalOptionsHelp(language));
        return 0;
    }
    if (!call.unknown.empty())
        return std::nullopt;
    const auto flags = Flags::parse(groups, call.words);
    if (!flags)
        return fail(process, flags.error() + "\nSee 'kubectl --help' for usage.");
    process.print(rootHelp(language));
    return 0;
}

} // namespace

namespace {

client::Task<int> runCall(Process &process)
{
    Call call = resolve({process.arguments.begin() + 1, process.arguments.end()});
    if (!call.command)
        if (const auto status = runBare(process, call))
            co_return *status;
    if (!call.command || (!call.unknown.empty() && !call.command->run))
        co_return failUnknown(process, call);
    const int status = co_await runCommand(process, std::move(call));
    co_return status;
}

} // namespace

client::Task<int> runKubectl(Process &process)
{
    const int status = co_await runCall(process);
    const HintSink &tell = process.services.kubectl->hint;
    if (const auto hint = hintFor({process.arguments.begin() + 1, process.arguments.end()}); hint && tell)
        tell(*hint);
    co_return status;
}

} // namespace minato::shell
