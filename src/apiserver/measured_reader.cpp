// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/measured_reader.h"

#include "apiserver/object_filter.h"
#include "apiserver/renderer.h"

namespace minato::apiserver {
namespace {

using kube::Value;

bool isCovered(const Kind &kind, const kube::Object &base)
{
    return !kind.measurement->covers || kind.measurement->covers(base);
}

kube::GroupVersionResource named(std::string_view group, std::string_view resource)
{
    return {std::string(group), {}, std::string(resource)};
}

} // namespace

kube::ObjectPtr MeasuredReader::measure(const Kind &kind, const kube::Object &base) const
{
    auto measured = kind.measurement->take(*m_machinery.metrics, base);
    if (!measured)
        return nullptr;
    Value metadata = Value::map({{"name", base.name()}, {"creationTimestamp", m_machinery.timestamp()}});
    if (kind.isNamespaced)
        metadata.set("namespace", base.ns());
    if (!base.labels().isEmpty())
        metadata.set("labels", base.labels());
    measured->set("apiVersion", kind.apiVersion());
    measured->set("kind", kind.kind);
    measured->set("metadata", std::move(metadata));
    return kube::makeObject(std::move(*measured));
}

kube::Result<kube::ObjectPtr> MeasuredReader::get(const Kind &kind, const api::Request &request) const
{
    const std::string key = kube::objectKey(kind.isNamespaced ? request.ns : std::string(), request.name);
    const auto base = m_machinery.store.get(kind.bucket, key);
    if (!base || !isCovered(kind, *base))
        return std::unexpected(
            kube::Status::notFound(named(kind.storedAs.group, kind.measurement->baseName), request.name));
    if (auto measured = measure(kind, *base))
        return measured;
    return std::unexpected(kube::Status::notFound(named(kind.group, kind.measurement->ownName), key));
}

kube::Result<kube::ObjectList> MeasuredReader::list(const Kind &kind, const api::Request &request) const
{
    const auto filter = ObjectFilter::parse(kind, request);
    if (!filter)
        return std::unexpected(filter.error());
    kube::ObjectList list;
    for (const kube::ObjectPtr &base : m_machinery.store.list(kind.bucket, filter->ns())) {
        if (!isCovered(kind, *base) || !filter->matches(*base))
            continue;
        if (auto measured = measure(kind, *base))
            list.items.push_back(std::move(measured));
    }
    return list;
}

kube::Result<api::Response> MeasuredReader::handle(const Kind &kind, const api::Request &request) const
{
    const bool isGet = request.verb == api::Verb::Get;
    if (!isGet && request.verb != api::Verb::List)
        return std::unexpected(kube::Status::methodNotAllowed(kind.gvr(), ""));
    const auto renderer = Renderer::make(kind, request, m_machinery.now());
    if (!renderer)
        return std::unexpected(renderer.error());
    if (isGet) {
        return get(kind, request).transform([&](const kube::ObjectPtr &object) {
            return api::Response{renderer->one(object), false, {}};
        });
    }
    return list(kind, request).transform([&](kube::ObjectList list) {
        api::Payload payload = renderer->many(std::move(list));
        // Its columns are those of what was measured first.
        if (auto *table = std::get_if<kube::Table>(&payload); table && table->rows.empty())
            table->columns.clear();
        return api::Response{std::move(payload), false, {}};
    });
}

} // namespace minato::apiserver
