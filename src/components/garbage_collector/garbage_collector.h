// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/event_recorder.h"
#include "client/work_queue.h"
#include "components/common/context.h"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace minato::components {

/// Deletes what has lost its owners, and sees foreground and orphan deletions through.
///
/// Mirrors   pkg/controller/garbagecollector: an owner in another namespace counts as absent; a circle of objects that
///           wait for each other is broken; nothing is deleted that has changed since it was looked at
/// Differs   Follows the kinds it is told, not all of discovery; an owner of a kind it does not follow counts
/// as there.
class GarbageCollector {
public:
    GarbageCollector(Context context, std::vector<kube::GroupVersionResource> resources);

private:
    struct Followed {
        kube::GroupVersionResource resource;
        client::Informer *informer;
    };
    struct Location {
        std::size_t kind; ///< index of m_followed
        std::string key;
    };
    /// An object and what kind it is of, also when it has gone from the cache meanwhile.
    struct Item {
        kube::ObjectPtr object;
        const kube::GroupVersionResource *resource = nullptr;

        explicit operator bool() const { return object != nullptr; }
        const kube::Object &operator*() const { return *object; }
        const kube::Object *operator->() const { return object.get(); }
    };
    using Dependents = std::set<std::string, std::less<>>; ///< UIDs

    void onObject(std::size_t kind, const kube::ObjectPtr &before, const kube::ObjectPtr &now);
    void link(const kube::Object &object, bool isLinked);
    void enqueueDependents(std::string_view ownerUid);
    void enqueueWaitingOwners(const kube::Object &dependent);
    [[nodiscard]] Item find(std::string_view uid) const;
    enum class Owner : std::uint8_t { Solid, Awaiting, Absent };
    [[nodiscard]] const Followed *follows(const kube::Value &ownerReference) const;
    client::Task<Owner> lookUp(kube::ObjectPtr object, kube::Value ownerReference);
    void noteAbsent(std::string_view uid);

    client::Task<bool> sync(std::string uid);
    client::Task<bool> finishForeground(Item owner);
    client::Task<bool> orphanDependents(Item owner);
    client::Task<bool> collect(Item object);
    client::Task<bool> unblock(Item object);
    [[nodiscard]] bool isInCircle(const kube::Object &object) const;
    void noteForeignOwners(const kube::Object &object);
    client::Task<bool> removeFinalizer(Item object, std::string_view finalizer);
    client::Task<bool> send(api::Request request);

    Context m_context;
    std::vector<Followed> m_followed;
    std::map<std::string, Location, std::less<>> m_objects;      ///< by UID: all that is there
    std::map<std::string, Dependents, std::less<>> m_dependents; ///< by UID of the owner, there or not
    std::set<std::string, std::less<>> m_absent;                 ///< UIDs known to be gone, the latest
    std::deque<std::string> m_absentOrder;
    client::WorkQueue m_queue;
    client::EventRecorder m_events;
};

} // namespace minato::components
