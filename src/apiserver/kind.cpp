// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kind.h"

#include <algorithm>

namespace minato::apiserver {

const Subresource *Kind::subresource(std::string_view name) const
{
    const auto it = std::ranges::find(subresources, name, &Subresource::name);
    return it == subresources.end() ? nullptr : &*it;
}

std::optional<std::string> Kind::fieldValue(const kube::Object &object, std::string_view label) const
{
    if (label == "metadata.name")
        return std::string(object.name());
    if (label == "metadata.namespace" && isNamespaced)
        return std::string(object.ns());
    const auto it = std::ranges::find(fields, label, &SelectableField::label);
    if (it == fields.end())
        return std::nullopt;
    return it->valueOf(object);
}

bool Kind::isSelectable(std::string_view label) const
{
    // Namespaces and Nodes do not take the field of a namespace, kinds without rules of their own do.
    return label == "metadata.name" ||
           (label == "metadata.namespace" && (isNamespaced || !hasOwnFieldRules)) ||
           std::ranges::contains(fields, label, &SelectableField::label);
}

} // namespace minato::apiserver
