// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/admission/admission.h"

#include "apiserver/admission/account_token.h"
#include "apiserver/admission/limit_ranger.h"

#include <format>

namespace minato::apiserver {
namespace {

using namespace kube::resources;
using kube::ObjectPtr;
using kube::Status;
using kube::Value;

/// A generated name may not be there yet.
std::string_view nameOf(const Value &object)
{
    const Value &metadata = object["metadata"];
    if (const auto name = metadata["name"].asString(); !name.empty())
        return name;
    const auto prefix = metadata["generateName"].asString();
    return prefix.empty() ? "Unknown" : prefix;
}

std::unexpected<Status> forbidden(const Kind &kind, const Value &object, std::string_view why)
{
    return std::unexpected(Status::forbidden(kind.gvr(), nameOf(object), why));
}

} // namespace

std::vector<ObjectPtr> Admission::limitRanges(const Value &object) const
{
    const Kind &ranges = *m_machinery.registry.find(kLimitRanges);
    if (m_machinery.store.count(ranges.bucket) == 0)
        return {};
    return m_machinery.store.list(ranges.bucket, object["metadata"]["namespace"].asString());
}

/// Of several (they cannot be, but by an old mistake) the least.
ObjectPtr Admission::defaultClass() const
{
    ObjectPtr found;
    for (const ObjectPtr &one : m_machinery.store.list(m_machinery.registry.find(kPriorityClasses)->bucket)) {
        if (one->root()["globalDefault"].asBool() &&
            (!found || one->root()["value"].asInt() < found->root()["value"].asInt()))
            found = one;
    }
    return found;
}

kube::Result<void> Admission::setPriority(const Kind &pods, Value &pod)
{
    const std::string name(pod["spec"]["priorityClassName"].asString());
    const ObjectPtr found =
        name.empty() ? defaultClass()
                     : m_machinery.store.get(m_machinery.registry.find(kPriorityClasses)->bucket, name);
    if (!name.empty() && !found)
        return forbidden(pods, pod, std::format("no PriorityClass with name {} was found", name));
    const std::int64_t priority = found ? found->root()["value"].asInt() : 0;
    const std::string_view policy =
        found ? found->root()["preemptionPolicy"].asString("PreemptLowerPriority") : "PreemptLowerPriority";
    const Value &spec = pod["spec"];
    if (const Value &its = spec["priority"]; !its.isNull() && its.asInt() != priority)
        return forbidden(pods, pod,
                         std::format("the integer value of priority ({}) must not be provided in pod spec; "
                                     "priority admission controller computed {} from the given "
                                     "PriorityClass name",
                                     its.asInt(), priority));
    if (const Value &its = spec["preemptionPolicy"]; !its.isEmpty() && its.asString() != policy)
        return forbidden(pods, pod,
                         std::format("the string value of PreemptionPolicy ({}) must not be provided in pod "
                                     "spec; priority admission controller computed {} from the given "
                                     "PriorityClass name",
                                     its.asString(), policy));
    // Without a class it is what the kind itself sets: then the Pods of a template go on sharing their spec.
    if (!found)
        return {};
    m_machinery.specs.apply(pod, std::format("class/{}/{}", found->uid(), found->resourceVersion()),
                            [&](Value &object) {
                                Value &edited = object.edit("spec");
                                edited.set("priorityClassName", found->name());
                                edited.set("priority", priority);
                                edited.set("preemptionPolicy", policy);
                            });
    return {};
}

void Admission::mountToken(Value &pod, const Value &account)
{
    if (!wantsAccountToken(pod["spec"], account))
        return;
    const std::string volume = tokenVolumeName(pod);
    m_machinery.specs.apply(pod, "token/" + volume,
                            [&](Value &object) { mountAccountToken(object.edit("spec"), volume); });
}

kube::Result<void> Admission::useAccount(const Kind &pods, Value &pod)
{
    const std::string_view name = pod["spec"]["serviceAccountName"].asString("default");
    const std::string_view ns = pod["metadata"]["namespace"].asString();
    const auto account = m_machinery.store.get(m_machinery.registry.find(kServiceAccounts)->bucket,
                                               kube::objectKey(ns, name.empty() ? "default" : name));
    if (!account && !name.empty() && name != "default")
        return forbidden(
            pods, pod,
            std::format("error looking up service account {}/{}: serviceaccount \"{}\" not found", ns, name,
                        name));
    mountToken(pod, account ? account->root() : Value());
    if (!account)
        return {};
    const Value &secrets = account->root()["imagePullSecrets"];
    if (pod["spec"]["imagePullSecrets"].isEmpty() && !secrets.isEmpty())
        pod.edit("spec").set("imagePullSecrets", secrets);
    return {};
}

kube::Result<void> Admission::mutate(const Kind &kind, Value &object)
{
    if (kind.gvr() != kPods)
        return {};
    for (const ObjectPtr &range : limitRanges(object))
        applyLimitDefaults(*range, object);
    if (auto account = useAccount(kind, object); !account)
        return account;
    return setPriority(kind, object);
}

kube::Result<void> Admission::validateDefaultClass(const Kind &kind, const Value &object)
{
    if (kind.gvr() != kPriorityClasses || !object["globalDefault"].asBool())
        return {};
    const ObjectPtr present = defaultClass();
    if (!present || present->uid() == object["metadata"]["uid"].asString())
        return {};
    return forbidden(kind, object,
                     std::format("PriorityClass {} is already marked as default. Only one default can exist",
                                 present->name()));
}

kube::Result<std::vector<QuotaCharge>> Admission::validate(const Kind &kind, const Value &object)
{
    if (kind.gvr() == kPods) {
        for (const ObjectPtr &range : limitRanges(object)) {
            if (const auto why = limitComplaint(*range, object))
                return forbidden(kind, object, *why);
        }
    }
    if (auto allowed = validateDefaultClass(kind, object); !allowed)
        return std::unexpected(std::move(allowed.error()));
    auto charges = askQuotas(m_machinery, kind, object);
    if (!charges)
        return forbidden(kind, object, charges.error());
    return *std::move(charges);
}

} // namespace minato::apiserver
