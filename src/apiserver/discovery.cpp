// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/discovery.h"

#include <algorithm>
#include <format>
#include <span>

namespace minato::apiserver::discovery {
namespace {

using kube::Value;

Value texts(std::span<const std::string_view> all)
{
    Value array = Value::emptyArray();
    for (const auto text : all)
        array.push(text);
    return array;
}

Value verbsOf(const Kind &kind)
{
    if (kind.answer)
        return Value::array({"create"});
    if (kind.measurement)
        return Value::array({"get", "list"});
    Value verbs = Value::array({"create", "delete"});
    // A collection of Namespaces is never deleted in one request.
    if (!kind.holdsDeletion)
        verbs.push("deletecollection");
    for (const char *verb : {"get", "list", "patch", "update", "watch"})
        verbs.push(verb);
    return verbs;
}

Value responseKind(const kube::GroupVersionKind &gvk)
{
    return Value::map({{"group", gvk.group}, {"version", gvk.version}, {"kind", gvk.kind}});
}

/// The status of a kind is a subresource like the others.
std::vector<Subresource> allSubresources(const Kind &kind)
{
    auto all = kind.subresources;
    if (kind.hasStatus)
        all.push_back({"status", kind.gvk(), {"get", "patch", "update"}});
    std::ranges::sort(all, {}, &Subresource::name);
    return all;
}

Value aggregatedResource(const Kind &kind)
{
    Value resource = Value::map({{"resource", kind.resource},
                                 {"responseKind", responseKind(kind.gvk())},
                                 {"scope", kind.isNamespaced ? "Namespaced" : "Cluster"},
                                 {"singularResource", kind.singular},
                                 {"verbs", verbsOf(kind)}});
    if (!kind.shortNames.empty())
        resource.set("shortNames", texts(kind.shortNames));
    if (!kind.categories.empty())
        resource.set("categories", texts(kind.categories));
    for (const Subresource &sub : allSubresources(kind))
        resource.edit("subresources")
            .push(Value::map({{"subresource", sub.name},
                              {"responseKind", responseKind(sub.kind)},
                              {"verbs", texts(sub.verbs)}}));
    return resource;
}

Value aggregatedVersion(const Registry &registry, std::string_view group, std::string_view version)
{
    Value resources = Value::emptyArray();
    for (const Kind *kind : registry.in(group, version))
        resources.push(aggregatedResource(*kind));
    return Value::map({{"version", version}, {"freshness", "Current"}, {"resources", std::move(resources)}});
}

Value groupVersion(std::string_view group, std::string_view version)
{
    return Value::map({{"groupVersion", std::format("{}/{}", group, version)}, {"version", version}});
}

Value groupEntry(std::string_view name, std::span<const std::string> versions)
{
    Value all = Value::emptyArray();
    for (const std::string &version : versions)
        all.push(groupVersion(name, version));
    return Value::map(
        {{"name", name}, {"versions", all}, {"preferredVersion", groupVersion(name, versions.front())}});
}

Value plainResource(const Kind &kind)
{
    Value resource = Value::map({{"name", kind.resource},
                                 {"singularName", kind.singular},
                                 {"namespaced", kind.isNamespaced},
                                 {"kind", kind.kind},
                                 {"verbs", verbsOf(kind)}});
    if (!kind.shortNames.empty())
        resource.set("shortNames", texts(kind.shortNames));
    if (!kind.categories.empty())
        resource.set("categories", texts(kind.categories));
    return resource;
}

Value plainSubresource(const Kind &kind, const Subresource &sub)
{
    Value resource = Value::map({{"name", std::format("{}/{}", kind.resource, sub.name)},
                                 {"singularName", ""},
                                 {"namespaced", kind.isNamespaced},
                                 {"kind", sub.kind.kind},
                                 {"verbs", texts(sub.verbs)}});
    if (sub.kind.group != kind.group || sub.kind.version != kind.version) {
        resource.set("group", sub.kind.group);
        resource.set("version", sub.kind.version);
    }
    return resource;
}

} // namespace

Value aggregated(const Registry &registry, bool isCore, std::string_view version)
{
    Value items = Value::emptyArray();
    if (isCore) {
        items.push(Value::map({{"metadata", Value::emptyMap()},
                               {"versions", Value::array({aggregatedVersion(registry, "", "v1")})}}));
    } else {
        for (const auto &[name, versions] : registry.groups()) {
            Value all = Value::emptyArray();
            for (const std::string &one : versions)
                all.push(aggregatedVersion(registry, name, one));
            items.push(
                Value::map({{"metadata", Value::map({{"name", name}})}, {"versions", std::move(all)}}));
        }
    }
    return Value::map({{"kind", "APIGroupDiscoveryList"},
                       {"apiVersion", std::format("apidiscovery.k8s.io/{}", version)},
                       {"metadata", Value::emptyMap()},
                       {"items", std::move(items)}});
}

Value coreVersions()
{
    const Value address = Value::map({{"clientCIDR", "0.0.0.0/0"}, {"serverAddress", ""}});
    return Value::map({{"kind", "APIVersions"},
                       {"versions", Value::array({"v1"})},
                       {"serverAddressByClientCIDRs", Value::array({address})}});
}

Value groupList(const Registry &registry)
{
    Value groups = Value::emptyArray();
    for (const auto &[name, versions] : registry.groups())
        groups.push(groupEntry(name, versions));
    return Value::map({{"kind", "APIGroupList"}, {"apiVersion", "v1"}, {"groups", std::move(groups)}});
}

Value group(const Registry &registry, std::string_view wanted)
{
    for (const auto &[name, versions] : registry.groups()) {
        if (name != wanted)
            continue;
        Value entry = groupEntry(name, versions);
        entry.set("kind", "APIGroup");
        entry.set("apiVersion", "v1");
        return entry;
    }
    return {};
}

Value resourceList(const Registry &registry, std::string_view group, std::string_view version)
{
    Value resources = Value::emptyArray();
    for (const Kind *kind : registry.in(group, version)) {
        resources.push(plainResource(*kind));
        for (const Subresource &sub : allSubresources(*kind))
            resources.push(plainSubresource(*kind, sub));
    }
    if (resources.size() == 0)
        return {};
    return Value::map(
        {{"kind", "APIResourceList"},
         {"apiVersion", "v1"},
         {"groupVersion", group.empty() ? std::string(version) : std::format("{}/{}", group, version)},
         {"resources", std::move(resources)}});
}

} // namespace minato::apiserver::discovery
