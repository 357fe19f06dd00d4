// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/patch.h"

namespace minato::kube {
namespace {

/// Without the null entries of maps, at any depth; null items of lists stay.
Value withoutNulls(const Value &value)
{
    Value result = value;
    for (std::size_t i = 0; i < value.items().size(); ++i) {
        if (value[i].isMap() || value[i].isArray())
            result.edit(i) = withoutNulls(value[i]);
    }
    for (const Member &member : value.members()) {
        if (member.value.isNull())
            result.erase(member.key());
        else if (member.value.isMap() || member.value.isArray())
            result.set(member.key(), withoutNulls(member.value));
    }
    return result;
}

} // namespace

Value applyMergePatch(const Value &document, const Value &patch)
{
    if (!document.isMap())
        return withoutNulls(patch);
    if (!patch.isMap())
        return patch;
    Value result = document;
    for (const Member &member : patch.members()) {
        if (member.value.isNull())
            result.erase(member.key());
        else
            result.set(member.key(), applyMergePatch(document[member.key()], member.value));
    }
    return result;
}

} // namespace minato::kube
