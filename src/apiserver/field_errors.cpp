// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/field_errors.h"

#include "kube/json.h"

#include <format>

namespace minato::apiserver {

void FieldErrors::add(std::string_view reason, std::string path, std::string_view type,
                      std::string_view value, std::string_view why)
{
    std::string message(type);
    if (!value.empty())
        message.append(": ").append(value);
    if (!why.empty())
        message.append(": ").append(why);
    m_causes.push_back({std::string(reason), std::move(message), std::move(path)});
}

void FieldErrors::invalid(std::string path, const kube::Value &value, std::string_view why)
{
    invalidText(std::move(path), kube::toJson(value), why);
}

void FieldErrors::invalidText(std::string path, std::string_view shown, std::string_view why)
{
    add("FieldValueInvalid", std::move(path), "Invalid value", shown, why);
}

void FieldErrors::required(std::string path, std::string_view why)
{
    add("FieldValueRequired", std::move(path), "Required value", {}, why);
}

void FieldErrors::unsupported(std::string path, const kube::Value &value,
                              std::initializer_list<std::string_view> supported)
{
    unsupportedText(std::move(path), kube::toJson(value), supported);
}

void FieldErrors::unsupportedText(std::string path, std::string_view shown,
                                  std::initializer_list<std::string_view> supported)
{
    std::string why = "supported values: ";
    const char *separator = "";
    for (const auto one : supported) {
        why += std::format("{}\"{}\"", separator, one);
        separator = ", ";
    }
    add("FieldValueNotSupported", std::move(path), "Unsupported value", shown, why);
}

void FieldErrors::forbidden(std::string path, std::string_view why)
{
    add("FieldValueForbidden", std::move(path), "Forbidden", {}, why);
}

void FieldErrors::duplicate(std::string path, const kube::Value &value)
{
    add("FieldValueDuplicate", std::move(path), "Duplicate value", kube::toJson(value), {});
}

void FieldErrors::notFound(std::string path, const kube::Value &value)
{
    add("FieldValueNotFound", std::move(path), "Not found", kube::toJson(value), {});
}

void FieldErrors::tooLong(std::string path, std::size_t maximum)
{
    add("FieldValueTooLong", std::move(path), "Too long", {},
        std::format("may not be more than {} bytes", maximum));
}

void FieldErrors::internal(std::string path, std::string_view why)
{
    add("InternalError", std::move(path), "Internal error", {}, why);
}

std::string childPath(std::string_view path, std::string_view key)
{
    return path.empty() ? std::string(key) : std::format("{}.{}", path, key);
}

std::string childPath(std::string_view path, std::size_t index)
{
    return std::format("{}[{}]", path, index);
}

std::string keyedPath(std::string_view path, std::string_view key)
{
    return std::format("{}[{}]", path, key);
}

} // namespace minato::apiserver
