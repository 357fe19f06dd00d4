// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/completion/kubectl_completion.h"

#include "shell/completion/complete.h"
#include "shell/kubectl/session.h"

#include <algorithm>
#include <array>
#include <format>

namespace minato::shell::kubectl {
namespace {

using Candidates = std::vector<Candidate>;

/// What the arguments of a command are.
enum class Takes : std::uint8_t { Nothing, TypesThenNames, Pods, Nodes, Contexts };

struct ArgumentRule {
    std::string_view command;
    Takes takes;
    std::string_view types = {}; ///< plural names, if not all types
};

constexpr std::string_view kWorkloads = "deployments daemonsets statefulsets";
constexpr std::string_view kScalable = "deployments replicasets statefulsets";

constexpr std::array kRules{
    ArgumentRule{"get", Takes::TypesThenNames},
    ArgumentRule{"describe", Takes::TypesThenNames},
    ArgumentRule{"delete", Takes::TypesThenNames},
    ArgumentRule{"edit", Takes::TypesThenNames},
    ArgumentRule{"label", Takes::TypesThenNames},
    ArgumentRule{"annotate", Takes::TypesThenNames},
    ArgumentRule{"patch", Takes::TypesThenNames},
    ArgumentRule{"wait", Takes::TypesThenNames},
    ArgumentRule{"explain", Takes::TypesThenNames},
    ArgumentRule{"events", Takes::Nothing},
    ArgumentRule{"scale", Takes::TypesThenNames, kScalable},
    ArgumentRule{"autoscale", Takes::TypesThenNames, kScalable},
    ArgumentRule{"expose", Takes::TypesThenNames, "deployments pods replicasets services"},
    ArgumentRule{"rollout history", Takes::TypesThenNames, kWorkloads},
    ArgumentRule{"rollout pause", Takes::TypesThenNames, kWorkloads},
    ArgumentRule{"rollout restart", Takes::TypesThenNames, kWorkloads},
    ArgumentRule{"rollout resume", Takes::TypesThenNames, kWorkloads},
    ArgumentRule{"rollout status", Takes::TypesThenNames, kWorkloads},
    ArgumentRule{"rollout undo", Takes::TypesThenNames, kWorkloads},
    ArgumentRule{"set image", Takes::TypesThenNames,
                 "cronjobs daemonsets deployments pods replicasets statefulsets"},
    ArgumentRule{"set env", Takes::TypesThenNames,
                 "cronjobs daemonsets deployments pods replicasets statefulsets"},
    ArgumentRule{"set resources", Takes::TypesThenNames,
                 "cronjobs daemonsets deployments pods replicasets statefulsets"},
    ArgumentRule{"set selector", Takes::TypesThenNames, "services"},
    ArgumentRule{"taint", Takes::TypesThenNames, "nodes"},
    ArgumentRule{"logs", Takes::Pods},
    ArgumentRule{"exec", Takes::Pods},
    ArgumentRule{"attach", Takes::Pods},
    ArgumentRule{"port-forward", Takes::Pods},
    ArgumentRule{"top pod", Takes::Pods},
    ArgumentRule{"cordon", Takes::Nodes},
    ArgumentRule{"uncordon", Takes::Nodes},
    ArgumentRule{"drain", Takes::Nodes},
    ArgumentRule{"top node", Takes::Nodes},
    ArgumentRule{"config use-context", Takes::Contexts},
};

constexpr std::array<std::string_view, 11> kFormats{
    "custom-columns=",      "go-template=",      "json",           "jsonpath=",        "name", "wide", "yaml",
    "custom-columns-file=", "go-template-file=", "jsonpath-file=", "jsonpath-as-json="};

const ArgumentRule *ruleOf(std::string_view command)
{
    const auto found = std::ranges::find(kRules, command, &ArgumentRule::command);
    return found == kRules.end() ? nullptr : &*found;
}

bool isAmong(std::string_view types, std::string_view name)
{
    return types.empty() || std::format(" {} ", types).contains(std::format(" {} ", name));
}

/// The words before the cursor, read as flags and arguments.
struct Read {
    const Command *command = nullptr; ///< null: kubectl itself
    std::vector<FlagSpecs> flags;
    std::vector<std::string> arguments;
    const FlagSpec *awaited = nullptr; ///< a flag whose value comes next
    std::string ns;                    ///< -n
    bool isPastDashes = false;
};

void takeFlag(Read &read, const std::string &word)
{
    const std::size_t equals = word.find('=');
    const bool isLong = word.starts_with("--");
    const FlagSpec *spec =
        isLong ? findFlag(read.flags,
                          std::string_view(word).substr(2, equals == std::string::npos ? equals : equals - 2))
               : findShorthand(read.flags, word[1]);
    if (!spec || spec->type == FlagType::Bool)
        return;
    const bool hasValue = equals != std::string::npos || (!isLong && word.size() > 2);
    if (!hasValue && spec->bare.empty())
        read.awaited = spec;
    if (hasValue && spec->name == "namespace")
        read.ns = equals == std::string::npos ? word.substr(2) : word.substr(equals + 1);
}

void takeWord(Read &read, const std::string &word)
{
    if (const FlagSpec *spec = std::exchange(read.awaited, nullptr)) {
        if (spec->name == "namespace")
            read.ns = word;
    } else if (word == "--") {
        read.isPastDashes = true;
    } else if (!read.isPastDashes && word.size() > 1 && word.front() == '-') {
        takeFlag(read, word);
    } else {
        read.arguments.push_back(word);
    }
}

Read readWords(const std::vector<std::string> &words)
{
    const Call call = resolve({words.begin() + 1, words.end()});
    Read read{.command = call.command, .flags = {globalFlags()}};
    if (call.command)
        read.flags.insert(read.flags.end(), call.command->flags.begin(), call.command->flags.end());
    for (const std::string &word : call.words)
        takeWord(read, word);
    return read;
}

Candidates subcommands(const Command *parent)
{
    Candidates found;
    const std::string prefix = parent ? std::string(parent->path) + " " : std::string();
    for (const Command *command : allCommands()) {
        const std::string_view path = command->path;
        if (path.starts_with(prefix) && !path.substr(prefix.size()).contains(' '))
            found.push_back({std::string(path.substr(prefix.size())), std::string(command->brief)});
    }
    return found;
}

Candidates flagNames(const Read &read)
{
    Candidates found;
    for (const FlagSpecs group : read.flags)
        for (const FlagSpec &spec : group) {
            const bool takesValue = spec.type != FlagType::Bool;
            found.push_back({std::format("--{}{}", spec.name, takesValue ? "=" : ""), std::string(spec.help),
                             !takesValue});
        }
    return found;
}

/// Asks the server; its warnings and errors are not for somebody who only pressed Tab.
class Asker {
public:
    Asker(Services &services, const Read &read)
        : m_process{.services = services,
                    .arguments = {"kubectl"},
                    .in = std::make_shared<TextInput>(),
                    .out = std::make_shared<NullOutput>(),
                    .err = std::make_shared<NullOutput>(),
                    .environment = {},
                    .folder = {}},
          m_session(m_process, commandOf(read), flagsOf(read.ns))
    {
    }

    client::Task<Candidates> types(std::string_view allowed)
    {
        Candidates found;
        const auto discovery = co_await m_session.discovery();
        if (!discovery)
            co_return found;
        for (const Discovery::Entry &entry : (*discovery)->entries())
            if (entry.isPreferred && entry.resource.can("list") &&
                isAmong(allowed, entry.resource.gvr.resource))
                found.push_back({entry.resource.gvr.resource, entry.resource.kind});
        co_return found;
    }

    /// `prefix`: "pods/", where the word has the type, too.
    client::Task<Candidates> names(std::string type, std::string prefix)
    {
        Candidates found;
        const auto discovery = co_await m_session.discovery();
        const ApiResource *resource = discovery ? (*discovery)->find(type) : nullptr;
        if (!resource)
            co_return found;
        api::Request request = m_session.request(api::Verb::List, *resource);
        request.query = {{"limit", std::to_string(kMostNames)}};
        const auto answer = co_await m_session.send(std::move(request));
        if (answer)
            for (const kube::ObjectPtr &object : answer->list().items)
                found.push_back({prefix + std::string(object->name()), {}});
        co_return found;
    }

    client::Task<Candidates> containers(std::string pod)
    {
        Candidates found;
        const auto discovery = co_await m_session.discovery();
        const ApiResource *pods = discovery ? (*discovery)->find("pods") : nullptr;
        if (!pods)
            co_return found;
        const auto answer = co_await m_session.send(m_session.request(api::Verb::Get, *pods, pod));
        if (!answer)
            co_return found;
        const kube::Value object = valueOf(answer->payload);
        for (const std::string_view field : {"containers", "initContainers"})
            for (const kube::Value &container : object.at("spec", field).items())
                found.push_back(
                    {std::string(container["name"].asString()), std::string(container["image"].asString())});
        co_return found;
    }

    [[nodiscard]] const std::string &ns() const { return m_session.ns(); }

private:
    static const Command &commandOf(const Read &read)
    {
        return read.command ? *read.command : *allCommands().front();
    }
    static Flags flagsOf(const std::string &ns)
    {
        const std::array groups{globalFlags()};
        const std::vector<std::string> words =
            ns.empty() ? std::vector<std::string>{} : std::vector<std::string>{"--namespace=" + ns};
        return *Flags::parse(groups, words);
    }

    Process m_process;
    Session m_session;
};

client::Task<Candidates> flagValues(Asker &asker, const Read &read, const FlagSpec &flag, Files &files,
                                    std::string typed, std::string folder)
{
    Candidates found;
    if (flag.name == "output") {
        for (const std::string_view format : kFormats)
            found.push_back({std::string(format), {}, !format.ends_with('=')});
    } else if (flag.name == "namespace") {
        co_return co_await asker.names("namespaces", {});
    } else if (flag.name == "filename" || flag.name == "kustomize" || flag.name == "patch-file" ||
               flag.name == "from-file") {
        co_return fileCandidates(files, typed, folder);
    } else if (flag.name == "container" && !read.arguments.empty()) {
        const std::string &pod = read.arguments.front();
        co_return co_await asker.containers(pod.substr(pod.find('/') + 1));
    } else if (flag.name == "context") {
        found.push_back({"minato", {}});
    } else if (flag.name == "dry-run") {
        for (const char *value : {"none", "client", "server"})
            found.push_back({value, {}});
    } else if (flag.name == "cascade") {
        for (const char *value : {"background", "foreground", "orphan"})
            found.push_back({value, {}});
    }
    co_return found;
}

client::Task<Candidates> typesThenNames(Asker &asker, const Read &read, std::string_view types,
                                        std::string typed)
{
    const std::size_t slash = typed.find('/');
    if (slash != std::string::npos)
        co_return co_await asker.names(typed.substr(0, slash), typed.substr(0, slash + 1));
    if (read.arguments.empty() || read.arguments.front().contains('/')) {
        Candidates found;
        if (read.arguments.empty())
            found = co_await asker.types(types);
        co_return found;
    }
    co_return co_await asker.names(read.arguments.front(), {});
}

client::Task<Candidates> podsAndOwners(Asker &asker, const Read &read, std::string typed)
{
    if (!read.arguments.empty() || read.isPastDashes)
        co_return Candidates{};
    const std::size_t slash = typed.find('/');
    if (slash != std::string::npos)
        co_return co_await asker.names(typed.substr(0, slash), typed.substr(0, slash + 1));
    Candidates found = co_await asker.names("pods", {});
    for (const char *type : {"deployments/", "replicasets/", "statefulsets/", "services/"})
        found.push_back({type, {}, false});
    co_return found;
}

client::Task<Candidates> arguments(Asker &asker, const Read &read, std::string typed)
{
    const ArgumentRule *rule = read.command ? ruleOf(read.command->path) : nullptr;
    Candidates found = subcommands(read.command);
    if (!rule || !found.empty())
        co_return found;
    switch (rule->takes) {
    case Takes::TypesThenNames:
        co_return co_await typesThenNames(asker, read, rule->types, std::move(typed));
    case Takes::Pods:
        co_return co_await podsAndOwners(asker, read, std::move(typed));
    case Takes::Nodes:
        co_return co_await asker.names("nodes", {});
    case Takes::Contexts:
        co_return Candidates{{"minato", {}}};
    case Takes::Nothing:
        break;
    }
    co_return found;
}

/// "--output=js": the value alone is what is completed.
const FlagSpec *flagBeingGiven(const Read &read, TypedWords &typed)
{
    const std::size_t equals = typed.current.find('=');
    if (!typed.current.starts_with("--") || equals == std::string::npos)
        return nullptr;
    const FlagSpec *spec = findFlag(read.flags, std::string_view(typed.current).substr(2, equals - 2));
    if (spec) {
        typed.current.erase(0, equals + 1);
        typed.from += equals + 1;
    }
    return spec;
}

} // namespace

client::Task<Completion> complete(Services &services, TypedWords typed, std::string folder)
{
    const Read read = readWords(typed.words);
    Asker asker(services, read);
    const FlagSpec *flag = read.awaited ? read.awaited : flagBeingGiven(read, typed);
    if (flag)
        co_return filtered(
            typed, co_await flagValues(asker, read, *flag, services.files, typed.current, std::move(folder)));
    if (typed.current.starts_with('-') && !read.isPastDashes)
        co_return filtered(typed, flagNames(read));
    Candidates found = co_await arguments(asker, read, typed.current);
    // What was named already is not offered again.
    std::erase_if(found,
                  [&](const Candidate &each) { return std::ranges::contains(read.arguments, each.text); });
    co_return filtered(typed, std::move(found));
}

} // namespace minato::shell::kubectl
