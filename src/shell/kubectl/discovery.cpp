// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/discovery.h"

#include <algorithm>
#include <optional>

namespace minato::shell::kubectl {
namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

std::vector<std::string> texts(const kube::Value &list)
{
    std::vector<std::string> result;
    for (const kube::Value &item : list.items())
        result.emplace_back(item.asString());
    return result;
}

} // namespace

std::string ApiResource::kindName() const
{
    return lower(gvr.group.empty() ? kind : kind + "." + gvr.group);
}

bool ApiResource::can(std::string_view verb) const
{
    return std::ranges::contains(verbs, verb);
}

void Discovery::add(ApiResource resource, bool isPreferred)
{
    if (!resource.gvr.resource.empty() && !resource.gvr.resource.contains('/'))
        m_resources.push_back({std::move(resource), isPreferred});
}

void Discovery::addAggregated(const kube::Value &document)
{
    for (const kube::Value &group : document["items"].items()) {
        bool isFirst = true;
        for (const kube::Value &version : group["versions"].items()) {
            for (const kube::Value &item : version["resources"].items()) {
                ApiResource resource{.gvr = {std::string(group.at("metadata", "name").asString()),
                                             std::string(version["version"].asString()),
                                             std::string(item["resource"].asString())},
                                     .kind = std::string(item.at("responseKind", "kind").asString()),
                                     .singular = std::string(item["singularResource"].asString()),
                                     .isNamespaced = item["scope"].asString() == "Namespaced",
                                     .shortNames = texts(item["shortNames"]),
                                     .categories = texts(item["categories"]),
                                     .verbs = texts(item["verbs"])};
                for (const kube::Value &sub : item["subresources"].items())
                    resource.subresources.emplace_back(sub["subresource"].asString());
                add(std::move(resource), isFirst);
            }
            isFirst = false;
        }
    }
}

void Discovery::addList(const kube::Value &list, bool isPreferred)
{
    const std::string_view groupVersion = list["groupVersion"].asString();
    const std::size_t slash = groupVersion.find('/');
    const std::string group(slash == std::string_view::npos ? "" : groupVersion.substr(0, slash));
    const std::string version(slash == std::string_view::npos ? groupVersion
                                                              : groupVersion.substr(slash + 1));
    for (const kube::Value &item : list["resources"].items()) {
        ApiResource resource{.gvr = {group, version, std::string(item["name"].asString())},
                             .kind = std::string(item["kind"].asString()),
                             .singular = std::string(item["singularName"].asString()),
                             .isNamespaced = item["namespaced"].asBool(),
                             .shortNames = texts(item["shortNames"]),
                             .categories = texts(item["categories"]),
                             .verbs = texts(item["verbs"])};
        const std::size_t split = resource.gvr.resource.find('/');
        for (Entry &entry : m_resources)
            if (split != std::string::npos && entry.resource.gvr.group == group &&
                entry.resource.gvr.version == version &&
                entry.resource.gvr.resource == resource.gvr.resource.substr(0, split))
                entry.resource.subresources.push_back(resource.gvr.resource.substr(split + 1));
        add(std::move(resource), isPreferred);
    }
}

const ApiResource *Discovery::match(std::string_view resource, std::string_view group,
                                    std::string_view version, bool hasGroup) const
{
    // Types may lack a singular: no name means none of them.
    const auto isNamed = [&](const ApiResource &r) {
        return !resource.empty() &&
               (r.gvr.resource == resource || r.singular == resource || lower(r.kind) == resource ||
                std::ranges::contains(r.shortNames, resource));
    };
    const auto search = [&](auto &&groupFits) -> const ApiResource * {
        const Entry *fallback = nullptr;
        for (const Entry &entry : m_resources) {
            if (!groupFits(entry.resource.gvr.group) || !isNamed(entry.resource) ||
                (!version.empty() && entry.resource.gvr.version != version))
                continue;
            if (entry.isPreferred || !version.empty())
                return &entry.resource;
            if (!fallback)
                fallback = &entry;
        }
        return fallback ? &fallback->resource : nullptr;
    };
    if (!hasGroup)
        return search([](std::string_view) { return true; });
    if (const ApiResource *found = search([&](std::string_view g) { return g == group; }))
        return found;
    return search([&](std::string_view g) { return !group.empty() && g.starts_with(group); });
}

const ApiResource *Discovery::find(std::string_view argument) const
{
    const std::string text = lower(argument);
    const std::size_t first = text.find('.');
    if (first == std::string::npos)
        return match(text, {}, {}, false);
    const std::string_view resource = std::string_view(text).substr(0, first);
    const std::string_view rest = std::string_view(text).substr(first + 1);
    const std::size_t second = rest.find('.');
    if (second != std::string_view::npos)
        if (const ApiResource *found = match(resource, rest.substr(second + 1), rest.substr(0, second), true))
            return found;
    return match(resource, rest, {}, true);
}

std::vector<std::string> Discovery::alsoMeant(std::string_view argument) const
{
    const std::string text = lower(argument);
    const bool isWholeName = std::ranges::any_of(m_resources, [&](const Entry &entry) {
        return entry.resource.gvr.resource == text || entry.resource.singular == text;
    });
    std::vector<std::string> names;
    if (isWholeName)
        return names;
    for (const Entry &entry : m_resources) {
        const std::string name = entry.resource.gvr.groupResource();
        if (std::ranges::contains(entry.resource.shortNames, text) && !std::ranges::contains(names, name))
            names.push_back(name);
    }
    if (!names.empty())
        names.erase(names.begin());
    return names;
}

const ApiResource *Discovery::findKind(std::string_view group, std::string_view version,
                                       std::string_view kind) const
{
    const auto found = std::ranges::find_if(m_resources, [&](const Entry &entry) {
        const ApiResource &r = entry.resource;
        return r.gvr.group == group && r.kind == kind && (version.empty() || r.gvr.version == version);
    });
    return found == m_resources.end() ? nullptr : &found->resource;
}

std::vector<const ApiResource *> Discovery::category(std::string_view name) const
{
    std::vector<const ApiResource *> result;
    for (const Entry &entry : m_resources)
        if (entry.isPreferred && std::ranges::contains(entry.resource.categories, name))
            result.push_back(&entry.resource);
    return result;
}

} // namespace minato::shell::kubectl
