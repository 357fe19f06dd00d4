// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/last_applied.h"

#include "kube/json.h"

namespace minato::shell::kubectl {

std::string configurationOf(kube::Value object)
{
    kube::Value &annotations = object.edit("metadata").edit("annotations");
    if (annotations.isNull())
        annotations = kube::Value::emptyMap();
    annotations.erase(kLastApplied);
    return kube::toJson(object) + "\n";
}

kube::Value withLastApplied(kube::Value object)
{
    const std::string configuration = configurationOf(object);
    object.edit("metadata").edit("annotations").set(kLastApplied, configuration);
    return object;
}

kube::Value savingConfiguration(kube::Value object, bool saves)
{
    const bool isThere = !object.at("metadata", "annotations", kLastApplied).asString().empty();
    return saves || isThere ? withLastApplied(std::move(object)) : object;
}

} // namespace minato::shell::kubectl
