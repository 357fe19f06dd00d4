// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/kinds.h"
#include "apiserver/kinds/resource_names.h"
#include "apiserver/kinds/workloads.h"
#include "apiserver/syntax.h"
#include "apiserver/table_columns.h"
#include "kube/quantity.h"

#include <format>
#include <optional>
#include <set>

/// Mirrors   pkg/registry/core/limitrange, pkg/apis/core (SetDefaults_LimitRangeItem, ValidateLimitRange)
namespace minato::apiserver::kinds {
namespace {

using kube::Quantity;
using kube::Value;

void addMissing(Value &item, const char *to, const char *from)
{
    const Value source = item[from];
    for (const kube::Member &entry : source.members()) {
        if (!item[to].contains(entry.key()))
            item.edit(to).set(entry.key(), entry.value);
    }
}

void setDefaults(Value &range)
{
    for (std::size_t i = 0; i < range["spec"]["limits"].size(); ++i) {
        if (range["spec"]["limits"][i]["type"].asString() != "Container")
            continue;
        Value &item = range.edit("spec").edit("limits").edit(i);
        addMissing(item, "default", "max");
        addMissing(item, "defaultRequest", "default");
        addMissing(item, "defaultRequest", "min");
    }
}

void validateType(const Value &type, const std::string &path, FieldErrors &errors)
{
    const std::string_view name = type.asString();
    const auto complaints = syntax::qualifiedName(name);
    for (const auto &complaint : complaints)
        errors.invalid(path, type, complaint);
    const bool isStandard = name == "Pod" || name == "Container" || name == "PersistentVolumeClaim";
    if (complaints.empty() && !name.contains('/') && !isStandard)
        errors.invalid(path, type, "must be a standard limit type or fully qualified");
}

/// The bounds of one resource: what they are, and where they stand.
class Bounds {
public:
    Bounds(const Value &item, std::string_view resource, const std::string &path, FieldErrors &errors)
        : m_item(item), m_resource(resource), m_path(path), m_errors(errors)
    {
    }

    void check() const
    {
        compare("min", "max", "min", "min value {} is greater than max value {}");
        compare("min", "defaultRequest", "defaultRequest",
                "min value {} is greater than default request value {}");
        compare("defaultRequest", "max", "defaultRequest",
                "default request value {} is greater than max value {}");
        compare("defaultRequest", "default", "defaultRequest",
                "default request value {} is greater than default limit value {}");
        compare("min", "default", "default", "min value {} is greater than default value {}");
        compare("default", "max", "default", "default value {} is greater than max value {}");
        checkRatio();
        const auto limit = amount("default"), request = amount("defaultRequest");
        if (!isOvercommitAllowed(m_resource) && limit && request && *limit != *request)
            m_errors.invalid(at("defaultRequest"), request->toString(),
                             std::format("default value {} must equal to defaultRequest value {} in {}",
                                         limit->toString(), request->toString(), m_resource));
    }

private:
    [[nodiscard]] std::optional<Quantity> amount(const char *bound) const
    {
        const Value &text = m_item[bound][m_resource];
        const auto quantity = Quantity::fromValue(text);
        return text.isNull() || !quantity ? std::nullopt : std::optional(*quantity);
    }
    [[nodiscard]] std::string at(const char *bound) const
    {
        return keyedPath(childPath(m_path, bound), m_resource);
    }
    /// Complains when the first is above the second, at the bound that upstream blames.
    void compare(const char *low, const char *high, const char *blamed, std::string_view why) const
    {
        const auto a = amount(low), b = amount(high);
        if (!a || !b || *a <= *b)
            return;
        const std::string left = a->toString(), right = b->toString();
        // Of two defaults upstream shows the other side's value.
        const bool showsOther = std::string_view(blamed) == "default";
        const bool isFirst = (std::string_view(blamed) == low) != showsOther;
        m_errors.invalid(at(blamed), isFirst ? left : right,
                         std::vformat(why, std::make_format_args(left, right)));
    }
    void checkRatio() const
    {
        const auto ratio = amount("maxLimitRequestRatio"), low = amount("min"), high = amount("max");
        if (!ratio)
            return;
        const std::string text = ratio->toString(), where = at("maxLimitRequestRatio");
        if (*ratio < Quantity::fromUnits(1))
            m_errors.invalid(where, text, std::format("ratio {} is less than 1", text));
        if (!low || !high)
            return;
        const double most = static_cast<double>(high->milliValue()) / static_cast<double>(low->milliValue());
        if (static_cast<double>(ratio->milliValue()) / 1000 > most)
            m_errors.invalid(where, text, std::format("ratio {} is greater than max/min = {:f}", text, most));
    }

    const Value &m_item;
    std::string_view m_resource;
    const std::string &m_path;
    FieldErrors &m_errors;
};

void validateItem(const Value &item, const std::string &path, FieldErrors &errors)
{
    const std::string_view type = item["type"].asString();
    const bool isOfPod = type == "Pod";
    std::set<std::string_view> resources;
    for (const char *bound : {"max", "min", "default", "defaultRequest", "maxLimitRequestRatio"}) {
        const std::string at = childPath(path, bound);
        const bool isDefault = std::string_view(bound).starts_with("default");
        if (isOfPod && isDefault) {
            if (!item[bound].isEmpty())
                errors.forbidden(at, "may not be specified when `type` is 'Pod'");
            continue;
        }
        for (const kube::Member &entry : item[bound].members()) {
            const auto validateName =
                isOfPod || type == "Container" ? validateContainerResource : validateAnyResource;
            validateName(entry.key(), keyedPath(at, entry.key()), errors);
            resources.insert(entry.key());
        }
    }
    if (type == "PersistentVolumeClaim" && !item["min"].contains("storage") &&
        !item["max"].contains("storage"))
        errors.required(childPath(path, "limits"),
                        "either minimum or maximum storage value is required, but neither was provided");
    for (const std::string_view resource : resources)
        Bounds(item, resource, path, errors).check();
}

void validate(const Value &range, FieldErrors &errors)
{
    std::set<std::string_view> types;
    const auto limits = range.at("spec", "limits").items();
    for (std::size_t i = 0; i < limits.size(); ++i) {
        const std::string path = childPath("spec.limits", i);
        const Value &type = limits[i]["type"];
        validateType(type, childPath(path, "type"), errors);
        if (!types.insert(type.asString()).second)
            errors.duplicate(childPath(path, "type"), type);
        validateItem(limits[i], path, errors);
    }
}

void validateUpdate(const Value &range, const kube::Object &, FieldErrors &errors)
{
    validate(range, errors);
}

} // namespace

Kind limitRange()
{
    Kind kind;
    kind.version = "v1";
    kind.resource = "limitranges";
    kind.singular = "limitrange";
    kind.kind = "LimitRange";
    kind.shortNames = {"limits"};
    kind.canCreateOnUpdate = true;
    kind.nameRule = syntax::subdomainName;
    kind.setDefaults = setDefaults;
    kind.validate = validate;
    kind.validateUpdate = validateUpdate;
    kind.columns = defaultColumns();
    kind.cells = [](const kube::Object &range, base::Instant) { return defaultCells(range); };
    return kind;
}

} // namespace minato::apiserver::kinds
