// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/common/pod_template.h"

#include "components/common/object_edit.h"

#include <format>

namespace minato::components {

kube::Value podFromTemplate(const kube::Object &owner, const kube::Value &podTemplate)
{
    kube::Value metadata =
        kube::Value::map({{"generateName", std::format("{}-", owner.name())},
                          {"namespace", owner.ns()},
                          {"ownerReferences", kube::Value::array({controllerReference(owner)})}});
    for (const char *key : {"labels", "annotations", "finalizers"}) {
        if (const auto &value = podTemplate["metadata"][key]; !value.isEmpty())
            metadata.set(key, value);
    }
    return kube::Value::map({{"apiVersion", "v1"},
                             {"kind", "Pod"},
                             {"metadata", std::move(metadata)},
                             {"spec", podTemplate["spec"]}});
}

} // namespace minato::components
