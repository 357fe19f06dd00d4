// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/field_walk.h"

#include "kube/json.h"

#include <format>

namespace minato::comparison {
namespace {

void walk(const kube::Value &value, const std::string &path, Fields &fields)
{
    if (value.isEmpty() || (!value.isMap() && !value.isArray())) {
        fields.emplace(path, kube::toJson(value));
        return;
    }
    for (const kube::Member &member : value.members()) {
        const auto key = member.key();
        // A key with points in it would read as several.
        const std::string step =
            key.find('.') == std::string_view::npos ? std::string(key) : std::format("[\"{}\"]", key);
        walk(member.value, path.empty() || step.starts_with('[') ? path + step : path + "." + step, fields);
    }
    for (std::size_t i = 0; i < value.size() && value.isArray(); ++i) {
        const auto type = path.ends_with("conditions") ? value[i]["type"].asString() : std::string_view();
        walk(value[i], type.empty() ? std::format("{}[{}]", path, i) : std::format("{}[{}]", path, type),
             fields);
    }
}

} // namespace

Fields fieldsOf(const kube::Value &root)
{
    Fields fields;
    walk(root, {}, fields);
    return fields;
}

} // namespace minato::comparison
