// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/config_data.h"

#include "apiserver/syntax.h"
#include "kube/base64.h"

namespace minato::apiserver::kinds {

void validateDataKey(const kube::Member &entry, const std::string &path, FieldErrors &errors)
{
    for (const auto &complaint : syntax::configMapKey(entry.key()))
        errors.invalid(path, entry.keyValue, complaint);
}

void validateImmutableData(const kube::Value &object, const kube::Object &old,
                           std::initializer_list<std::string_view> parts, FieldErrors &errors)
{
    constexpr std::string_view kWhy = "field is immutable when `immutable` is set";
    if (!old["immutable"].asBool())
        return;
    if (!object["immutable"].asBool())
        errors.forbidden("immutable", kWhy);
    for (const std::string_view part : parts) {
        if (object[part] != old[part])
            errors.forbidden(std::string(part), kWhy);
    }
}

std::size_t decodedSize(const kube::Value &text)
{
    const auto bytes = kube::decodeBase64(text.asString());
    return bytes ? bytes->size() : 0;
}

} // namespace minato::apiserver::kinds
