// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/openapi_paths.h"

#include "apiserver/openapi_schemas.h"
#include "kube/version.h"

#include <array>
#include <format>
#include <initializer_list>

namespace minato::apiserver::openapi {
namespace {

using kube::Value;

using Names = std::initializer_list<std::string_view>;
constexpr std::array<std::string_view, 4> kPatchTypes{
    "application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json",
    "application/strategic-merge-patch+json"};

Value parameter(std::string_view name, std::string_view in, std::string_view type)
{
    Value result = Value::map(
        {{"name", name}, {"in", in}, {"schema", Value::map({{"type", type}, {"uniqueItems", true}})}});
    if (in == "path")
        result.set("required", true);
    return result;
}

Value queryParameters(Names names)
{
    Value all = Value::emptyArray();
    for (const std::string_view name : names) {
        const bool isFlag = name == "watch" || name == "force" || name == "allowWatchBookmarks";
        const bool isNumber = name == "limit" || name == "timeoutSeconds" || name == "gracePeriodSeconds";
        all.push(parameter(name, "query", isFlag ? "boolean" : isNumber ? "integer" : "string"));
    }
    return all;
}

Value content(std::initializer_list<std::string_view> types, const Value &schema)
{
    Value all = Value::emptyMap();
    for (const std::string_view type : types)
        all.set(type, Value::map({{"schema", schema}}));
    return all;
}

/// "apps" gives "Apps", "events.k8s.io" gives "Events".
std::string groupName(std::string_view group)
{
    std::string name(group.empty() ? "core" : group.substr(0, group.find('.')));
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

std::string versionName(std::string_view version)
{
    return std::string("V").append(version.substr(1));
}

/// Makes the operations of one kind, or of one of its subresources.
class Operations {
public:
    Operations(const Kind &kind, const kube::GroupVersionKind &answer, std::string suffix)
        : m_kind(kind),
          m_answer(answer),
          m_suffix(std::move(suffix)),
          m_object(OpenApiSchemas::reference(
              OpenApiSchemas::publicName(kube::structureName(answer.apiVersion(), answer.kind))))
    {
    }

    [[nodiscard]] Value read() const { return operation("read", "get", {}, m_object); }
    [[nodiscard]] Value list() const
    {
        const std::string name = kube::structureName(m_answer.apiVersion(), m_answer.kind + "List");
        return operation("list", "list",
                         {"allowWatchBookmarks", "continue", "fieldSelector", "labelSelector", "limit",
                          "resourceVersion", "resourceVersionMatch", "sendInitialEvents", "timeoutSeconds",
                          "watch"},
                         OpenApiSchemas::reference(OpenApiSchemas::publicName(name)));
    }
    [[nodiscard]] Value create() const
    {
        Value made = operation("create", "post", {"dryRun", "fieldManager", "fieldValidation"}, m_object);
        made.set("requestBody", body({"*/*"}, m_object));
        return made;
    }
    [[nodiscard]] Value replace() const
    {
        Value made = operation("replace", "put", {"dryRun", "fieldManager", "fieldValidation"}, m_object);
        made.set("requestBody", body({"*/*"}, m_object));
        return made;
    }
    [[nodiscard]] Value patch() const
    {
        Value made =
            operation("patch", "patch", {"dryRun", "fieldManager", "fieldValidation", "force"}, m_object);
        const Value patch = OpenApiSchemas::reference(OpenApiSchemas::publicName("meta.v1.Patch"));
        Value types = Value::emptyMap();
        for (const std::string_view type : kPatchTypes)
            types.set(type, Value::map({{"schema", patch}}));
        made.set("requestBody", Value::map({{"content", std::move(types)}, {"required", true}}));
        return made;
    }
    [[nodiscard]] Value remove(bool isCollection) const
    {
        const Value status = OpenApiSchemas::reference(OpenApiSchemas::publicName("meta.v1.Status"));
        const Value options = OpenApiSchemas::reference(OpenApiSchemas::publicName("meta.v1.DeleteOptions"));
        Value made = isCollection
                         ? operation("deleteCollection", "deletecollection",
                                     {"continue", "dryRun", "fieldSelector", "gracePeriodSeconds",
                                      "labelSelector", "limit", "propagationPolicy", "resourceVersion"},
                                     status)
                         : operation("delete", "delete",
                                     {"dryRun", "gracePeriodSeconds", "propagationPolicy"}, status);
        made.set("requestBody", Value::map({{"content", content({"*/*"}, options)}}));
        return made;
    }

private:
    [[nodiscard]] static Value body(std::initializer_list<std::string_view> types, const Value &schema)
    {
        return Value::map({{"content", content(types, schema)}, {"required", true}});
    }
    [[nodiscard]] Value operation(std::string_view verb, std::string_view action, Names parameters,
                                  const Value &answer) const
    {
        const std::string id =
            std::format("{}{}{}{}{}{}", verb, groupName(m_kind.group), versionName(m_kind.version),
                        m_kind.isNamespaced ? "Namespaced" : "", m_kind.kind, m_suffix);
        const Value ok = Value::map(
            {{"description", "OK"}, {"content", content({"application/json", "application/yaml"}, answer)}});
        Value made =
            Value::map({{"operationId", id},
                        {"responses", Value::map({{"200", ok}})},
                        {"x-kubernetes-action", action},
                        {"x-kubernetes-group-version-kind", Value::map({{"group", m_answer.group},
                                                                        {"version", m_answer.version},
                                                                        {"kind", m_answer.kind}})}});
        if (parameters.size() > 0)
            made.set("parameters", queryParameters(parameters));
        return made;
    }

    const Kind &m_kind;
    kube::GroupVersionKind m_answer;
    std::string m_suffix;
    Value m_object;
};

std::string collectionPath(const Kind &kind, std::string_view prefix)
{
    return std::format("{}{}/{}", prefix, kind.isNamespaced ? "/namespaces/{namespace}" : "", kind.resource);
}

Value pathParameters(const Kind &kind, bool hasName)
{
    Value all = queryParameters({"pretty"});
    if (hasName)
        all.push(parameter("name", "path", "string"));
    if (kind.isNamespaced)
        all.push(parameter("namespace", "path", "string"));
    return all;
}

/// "scale" gives "Scale".
std::string capitalised(std::string_view name)
{
    std::string text(name);
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

void addSubresource(Value &paths, const Kind &kind, const Subresource &sub, const std::string &itemPath)
{
    const Operations operations(kind, sub.kind, capitalised(sub.name));
    Value item = Value::map({{"parameters", pathParameters(kind, true)}});
    for (const std::string_view verb : sub.verbs) {
        if (verb == "get")
            item.set("get", operations.read());
        else if (verb == "create")
            item.set("post", operations.create());
        else if (verb == "patch")
            item.set("patch", operations.patch());
        else if (verb == "update")
            item.set("put", operations.replace());
    }
    paths.set(std::format("{}/{}", itemPath, sub.name), std::move(item));
}

/// Of a kind that cannot be written.
void addReadPaths(Value &paths, const Kind &kind, const Operations &operations, std::string_view prefix)
{
    const std::string collection = collectionPath(kind, prefix);
    paths.set(collection,
              Value::map({{"parameters", pathParameters(kind, false)}, {"get", operations.list()}}));
    if (kind.isNamespaced)
        paths.set(std::format("{}/{}", prefix, kind.resource), Value::map({{"get", operations.list()}}));
    paths.set(collection + "/{name}",
              Value::map({{"parameters", pathParameters(kind, true)}, {"get", operations.read()}}));
}

} // namespace

void addPaths(Value &paths, const Kind &kind, std::string_view prefix)
{
    const std::string collection = collectionPath(kind, prefix);
    const std::string itemPath = collection + "/{name}";
    const Operations operations(kind, kind.gvk(), "");
    if (kind.answer) {
        paths.set(collection,
                  Value::map({{"parameters", pathParameters(kind, false)}, {"post", operations.create()}}));
        return;
    }
    if (kind.measurement) {
        addReadPaths(paths, kind, operations, prefix);
        return;
    }
    Value all = Value::map({{"parameters", pathParameters(kind, false)},
                            {"get", operations.list()},
                            {"post", operations.create()}});
    if (!kind.holdsDeletion)
        all.set("delete", operations.remove(true));
    paths.set(collection, std::move(all));
    if (kind.isNamespaced)
        paths.set(std::format("{}/{}", prefix, kind.resource), Value::map({{"get", operations.list()}}));
    paths.set(itemPath, Value::map({{"parameters", pathParameters(kind, true)},
                                    {"get", operations.read()},
                                    {"put", operations.replace()},
                                    {"patch", operations.patch()},
                                    {"delete", operations.remove(false)}}));
    for (const Subresource &sub : kind.subresources)
        if (!sub.isConnection())
            addSubresource(paths, kind, sub, itemPath);
    if (kind.hasStatus)
        addSubresource(paths, kind, {"status", kind.gvk(), {"get", "patch", "update"}}, itemPath);
}

namespace {

/// Writes protobuf fields, all of them texts and messages.
class ProtobufWriter {
public:
    ProtobufWriter &add(unsigned number, std::string_view bytes)
    {
        appendVarint(number << 3U | 2U);
        appendVarint(bytes.size());
        m_bytes += bytes;
        return *this;
    }
    ProtobufWriter &add(unsigned number, const ProtobufWriter &message)
    {
        return add(number, message.m_bytes);
    }
    [[nodiscard]] const std::string &bytes() const { return m_bytes; }

private:
    void appendVarint(std::size_t value)
    {
        for (; value >= 0x80; value >>= 7U)
            m_bytes += static_cast<char>((value & 0x7FU) | 0x80U);
        m_bytes += static_cast<char>(value);
    }

    std::string m_bytes;
};

/// The numbers are those of gnostic's OpenAPIv2.proto.
ProtobufWriter patchOperation(const Kind &kind)
{
    ProtobufWriter operation;
    operation.add(5, std::format("patch{}{}{}", groupName(kind.group), versionName(kind.version), kind.kind));
    for (const std::string_view name : {"dryRun", "fieldManager", "fieldValidation", "force"}) {
        const ProtobufWriter query = ProtobufWriter().add(3, "query").add(4, name).add(6, "string");
        const ProtobufWriter nonBody = ProtobufWriter().add(3, query);
        operation.add(8, ProtobufWriter().add(1, ProtobufWriter().add(2, nonBody)));
    }
    const ProtobufWriter answer = ProtobufWriter().add(1, ProtobufWriter().add(1, "OK"));
    operation.add(9, ProtobufWriter().add(1, ProtobufWriter().add(1, "200").add(2, answer)));
    const std::string yaml =
        std::format("group: \"{}\"\nkind: {}\nversion: {}\n", kind.group, kind.kind, kind.version);
    operation.add(
        13, ProtobufWriter().add(1, "x-kubernetes-group-version-kind").add(2, ProtobufWriter().add(2, yaml)));
    return operation;
}

} // namespace

std::string protobufDocument(const Registry &registry)
{
    ProtobufWriter paths;
    for (const Kind &kind : registry.kinds()) {
        const std::string prefix = (kind.group.empty() ? "/api/" : "/apis/") + kind.apiVersion();
        const ProtobufWriter item = ProtobufWriter().add(8, patchOperation(kind));
        if (!kind.answer && !kind.measurement)
            paths.add(2, ProtobufWriter().add(1, collectionPath(kind, prefix) + "/{name}").add(2, item));
    }
    return ProtobufWriter()
        .add(1, "2.0")
        .add(2, ProtobufWriter().add(1, "Kubernetes").add(2, kube::kMirroredVersion))
        .add(8, paths)
        .bytes();
}

} // namespace minato::apiserver::openapi
