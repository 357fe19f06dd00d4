// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/renderer.h"

#include "apiserver/table_columns.h"

#include <format>

namespace minato::apiserver {
namespace {

using api::Representation;
using kube::Value;

kube::ObjectPtr metadataOf(const kube::ObjectPtr &object)
{
    return kube::makeObject(Value::map({{"apiVersion", "meta.k8s.io/v1"},
                                        {"kind", "PartialObjectMetadata"},
                                        {"metadata", object->metadata()}}),
                            object->managedFields());
}

} // namespace

kube::Result<Renderer> Renderer::make(const Kind &kind, const api::Request &request, base::Instant now)
{
    Renderer renderer(kind, request.as, now);
    const std::string_view include = request.parameter("includeObject");
    if (include == "None")
        renderer.m_include = Include::None;
    else if (include == "Object")
        renderer.m_include = Include::Object;
    else if (!include.empty() && include != "Metadata")
        return std::unexpected(
            kube::Status::badRequest(std::format("unrecognized includeObject value: \"{}\"", include)));
    return renderer;
}

kube::ObjectPtr Renderer::versioned(const kube::ObjectPtr &stored) const
{
    return m_kind->fromStored ? kube::makeObject(m_kind->fromStored(stored->root()), stored->managedFields())
                              : stored;
}

kube::TableRow Renderer::row(const kube::ObjectPtr &object) const
{
    kube::TableRow row{m_kind->cells ? m_kind->cells(*object, m_now) : defaultCells(*object), nullptr};
    if (m_include == Include::Object)
        row.object = versioned(object);
    else if (m_include == Include::Metadata)
        row.object = metadataOf(object);
    return row;
}

kube::Table Renderer::table(std::span<const kube::ObjectPtr> objects) const
{
    kube::Table table;
    table.columns = m_kind->cells ? m_kind->columns : defaultColumns();
    table.rows.reserve(objects.size());
    for (const auto &object : objects)
        table.rows.push_back(row(object));
    return table;
}

api::Payload Renderer::one(const kube::ObjectPtr &stored) const
{
    switch (m_as) {
    case Representation::Table: {
        auto result = table({&stored, 1});
        result.resourceVersion = stored->resourceVersion();
        return result;
    }
    case Representation::PartialObjectMetadata:
        return metadataOf(stored);
    default:
        return versioned(stored);
    }
}

api::Payload Renderer::many(kube::ObjectList list) const
{
    if (m_as == Representation::Table) {
        auto result = table(list.items);
        result.resourceVersion = std::move(list.resourceVersion);
        result.continueToken = std::move(list.continueToken);
        result.remainingItemCount = list.remainingItemCount;
        return result;
    }
    const bool isPartial = m_as == Representation::PartialObjectMetadata;
    list.apiVersion = isPartial ? "meta.k8s.io/v1" : m_kind->apiVersion();
    list.kind = isPartial ? "PartialObjectMetadataList" : m_kind->kind + "List";
    if (isPartial || m_kind->fromStored) {
        for (auto &item : list.items)
            item = isPartial ? metadataOf(item) : versioned(item);
    }
    return list;
}

kube::ObjectPtr Renderer::bookmark(const WatchHub::Event &event) const
{
    Value metadata = Value::map({{"resourceVersion", std::to_string(event.revision)}});
    if (event.endsInitialEvents)
        metadata.set("annotations", Value::map({{"k8s.io/initial-events-end", "true"}}));
    return kube::makeObject(Value::map(
        {{"apiVersion", m_kind->apiVersion()}, {"kind", m_kind->kind}, {"metadata", std::move(metadata)}}));
}

api::WatchEvent Renderer::event(const WatchHub::Event &event) const
{
    if (event.type == api::WatchEvent::Type::Bookmark)
        return {event.type, bookmark(event), nullptr};
    api::WatchEvent out{event.type, nullptr, nullptr};
    out.object =
        m_as == Representation::PartialObjectMetadata ? metadataOf(event.object) : versioned(event.object);
    if (m_as == Representation::Table)
        out.table = std::make_shared<const kube::Table>(table({&event.object, 1}));
    return out;
}

} // namespace minato::apiserver
