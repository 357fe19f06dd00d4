// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/schema.h"

#include "viewmodels/inspect/sheet.h"

namespace minato::viewmodels {
namespace {

using kube::Value;

/// "io.k8s.api.apps.v1.Deployment" of "#/components/schemas/io.k8s.api.apps.v1.Deployment"
std::string_view referred(const Value &schema)
{
    const Value &direct = schema["$ref"];
    const std::string_view path = (direct.isNull() ? schema["allOf"][0]["$ref"] : direct).asString();
    return path.substr(path.find_last_of('/') + 1);
}

/// What a structure is in JSON when that is not a map of fields.
QString specialText(std::string_view name)
{
    if (name.ends_with(".Quantity"))
        return QStringLiteral("100m, 64Mi");
    if (name.ends_with(".IntOrString"))
        return QStringLiteral("1 | 25%");
    return {};
}

} // namespace

Schema::Schema(Value all, const Value &own) : m_all(std::move(all)), m_own(own)
{
    m_description = own["description"];
    const std::string_view name = referred(own);
    if (name.empty())
        return;
    m_name = name;
    m_own = m_all[m_name];
    if (m_description.isNull())
        m_description = m_own["description"];
}

Schema Schema::ofKind(const Value &all, std::string_view apiVersion, std::string_view kind)
{
    const auto slash = apiVersion.find('/');
    const std::string_view group =
        slash == std::string_view::npos ? std::string_view() : apiVersion.substr(0, slash);
    const std::string_view version = apiVersion.substr(slash == std::string_view::npos ? 0 : slash + 1);
    for (const kube::Member &member : all.members())
        for (const Value &gvk : member.value["x-kubernetes-group-version-kind"].items())
            if (gvk["kind"].asString() == kind && gvk["version"].asString() == version &&
                gvk["group"].asString() == group)
                return {all, member.value};
    return {};
}

std::vector<std::string> Schema::fields() const
{
    std::vector<std::string> names;
    for (const kube::Member &member : m_own["properties"].members())
        names.emplace_back(member.key());
    return names;
}

Schema Schema::below(std::string_view key) const
{
    return {m_all, hasFields() ? m_own["properties"][key] : m_own["additionalProperties"]};
}

Schema Schema::item() const
{
    return {m_all, m_own["items"]};
}

std::string Schema::name() const
{
    for (const std::string_view prefix : {"io.k8s.apimachinery.pkg.apis.", "io.k8s.api."})
        if (m_name.starts_with(prefix))
            return m_name.substr(prefix.size());
    return m_name;
}

QString Schema::typeText() const
{
    if (const QString special = specialText(m_name); !special.isEmpty())
        return special;
    if (m_own["x-kubernetes-int-or-string"].asBool())
        return specialText(".IntOrString");
    if (hasFields() && !m_name.empty())
        return qText(m_name.substr(m_name.find_last_of('.') + 1));
    const std::string_view type = m_own["type"].asString();
    if (type == "array")
        return QStringLiteral("[]") + item().typeText();
    if (type == "object")
        return QStringLiteral("map");
    if (const QStringList all = values(); !all.isEmpty())
        return all.join(QLatin1String(" | "));
    return qText(type.empty() ? std::string_view("string") : type);
}

QStringList Schema::values() const
{
    if (m_own["type"].asString() == "boolean")
        return {QStringLiteral("true"), QStringLiteral("false")};
    QStringList all;
    for (const Value &value : m_own["enum"].items())
        if (!value.asString().empty())
            all += qText(value);
    return all;
}

QString Schema::description() const
{
    return qText(m_description);
}

} // namespace minato::viewmodels
