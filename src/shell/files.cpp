// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/files.h"

namespace minato::shell {
namespace {

std::string_view parent(std::string_view absolute)
{
    const std::size_t slash = absolute.rfind('/');
    return slash == 0 ? absolute.substr(0, 1) : absolute.substr(0, slash);
}

} // namespace

Files::Files(ReadFallback fallback)
    : m_fallback(std::move(fallback)), m_folders{"/", "/dev", "/home", std::string(kHome), "/tmp"}
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
    return {};
}

bool Files::append(std::string_view absolute, std::string_view text)
{
    if (m_bytes + text.size() > kMaxBytes)
        return false;
    m_bytes += text.size();
    m_files[std::string(absolute)] += text;
    return true;
}

std::expected<void, std::string> Files::makeFolder(std::string_view absolute)
{
    if (exists(absolute))
        return std::unexpected("File exists");
    if (!isFolder(parent(absolute)))
        return std::unexpected("No such file or directory");
    m_folders.emplace(absolute);
    return {};
}

bool Files::remove(std::string_view absolute)
{
    const auto file = m_files.find(absolute);
    if (file == m_files.end())
        return false;
    m_bytes -= file->second.size();
    m_files.erase(file);
    return true;
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
