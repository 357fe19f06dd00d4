// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl plugin, kubectl completion. Mirrors kubectl/pkg/cmd/plugin (plugin.go) and pkg/cmd/completion. Differs: folders
// of the system hold no plug-ins; plug-ins are listed, not run; there are no completion scripts, since the terminal
// completes by itself.
#include "kube/go_quote.h"
#include "shell/commands/own_text.h"
#include "shell/kubectl/commands/commands.h"
#include "shell/kubectl/pairs.h"
#include "shell/kubectl/session.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace minato::shell::kubectl {
namespace {

constexpr std::string_view kPrefix = "kubectl-";

std::string variable(const Session &session, const std::string &name)
{
    const auto found = session.process().environment.find(name);
    return found == session.process().environment.end() ? std::string() : found->second;
}

bool isOfTheSystem(std::string_view folder)
{
    return folder == "/bin" || folder == "/sbin" || folder.starts_with("/usr/");
}

/// The paths of files in $PATH whose name says that they are plug-ins.
std::vector<std::string> findPlugins(const Session &session)
{
    const Files &files = session.services().files;
    std::vector<std::string> plugins;
    std::set<std::string> seen;
    for (const std::string &folder : splitAt(variable(session, "PATH"), ':')) {
        if (folder.find_first_not_of(' ') == std::string::npos || !seen.insert(folder).second)
            continue;
        const std::string path = Files::resolve(folder, session.process().folder);
        if (!files.isFolder(path)) {
            if (!isOfTheSystem(path))
                session.warn("Unable to read directory " + kube::goQuote(folder) + " from your PATH: open " +
                             folder + ": no such file or directory. Skipping...\n");
            continue;
        }
        for (const std::string &name : files.list(path))
            if (name.starts_with(kPrefix) && !files.isFolder(path + "/" + name))
                plugins.push_back(path + "/" + name);
    }
    return plugins;
}

/// What is wrong with a plug-in; `seen` has the names so far and where they are.
std::vector<std::string> warningsOf(const Session &session, const std::string &path,
                                    std::map<std::string, std::string> &seen)
{
    std::vector<std::string> warnings;
    const std::string name = path.substr(path.rfind('/') + 1);
    if (!session.services().files.isExecutable(path))
        warnings.push_back("warning: " + path + " identified as a kubectl plugin, but it is not executable");
    if (const auto [first, isNew] = seen.try_emplace(name, path); !isNew)
        warnings.push_back("warning: " + path +
                           " is overshadowed by a similarly named plugin: " + first->second);
    auto words = splitAt(name, '-');
    words.erase(words.begin());
    if (const Call call = resolve(words); call.command)
        warnings.push_back("warning: " + name + " overwrites existing command: " +
                           kube::goQuote("kubectl " + std::string(call.command->path)));
    return warnings;
}

client::Task<int> runPluginList(Session &session)
{
    const auto plugins = findPlugins(session);
    if (plugins.empty())
        co_return session.fail("unable to find any kubectl plugins in your PATH");
    session.print("The following compatible plugins are available:\n\n");
    std::map<std::string, std::string> seen;
    std::size_t warnings = 0;
    for (const std::string &path : plugins) {
        session.print((session.flags().isTrue("name-only") ? path.substr(path.rfind('/') + 1) : path) + "\n");
        for (const std::string &warning : warningsOf(session, path, seen)) {
            session.warn("  - " + warning + "\n");
            ++warnings;
        }
    }
    if (warnings == 0)
        co_return 0;
    co_return session.fail(warnings == 1 ? "one plugin warning was found"
                                         : std::to_string(warnings) + " plugin warnings were found");
}

client::Task<int> runCompletion(Session &session)
{
    constexpr std::array<std::string_view, 4> kShells{"bash", "zsh", "fish", "powershell"};
    const auto &arguments = session.arguments();
    if (arguments.empty())
        co_return session.failUsage("Shell not specified.");
    if (arguments.size() > 1)
        co_return session.failUsage("Too many arguments. Expected only the shell type.");
    if (!std::ranges::contains(kShells, arguments.front()))
        co_return session.failUsage("Unsupported shell type " + kube::goQuote(arguments.front()) + ".");
    session.warn(ownLines(
        variable(session, "LANG"),
        "error: there is no completion script here: this terminal completes kubectl by itself, with Tab. "
        "On your own computer, `kubectl completion " +
            arguments.front() + "` prints one.",
        "error: ここには補完スクリプトはありません。このターミナルでは Tab キーだけで kubectl "
        "を補完できます。"
        "自分のコンピューターでは kubectl completion " +
            arguments.front() + " で表示できます。"));
    co_return 1;
}

constexpr FlagSpec kPluginFlags[]{
    {"name-only", 0, FlagType::Bool, "false", "Print names without their folders."},
};

} // namespace

const Command kPlugin{
    .path = "plugin",
    .usage = "[flags]",
    .brief = "Provides utilities for interacting with plugins",
    .text = "A plug-in is a program in $PATH whose name begins with kubectl-. This terminal lists them and "
            "runs none.",
    .examples = "kubectl plugin list",
    .flags = {},
    .helpsOnErr = true,
};

const Command kPluginList{
    .path = "plugin list",
    .usage = "[flags]",
    .brief = "List all visible plugin executables on a user's PATH",
    .text = "",
    .examples = "kubectl plugin list",
    .flags = {kPluginFlags},
    .run = runPluginList,
};

const Command kCompletion{
    .path = "completion",
    .usage = "SHELL",
    .brief = "Output shell completion code for the specified shell (bash, zsh, fish, or powershell)",
    .text = "A real kubectl prints a script that teaches a shell to complete its words. This terminal does "
            "so by itself, "
            "with Tab.",
    .examples = "",
    .flags = {},
    .run = runCompletion,
};

} // namespace minato::shell::kubectl
