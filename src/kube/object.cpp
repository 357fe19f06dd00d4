// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/object.h"

namespace minato::kube {

Object::Object(Value root, ManagedFieldsPtr managedFields)
    : m_root(std::move(root)),
      m_managedFields(std::move(managedFields)),
      m_metadata(&m_root["metadata"]),
      m_spec(&m_root["spec"]),
      m_status(&m_root["status"])
{
    const Value &meta = metadata();
    m_name = meta["name"].asString();
    m_namespace = meta["namespace"].asString();
    m_uid = meta["uid"].asString();
    m_resourceVersion = meta["resourceVersion"].asString();
}

const Value &Object::controllerRef() const noexcept
{
    for (const Value &reference : metadata()["ownerReferences"].items()) {
        if (reference["controller"].asBool())
            return reference;
    }
    return metadata()["ownerReferences"]["none"];
}

Value Object::whole() const
{
    if (!m_managedFields || m_managedFields->isEmpty())
        return m_root;
    Value root = m_root;
    root.edit("metadata").set("managedFields", m_managedFields->toValue());
    return root;
}

ObjectPtr makeObject(Value root, ManagedFieldsPtr managedFields)
{
    return std::make_shared<const Object>(std::move(root), std::move(managedFields));
}

std::string objectKey(std::string_view ns, std::string_view name)
{
    std::string key(ns);
    if (!ns.empty())
        key += '/';
    return key.append(name);
}

std::string objectKey(const Object &object)
{
    return objectKey(object.ns(), object.name());
}

} // namespace minato::kube
