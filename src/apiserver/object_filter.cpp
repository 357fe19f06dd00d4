// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/object_filter.h"

#include <format>

namespace minato::apiserver {
namespace {

std::string unknownField(const Kind &kind, std::string_view label)
{
    if (kind.hasOwnFieldRules)
        return std::format("field label not supported: {}", label);
    return std::format("\"{}\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"",
                       label);
}

} // namespace

kube::Result<ObjectFilter> ObjectFilter::parse(const Kind &kind, const api::Request &request)
{
    ObjectFilter filter;
    filter.m_kind = &kind;
    filter.m_ns = kind.isNamespaced ? request.ns : std::string();
    auto labels = kube::LabelSelector::parse(request.parameter("labelSelector"));
    if (!labels)
        return std::unexpected(kube::Status::badRequest(labels.error()));
    auto fields = kube::FieldSelector::parse(request.parameter("fieldSelector"));
    if (!fields)
        return std::unexpected(kube::Status::badRequest(fields.error()));
    for (const auto &requirement : fields->requirements()) {
        if (!kind.isSelectable(requirement.field))
            return std::unexpected(kube::Status::badRequest(unknownField(kind, requirement.field)));
    }
    filter.m_labels = std::move(*labels);
    filter.m_fields = std::move(*fields);
    // A collection asked for under a name is that one object.
    if (!request.name.empty() && filter.pinnedName().empty()) {
        auto named = kube::FieldSelector::parse("metadata.name=" + request.name);
        if (named)
            filter.m_fields = std::move(*named);
    }
    return filter;
}

bool ObjectFilter::matches(const kube::Object &object) const
{
    if (!m_ns.empty() && object.ns() != m_ns)
        return false;
    if (!m_labels.matchesEverything() && !m_labels.matches(object.labels()))
        return false;
    return m_fields.isEmpty() || m_fields.matches([&](std::string_view field) {
        return m_kind->fieldValue(object, field).value_or(std::string());
    });
}

std::string_view ObjectFilter::pinnedIndex() const
{
    return m_kind->indexedField.empty() ? std::string_view() : m_fields.requiredValue(m_kind->indexedField);
}

} // namespace minato::apiserver
