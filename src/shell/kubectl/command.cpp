// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/command.h"

#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/commands/config.h"
#include "shell/kubectl/commands/create.h"
#include "shell/kubectl/help_japanese.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace minato::shell::kubectl {
namespace {

constexpr FlagSpec kGlobalFlags[]{
    {"namespace", 'n', FlagType::Text, "", "The namespace to work in."},
    {"help", 'h', FlagType::Bool, "false", "Help for this command."},
    {"context", 0, FlagType::Text, "", "The context of the kubeconfig to use."},
    {"cluster", 0, FlagType::Text, "", "The cluster of the kubeconfig to use."},
    {"user", 0, FlagType::Text, "", "The user of the kubeconfig to use."},
    {"kubeconfig", 0, FlagType::Text, "",
     "Path to the kubeconfig; this terminal has one cluster and needs none."},
    {"server", 's', FlagType::Text, "",
     "Address of the API server; this terminal has one cluster and needs none."},
    {"request-timeout", 0, FlagType::Text, "0",
     "How long to wait for one answer of the server; 0: as long as it takes."},
    {"warnings-as-errors", 0, FlagType::Bool, "false", "Fail when the server warns."},
    {"as", 0, FlagType::Text, "", "Act as this user."},
    {"as-group", 0, FlagType::List, "[]", "Act as a member of this group."},
    {"token", 0, FlagType::Text, "", "Bearer token."},
    {"insecure-skip-tls-verify", 0, FlagType::Bool, "false", "Do not check the server's certificate."},
    {"cache-dir", 0, FlagType::Text, "", "Where discovery is cached; this terminal keeps it in memory."},
    {"v", 'v', FlagType::Int, "0", "Verbosity of the log."},
};

// clang-format off
constexpr const Command *kCommands[]{
    &kCreate, &kCreateClusterRole, &kCreateClusterRoleBinding, &kCreateConfigMap, &kCreateCronJob,
    &kCreateDeployment, &kCreateIngress, &kCreateJob, &kCreateNamespace, &kCreateBudget,
    &kCreatePriorityClass, &kCreateQuota, &kCreateRole, &kCreateRoleBinding, &kCreateSecret,
    &kCreateSecretDocker, &kCreateSecretGeneric, &kCreateSecretTls, &kCreateService,
    &kCreateServiceClusterIp, &kCreateServiceExternalName, &kCreateServiceLoadBalancer,
    &kCreateServiceNodePort, &kCreateServiceAccount, &kCreateToken, &kExpose, &kRun, &kSet, &kSetEnv, &kSetImage,
    &kSetResources, &kSetSelector, &kSetServiceAccount, &kExplain, &kGet, &kEdit, &kDelete, &kRollout,
    &kRolloutHistory, &kRolloutPause, &kRolloutRestart, &kRolloutResume, &kRolloutStatus, &kRolloutUndo,
    &kScale, &kAutoscale, &kClusterInfo, &kTop, &kTopNode, &kTopPod, &kCordon, &kUncordon, &kDrain, &kTaint,
    &kDescribe, &kLogs, &kAttach, &kExec, &kPortForward, &kProxy, &kCp, &kAuth, &kAuthCanI, &kAuthWhoAmI, &kEvents, &kDiff,
    &kApply, &kPatch, &kReplace, &kWait, &kLabel, &kAnnotate, &kCompletion, &kApiResources, &kApiVersions, &kConfig,
    &kConfigCurrentContext, &kConfigDeleteCluster, &kConfigDeleteContext, &kConfigDeleteUser,
    &kConfigGetClusters, &kConfigGetContexts, &kConfigGetUsers, &kConfigRenameContext, &kConfigSet,
    &kConfigSetCluster, &kConfigSetContext, &kConfigSetCredentials, &kConfigUnset, &kConfigUseContext,
    &kConfigView, &kPlugin, &kPluginList, &kVersion,
};
// clang-format on

constexpr std::string_view kOptionsHint =
    "Use \"kubectl options\" for a list of global command-line options (applies to all commands).";

struct Group {
    std::string_view title;
    std::vector<std::string_view> names;
};

/// The groups of kubectl's own help, in its order.
const std::vector<Group> &helpGroups()
{
    static const std::vector<Group> groups{
        {"Basic Commands (Beginner):", {"create", "expose", "run", "set"}},
        {"Basic Commands (Intermediate):", {"explain", "get", "edit", "delete"}},
        {"Deploy Commands:", {"rollout", "scale", "autoscale"}},
        {"Cluster Management Commands:",
         {"certificate", "cluster-info", "top", "cordon", "uncordon", "drain", "taint"}},
        {"Troubleshooting and Debugging Commands:",
         {"describe", "logs", "attach", "exec", "port-forward", "proxy", "cp", "auth", "debug", "events"}},
        {"Advanced Commands:", {"diff", "apply", "patch", "replace", "wait", "kustomize"}},
        {"Settings Commands:", {"label", "annotate", "completion"}},
        {"Other Commands:",
         {"api-resources", "api-versions", "config", "plugin", "version", "options", "help"}},
    };
    return groups;
}

std::string_view lastWord(std::string_view path)
{
    return path.substr(path.rfind(' ') == std::string_view::npos ? 0 : path.rfind(' ') + 1);
}

std::string_view parentOf(std::string_view path)
{
    const std::size_t space = path.rfind(' ');
    return space == std::string_view::npos ? std::string_view() : path.substr(0, space);
}

const Command *findChild(std::string_view parent, std::string_view name)
{
    for (const Command *command : allCommands())
        if (parentOf(command->path) == parent &&
            (lastWord(command->path) == name || std::ranges::contains(command->aliases, name)))
            return command;
    return nullptr;
}

/// The place of the next word that is neither a flag nor a flag's value; npos: none.
std::size_t nextWord(const std::vector<std::string> &words, std::size_t from,
                     std::span<const FlagSpecs> flags)
{
    for (std::size_t i = from; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (word == "--")
            return std::string::npos;
        if (word.size() < 2 || word.front() != '-')
            return i;
        if (word.contains('='))
            continue;
        const FlagSpec *spec = word.starts_with("--") ? findFlag(flags, std::string_view(word).substr(2))
                               : word.size() == 2     ? findShorthand(flags, word[1])
                                                      : nullptr;
        const bool takesValue = spec ? spec->type != FlagType::Bool && spec->bare.empty()
                                     : word.starts_with("--") || word.size() == 2;
        if (takesValue)
            ++i;
    }
    return std::string::npos;
}

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

std::string padded(std::string_view text, std::size_t width)
{
    return std::string(text) + std::string(width > text.size() ? width - text.size() : 1, ' ');
}

std::string indented(std::string_view text, std::string_view indent)
{
    std::string result;
    for (std::size_t begin = 0; begin <= text.size() && !text.empty();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        result += line.empty() ? "\n" : std::string(indent) + std::string(line) + "\n";
        begin = end + 1;
    }
    return result;
}

std::string say(std::string_view english, Language language)
{
    return std::string(language == Language::Japanese ? inJapanese(english) : english);
}

/// Lines of examples: those that begin with "#" are for people.
std::string sayExamples(std::string_view examples, Language language)
{
    std::string text;
    while (!examples.empty()) {
        const std::string_view line = examples.substr(0, examples.find('\n'));
        examples.remove_prefix(std::min(line.size() + 1, examples.size()));
        text += (line.starts_with("# ") ? "# " + say(line.substr(2), language) : std::string(line)) + "\n";
    }
    if (!text.empty())
        text.pop_back();
    return text;
}

std::string flagHelp(const FlagSpec &spec, Language language)
{
    const bool isText = spec.type == FlagType::Text;
    const std::string value = isText ? "'" + std::string(spec.standard) + "'" : std::string(spec.standard);
    const std::string name = spec.shorthand ? std::string("-") + spec.shorthand + ", " : "";
    return "    " + name + "--" + std::string(spec.name) + "=" + value + ":\n\t" + say(spec.help, language) +
           "\n\n";
}

constexpr std::size_t kLeastNameWidth = 11, kNameGap = 3;

std::string subcommandsHelp(std::string_view parent, Language language)
{
    std::string text;
    std::size_t width = 0;
    for (const Command *command : allCommands())
        if (parentOf(command->path) == parent)
            width = std::max(width, lastWord(command->path).size());
    for (const Command *command : allCommands())
        if (parentOf(command->path) == parent)
            text += "  " + padded(lastWord(command->path), std::max(width, kLeastNameWidth) + kNameGap) +
                    say(command->brief, language) + "\n";
    return text;
}

} // namespace

FlagSpecs globalFlags()
{
    return kGlobalFlags;
}

Call resolve(const std::vector<std::string> &arguments)
{
    Call call{.words = arguments};
    std::string_view parent;
    std::vector<FlagSpecs> flags{globalFlags()};
    for (std::size_t from = 0;;) {
        const std::size_t at = nextWord(call.words, from, flags);
        if (at == std::string::npos)
            return call;
        const Command *child = findChild(parent, call.words[at]);
        if (!child) {
            call.unknown = call.words[at];
            return call;
        }
        call.command = child;
        call.words.erase(call.words.begin() + static_cast<std::ptrdiff_t>(at));
        from = at;
        parent = child->path;
        flags.insert(flags.end(), child->flags.begin(), child->flags.end());
        if (std::ranges::none_of(allCommands(),
                                 [&](const Command *c) { return parentOf(c->path) == parent; }))
            return call;
    }
}

std::vector<std::string> suggestions(std::string_view typed)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> known{
        {{"list", "get"}, {"list", "wait"}, {"ps", "get"}, {"ps", "wait"}}};
    const auto lower = [](std::string_view text) {
        std::string result(text);
        std::ranges::transform(result, result.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return result;
    };
    std::vector<std::string> result;
    for (const Group &group : helpGroups()) {
        for (const std::string_view name : group.names) {
            const bool isClose = editDistance(lower(typed), name) <= 2 || name.starts_with(lower(typed));
            const bool isKnown = std::ranges::contains(known, std::pair(typed, name));
            if ((isClose || isKnown) && name != "help")
                result.emplace_back(name);
        }
    }
    return result;
}

Language languageOf(const std::map<std::string, std::string> &environment)
{
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto found = environment.find(name); found != environment.end() && !found->second.empty())
            return found->second.starts_with("ja") ? Language::Japanese : Language::English;
    return Language::English;
}

std::string rootHelp(Language language)
{
    std::string text = say("kubectl controls the Kubernetes cluster manager.", language) + "\n\n " +
                       say("Find more information at:", language) +
                       " https://kubernetes.io/docs/reference/kubectl/\n\n";
    for (const Group &group : helpGroups()) {
        std::string lines;
        for (const std::string_view name : group.names)
            if (const Command *command = findChild("", name))
                lines += "  " + padded(name, 16) + say(command->brief, language) + "\n";
        if (!lines.empty())
            text += say(group.title, language) + "\n" + lines + "\n";
    }
    return text + say("Usage:", language) + "\n  kubectl [flags] [options]\n\n" +
           say("Use \"kubectl <command> --help\" for more information about a given command.", language) +
           "\n" + say(kOptionsHint, language) + "\n";
}

std::string helpOf(const Command &command, Language language)
{
    std::string text = say(command.brief, language) + (language == Language::Japanese ? "\n\n" : ".\n\n");
    if (!command.text.empty())
        text += " " + say(command.text, language) + "\n\n";
    if (!command.examples.empty())
        text += say("Examples:", language) + "\n" + indented(sayExamples(command.examples, language), "  ") +
                "\n";
    const std::string children = subcommandsHelp(command.path, language);
    if (!children.empty())
        text += say("Available Commands:", language) + "\n" + children + "\n";
    std::vector<const FlagSpec *> flags;
    for (const FlagSpecs group : command.flags)
        for (const FlagSpec &spec : group)
            flags.push_back(&spec);
    std::ranges::sort(flags, {}, &FlagSpec::name);
    if (!flags.empty())
        text += say("Options:", language) + "\n";
    for (const FlagSpec *spec : flags)
        text += flagHelp(*spec, language);
    text += say("Usage:", language) + "\n  kubectl " + std::string(command.path) + " " +
            std::string(children.empty() ? command.usage : "SUBCOMMAND") + " [options]\n\n";
    if (!children.empty())
        text += say("For more about a subcommand:", language) + " kubectl " + std::string(command.path) +
                " SUBCOMMAND --help\n";
    return text + say(kOptionsHint, language) + "\n";
}

std::string globalOptionsHelp(Language language)
{
    std::string text = say("The following options can be passed to any command:", language) + "\n\n";
    for (const FlagSpec &spec : kGlobalFlags)
        if (spec.name != "help")
            text += flagHelp(spec, language);
    text.pop_back();
    return text;
}

const std::vector<const Command *> &allCommands()
{
    static const std::vector<const Command *> commands(std::begin(kCommands), std::end(kCommands));
    return commands;
}

} // namespace minato::shell::kubectl
