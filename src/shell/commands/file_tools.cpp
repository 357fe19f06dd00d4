// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// mkdir, rmdir, rm, cp, mv, touch, chmod, basename, dirname, realpath.
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/commands/running.h"

#include <algorithm>

namespace minato::shell {
namespace {

std::string pathOf(const Process &process, std::string_view name)
{
    return Files::resolve(name, process.folder);
}

std::string lastPart(std::string path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos || path.size() == 1 ? path : path.substr(slash + 1);
}

/// What stands before the last part of a path, as dirname prints it.
std::string firstParts(std::string path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos)
        return ".";
    path.resize(slash);
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path.empty() ? "/" : path;
}

/// Copies a file, or a folder with all that is in it. The error as errno words it.
std::expected<void, std::string> copyTree(Files &files, const std::string &from, const std::string &to)
{
    if (files.isFolder(from)) {
        if (to.starts_with(from + "/"))
            return std::unexpected("Invalid argument");
        if (!files.isFolder(to))
            if (auto made = files.makeFolder(to); !made)
                return made;
        for (const std::string &name : files.list(from))
            if (auto copied = copyTree(files, from + "/" + name, to + "/" + name); !copied)
                return copied;
        return {};
    }
    const auto text = files.read(from, from);
    if (!text)
        return std::unexpected(text.error());
    if (auto created = files.create(to); !created)
        return std::unexpected(created.error() == "Directory nonexistent" ? "No such file or directory"
                                                                          : created.error());
    if (!files.append(to, *text))
        return std::unexpected("No space left on device");
    files.setExecutable(to, files.isExecutable(from));
    return {};
}

/// The sources and the target of cp and mv; a message and false when they do not fit.
bool checkOperands(const Process &process, const std::vector<std::string> &operands, int &status)
{
    status = 1;
    if (operands.empty())
        status = wrongUsage(process, "missing file operand");
    else if (operands.size() == 1)
        status = wrongUsage(process, "missing destination file operand after '" + operands[0] + "'");
    else if (operands.size() > 2 && !process.services.files.isFolder(pathOf(process, operands.back())))
        process.complain(process.name() + ": target '" + operands.back() + "': No such file or directory\n");
    else
        return true;
    return false;
}

/// Where a file goes: into the target when that is a folder, else in its place.
std::string destination(Process &process, const std::string &name, const std::string &target)
{
    if (!process.services.files.isFolder(pathOf(process, target)))
        return target;
    return target + (target.ends_with('/') ? "" : "/") + lastPart(name);
}

} // namespace

client::Task<int> runMkdir(Process &process)
{
    const Options options(process, "pv", {{"parents", 'p'}, {"verbose", 'v'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    if (options.operands().empty())
        co_return wrongUsage(process, "missing operand");
    int status = 0;
    for (const std::string &name : options.operands()) {
        const std::string path = pathOf(process, name);
        for (std::size_t slash = path.find('/', 1); options.has('p') && slash != std::string::npos;
             slash = path.find('/', slash + 1))
            (void)process.services.files.makeFolder(path.substr(0, slash));
        const auto made = process.services.files.makeFolder(path);
        if (made && options.has('v'))
            process.print("mkdir: created directory '" + name + "'\n");
        if (made || (options.has('p') && process.services.files.isFolder(path)))
            continue;
        process.complain("mkdir: cannot create directory ‘" + name + "’: " + made.error() + "\n");
        status = 1;
    }
    co_return status;
}

client::Task<int> runRmdir(Process &process)
{
    const Options options(process, "p");
    if (options.operands().empty())
        co_return wrongUsage(process, "missing operand");
    Files &files = process.services.files;
    int status = 0;
    for (const std::string &name : options.operands()) {
        const std::string path = pathOf(process, name);
        std::string mistake;
        if (!files.exists(path))
            mistake = "No such file or directory";
        else if (!files.isFolder(path))
            mistake = "Not a directory";
        else if (!files.list(path).empty())
            mistake = "Directory not empty";
        else if (!files.removeFolder(path))
            mistake = "Device or resource busy";
        if (mistake.empty())
            continue;
        process.complain("rmdir: failed to remove '" + name + "': " + mistake + "\n");
        status = 1;
    }
    co_return status;
}

client::Task<int> runRm(Process &process)
{
    const Options options(process, "frRdiv",
                          {{"force", 'f'}, {"recursive", 'r'}, {"verbose", 'v'}, {"dir", 'd'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    if (options.operands().empty() && !options.has('f'))
        co_return wrongUsage(process, "missing operand");
    Files &files = process.services.files;
    const bool isDeep = options.has('r') || options.has('R');
    int status = 0;
    for (const std::string &name : options.operands()) {
        const std::string path = pathOf(process, name);
        const bool isFolder = files.isFolder(path);
        const bool isRemovable = isFolder && (isDeep || (options.has('d') && files.list(path).empty()));
        if (isRemovable ? files.removeFolder(path) : files.remove(path)) {
            if (options.has('v'))
                process.print("removed " + std::string(isFolder ? "directory " : "") + "'" + name + "'\n");
            continue;
        }
        if (options.has('f') && !isFolder)
            continue;
        const std::string why = isRemovable ? "Device or resource busy"
                                : isFolder  ? "Is a directory"
                                            : "No such file or directory";
        process.complain("rm: cannot remove '" + name + "': " + why + "\n");
        status = 1;
    }
    co_return status;
}

client::Task<int> runCp(Process &process)
{
    const Options options(process, "rRapfv", {{"recursive", 'r'}, {"verbose", 'v'}, {"archive", 'a'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    std::vector<std::string> sources = options.operands();
    int status = 0;
    if (!checkOperands(process, sources, status))
        co_return status;
    const std::string target = sources.back();
    sources.pop_back();
    Files &files = process.services.files;
    status = 0;
    for (const std::string &name : sources) {
        const std::string from = pathOf(process, name);
        const std::string to = destination(process, name, target);
        if (files.isFolder(from) && !options.has('r') && !options.has('R') && !options.has('a')) {
            process.complain("cp: -r not specified; omitting directory '" + name + "'\n");
            status = 1;
            continue;
        }
        if (from == pathOf(process, to)) {
            process.complain("cp: '" + name + "' and '" + to + "' are the same file\n");
            status = 1;
            continue;
        }
        // What the lesson offers can be copied as well.
        const auto offered =
            files.exists(from) ? std::expected<std::string, std::string>() : files.read(from, name);
        if (!files.exists(from) && offered && files.create(pathOf(process, to))) {
            (void)files.append(pathOf(process, to), *offered);
            continue;
        }
        if (const auto copied = copyTree(files, from, pathOf(process, to)); !copied) {
            const bool isMissing = !files.exists(from);
            process.complain(isMissing
                                 ? "cp: cannot stat '" + name + "': No such file or directory\n"
                                 : "cp: cannot create regular file '" + to + "': " + copied.error() + "\n");
            status = 1;
        } else if (options.has('v')) {
            process.print("'" + name + "' -> '" + to + "'\n");
        }
    }
    co_return status;
}

client::Task<int> runMv(Process &process)
{
    const Options options(process, "fnv", {{"force", 'f'}, {"no-clobber", 'n'}, {"verbose", 'v'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    std::vector<std::string> sources = options.operands();
    int status = 0;
    if (!checkOperands(process, sources, status))
        co_return status;
    const std::string target = sources.back();
    sources.pop_back();
    Files &files = process.services.files;
    status = 0;
    for (const std::string &name : sources) {
        const std::string from = pathOf(process, name);
        const std::string to = destination(process, name, target);
        if (options.has('n') && files.exists(pathOf(process, to)))
            continue;
        if (files.exists(from) && from == pathOf(process, to)) {
            process.complain("mv: '" + name + "' and '" + to + "' are the same file\n");
            status = 1;
        } else if (const auto moved = files.rename(from, pathOf(process, to)); !moved) {
            process.complain(files.exists(from)
                                 ? "mv: cannot move '" + name + "' to '" + to + "': " + moved.error() + "\n"
                                 : "mv: cannot stat '" + name + "': No such file or directory\n");
            status = 1;
        } else if (options.has('v')) {
            process.print("renamed '" + name + "' -> '" + to + "'\n");
        }
    }
    co_return status;
}

client::Task<int> runTouch(Process &process)
{
    const Options options(process, "acmd:t:", {{"no-create", 'c'}, {"date", 'd'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    if (options.operands().empty())
        co_return wrongUsage(process, "missing file operand");
    Files &files = process.services.files;
    int status = 0;
    for (const std::string &name : options.operands()) {
        const std::string path = pathOf(process, name);
        if (files.exists(path)) {
            files.touch(path);
        } else if (!options.has('c') && !files.create(path)) {
            process.complain("touch: cannot touch '" + name + "': No such file or directory\n");
            status = 1;
        }
    }
    co_return status;
}

/// Only whether a file may run is kept of its mode.
client::Task<int> runChmod(Process &process)
{
    std::vector<std::string> words(process.arguments.begin() + 1, process.arguments.end());
    std::erase_if(words, [](const std::string &word) { return word == "-R" || word == "-v"; });
    if (words.size() < 2)
        co_return wrongUsage(process,
                             words.empty() ? "missing operand" : "missing operand after ‘" + words[0] + "’");
    const std::string mode = words.front();
    words.erase(words.begin());
    const bool isOctal = std::ranges::all_of(mode, [](char c) { return c >= '0' && c <= '7'; });
    const std::size_t sign = mode.find_first_of("+-=");
    const bool isKnown = isOctal || (sign != std::string::npos && mode.find_first_not_of("ugoa") == sign &&
                                     mode.find_first_not_of("rwxX", sign + 1) == std::string::npos);
    if (!isKnown)
        co_return wrongUsage(process, "invalid mode: ‘" + mode + "’");
    const bool touchesRun = isOctal || mode[sign] == '=' || mode.find('x', sign) != std::string::npos;
    const bool allows = isOctal ? mode.size() >= 3 && ((mode[mode.size() - 3] - '0') & 1) != 0
                                : mode[sign] != '-' && mode.find('x', sign) != std::string::npos;
    int status = 0;
    for (const std::string &name : words) {
        const std::string path = pathOf(process, name);
        if (!process.services.files.exists(path)) {
            process.complain("chmod: cannot access '" + name + "': No such file or directory\n");
            status = 1;
        } else if (touchesRun && !process.services.files.isFolder(path)) {
            process.services.files.setExecutable(path, allows);
        }
    }
    co_return status;
}

client::Task<int> runBasename(Process &process)
{
    const Options options(process, "as:z", {{"multiple", 'a'}, {"suffix", 's'}});
    if (!options.mistake().empty())
        co_return options.complain(process);
    const auto &names = options.operands();
    if (names.empty())
        co_return wrongUsage(process, "missing operand");
    const bool isMany = options.has('a') || options.has('s');
    if (!isMany && names.size() > 2)
        co_return wrongUsage(process, "extra operand '" + names[2] + "'");
    const std::string suffix = options.has('s')              ? options.value('s')
                               : !isMany && names.size() > 1 ? names[1]
                                                             : "";
    for (const std::string &path : names) {
        std::string name = lastPart(path);
        if (!suffix.empty() && name.ends_with(suffix) && name != suffix)
            name.resize(name.size() - suffix.size());
        process.print(name + "\n");
        if (!isMany)
            break;
    }
    co_return 0;
}

client::Task<int> runDirname(Process &process)
{
    const Options options(process, "z");
    if (!options.mistake().empty())
        co_return options.complain(process);
    if (options.operands().empty())
        co_return wrongUsage(process, "missing operand");
    for (const std::string &path : options.operands())
        process.print(firstParts(path) + "\n");
    co_return 0;
}

client::Task<int> runRealpath(Process &process)
{
    const Options options(process, "ems");
    if (options.operands().empty())
        co_return wrongUsage(process, "missing operand");
    int status = 0;
    for (const std::string &name : options.operands()) {
        const std::string path = pathOf(process, name);
        const std::string folder = firstParts(path);
        if (process.services.files.exists(path) || options.has('m') ||
            (!options.has('e') && process.services.files.isFolder(folder))) {
            process.print(path + "\n");
            continue;
        }
        process.complain("realpath: " + name + ": No such file or directory\n");
        status = 1;
    }
    co_return status;
}

} // namespace minato::shell
