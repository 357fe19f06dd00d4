// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/object_edit.h"

#include <charconv>

namespace minato::components {

kube::Value controllerReference(const kube::Object &owner)
{
    return kube::Value::map({{"apiVersion", owner.apiVersion()},
                             {"kind", owner.kind()},
                             {"name", owner.name()},
                             {"uid", owner.uid()},
                             {"controller", true},
                             {"blockOwnerDeletion", true}});
}

bool isControlledBy(const kube::Object &object, std::string_view uid)
{
    return object.controllerRef()["uid"].asString() == uid;
}

void setCount(kube::Value &status, std::string_view key, std::int64_t count)
{
    if (count == 0)
        status.erase(key);
    else
        status.set(key, count);
}

kube::Value makeCondition(std::string_view type, std::string_view status, std::string_view reason,
                          std::string_view message)
{
    return kube::Value::map({{"type", type}, {"status", status}, {"reason", reason}, {"message", message}});
}

base::Instant creationTime(const kube::Object &object)
{
    return base::parseRfc3339(object.metadata()["creationTimestamp"].asString()).value_or(base::Instant{});
}

std::int64_t intText(const kube::Value &text, std::int64_t otherwise)
{
    const auto view = text.asString();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(view.data(), view.data() + view.size(), number);
    return error == std::errc() && end == view.data() + view.size() && !view.empty() ? number : otherwise;
}

} // namespace minato::components
