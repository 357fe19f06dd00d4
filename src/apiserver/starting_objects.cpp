// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/server_impl.h"

namespace minato::apiserver {
namespace {

using kube::Value;

Value object(std::string_view apiVersion, std::string_view kind, Value metadata)
{
    return Value::map({{"apiVersion", apiVersion}, {"kind", kind}, {"metadata", std::move(metadata)}});
}

Value inDefault(std::string_view name, Value labels)
{
    return Value::map({{"name", name}, {"namespace", "default"}, {"labels", std::move(labels)}});
}

Value service(AddressBlock block)
{
    Value service =
        object("v1", "Service",
               inDefault("kubernetes", Value::map({{"component", "apiserver"}, {"provider", "kubernetes"}})));
    const Value port =
        Value::map({{"name", "https"}, {"port", 443}, {"protocol", "TCP"}, {"targetPort", 8443}});
    service.set("spec", Value::map({{"type", "ClusterIP"},
                                    {"clusterIP", addressText(block.first + 1)},
                                    {"ports", Value::array({port})}}));
    return service;
}

Value endpoints(std::string_view address)
{
    Value endpoints =
        object("v1", "Endpoints",
               inDefault("kubernetes", Value::map({{"endpointslice.kubernetes.io/skip-mirror", "true"}})));
    const Value port = Value::map({{"name", "https"}, {"port", 8443}, {"protocol", "TCP"}});
    endpoints.set("subsets",
                  Value::array({Value::map({{"addresses", Value::array({Value::map({{"ip", address}})})},
                                            {"ports", Value::array({port})}})}));
    return endpoints;
}

Value endpointSlice(std::string_view address)
{
    Value slice = object("discovery.k8s.io/v1", "EndpointSlice",
                         inDefault("kubernetes", Value::map({{"kubernetes.io/service-name", "kubernetes"}})));
    slice.set("addressType", "IPv4");
    slice.set("endpoints", Value::array({Value::map({{"addresses", Value::array({address})},
                                                     {"conditions", Value::map({{"ready", true}})}})}));
    slice.set("ports", Value::array({Value::map({{"name", "https"}, {"port", 8443}, {"protocol", "TCP"}})}));
    return slice;
}

} // namespace

std::vector<Value> startingObjects(AddressBlock block, std::string_view endpointAddress)
{
    std::vector<Value> objects;
    for (const char *name : {"kube-system", "kube-public", "kube-node-lease", "default"})
        objects.push_back(object("v1", "Namespace", Value::map({{"name", name}})));
    for (Value &priorityClass : kinds::systemPriorityClasses())
        objects.push_back(std::move(priorityClass));
    objects.push_back(service(block));
    objects.push_back(endpoints(endpointAddress));
    objects.push_back(endpointSlice(endpointAddress));
    return objects;
}

} // namespace minato::apiserver
