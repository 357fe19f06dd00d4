// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/pod_spec.h"

#include "kube/go_template.h"
#include "kube/label_selector.h"

namespace minato::shell::kubectl {

using kube::Value;

std::string goTypeOf(const kube::Object &object)
{
    const std::string_view version = object.apiVersion();
    const std::size_t slash = version.find('/');
    return std::string(slash == std::string_view::npos ? version : version.substr(slash + 1)) + "." +
           std::string(object.kind());
}

std::string groupKindOf(const ApiResource &type)
{
    return type.gvr.group.empty() ? type.kind : type.kind + "." + type.gvr.group;
}

const Value &podSpecOf(const kube::Object &object)
{
    return object.kind() == "Pod" ? object.spec() : object.at("spec", "template", "spec");
}

Result<Value> exposedSelector(const kube::Object &object)
{
    const std::string_view kind = object.kind();
    if (kind == "Pod") {
        if (object.labels().size() == 0)
            return std::unexpected(Error("the pod has no labels and cannot be exposed"));
        return object.labels();
    }
    if (kind == "Service") {
        if (!object.spec()["selector"].isMap())
            return std::unexpected(Error("the service has no pod selector set"));
        return object.spec()["selector"];
    }
    const Value &selector = object.spec()["selector"];
    if (selector["matchLabels"].size() == 0)
        return std::unexpected(
            Error(std::string(kind == "Deployment" ? "invalid deployment" : "invalid replicaset") +
                  ": no selectors, therefore cannot be exposed"));
    if (selector["matchExpressions"].size() > 0)
        return std::unexpected(Error("couldn't convert expressions - \"" +
                                     kube::goFormat(selector["matchExpressions"]) +
                                     "\" to map-based selector format"));
    return selector["matchLabels"];
}

Result<std::string> podSelector(const kube::Object &object)
{
    const std::string_view kind = object.kind();
    if (kind == "Service") {
        const Value &selector = object.spec()["selector"];
        if (selector.size() == 0)
            return std::unexpected(Error("invalid service '" + std::string(object.name()) +
                                         "': Service is defined without a selector"));
        return kube::formatLabels(selector);
    }
    if (!object.at("spec", "template").isMap())
        return std::unexpected(Error("selector for *" + goTypeOf(object) + " not implemented"));
    const auto selector = kube::LabelSelector::fromValue(object.spec()["selector"]);
    if (!selector)
        return std::unexpected(Error("invalid label selector: " + selector.error()));
    return selector->toString();
}

} // namespace minato::shell::kubectl
