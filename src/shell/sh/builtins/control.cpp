// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where control goes: break, continue, return, exit, eval, ".", exec, command, type; jobs, wait, fg, bg;
// cd, pwd.
#include "shell/sh/arithmetic.h"
#include "shell/sh/builtins.h"
#include "shell/sh/interpreter.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

int refuse(BuiltinCall call, std::string_view text)
{
    call.environment.fail(call.arguments.front() + ": " + std::string(text));
    return 2;
}

std::vector<std::string> rest(const std::vector<std::string> &arguments, std::size_t from)
{
    return {arguments.begin() + static_cast<std::ptrdiff_t>(std::min(from, arguments.size())),
            arguments.end()};
}

bool isKeyword(std::string_view name)
{
    static constexpr std::array<std::string_view, 16> keywords{
        "!",   "case", "do", "done", "elif",  "else",  "esac", "fi",
        "for", "if",   "in", "then", "until", "while", "{",    "}"};
    return std::ranges::contains(keywords, name);
}

/// What `type NAME` says about it; "" when it is nothing.
std::string whatIs(BuiltinCall call, const std::string &name, bool isVerbose)
{
    const Environment &environment = call.environment;
    const auto said = [&](std::string_view kind) {
        return isVerbose ? name + " is a " + std::string(kind) : name;
    };
    if (isKeyword(name))
        return said("shell keyword");
    if (const auto alias = environment.aliases.find(name); alias != environment.aliases.end())
        return isVerbose ? name + " is an alias for " + alias->second
                         : "alias " + name + "='" + alias->second + "'";
    const Builtin *builtin = findBuiltin(name);
    if (builtin && builtin->isSpecial)
        return said("special shell builtin");
    if (environment.functions.contains(name))
        return said("shell function");
    if (builtin)
        return said("shell builtin");
    if (!findProgram(call.interpreter.services(), name))
        return {};
    const std::string path = name.contains('/') ? name : "/usr/bin/" + name;
    return isVerbose ? name + " is " + path : path;
}

} // namespace

client::Task<int> runBreak(BuiltinCall call)
{
    std::int64_t count = 1;
    if (call.arguments.size() > 1) {
        const auto number = parseNumber(call.arguments[1], 10);
        if (!number || *number <= 0)
            co_return refuse(call, "Illegal number: " + call.arguments[1]);
        count = *number;
    }
    Environment &environment = call.environment;
    if (environment.loopDepth == 0)
        co_return 0;
    environment.flowCount = static_cast<int>(std::min<std::int64_t>(count, environment.loopDepth));
    environment.flow =
        call.arguments.front() == "break" ? Environment::Flow::Break : Environment::Flow::Continue;
    co_return 0;
}

client::Task<int> runReturn(BuiltinCall call)
{
    int status = call.environment.status;
    if (call.arguments.size() > 1) {
        const auto number = parseNumber(call.arguments[1], 10);
        if (!number || *number < 0)
            co_return refuse(call, "Illegal number: " + call.arguments[1]);
        status = static_cast<int>(*number & 0xFF);
    }
    call.environment.flow =
        call.arguments.front() == "exit" ? Environment::Flow::Exit : Environment::Flow::Return;
    co_return status;
}

client::Task<int> runEval(BuiltinCall call)
{
    std::string script;
    for (std::size_t i = 1; i < call.arguments.size(); ++i)
        script += (i > 1 ? " " : "") + call.arguments[i];
    call.environment.status = 0;
    co_await call.interpreter.runScript(std::move(script), call.environment, "eval: ");
    co_return call.environment.status;
}

client::Task<int> runDot(BuiltinCall call)
{
    if (call.arguments.size() < 2)
        co_return 0;
    const std::string &name = call.arguments[1];
    auto text = call.interpreter.services().files.read(Files::resolve(name, call.environment.folder), name);
    if (!text)
        co_return refuse(
            call, (name.contains('/') ? "cannot open " + name + ": No such file" : name + ": not found"));
    call.environment.status = 0;
    co_await call.interpreter.runScript(std::move(*text), call.environment);
    if (call.environment.flow == Environment::Flow::Return)
        call.environment.flow = Environment::Flow::Next;
    co_return call.environment.status;
}

client::Task<int> runExec(BuiltinCall call)
{
    if (call.arguments.size() < 2)
        co_return 0; // its redirections stay
    co_await call.interpreter.call(rest(call.arguments, 1), call.environment, true);
    call.environment.flow = Environment::Flow::Exit;
    co_return call.environment.status;
}

client::Task<int> runCommand(BuiltinCall call)
{
    const bool asks = call.arguments.size() > 1 && (call.arguments[1] == "-v" || call.arguments[1] == "-V");
    std::size_t first = 1;
    while (first < call.arguments.size() && (call.arguments[first] == "-p" || call.arguments[first] == "--"))
        ++first;
    if (!asks) {
        if (first >= call.arguments.size())
            co_return 0;
        co_await call.interpreter.call(rest(call.arguments, first), call.environment, true);
        co_return call.environment.status;
    }
    int status = 0;
    const std::size_t last = std::min<std::size_t>(call.arguments.size(), 3); // dash hears one name only
    for (const std::string &name : std::vector<std::string>(
             call.arguments.begin() + 2, call.arguments.begin() + static_cast<std::ptrdiff_t>(last))) {
        const std::string text = whatIs(call, name, call.arguments[1] == "-V");
        if (!text.empty())
            call.print(text + "\n");
        else if (call.arguments[1] == "-V")
            call.print(name + ": not found\n");
        if (text.empty())
            status = 127;
    }
    co_return status;
}

client::Task<int> runType(BuiltinCall call)
{
    int status = 0;
    for (const std::string &name : rest(call.arguments, 1)) {
        const std::string text = whatIs(call, name, true);
        call.print(text.empty() ? name + ": not found\n" : text + "\n");
        if (text.empty())
            status = 127;
    }
    co_return status;
}

client::Task<int> runJobs(BuiltinCall call)
{
    const auto jobs = call.interpreter.jobs().all();
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const char mark = i + 1 == jobs.size() ? '+' : i + 2 == jobs.size() ? '-' : ' ';
        std::string state = "Running";
        if (jobs[i]->isDone())
            state = jobs[i]->status() == 0 ? "Done"
                    : jobs[i]->status() == Job::kTerminated
                        ? "Terminated"
                        : "Done(" + std::to_string(jobs[i]->status()) + ")";
        std::string line =
            "[" + std::to_string(call.interpreter.jobs().number(jobs[i])) + "] " + mark + " " + state;
        line.resize(std::max<std::size_t>(line.size() + 1, 33), ' ');
        call.print(line + jobs[i]->text + "\n");
        if (jobs[i]->isDone())
            call.interpreter.jobs().forget(jobs[i]);
    }
    co_return 0;
}

client::Task<int> runWait(BuiltinCall call)
{
    Jobs &jobs = call.interpreter.jobs();
    const bool isForeground = call.arguments.front() == "fg";
    std::vector<std::string> names = rest(call.arguments, 1);
    if (names.empty() && isForeground)
        names.emplace_back("%%");
    if (names.empty()) {
        const auto all = jobs.all();
        for (const JobPtr &job : all) {
            co_await job->finished();
            jobs.forget(job);
        }
        co_return 0;
    }
    int status = 0;
    for (const std::string &name : names) {
        const JobPtr job = jobs.find(name);
        if (!job) {
            status = isForeground ? call.complain("No current job", 2) : 127;
            continue;
        }
        if (isForeground)
            call.print(job->text + "\n");
        co_await job->finished();
        status = job->status();
        if (status == Job::kTerminated)
            call.environment.output(2)->write("Terminated\n");
        jobs.forget(job);
    }
    co_return status;
}

client::Task<int> runCd(BuiltinCall call)
{
    Environment &environment = call.environment;
    const Files &files = call.interpreter.services().files;
    std::size_t first = 1;
    while (first < call.arguments.size() &&
           (call.arguments[first] == "-P" || call.arguments[first] == "-L" || call.arguments[first] == "--"))
        ++first; // there are no links
    std::string target = first < call.arguments.size() ? call.arguments[first] : environment.get("HOME");
    bool tells = target == "-";
    if (tells)
        target = environment.get("OLDPWD");
    std::string folder = Files::resolve(target, environment.folder);
    const bool isSearched = !target.starts_with('/') && !target.starts_with("./") &&
                            !target.starts_with("../") && target != "." && target != "..";
    const std::string places = isSearched ? environment.get("CDPATH") : "";
    for (std::size_t begin = 0; begin < places.size();) {
        const std::size_t end = std::min(places.find(':', begin), places.size());
        const std::string place = places.substr(begin, end - begin);
        const std::string found = Files::resolve(target, Files::resolve(place, environment.folder));
        begin = end + 1;
        if (!files.isFolder(found))
            continue;
        tells |= !place.empty();
        folder = found;
        break;
    }
    if (!files.isFolder(folder))
        co_return call.complain("can't cd to " + target, 2);
    environment.set("OLDPWD", environment.folder);
    environment.folder = folder;
    environment.set("PWD", folder);
    if (tells)
        call.print(folder + "\n");
    co_return 0;
}

client::Task<int> runPwd(BuiltinCall call)
{
    call.print(call.environment.folder + "\n");
    co_return 0;
}

} // namespace minato::shell
