// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/data_sources.h"

#include "kube/go_quote.h"
#include "kube/name_rules.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

/// The file, or why not: "error reading x: no such file or directory".
Result<std::string> readSource(const Session &session, const std::string &path)
{
    auto text = session.services().files.read(Files::resolve(path, session.process().folder), path);
    if (!text)
        return std::unexpected(Error("error reading " + path + ": no such file or directory"));
    return std::move(*text);
}

bool isFolder(const Session &session, const std::string &path)
{
    return session.services().files.isFolder(Files::resolve(path, session.process().folder));
}

struct FileSource {
    std::string key, path;
};

Result<FileSource> parseFileSource(const std::string &source)
{
    const auto count = std::ranges::count(source, '=');
    if (count == 0) {
        std::string base = source;
        while (base.size() > 1 && base.ends_with('/'))
            base.pop_back();
        if (base != "/")
            base.erase(0, base.rfind('/') == std::string::npos ? 0 : base.rfind('/') + 1);
        return FileSource{base.empty() ? "." : base, source};
    }
    if (count > 1)
        return std::unexpected(Error("key names or file paths cannot contain '='"));
    if (source.starts_with('='))
        return std::unexpected(Error("key name for file path " + source.substr(1) + " missing"));
    if (source.ends_with('='))
        return std::unexpected(
            Error("file path for key name " + source.substr(0, source.size() - 1) + " missing"));
    const std::size_t equals = source.find('=');
    return FileSource{source.substr(0, equals), source.substr(equals + 1)};
}

Result<void> addFolder(const Session &session, const std::string &path, const DataEntry &add)
{
    const std::string folder = Files::resolve(path, session.process().folder);
    for (const std::string &name : session.services().files.list(folder)) {
        if (isFolder(session, folder + "/" + name))
            continue;
        const auto text = readSource(session, folder + "/" + name);
        if (!text)
            return std::unexpected(text.error());
        if (auto added = add(name, *text); !added)
            return added;
    }
    return {};
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF", kBlanks = " \t\r\v\f";

/// One line of an env file; an empty key: nothing is in it.
Result<std::pair<std::string, std::string>> parseEnvLine(const Session &session, std::string_view line)
{
    line.remove_prefix(std::min(line.find_first_not_of(kBlanks), line.size()));
    if (line.empty() || line.front() == '#')
        return std::pair<std::string, std::string>();
    const std::size_t equals = line.find('=');
    const std::string key(line.substr(0, equals));
    if (const auto errors = kube::envVarNameErrors(key); !errors.empty())
        return std::unexpected(
            Error(kube::goQuote(key) + " is not a valid key name: " + kube::joinErrors(errors, ";")));
    if (equals != std::string_view::npos)
        return std::pair(key, std::string(line.substr(equals + 1)));
    const auto &environment = session.process().environment;
    const auto value = environment.find(key);
    return std::pair(key, value == environment.end() ? std::string() : value->second);
}

Result<void> addEnvFile(const Session &session, std::string_view text, const DataEntry &add)
{
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const auto entry = parseEnvLine(session, line);
        if (!entry)
            return std::unexpected(entry.error());
        if (entry->first.empty())
            continue;
        if (auto added = add(entry->first, entry->second); !added)
            return added;
    }
    return {};
}

} // namespace

FlagSpecs dataSourceFlags()
{
    static constexpr FlagSpec flags[]{
        {"from-file", 0, FlagType::List, "[]",
         "A file, as PATH or KEY=PATH; of a folder, each file is an entry."},
        {"from-literal", 0, FlagType::Array, "[]", "An entry, KEY=VALUE."},
        {"from-env-file", 0, FlagType::List, "[]", "A file with lines KEY=VALUE."},
    };
    return flags;
}

Result<void> checkDataSources(const Session &session)
{
    const Flags &flags = session.flags();
    if (!flags.list("from-env-file").empty() &&
        !(flags.list("from-file").empty() && flags.list("from-literal").empty()))
        return std::unexpected(Error("from-env-file cannot be combined with from-file or from-literal"));
    return {};
}

Result<void> readFileSources(const Session &session, const std::vector<std::string> &files,
                             const DataEntry &add)
{
    for (const std::string &source : files) {
        const auto parsed = parseFileSource(source);
        if (!parsed)
            return std::unexpected(parsed.error());
        if (isFolder(session, parsed->path)) {
            if (source.contains('='))
                return std::unexpected(Error("cannot give a key name for a directory path"));
            if (auto added = addFolder(session, parsed->path, add); !added)
                return added;
            continue;
        }
        const auto text = readSource(session, parsed->path);
        if (!text)
            return std::unexpected(text.error());
        if (auto added = add(parsed->key, *text); !added)
            return added;
    }
    return {};
}

Result<void> readLiteralSources(const Session &session, const DataEntry &add)
{
    for (const std::string &source : session.flags().list("from-literal")) {
        const std::size_t equals = source.find('=');
        if (equals == 0 || equals == std::string::npos)
            return std::unexpected(Error("invalid literal source " + source + ", expected key=value"));
        if (auto added = add(source.substr(0, equals), source.substr(equals + 1)); !added)
            return added;
    }
    return {};
}

Result<void> readEnvFileSources(const Session &session, const DataEntry &add)
{
    for (const std::string &path : session.flags().list("from-env-file")) {
        if (isFolder(session, path))
            return std::unexpected(Error(session.command().path == "create configmap"
                                             ? "env config file cannot be a directory"
                                             : "env secret file cannot be a directory"));
        const auto text = readSource(session, path);
        if (!text)
            return std::unexpected(text.error());
        if (auto added = addEnvFile(session, *text, add); !added)
            return added;
    }
    return {};
}

} // namespace minato::shell::kubectl
