// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/spec_cache.h"

#include <algorithm>

namespace minato::apiserver {

bool SpecCache::applyKnown(kube::Value &object, Change change, std::string_view variant) const
{
    const kube::Value before = object["spec"];
    for (const Known &known : m_changes) {
        if (known.change != change || known.variant != variant || !before.isMap() ||
            !before.isSameNode(known.before))
            continue;
        if (!known.after.isSameNode(before))
            object.set("spec", known.after);
        return true;
    }
    return false;
}

void SpecCache::apply(kube::Value &object, Change change)
{
    if (applyKnown(object, change, {}))
        return;
    const kube::Value before = object["spec"];
    change(object);
    m_changes[m_nextChange++ % m_changes.size()] = {change, {}, before, object["spec"]};
}

void SpecCache::apply(kube::Value &object, const std::string &variant,
                      const std::function<void(kube::Value &)> &change)
{
    if (applyKnown(object, nullptr, variant))
        return;
    const kube::Value before = object["spec"];
    change(object);
    m_changes[m_nextChange++ % m_changes.size()] = {nullptr, variant, before, object["spec"]};
}

bool SpecCache::isKnownValid(const kube::Value &spec) const
{
    return spec.isMap() &&
           std::ranges::any_of(m_valid, [&spec](const kube::Value &known) { return spec.isSameNode(known); });
}

void SpecCache::rememberValid(const kube::Value &spec)
{
    m_valid[m_nextValid++ % m_valid.size()] = spec;
}

} // namespace minato::apiserver
