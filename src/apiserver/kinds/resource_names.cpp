// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/resource_names.h"

#include "apiserver/syntax.h"
#include "kube/quantity.h"

#include <algorithm>
#include <array>

namespace minato::apiserver::kinds {
namespace {

constexpr std::string_view kHugePages = "hugepages-";
constexpr std::array<std::string_view, 9> kCounted{
    "pods",       "resourcequotas",         "services",           "replicationcontrollers", "secrets",
    "configmaps", "persistentvolumeclaims", "services.nodeports", "services.loadbalancers"};
constexpr std::array<std::string_view, 10> kMeasured{"cpu",
                                                     "memory",
                                                     "ephemeral-storage",
                                                     "requests.cpu",
                                                     "requests.memory",
                                                     "requests.storage",
                                                     "requests.ephemeral-storage",
                                                     "limits.cpu",
                                                     "limits.memory",
                                                     "limits.ephemeral-storage"};

bool isNative(std::string_view name)
{
    return !name.contains('/') || name.contains("kubernetes.io/");
}

/// "nvidia.com/gpu": a device that some plug-in offers.
bool isExtended(std::string_view name)
{
    return !isNative(name) && !name.starts_with("requests.") &&
           syntax::qualifiedName(std::string("requests.").append(name)).empty();
}

/// False: it is no name at all, which has been told.
bool checkName(std::string_view name, const std::string &path, FieldErrors &errors)
{
    const auto complaints = syntax::qualifiedName(name);
    for (const auto &complaint : complaints)
        errors.invalid(path, name, complaint);
    return complaints.empty();
}

bool isQuotaHugePage(std::string_view name)
{
    return name.starts_with(kHugePages) || name.starts_with("requests.hugepages-");
}

} // namespace

bool isStandardQuotaResource(std::string_view name)
{
    return std::ranges::contains(kCounted, name) || std::ranges::contains(kMeasured, name) ||
           isQuotaHugePage(name);
}

void validateAnyResource(std::string_view name, const std::string &path, FieldErrors &errors)
{
    if (checkName(name, path, errors) && !name.contains('/') && !isStandardQuotaResource(name) &&
        name != "storage")
        errors.invalid(path, name, "must be a standard resource type or fully qualified");
}

void validateQuotaResource(std::string_view name, const std::string &path, FieldErrors &errors)
{
    validateAnyResource(name, path, errors);
    if (!name.contains('/') && !isStandardQuotaResource(name))
        errors.invalid(path, name, "must be a standard resource for quota");
}

void validateContainerResource(std::string_view name, const std::string &path, FieldErrors &errors)
{
    validateAnyResource(name, path, errors);
    if (!name.contains('/')) {
        const bool isStandard = name == "cpu" || name == "memory" || name == "ephemeral-storage";
        if (!isStandard && !name.starts_with(kHugePages))
            errors.invalid(path, name, "must be a standard resource for containers");
    } else if (!isNative(name) && !isExtended(name)) {
        errors.invalid(path, name, "doesn't follow extended resource name standard");
    }
}

void validateResourceAmount(std::string_view name, const kube::Value &amount, const std::string &path,
                            FieldErrors &errors)
{
    const auto quantity = kube::Quantity::fromValue(amount);
    if (!quantity)
        return;
    if (quantity->sign() < 0)
        errors.invalid(path, amount, syntax::kNotNegative);
    const bool isWhole = quantity->milliValue() % 1000 == 0;
    if (!isWhole && (std::ranges::contains(kCounted, name) || isExtended(name)))
        errors.invalid(path, amount, "must be an integer");
}

bool isOvercommitAllowed(std::string_view name)
{
    return isNative(name) && !name.starts_with(kHugePages);
}

} // namespace minato::apiserver::kinds
