// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/kinds/pod_template.h"

#include "apiserver/kinds/containers.h"
#include "apiserver/object_meta.h"
#include "apiserver/syntax.h"
#include "kube/label_selector.h"

#include <format>
#include <set>
#include <string>

namespace minato::apiserver::kinds {
namespace {

using kube::Value;

void setIfMissing(Value &map, std::string_view key, const Value &value)
{
    if (!map.contains(key))
        map.set(key, value);
}

/// A volume without a source is an emptyDir; those that project files get their mode.
void setVolumeDefaults(Value &volume)
{
    if (volume.size() < 2)
        volume.set("emptyDir", Value::emptyMap());
    for (const char *source : {"configMap", "secret", "projected", "downwardAPI"}) {
        if (volume.contains(source) && !volume[source].contains("defaultMode"))
            volume.edit(source).set("defaultMode", 420);
    }
    for (std::size_t i = 0; i < volume["projected"]["sources"].size(); ++i) {
        const Value &token = volume["projected"]["sources"][i]["serviceAccountToken"];
        if (token.isMap() && !token.contains("expirationSeconds"))
            volume.edit("projected")
                .edit("sources")
                .edit(i)
                .edit("serviceAccountToken")
                .set("expirationSeconds", 3600);
    }
    if (volume.contains("hostPath") && !volume["hostPath"].contains("type"))
        volume.edit("hostPath").set("type", "");
}

bool needsVolumeDefaults(const Value &volume)
{
    Value copy = volume;
    setVolumeDefaults(copy);
    return copy != volume;
}

void validateTolerations(const Value &tolerations, const std::string &path, FieldErrors &errors)
{
    for (std::size_t i = 0; i < tolerations.size(); ++i) {
        const Value &toleration = tolerations[i];
        const std::string at = childPath(path, i);
        const std::string_view op = toleration["operator"].asString();
        const std::string_view effect = toleration["effect"].asString();
        if (toleration["key"].isEmpty() && op != "Exists")
            errors.invalid(
                childPath(at, "operator"), op,
                "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
        if (toleration.contains("tolerationSeconds") && effect != "NoExecute")
            errors.invalid(childPath(at, "effect"), effect,
                           "effect must be 'NoExecute' when `tolerationSeconds` is set");
        if (!op.empty() && op != "Equal" && op != "Exists")
            errors.unsupported(childPath(at, "operator"), op, {"Equal", "Exists"});
        if (op == "Exists" && !toleration["value"].isEmpty())
            errors.invalid(childPath(at, "operator"), toleration["value"],
                           "value must be empty when `operator` is 'Exists'");
        if (!effect.empty() && effect != "NoSchedule" && effect != "PreferNoSchedule" &&
            effect != "NoExecute")
            errors.unsupported(childPath(at, "effect"), effect,
                               {"NoSchedule", "PreferNoSchedule", "NoExecute"});
    }
}

std::set<std::string, std::less<>> validateVolumes(const Value &volumes, const std::string &path,
                                                   FieldErrors &errors)
{
    std::set<std::string, std::less<>> names;
    for (std::size_t i = 0; i < volumes.size(); ++i) {
        const std::string at = childPath(childPath(path, i), "name");
        const std::string_view name = volumes[i]["name"].asString();
        if (name.empty())
            errors.required(at);
        else
            for (const auto &complaint : syntax::dns1123Label(name))
                errors.invalid(at, name, complaint);
        if (!names.emplace(name).second)
            errors.duplicate(at, name);
    }
    return names;
}

void validatePolicies(const Value &spec, std::string_view path, FieldErrors &errors)
{
    const std::string_view restart = spec["restartPolicy"].asString();
    if (restart != "Always" && restart != "OnFailure" && restart != "Never")
        errors.unsupported(childPath(path, "restartPolicy"), restart, {"Always", "OnFailure", "Never"});
    const std::string_view dns = spec["dnsPolicy"].asString();
    if (dns != "ClusterFirst" && dns != "ClusterFirstWithHostNet" && dns != "Default" && dns != "None")
        errors.unsupported(childPath(path, "dnsPolicy"), dns,
                           {"ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"});
}

} // namespace

void setPodSpecDefaults(Value &spec)
{
    setIfMissing(spec, "dnsPolicy", "ClusterFirst");
    setIfMissing(spec, "restartPolicy", "Always");
    setIfMissing(spec, "securityContext", Value::emptyMap());
    setIfMissing(spec, "terminationGracePeriodSeconds", 30);
    setIfMissing(spec, "schedulerName", "default-scheduler");
    if (spec.contains("serviceAccountName"))
        setIfMissing(spec, "serviceAccount", spec["serviceAccountName"]);
    else if (spec.contains("serviceAccount"))
        spec.set("serviceAccountName", spec["serviceAccount"]);
    for (const char *list : {"containers", "initContainers"}) {
        for (std::size_t i = 0; i < spec[list].size(); ++i) {
            if (needsContainerDefaults(spec[list][i]))
                setContainerDefaults(spec.edit(list).edit(i));
        }
    }
    for (std::size_t i = 0; i < spec["volumes"].size(); ++i) {
        if (needsVolumeDefaults(spec["volumes"][i]))
            setVolumeDefaults(spec.edit("volumes").edit(i));
    }
}

void setPodOnlyDefaults(Value &spec)
{
    setIfMissing(spec, "enableServiceLinks", true);
    for (const char *list : {"containers", "initContainers"}) {
        for (std::size_t i = 0; i < spec[list].size(); ++i) {
            for (const kube::Member &limit : spec[list][i]["resources"]["limits"].members()) {
                if (!spec[list][i]["resources"]["requests"].contains(limit.key()))
                    spec.edit(list).edit(i).edit("resources").edit("requests").set(limit.key(), limit.value);
            }
        }
    }
}

void validateNotNegative(const Value &number, std::string_view path, FieldErrors &errors)
{
    if (number.isNumber() && number.asInt() < 0)
        errors.invalid(std::string(path), number, syntax::kNotNegative);
}

void validatePodSpec(const Value &spec, std::string_view path, FieldErrors &errors)
{
    const auto volumes = validateVolumes(spec["volumes"], childPath(path, "volumes"), errors);
    validateContainers(spec, volumes, path, errors);
    validatePolicies(spec, path, errors);
    meta::validateLabels(spec["nodeSelector"], childPath(path, "nodeSelector"), errors);
    validateTolerations(spec["tolerations"], childPath(path, "tolerations"), errors);
    validateNotNegative(spec["terminationGracePeriodSeconds"],
                        childPath(path, "terminationGracePeriodSeconds"), errors);
    if (const Value &deadline = spec["activeDeadlineSeconds"]; deadline.isInt() && deadline.asInt() < 1)
        errors.invalid(childPath(path, "activeDeadlineSeconds"), deadline,
                       syntax::inclusiveRange(1, 2147483647));
    for (const char *key : {"nodeName", "serviceAccountName", "hostname", "subdomain"}) {
        const std::string_view name = spec[key].asString();
        const bool isLabel = key == std::string_view("hostname") || key == std::string_view("subdomain");
        if (name.empty())
            continue;
        for (const auto &complaint : isLabel ? syntax::dns1123Label(name) : syntax::dns1123Subdomain(name))
            errors.invalid(childPath(path, key), name, complaint);
    }
}

void validateTemplate(const Value &podTemplate, std::string_view path, FieldErrors &errors)
{
    meta::validateLabels(podTemplate["metadata"]["labels"], childPath(path, "labels"), errors);
    validatePodSpec(podTemplate["spec"], childPath(path, "spec"), errors);
}

void validateAlwaysRestarts(const Value &podSpec, std::string_view path, std::string_view kind,
                            FieldErrors &errors)
{
    if (const Value &restart = podSpec["restartPolicy"]; restart.asString() != "Always")
        errors.unsupported(childPath(path, "restartPolicy"), restart, {"Always"});
    if (podSpec.contains("activeDeadlineSeconds"))
        errors.forbidden(childPath(path, "activeDeadlineSeconds"),
                         std::format("activeDeadlineSeconds in {} is not Supported", kind));
}

void validatePodTemplate(const Value &podTemplate, const Value &selector, std::string_view path,
                         std::string_view kind, FieldErrors &errors)
{
    const Value &labels = podTemplate["metadata"]["labels"];
    const auto parsed = kube::LabelSelector::fromValue(selector);
    if (!parsed) {
        errors.invalid("spec.selector", selector, "invalid label selector");
        return;
    }
    const std::string labelPath = childPath(childPath(path, "metadata"), "labels");
    if (!parsed->matchesEverything() && !parsed->matches(labels))
        errors.invalid(labelPath, labels, "`selector` does not match template `labels`");
    validateTemplate(podTemplate, path, errors);
    validateAlwaysRestarts(podTemplate["spec"], childPath(path, "spec"), kind, errors);
}

} // namespace minato::apiserver::kinds
