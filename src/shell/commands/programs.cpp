// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/programs.h"

#include "shell/container_shell.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

struct Entry {
    std::string_view name;
    Program program;
    std::string_view help; ///< one line for `help`; empty: not listed
};

constexpr std::array kPrograms{
    Entry{"basename", runBasename, ""},
    Entry{"cat", runCat, "print files or what comes in"},
    Entry{"clear", runClear, "clear the screen"},
    Entry{"curl", runCurl, "send an HTTP request to the cluster"},
    Entry{"cut", runCut, "print parts of lines"},
    Entry{"date", runDate, "print the cluster's time"},
    Entry{"echo", runEchoProgram, ""},
    Entry{"egrep", runGrep, ""},
    Entry{"env", runEnv, "print exported variables, or run a command with others"},
    Entry{"fgrep", runGrep, ""},
    Entry{"grep", runGrep, "print lines that match a pattern"},
    Entry{"head", runHead, "print the first lines"},
    Entry{"help", runHelp, "this list"},
    Entry{"hostname", runHostname, ""},
    Entry{"kubectl", runKubectl, "talk to the Kubernetes cluster"},
    Entry{"ls", runLs, "list files"},
    Entry{"minikube", runMinikube, "switch machines on and off"},
    Entry{"mkdir", runMkdir, "make a folder"},
    Entry{"printenv", runEnv, ""},
    Entry{"rm", runRm, "remove files"},
    Entry{"sed", runSed, "change lines: sed 's/old/new/'"},
    Entry{"seq", runSeq, "print numbers"},
    Entry{"sleep", runSleep, "wait, in the cluster's time"},
    Entry{"sort", runSort, "sort lines"},
    Entry{"tail", runTail, "print the last lines"},
    Entry{"tee", runTee, "print and write to a file"},
    Entry{"tr", runTr, "replace or delete characters"},
    Entry{"uniq", runUniq, "drop repeated lines, or count them (-c)"},
    Entry{"wc", runWc, "count lines, words, characters"},
    Entry{"whoami", runHostname, ""},
    Entry{"xargs", runXargs, "run a command with arguments that come in"},
    Entry{"yes", runYes, ""},
};

} // namespace

Program findProgram(const Services &services, std::string_view name)
{
    for (const std::string_view folder : {"/bin/", "/usr/bin/", "/usr/local/bin/"})
        if (name.starts_with(folder))
            name.remove_prefix(folder.size());
    if (services.container && !services.container->programs.contains(name))
        return nullptr;
    if (services.container && name == "ps")
        return runPs;
    const auto found = std::ranges::find(kPrograms, name, &Entry::name);
    return found == kPrograms.end() ? nullptr : found->program;
}

std::vector<std::string_view> programNames()
{
    std::vector<std::string_view> names;
    for (const Entry &entry : kPrograms)
        names.push_back(entry.name);
    return names;
}

client::Task<int> runHelp(Process &process)
{
    process.print("This is a small POSIX shell on a Kubernetes cluster. Its commands:\n\n");
    for (const Entry &entry : kPrograms)
        if (!entry.help.empty())
            process.print("  " + std::string(entry.name) + std::string(12 - entry.name.size(), ' ') +
                          std::string(entry.help) + "\n");
    process.print("\nBuiltins: cd, echo, eval, exit, export, jobs, printf, pwd, read, set, test, trap, type, "
                  "unset, wait, …\n"
                  "Grammar:  pipes, && and ||, $(…), $((…)), for, while, until, if, case, functions, "
                  "redirections, here-documents.\n"
                  "`kubectl --help` lists what kubectl can do.\n");
    co_return 0;
}

} // namespace minato::shell
