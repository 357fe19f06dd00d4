// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/files.h"

#include <utility>

namespace minato::shell {
namespace {

std::string_view parent(std::string_view absolute)
{
    const std::size_t slash = absolute.rfind('/');
    return slash == 0 ? absolute.substr(0, 1) : absolute.substr(0, slash);
}

} // namespace

Files::Files(ReadFallback fallback, Clock clock)
    : m_fallback(std::move(fallback)),
      m_folders{"/", "/dev", "/home", std::string(kHome), "/tmp"},
      m_clock(std::move(clock))
{
}

std::string Files::resolve(std::string_view path, std::string_view folder)
{
    std::string whole = path.starts_with('/') ? std::string() : std::string(folder) + "/";
    whole += path;
    std::string result;
    for (std::size_t at = 0; at < whole.size();) {
        const std::size_t end = std::min(whole.find('/', at), whole.size());
        const std::string_view part = std::string_view(whole).substr(at, end - at);
        if (part == "..")
            result.resize(result.empty() ? 0 : result.rfind('/'));
        else if (!part.empty() && part != ".")
            result.append("/").append(part);
        at = end + 1;
    }
    return result.empty() ? "/" : result;
}

bool Files::exists(std::string_view absolute) const
{
    return isFolder(absolute) || m_files.contains(absolute) || absolute == "/dev/null";
}

std::expected<std::string, std::string> Files::read(std::string_view absolute, std::string_view asTyped) const
{
    if (absolute == "/dev/null")
        return std::string();
    if (isFolder(absolute))
        return std::unexpected("Is a directory");
    if (const auto file = m_files.find(absolute); file != m_files.end())
        return file->second;
    if (m_fallback)
        if (auto text = m_fallback(asTyped))
            return std::move(*text);
    return std::unexpected("No such file or directory");
}

std::expected<void, std::string> Files::create(std::string_view absolute)
{
    if (isFolder(absolute))
        return std::unexpected("Is a directory");
    if (!isFolder(parent(absolute)))
        return std::unexpected("Directory nonexistent");
    std::string &text = m_files[std::string(absolute)];
    m_bytes -= text.size();
    text.clear();
    touch(absolute);
    return {};
}

bool Files::append(std::string_view absolute, std::string_view text)
{
    if (m_bytes + text.size() > kMaxBytes)
        return false;
    m_bytes += text.size();
    m_files[std::string(absolute)] += text;
    touch(absolute);
    return true;
}

std::expected<void, std::string> Files::makeFolder(std::string_view absolute)
{
    if (exists(absolute))
        return std::unexpected("File exists");
    if (!isFolder(parent(absolute)))
        return std::unexpected("No such file or directory");
    m_folders.emplace(absolute);
    touch(absolute);
    return {};
}

void Files::touch(std::string_view absolute)
{
    if (m_clock)
        m_changed.insert_or_assign(std::string(absolute), m_clock());
}

base::Instant Files::changedAt(std::string_view absolute) const
{
    const auto found = m_changed.find(absolute);
    return found == m_changed.end() ? base::Instant() : found->second;
}

std::size_t Files::size(std::string_view absolute) const
{
    const auto file = m_files.find(absolute);
    return file == m_files.end() ? 0 : file->second.size();
}

void Files::setExecutable(std::string_view absolute, bool isExecutable)
{
    if (isExecutable)
        m_executables.emplace(absolute);
    else if (const auto found = m_executables.find(absolute); found != m_executables.end())
        m_executables.erase(found);
}

bool Files::remove(std::string_view absolute)
{
    const auto file = m_files.find(absolute);
    if (file == m_files.end())
        return false;
    m_bytes -= file->second.size();
    m_files.erase(file);
    setExecutable(absolute, false);
    return true;
}

bool Files::removeFolder(std::string_view absolute)
{
    const std::string prefix = std::string(absolute) + "/";
    if (!isFolder(absolute) || absolute == "/" || absolute == kHome || kHome.starts_with(prefix))
        return false;
    for (auto file = m_files.lower_bound(prefix); file != m_files.end() && file->first.starts_with(prefix);) {
        m_bytes -= file->second.size();
        setExecutable(file->first, false);
        file = m_files.erase(file);
    }
    std::erase_if(m_folders,
                  [&](const std::string &path) { return path == absolute || path.starts_with(prefix); });
    return true;
}

std::expected<void, std::string> Files::rename(std::string_view from, std::string_view to)
{
    if (!exists(from))
        return std::unexpected("No such file or directory");
    if (isFolder(to))
        return std::unexpected("Is a directory");
    if (!isFolder(parent(to)))
        return std::unexpected("No such file or directory");
    const std::string prefix = std::string(from) + "/", target(to);
    if (target.starts_with(prefix))
        return std::unexpected("Invalid argument");
    const bool isFixed = from == "/dev/null" || from == kHome || kHome.starts_with(prefix);
    if (isFixed)
        return std::unexpected("Device or resource busy");
    const auto moved = [&](std::string_view path) { return target + std::string(path.substr(from.size())); };
    if (!isFolder(from)) {
        const bool isRunnable = isExecutable(from);
        if (from != to)
            remove(to);
        auto node = m_files.extract(m_files.find(from));
        node.key() = target;
        m_files.insert(std::move(node));
        setExecutable(from, false);
        setExecutable(to, isRunnable);
        return {};
    }
    for (auto file = m_files.lower_bound(prefix); file != m_files.end() && file->first.starts_with(prefix);
         file = m_files.lower_bound(prefix)) {
        auto node = m_files.extract(file);
        node.key() = moved(node.key());
        m_files.insert(std::move(node));
    }
    const std::set<std::string, std::less<>> folders = std::exchange(m_folders, {});
    for (const std::string &path : folders)
        m_folders.insert(path == from || path.starts_with(prefix) ? moved(path) : path);
    return {};
}

std::vector<std::string> Files::list(std::string_view folder) const
{
    std::set<std::string> names;
    const std::string prefix = folder == "/" ? "/" : std::string(folder) + "/";
    const auto add = [&](std::string_view path) {
        if (path.starts_with(prefix) && path.size() > prefix.size() &&
            !path.substr(prefix.size()).contains('/'))
            names.emplace(path.substr(prefix.size()));
    };
    for (const auto &[path, text] : m_files)
        add(path);
    for (const std::string &path : m_folders)
        add(path);
    return {names.begin(), names.end()};
}

} // namespace minato::shell
