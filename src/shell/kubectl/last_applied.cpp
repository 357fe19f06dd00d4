// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/last_applied.h"

#include "kube/json.h"
#include "kube/schema/go_struct_json.h"

namespace minato::shell::kubectl {

std::string configurationOf(kube::Value object)
{
    kube::Value &annotations = object.edit("metadata").edit("annotations");
    if (annotations.isNull())
        annotations = kube::Value::emptyMap();
    annotations.erase(kLastApplied);
    return kube::toJson(object) + "\n";
}

std::string typedConfigurationOf(kube::Value object)
{
    kube::Value &metadata = object.edit("metadata");
    if (metadata["annotations"].isMap())
        metadata.edit("annotations").erase(kLastApplied);
    if (metadata["annotations"].size() == 0)
        metadata.erase("annotations");
    return kube::goStructJson(object, kube::GoJson::Compact) + "\n";
}

kube::Value withTypedLastApplied(kube::Value object)
{
    const std::string configuration = typedConfigurationOf(object);
    object.edit("metadata").edit("annotations").set(kLastApplied, configuration);
    return object;
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
