// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/schema_text.h"

#include "kube/go_template.h"
#include "shell/kubectl/word_wrap.h"

#include <algorithm>
#include <set>
#include <span>

namespace minato::shell::kubectl {
namespace {

using kube::Value;
using Names = std::span<const std::string>;
using History = std::set<std::string, std::less<>>; ///< the references that lead here

constexpr std::size_t kDescriptionWidth = 76, kFieldWidth = 78, kShownValues = 4;

/// One document, and how its parts are told.
class Explainer {
public:
    Explainer(const Value &document, bool isRecursive) : m_document(document), m_isRecursive(isRecursive) {}

    /// The group, version and kind that some operation on the type works on; null: there is none.
    [[nodiscard]] Value kindOf(const kube::GroupVersionResource &type) const
    {
        const std::string prefix =
            (type.group.empty() ? "/api" : "/apis/" + type.group) + "/" + type.version + "/";
        for (const char *space : {"", "namespaces/{namespace}/"})
            for (const char *name : {"", "/{name}"}) {
                const Value &path = m_document["paths"][prefix + space + type.resource + name];
                for (const char *method : {"get", "post", "put", "patch", "delete"})
                    if (const Value &kind = path[method]["x-kubernetes-group-version-kind"]; !kind.isNull())
                        return kind;
            }
        return {};
    }
    [[nodiscard]] const Value &schemaOf(const Value &kind) const
    {
        static const Value nothing;
        for (const kube::Member &member : m_document["components"]["schemas"].members())
            for (const Value &one : member.value["x-kubernetes-group-version-kind"].items())
                if (one == kind)
                    return member.value;
        return nothing;
    }

    /// The schema, or that of a field below it; empty: there is no such field.
    [[nodiscard]] std::string output(const Value &schema, Names path, History history) const
    {
        const std::string reference(schema["$ref"].asString());
        const Value &resolved = resolve(schema);
        if (path.empty())
            return whole(resolved);
        if (!reference.empty() && history.contains(reference))
            return {};
        if (!reference.empty())
            history.insert(reference);
        const Value &field = resolved["properties"][path.front()];
        if (!field.isNull())
            return heading(field, path) + output(field, path.subspan(1), {});
        if (!resolved["items"].isNull())
            return output(resolved["items"], path, history);
        if (resolved["additionalProperties"].isMap())
            return output(resolved["additionalProperties"], path, history);
        for (const Value &part : resolved["allOf"].items())
            if (std::string text = output(part, path, history); !text.empty())
                return text;
        return {};
    }

private:
    [[nodiscard]] const Value &resolve(const Value &schema) const
    {
        constexpr std::string_view kPrefix = "#/components/schemas/";
        const std::string_view reference = schema["$ref"].asString();
        if (!reference.starts_with(kPrefix))
            return schema;
        const Value &found = m_document["components"]["schemas"][reference.substr(kPrefix.size())];
        return found.isNull() ? schema : found;
    }

    [[nodiscard]] std::string whole(const Value &schema) const
    {
        const std::string text = description(schema);
        std::string result = "DESCRIPTION:\n" +
                             indentLines(wrapWords(text.empty() ? "<empty>" : text, kDescriptionWidth), 4) +
                             "\n";
        const std::string fields = fieldList(schema, 1, {});
        return fields.empty() ? result : result + "FIELDS:\n" + fields;
    }

    [[nodiscard]] std::string heading(const Value &field, Names path) const
    {
        if (path.size() != 1)
            return {};
        return "FIELD: " + path.front() + " <" + typeOf(field) + ">\n" + longValues(field) + "\n\n";
    }

    [[nodiscard]] std::string fieldList(const Value &schema, std::size_t level, History history) const
    {
        const std::string reference(schema["$ref"].asString());
        if (!reference.empty() && !history.insert(reference).second)
            return {};
        const Value &resolved = resolve(schema);
        std::string text;
        for (const kube::Member &field : resolved["properties"].members()) {
            text += fieldDetail(resolved, field, level);
            if (m_isRecursive)
                text += fieldList(field.value, level + 1, history);
        }
        for (const Value &part : resolved["allOf"].items())
            text += fieldList(part, level, history);
        if (!resolved["items"].isNull())
            text += fieldList(resolved["items"], level, history);
        if (resolved["additionalProperties"].isMap())
            text += fieldList(resolved["additionalProperties"], level, history);
        return text;
    }

    [[nodiscard]] std::string fieldDetail(const Value &schema, const kube::Member &field,
                                          std::size_t level) const
    {
        const std::size_t indent = level * 2;
        std::string text = indentLines(field.key(), indent) + "\t<" + typeOf(field.value) + ">";
        const auto required = schema["required"].items();
        if (std::ranges::any_of(required, [&](const Value &name) { return name.asString() == field.key(); }))
            text += " -required-";
        text += shortValues(field.value, indent) + "\n";
        if (m_isRecursive)
            return text;
        const std::string_view about = field.value["description"].asString("<no description>");
        return text + indentLines(wrapWords(about, kFieldWidth - indent), indent + 2) + "\n\n";
    }

    [[nodiscard]] std::string description(const Value &schema) const
    {
        const Value &resolved = resolve(schema);
        std::string text;
        if (const auto own = resolved["description"].asString(); !own.empty())
            text.append(own).append("\n");
        for (const Value &part : resolved["allOf"].items())
            text += description(part);
        if (!resolved["items"].isNull())
            text += description(resolved["items"]);
        if (resolved["additionalProperties"].isMap())
            text += description(resolved["additionalProperties"]);
        return text;
    }

    /// "string", "[]Container", "map[string]string"
    [[nodiscard]] std::string typeOf(const Value &schema) const
    {
        const std::string type(schema["type"].asString());
        if (!schema["items"].isNull())
            return "[]" + typeOf(schema["items"]);
        if (schema["additionalProperties"].isMap())
            return "map[string]" + typeOf(schema["additionalProperties"]);
        if (schema["allOf"].size() == 1 && schema["properties"].isNull())
            return typeOf(schema["allOf"][0]);
        if (const std::string reference(schema["$ref"].asString()); !reference.empty()) {
            const Value &resolved = resolve(schema);
            const std::string target(&resolved == &schema ? "" : resolved["type"].asString());
            return target.empty() || target == "object" ? reference.substr(reference.find_last_of("/.") + 1)
                                                        : target;
        }
        return type.empty() || type == "object" ? "Object" : type;
    }

    static std::string valueText(const Value &value)
    {
        return value.isString() && value.asString().empty() ? "\"\"" : kube::goFormat(value);
    }
    [[nodiscard]] static std::string shortValues(const Value &schema, std::size_t indent)
    {
        const auto values = schema["enum"].items();
        if (values.empty())
            return {};
        std::string text = "\n" + std::string(indent, ' ') + "enum: ";
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i == kShownValues)
                return text + ", ....";
            text += (i > 0 ? ", " : "") + valueText(values[i]);
        }
        return text;
    }
    [[nodiscard]] static std::string longValues(const Value &schema)
    {
        const auto values = schema["enum"].items();
        std::string text = values.empty() ? "" : "ENUM:";
        for (const Value &value : values)
            text += "\n    " + valueText(value);
        return text;
    }

    const Value &m_document;
    bool m_isRecursive;
};

} // namespace

Result<void> explainSchema(const Value &document, const kube::GroupVersionResource &type,
                           std::vector<std::string> fields, bool isRecursive, std::string &out)
{
    const Explainer explainer(document, isRecursive);
    const Value kind = explainer.kindOf(type);
    if (kind.isNull())
        return std::unexpected(Error("error: GVR (" + type.group + "/" + type.version +
                                     ", Resource=" + type.resource + ") not found in OpenAPI schema"));
    if (!kind["group"].asString().empty())
        out += "GROUP:      " + std::string(kind["group"].asString()) + "\n";
    out += "KIND:       " + std::string(kind["kind"].asString()) + "\n";
    out += "VERSION:    " + std::string(kind["version"].asString()) + "\n\n";
    const Value &schema = explainer.schemaOf(kind);
    if (schema.isNull())
        return std::unexpected(Error("error: GVK " + kube::goFormat(kind) + " not found in OpenAPI schema"));
    const std::string text = explainer.output(schema, fields, {});
    if (text.empty())
        return std::unexpected(Error("error: field \"" + fields.back() + "\" does not exist"));
    out += text + "\n";
    return {};
}

} // namespace minato::shell::kubectl
