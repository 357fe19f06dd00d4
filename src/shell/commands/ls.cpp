// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ls and find.
#include "shell/commands/clock_format.h"
#include "shell/commands/options.h"
#include "shell/commands/programs.h"
#include "shell/commands/running.h"
#include "shell/sh/pattern.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <format>

namespace minato::shell {
namespace {

constexpr std::size_t kFolderSize = 4096, kBlock = 4096;
constexpr base::Duration kRecent = std::chrono::hours(24 * 182);

/// One call of ls.
class Listing {
public:
    Listing(const Process &process, const Options &options)
        : m_process(process), m_files(process.services.files), m_options(options)
    {
    }

    int run()
    {
        std::vector<std::string> names = m_options.operands();
        if (names.empty())
            names.emplace_back(".");
        std::ranges::sort(names);
        std::vector<std::string> files, folders;
        for (const std::string &name : names) {
            const std::string path = Files::resolve(name, m_process.folder);
            if (!m_files.exists(path)) {
                m_process.complain("ls: cannot access '" + name + "': No such file or directory\n");
                m_status = 2;
            } else {
                (m_files.isFolder(path) && !m_options.has('d') ? folders : files).push_back(name);
            }
        }
        print(files, "");
        const bool isTitled = names.size() > 1 || m_options.has('R');
        for (const std::string &folder : folders)
            printFolder(folder, isTitled, std::exchange(m_isFirst, false) && files.empty());
        return m_status;
    }

private:
    [[nodiscard]] std::string absolute(const std::string &name, const std::string &folder) const
    {
        return Files::resolve(name,
                              folder.empty() ? m_process.folder : Files::resolve(folder, m_process.folder));
    }

    void sort(std::vector<std::string> &names, const std::string &folder) const
    {
        if (m_options.has('U'))
            return;
        std::ranges::sort(names);
        const auto path = [&](const std::string &name) { return absolute(name, folder); };
        if (m_options.has('t'))
            std::ranges::stable_sort(names, [&](const auto &a, const auto &b) {
                return m_files.changedAt(path(a)) > m_files.changedAt(path(b));
            });
        if (m_options.has('S'))
            std::ranges::stable_sort(
                names, [&](const auto &a, const auto &b) { return size(path(a)) > size(path(b)); });
        if (m_options.has('r'))
            std::ranges::reverse(names);
    }

    [[nodiscard]] std::size_t size(const std::string &path) const
    {
        return m_files.isFolder(path) ? kFolderSize : m_files.size(path);
    }

    [[nodiscard]] std::string sizeText(std::size_t size) const
    {
        if (!m_options.has('h') || size < 1024)
            return std::to_string(size);
        double value = static_cast<double>(size);
        std::string_view units = "KMG";
        for (value /= 1024; value >= 1024 && units.size() > 1; value /= 1024)
            units.remove_prefix(1);
        return std::format("{:.{}f}{}", value, value < 10 ? 1 : 0, units.front());
    }

    [[nodiscard]] std::string timeText(const std::string &path) const
    {
        const base::Instant when = m_files.changedAt(path);
        const bool isRecent = m_process.services.timers.now() - when < kRecent;
        return formatTime(when, isRecent ? "%b %e %H:%M" : "%b %e  %Y");
    }

    [[nodiscard]] std::string nameText(const std::string &name, const std::string &path) const
    {
        if (!m_options.has('F') && !m_options.has('p'))
            return name;
        if (m_files.isFolder(path))
            return name + "/";
        return name + (m_options.has('F') && m_files.isExecutable(path) ? "*" : "");
    }

    void print(std::vector<std::string> names, const std::string &folder)
    {
        sort(names, folder);
        std::size_t width = 0;
        for (const std::string &name : names)
            width = std::max(width, sizeText(size(absolute(name, folder))).size());
        for (const std::string &name : names) {
            const std::string path = absolute(name, folder);
            const bool isFolder = m_files.isFolder(path);
            if (m_options.has('l'))
                m_process.print(std::format("{} {} minato minato {:>{}} {} ",
                                            isFolder                     ? "drwxr-xr-x"
                                            : m_files.isExecutable(path) ? "-rwxr-xr-x"
                                                                         : "-rw-r--r--",
                                            isFolder ? 2 : 1, sizeText(size(path)), width, timeText(path)));
            m_process.print(nameText(name, path) + "\n");
        }
    }

    void printFolder(const std::string &folder, bool isTitled, bool isFirst)
    {
        const std::string path = Files::resolve(folder, m_process.folder);
        if (isTitled)
            m_process.print((isFirst ? "" : "\n") + folder + ":\n");
        std::vector<std::string> names;
        std::size_t blocks = 0;
        for (const std::string &name : m_files.list(path)) {
            if (name.starts_with('.') && !m_options.has('a') && !m_options.has('A'))
                continue;
            names.push_back(name);
            blocks += (size(absolute(name, folder)) + kBlock - 1) / kBlock * (kBlock / 1024);
        }
        if (m_options.has('l'))
            m_process.print("total " + std::to_string(blocks) + "\n");
        std::vector<std::string> shown = names;
        if (m_options.has('a'))
            shown.insert(shown.begin(), {".", ".."});
        print(shown, folder);
        if (!m_options.has('R'))
            return;
        sort(names, folder);
        for (const std::string &name : names)
            if (m_files.isFolder(absolute(name, folder)))
                printFolder(folder + "/" + name, true, false);
    }

    const Process &m_process;
    const Files &m_files;
    const Options &m_options;
    int m_status = 0;
    bool m_isFirst = true;
};

/// One call of find: its tests and what it does with what passes them.
struct FindQuery {
    std::vector<std::string> roots;
    std::vector<std::pair<std::string, std::string>> tests; ///< "name" "*.yaml"; with '!' in front: not
    std::size_t least = 0, most = std::string::npos;
    bool deletes = false, endsWithNull = false, printsToo = false;
    std::vector<std::string> command; ///< of -exec
    bool isBatch = false;             ///< -exec … +
    std::string mistake;
};

FindQuery readFind(const std::vector<std::string> &arguments)
{
    FindQuery query;
    std::size_t at = 1;
    for (; at < arguments.size() && !arguments[at].starts_with('-') && arguments[at] != "!"; ++at)
        query.roots.push_back(arguments[at]);
    if (query.roots.empty())
        query.roots.emplace_back(".");
    bool isNegated = false;
    for (; at < arguments.size() && query.mistake.empty(); ++at) {
        const std::string &word = arguments[at];
        if (word == "!" || word == "-not") {
            isNegated = true;
            continue;
        }
        if (word == "-print" || word == "-a" || word == "-and") {
            query.printsToo |= word == "-print";
        } else if (word == "-print0") {
            query.endsWithNull = true;
        } else if (word == "-delete") {
            query.deletes = true;
        } else if (word == "-empty") {
            query.tests.emplace_back(isNegated ? "!empty" : "empty", "");
        } else if (word == "-exec") {
            for (++at; at < arguments.size() && arguments[at] != ";" && arguments[at] != "+"; ++at)
                query.command.push_back(arguments[at]);
            if (at == arguments.size() || query.command.empty())
                query.mistake = "missing argument to `-exec'";
            else
                query.isBatch = arguments[at] == "+";
        } else if (at + 1 == arguments.size()) {
            query.mistake = "missing argument to `" + word + "'";
        } else if (word == "-maxdepth" || word == "-mindepth") {
            const std::string &text = arguments[++at];
            std::from_chars(text.data(), text.data() + text.size(),
                            word == "-maxdepth" ? query.most : query.least);
        } else if (word == "-name" || word == "-iname" || word == "-type" || word == "-path" ||
                   word == "-newer") {
            query.tests.emplace_back((isNegated ? "!" : "") + word.substr(1), arguments[++at]);
        } else {
            query.mistake = "unknown predicate `" + word + "'";
        }
        isNegated = false;
    }
    return query;
}

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

bool matches(std::string_view pattern, std::string_view text)
{
    MarkedText marked;
    marked.append(pattern, MarkedText::kLiteral);
    return matchesPattern(marked, text);
}

class Finder {
public:
    Finder(const Process &process, const FindQuery &query)
        : m_process(process), m_files(process.services.files), m_query(query)
    {
    }

    std::vector<std::string> found;
    int status = 0;

    void run()
    {
        for (const std::string &root : m_query.roots) {
            if (m_files.exists(Files::resolve(root, m_process.folder))) {
                visit(root, 0);
                continue;
            }
            m_process.complain("find: ‘" + root + "’: No such file or directory\n");
            status = 1;
        }
    }

private:
    void visit(const std::string &path, std::size_t depth)
    {
        const std::string absolute = Files::resolve(path, m_process.folder);
        if (depth >= m_query.least && passes(path, absolute))
            found.push_back(path);
        if (!m_files.isFolder(absolute) || depth >= m_query.most)
            return;
        for (const std::string &name : m_files.list(absolute))
            visit(path + (path.ends_with('/') ? "" : "/") + name, depth + 1);
    }

    [[nodiscard]] bool passes(const std::string &path, const std::string &absolute) const
    {
        return std::ranges::all_of(m_query.tests, [&](const auto &test) {
            const bool isNegated = test.first.starts_with('!');
            return holds(std::string_view(test.first).substr(isNegated ? 1 : 0), test.second, path,
                         absolute) != isNegated;
        });
    }

    [[nodiscard]] bool holds(std::string_view test, const std::string &value, const std::string &path,
                             const std::string &absolute) const
    {
        const bool isFolder = m_files.isFolder(absolute);
        const std::string name = path.substr(path.size() > 1 ? path.rfind('/', path.size() - 2) + 1 : 0);
        if (test == "name" || test == "iname")
            return test == "name" ? matches(value, name) : matches(lowered(value), lowered(name));
        if (test == "path")
            return matches(value, path);
        if (test == "type")
            return value == (isFolder ? "d" : "f");
        if (test == "newer")
            return m_files.changedAt(absolute) > m_files.changedAt(Files::resolve(value, m_process.folder));
        return isFolder ? m_files.list(absolute).empty() : m_files.size(absolute) == 0;
    }

    const Process &m_process;
    const Files &m_files;
    const FindQuery &m_query;
};

client::Task<int> executeOn(Process &process, const FindQuery &query, std::vector<std::string> paths)
{
    std::vector<std::string> call;
    for (const std::string &word : query.command) {
        if (query.isBatch && word == "{}") {
            call.insert(call.end(), paths.begin(), paths.end());
            continue;
        }
        std::string text = word;
        for (std::size_t at = 0; !query.isBatch && (at = text.find("{}", at)) != std::string::npos;
             at += paths[0].size())
            text.replace(at, 2, paths[0]);
        call.push_back(std::move(text));
    }
    int status = co_await runOther(process, std::move(call));
    co_return status;
}

} // namespace

client::Task<int> runLs(Process &process)
{
    const Options options(process, "la1AhtrRdFpSUgn",
                          {{"all", 'a'}, {"recursive", 'R'}, {"human-readable", 'h'}, {"reverse", 'r'}});
    if (!options.mistake().empty())
        co_return options.complain(process, 2);
    co_return Listing(process, options).run();
}

client::Task<int> runFind(Process &process)
{
    const FindQuery query = readFind(process.arguments);
    if (!query.mistake.empty()) {
        process.complain("find: " + query.mistake + "\n");
        co_return 1;
    }
    Finder finder(process, query);
    finder.run();
    std::vector<std::string> found = std::move(finder.found);
    if (query.deletes) { // what is in a folder before the folder
        std::ranges::reverse(found);
        Files &files = process.services.files;
        for (const std::string &path : found) {
            const std::string absolute = Files::resolve(path, process.folder);
            if (!(files.isFolder(absolute) ? files.list(absolute).empty() && files.removeFolder(absolute)
                                           : files.remove(absolute))) {
                process.complain("find: cannot delete ‘" + path + "’\n");
                finder.status = 1;
            }
        }
    } else if (!query.command.empty()) {
        std::vector<std::vector<std::string>> groups;
        if (query.isBatch && !found.empty())
            groups.push_back(found);
        for (std::size_t i = 0; !query.isBatch && i < found.size(); ++i)
            groups.push_back({found[i]});
        for (std::vector<std::string> &group : groups) {
            const int status = co_await executeOn(process, query, std::move(group));
            finder.status = status != 0 && query.isBatch ? 1 : finder.status;
        }
    } else {
        for (const std::string &path : found)
            process.print(path + (query.endsWithNull ? std::string(1, '\0') : "\n"));
    }
    co_return finder.status;
}

} // namespace minato::shell
