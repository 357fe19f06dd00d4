// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/garbage_collector/garbage_collector.h"

#include "client/requests.h"

#include <algorithm>
#include <format>

namespace minato::components {
namespace {

constexpr int kWorkers = 20;
constexpr std::size_t kRememberedAbsent = 500;
constexpr std::string_view kForeground = "foregroundDeletion";
constexpr std::string_view kOrphan = "orphan";

bool hasFinalizer(const kube::Object &object, std::string_view finalizer)
{
    return std::ranges::any_of(object.metadata()["finalizers"].items(),
                               [finalizer](const kube::Value &each) { return each.asString() == finalizer; });
}

bool isWaitingForDependents(const kube::Object &object)
{
    return object.isTerminating() && hasFinalizer(object, kForeground);
}

/// A JSON merge patch that replaces a list of the metadata, for this very version of the object only.
kube::Value metadataPatch(const kube::Object &object, std::string_view list, kube::Value items)
{
    return kube::Value::map({{"metadata", kube::Value::map({{"uid", object.uid()},
                                                            {"resourceVersion", object.resourceVersion()},
                                                            {list, std::move(items)}})}});
}

kube::Value without(const kube::Value &list, const std::function<bool(const kube::Value &)> &isDropped)
{
    kube::Value rest = kube::Value::emptyArray();
    for (const kube::Value &item : list.items()) {
        if (!isDropped(item))
            rest.push(item);
    }
    return rest;
}

} // namespace

GarbageCollector::GarbageCollector(Context context, std::vector<kube::GroupVersionResource> resources)
    : m_context(std::move(context)),
      m_queue(m_context.timers, kWorkers, [this](std::string uid) { return sync(std::move(uid)); }),
      m_events(m_context.forEvents(), m_context.timers, {"garbage-collector-controller", {}})
{
    for (kube::GroupVersionResource &resource : resources) {
        auto &informer = m_context.hub.informer(resource);
        m_followed.push_back({std::move(resource), &informer});
    }
    for (std::size_t kind = 0; kind < m_followed.size(); ++kind)
        m_followed[kind].informer->addHandler(
            [this, kind](const auto &before, const auto &now) { onObject(kind, before, now); });
    m_context.hub.whenSynced([this] { m_queue.start(); });
}

void GarbageCollector::link(const kube::Object &object, bool isLinked)
{
    for (const kube::Value &reference : object.metadata()["ownerReferences"].items()) {
        const auto owner = reference["uid"].asString();
        if (isLinked) {
            m_dependents[std::string(owner)].emplace(object.uid());
        } else if (const auto it = m_dependents.find(owner); it != m_dependents.end()) {
            it->second.erase(std::string(object.uid()));
            if (it->second.empty())
                m_dependents.erase(it);
        }
    }
}

void GarbageCollector::enqueueDependents(std::string_view ownerUid)
{
    if (const auto it = m_dependents.find(ownerUid); it != m_dependents.end()) {
        for (const std::string &dependent : it->second)
            m_queue.add(dependent);
    }
}

/// An owner that waits for its dependents may now be free.
void GarbageCollector::enqueueWaitingOwners(const kube::Object &dependent)
{
    for (const kube::Value &reference : dependent.metadata()["ownerReferences"].items()) {
        const auto owner = find(reference["uid"].asString());
        if (owner && isWaitingForDependents(*owner))
            m_queue.add(owner->uid());
    }
}

void GarbageCollector::onObject(std::size_t kind, const kube::ObjectPtr &before, const kube::ObjectPtr &now)
{
    const kube::Object &object = now ? *now : *before;
    const bool isRelinked =
        !before || !now || before->metadata()["ownerReferences"] != now->metadata()["ownerReferences"];
    if (isRelinked && before)
        link(*before, false);
    if (!now) {
        m_objects.erase(std::string(object.uid()));
        noteAbsent(object.uid());
        enqueueDependents(object.uid());
        enqueueWaitingOwners(object);
        return;
    }
    if (!before)
        m_objects[std::string(object.uid())] = {kind, kube::objectKey(object)};
    if (isRelinked)
        link(*now, true);
    if (isRelinked && before)
        enqueueWaitingOwners(*before);
    const bool mayHaveLostOwners = isRelinked && !object.metadata()["ownerReferences"].isEmpty();
    const bool isEnding = object.isTerminating() && !object.metadata()["finalizers"].isEmpty();
    if (mayHaveLostOwners || isEnding)
        m_queue.add(object.uid());
}

GarbageCollector::Item GarbageCollector::find(std::string_view uid) const
{
    const auto it = m_objects.find(uid);
    if (it == m_objects.end())
        return {};
    const Followed &followed = m_followed[it->second.kind];
    return {followed.informer->cache().find(it->second.key), &followed.resource};
}

const GarbageCollector::Followed *GarbageCollector::follows(const kube::Value &ownerReference) const
{
    std::string plural(ownerReference["kind"].asString());
    std::ranges::transform(plural, plural.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    plural += plural.ends_with('s') ? "" : "s";
    const auto it = std::ranges::find_if(m_followed, [&](const Followed &each) {
        return each.resource.resource == plural &&
               each.resource.groupVersion() == ownerReference["apiVersion"].asString();
    });
    return it == m_followed.end() ? nullptr : &*it;
}

void GarbageCollector::noteAbsent(std::string_view uid)
{
    if (!m_absent.emplace(uid).second)
        return;
    m_absentOrder.emplace_back(uid);
    if (m_absentOrder.size() > kRememberedAbsent) {
        m_absent.erase(m_absentOrder.front());
        m_absentOrder.pop_front();
    }
}

/// The cache may be behind: an owner that it lacks is asked for, unless its end has been seen.
client::Task<GarbageCollector::Owner> GarbageCollector::lookUp(kube::ObjectPtr object, kube::Value reference)
{
    const std::string uid(reference["uid"].asString());
    const auto judge = [&](const kube::Object &owner) {
        if (owner.uid() != uid || (!owner.ns().empty() && owner.ns() != object->ns()))
            return Owner::Absent;
        return isWaitingForDependents(owner) ? Owner::Awaiting : Owner::Solid;
    };
    if (const auto owner = find(uid))
        co_return judge(*owner);
    const Followed *followed = follows(reference);
    if (!followed)
        co_return Owner::Solid;
    if (m_absent.contains(uid))
        co_return Owner::Absent;
    const auto answer =
        co_await client::send(m_context.transport, client::getRequest(followed->resource, object->ns(),
                                                                      reference["name"].asString()));
    if (!answer && answer.error().code != 404)
        co_return Owner::Solid;
    const Owner verdict = answer ? judge(*answer->object()) : Owner::Absent;
    if (verdict == Owner::Absent)
        noteAbsent(uid);
    co_return verdict;
}

client::Task<bool> GarbageCollector::send(api::Request request)
{
    const auto answer = co_await client::send(m_context.transport, std::move(request));
    co_return answer || answer.error().code == 404;
}

client::Task<bool> GarbageCollector::sync(std::string uid)
{
    const auto object = find(uid);
    if (!object)
        co_return true;
    if (object->isTerminating() && hasFinalizer(*object, kOrphan))
        co_return co_await orphanDependents(object);
    if (isWaitingForDependents(*object))
        co_return co_await finishForeground(object);
    if (object->isTerminating())
        co_return true;
    co_return co_await collect(object);
}

client::Task<bool> GarbageCollector::removeFinalizer(Item object, std::string_view finalizer)
{
    auto rest = without(object->metadata()["finalizers"],
                        [finalizer](const kube::Value &each) { return each.asString() == finalizer; });
    return send(client::patchRequest(*object.resource, *object, kube::PatchType::Merge,
                                     metadataPatch(*object, "finalizers", std::move(rest))));
}

/// Dependents go first; those that block hold the owner back.
client::Task<bool> GarbageCollector::finishForeground(Item owner)
{
    const auto dependents = m_dependents.find(owner->uid());
    bool isBlocked = false;
    if (dependents != m_dependents.end()) {
        for (const std::string &uid : dependents->second) {
            const auto dependent = find(uid);
            if (!dependent)
                continue;
            isBlocked = isBlocked || std::ranges::any_of(dependent->metadata()["ownerReferences"].items(),
                                                         [&](const kube::Value &r) {
                                                             return r["uid"].asString() == owner->uid() &&
                                                                    r["blockOwnerDeletion"].asBool();
                                                         });
            m_queue.add(uid);
        }
    }
    if (isBlocked)
        co_return true;
    co_return co_await removeFinalizer(owner, kForeground);
}

client::Task<bool> GarbageCollector::orphanDependents(Item owner)
{
    std::vector<Item> dependents;
    if (const auto it = m_dependents.find(owner->uid()); it != m_dependents.end()) {
        for (const std::string &uid : it->second) {
            if (const auto dependent = find(uid))
                dependents.push_back(dependent);
        }
    }
    for (const Item &dependent : dependents) {
        auto rest = without(dependent->metadata()["ownerReferences"],
                            [&](const kube::Value &r) { return r["uid"].asString() == owner->uid(); });
        if (!co_await send(
                client::patchRequest(*dependent.resource, *dependent, kube::PatchType::Merge,
                                     metadataPatch(*dependent, "ownerReferences", std::move(rest)))))
            co_return false;
    }
    co_return co_await removeFinalizer(owner, kOrphan);
}

/// Deletes an object all of whose owners are gone or wait for it; drops the references to such when others
/// remain.
client::Task<bool> GarbageCollector::collect(Item object)
{
    const kube::Value references = object->metadata()["ownerReferences"];
    kube::Value rest = kube::Value::emptyArray();
    bool isAwaited = false;
    for (const kube::Value &reference : references.items()) {
        const Owner owner = co_await lookUp(object.object, reference);
        isAwaited = isAwaited || owner == Owner::Awaiting;
        if (owner == Owner::Solid)
            rest.push(reference);
    }
    if (rest.size() == references.size() || !find(object->uid()))
        co_return true;
    noteForeignOwners(*object);
    if (rest.size() > 0)
        co_return co_await send(
            client::patchRequest(*object.resource, *object, kube::PatchType::Merge,
                                 metadataPatch(*object, "ownerReferences", std::move(rest))));
    // An awaited object with dependents of its own passes the wait on to them.
    const bool passesOn = isAwaited && m_dependents.contains(object->uid());
    if (passesOn && isInCircle(*object) && !co_await unblock(object))
        co_return false;
    const std::string_view policy = passesOn || hasFinalizer(*object, kForeground) ? "Foreground"
                                    : hasFinalizer(*object, kOrphan)               ? "Orphan"
                                                                                   : "Background";
    auto request = client::deleteRequest(*object.resource, *object, {.propagationPolicy = policy});
    // Not if somebody has adopted it meanwhile.
    if (!passesOn || !isInCircle(*object))
        request.body.edit("preconditions").set("resourceVersion", object->resourceVersion());
    co_return co_await send(std::move(request));
}

/// Whether a dependent waits for its own dependents already: waiting for it might never end.
bool GarbageCollector::isInCircle(const kube::Object &object) const
{
    const auto dependents = m_dependents.find(object.uid());
    return dependents != m_dependents.end() &&
           std::ranges::any_of(dependents->second, [this](const std::string &uid) {
               const auto dependent = find(uid);
               return dependent && isWaitingForDependents(*dependent);
           });
}

client::Task<bool> GarbageCollector::unblock(Item object)
{
    kube::Value references = object->metadata()["ownerReferences"];
    for (kube::Value &reference : references.editItems())
        reference.set("blockOwnerDeletion", false);
    return send(client::patchRequest(*object.resource, *object, kube::PatchType::Merge,
                                     metadataPatch(*object, "ownerReferences", std::move(references))));
}

/// Says so when an owner is there, but in another namespace: such an owner counts as absent.
void GarbageCollector::noteForeignOwners(const kube::Object &object)
{
    for (const kube::Value &reference : object.metadata()["ownerReferences"].items()) {
        const auto owner = find(reference["uid"].asString());
        if (!owner || owner->ns().empty() || owner->ns() == object.ns())
            continue;
        m_events.warning(object, "OwnerRefInvalidNamespace",
                         std::format("ownerRef [{}/{}, namespace: {}, name: {}, uid: {}] does not exist in "
                                     "namespace \"{}\"",
                                     reference["apiVersion"].asString(), reference["kind"].asString(),
                                     object.ns(), reference["name"].asString(), reference["uid"].asString(),
                                     object.ns()));
    }
}

} // namespace minato::components
