// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/kubeconfig.h"

#include <algorithm>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

constexpr const char *kName = "minato";

/// "cluster", of "clusters".
std::string_view entryKey(std::string_view list)
{
    return list.substr(0, list.size() - 1);
}

} // namespace

Kubeconfig::Kubeconfig(std::string_view serverUrl)
    : m_content(Value::map({{"apiVersion", "v1"},
                            {"kind", "Config"},
                            {"preferences", Value::emptyMap()},
                            {"current-context", kName}}))
{
    set("clusters", kName, Value::map({{"server", serverUrl}}));
    set("contexts", kName, Value::map({{"cluster", kName}, {"user", kName}}));
    set("users", kName, Value::emptyMap());
}

std::string Kubeconfig::currentContext() const
{
    return std::string(m_content["current-context"].asString());
}

void Kubeconfig::useContext(std::string_view name)
{
    m_content.set("current-context", name);
}

const Value &Kubeconfig::find(std::string_view list, std::string_view name) const
{
    static const Value nothing;
    for (const Value &entry : m_content[list].items())
        if (entry["name"].asString() == name)
            return entry[entryKey(list)];
    return nothing;
}

void Kubeconfig::set(std::string_view list, std::string_view name, Value what)
{
    remove(list, name);
    Value &entries = m_content.edit(list);
    entries.push(Value::map({{"name", name}, {entryKey(list), std::move(what)}}));
    std::ranges::sort(entries.editItems(), {}, [](const Value &entry) { return entry["name"].asString(); });
}

bool Kubeconfig::remove(std::string_view list, std::string_view name)
{
    return std::erase_if(m_content.edit(list).editItems(),
                         [name](const Value &entry) { return entry["name"].asString() == name; }) > 0;
}

std::string Kubeconfig::ns(std::string_view context) const
{
    const std::string current = currentContext();
    const std::string_view space =
        find("contexts", context.empty() ? std::string_view(current) : context)["namespace"].asString();
    return space.empty() ? "default" : std::string(space);
}

} // namespace minato::shell::kubectl
