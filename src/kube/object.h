// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/fields/managed_fields.h"
#include "kube/value.h"

#include <memory>
#include <string_view>
#include <vector>

namespace minato::kube {

/// "apps/v1" and "Deployment", as an object names its own type.
struct GroupVersionKind {
    std::string group, version, kind;

    [[nodiscard]] std::string apiVersion() const { return group.empty() ? version : group + "/" + version; }
    friend auto operator<=>(const GroupVersionKind &, const GroupVersionKind &) = default;
};

/// One Kubernetes API object, immutable: the whole tree as the server keeps it, with quick access to its
/// identity.
///
/// Mirrors   metav1.ObjectMeta and runtime.Unstructured. Unknown fields are kept.
/// Threads   Immutable, so a shared pointer may go to any thread.
class Object {
public:
    explicit Object(Value root, ManagedFieldsPtr managedFields = nullptr);

    [[nodiscard]] const Value &root() const noexcept { return m_root; }
    /// metadata.managedFields when a server keeps them beside the tree; may be null.
    [[nodiscard]] const ManagedFieldsPtr &managedFields() const noexcept { return m_managedFields; }
    /// The tree with the managed fields in it, as it is seen from outside.
    [[nodiscard]] Value whole() const;
    [[nodiscard]] const Value &operator[](std::string_view key) const noexcept { return m_root[key]; }
    template <class... Keys>
    [[nodiscard]] const Value &at(const Keys &...keys) const noexcept
    {
        return m_root.at(keys...);
    }

    [[nodiscard]] std::string_view apiVersion() const noexcept { return m_root["apiVersion"].asString(); }
    [[nodiscard]] std::string_view kind() const noexcept { return m_root["kind"].asString(); }
    [[nodiscard]] const Value &metadata() const noexcept { return *m_metadata; }
    [[nodiscard]] const Value &spec() const noexcept { return *m_spec; }
    [[nodiscard]] const Value &status() const noexcept { return *m_status; }
    [[nodiscard]] const Value &labels() const noexcept { return metadata()["labels"]; }
    [[nodiscard]] const Value &annotations() const noexcept { return metadata()["annotations"]; }
    [[nodiscard]] std::string_view name() const noexcept { return m_name; }
    [[nodiscard]] std::string_view ns() const noexcept { return m_namespace; }
    [[nodiscard]] std::string_view uid() const noexcept { return m_uid; }
    /// Opaque text above the API seam (contract C15).
    [[nodiscard]] std::string_view resourceVersion() const noexcept { return m_resourceVersion; }
    [[nodiscard]] std::int64_t generation() const noexcept { return metadata()["generation"].asInt(); }
    [[nodiscard]] bool isTerminating() const noexcept { return metadata().contains("deletionTimestamp"); }

    /// The ownerReference with `controller: true`; null when there is none.
    [[nodiscard]] const Value &controllerRef() const noexcept;

private:
    Value m_root;
    ManagedFieldsPtr m_managedFields;
    const Value *m_metadata, *m_spec, *m_status;                    ///< into m_root
    std::string_view m_name, m_namespace, m_uid, m_resourceVersion; ///< into m_root
};

using ObjectPtr = std::shared_ptr<const Object>;

[[nodiscard]] ObjectPtr makeObject(Value root, ManagedFieldsPtr managedFields = nullptr);

/// "default/web", or "node-1" for what has no namespace: the key of work queues and caches.
[[nodiscard]] std::string objectKey(std::string_view ns, std::string_view name);
[[nodiscard]] std::string objectKey(const Object &object);

struct ObjectList {
    std::string apiVersion, kind; ///< of the list: "v1", "PodList"
    std::string resourceVersion, continueToken;
    std::int64_t remainingItemCount = -1; ///< -1: not said
    std::vector<ObjectPtr> items;         ///< items keep their own apiVersion and kind
};

} // namespace minato::kube
