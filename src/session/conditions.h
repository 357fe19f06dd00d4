// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <string_view>

namespace minato::session {

/// The object's condition of this type; an empty value where it has none.
///
/// Mirrors   status.conditions as k8s.io/api types them: one entry a type
/// Threads   A function of its arguments.
[[nodiscard]] inline const kube::Value &conditionOf(const kube::Object &object, std::string_view type)
{
    static const kube::Value kNone{};
    for (const kube::Value &entry : object.status()["conditions"].items())
        if (entry["type"].asString() == type)
            return entry;
    return kNone;
}

} // namespace minato::session
