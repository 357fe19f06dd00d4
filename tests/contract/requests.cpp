// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/requests.h"

#include "base/assert.h"
#include "kube/json.h"

#include <algorithm>

namespace minato::tests {

api::Request request(api::Verb verb, const GroupVersionResource &resource, std::string ns, std::string name)
{
    api::Request request;
    request.verb = verb;
    request.resource = resource;
    request.ns = std::move(ns);
    request.name = std::move(name);
    return request;
}

api::Request get(const GroupVersionResource &resource, std::string ns, std::string name)
{
    return request(api::Verb::Get, resource, std::move(ns), std::move(name));
}

api::Request list(const GroupVersionResource &resource, std::string ns, api::Query query)
{
    auto list = request(api::Verb::List, resource, std::move(ns));
    list.query = std::move(query);
    return list;
}

api::Request create(const GroupVersionResource &resource, Value object, api::Query query)
{
    auto create =
        request(api::Verb::Create, resource, std::string(object["metadata"]["namespace"].asString()));
    create.body = std::move(object);
    create.query = std::move(query);
    return create;
}

api::Request update(const GroupVersionResource &resource, const Value &object, std::string subresource)
{
    const Value &metadata = object["metadata"];
    auto update = request(api::Verb::Update, resource, std::string(metadata["namespace"].asString()),
                          std::string(metadata["name"].asString()));
    update.subresource = std::move(subresource);
    update.body = object;
    return update;
}

api::Request mergePatch(const GroupVersionResource &resource, std::string ns, std::string name, Value patch,
                        std::string subresource)
{
    auto change = request(api::Verb::Patch, resource, std::move(ns), std::move(name));
    change.patchType = kube::PatchType::Merge;
    change.body = std::move(patch);
    change.subresource = std::move(subresource);
    return change;
}

api::Request remove(const GroupVersionResource &resource, std::string ns, std::string name, api::Query query)
{
    auto remove = request(api::Verb::Delete, resource, std::move(ns), std::move(name));
    remove.query = std::move(query);
    return remove;
}

Value json(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    auto value = kube::parseJson(text);
    MINATO_ASSERT(value);
    return std::move(*value);
}

Value deployment(std::string_view name, std::string_view app)
{
    Value value = json(
        "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'namespace':'default'},'spec':{'replicas':0,"
        "'template':{'spec':{'containers':[{'name':'web','image':'nginx:1.27'}]}}}}");
    const Value labels = Value::map({{"app", app}});
    value.edit("metadata").set("name", name);
    value.edit("metadata").set("labels", labels);
    value.edit("spec").edit("selector").set("matchLabels", labels);
    value.edit("spec").edit("template").edit("metadata").set("labels", labels);
    return value;
}

Value pod(std::string_view name, std::string_view app)
{
    Value value = json("{'apiVersion':'v1','kind':'Pod','metadata':{'namespace':'default'},'spec':{'"
                       "containers':[{'name':'web',"
                       "'image':'nginx:1.27'}]}}");
    value.edit("metadata").set("name", name);
    value.edit("metadata").set("labels", Value::map({{"app", app}}));
    return value;
}

Value service(std::string_view name, std::string_view type)
{
    Value value = json("{'apiVersion':'v1','kind':'Service','metadata':{'namespace':'default'},'spec':{'"
                       "selector':{'app':'web'},"
                       "'ports':[{'port':80}]}}");
    value.edit("metadata").set("name", name);
    value.edit("spec").set("type", type);
    return value;
}

} // namespace minato::tests
