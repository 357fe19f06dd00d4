// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/requests.h"

namespace minato::client {
namespace {

api::Request make(api::Verb verb, const kube::GroupVersionResource &resource, std::string_view ns,
                  std::string_view name)
{
    api::Request request;
    request.verb = verb;
    request.resource = resource;
    request.ns = ns;
    request.name = name;
    return request;
}

} // namespace

api::Request getRequest(const kube::GroupVersionResource &resource, std::string_view ns,
                        std::string_view name)
{
    return make(api::Verb::Get, resource, ns, name);
}

api::Request listRequest(const kube::GroupVersionResource &resource, std::string_view ns)
{
    return make(api::Verb::List, resource, ns, {});
}

api::Request createRequest(const kube::GroupVersionResource &resource, kube::Value object)
{
    auto request = make(api::Verb::Create, resource, object.at("metadata", "namespace").asString(), {});
    request.body = std::move(object);
    return request;
}

api::Request updateRequest(const kube::GroupVersionResource &resource, kube::Value object,
                           std::string_view subresource)
{
    const auto &metadata = object["metadata"];
    auto request =
        make(api::Verb::Update, resource, metadata["namespace"].asString(), metadata["name"].asString());
    request.subresource = subresource;
    request.body = std::move(object);
    return request;
}

api::Request patchRequest(const kube::GroupVersionResource &resource, const kube::Object &object,
                          kube::PatchType type, kube::Value patch, std::string_view subresource)
{
    auto request = make(api::Verb::Patch, resource, object.ns(), object.name());
    request.subresource = subresource;
    request.patchType = type;
    request.body = std::move(patch);
    return request;
}

api::Request deleteRequest(const kube::GroupVersionResource &resource, const kube::Object &object,
                           const DeleteOptions &options)
{
    auto request = make(api::Verb::Delete, resource, object.ns(), object.name());
    auto body = kube::Value::map({{"apiVersion", "v1"}, {"kind", "DeleteOptions"}});
    if (options.gracePeriodSeconds)
        body.set("gracePeriodSeconds", *options.gracePeriodSeconds);
    if (!options.propagationPolicy.empty())
        body.set("propagationPolicy", options.propagationPolicy);
    if (options.onlyThisUid)
        body.edit("preconditions").set("uid", object.uid());
    request.body = std::move(body);
    return request;
}

} // namespace minato::client
