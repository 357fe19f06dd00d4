// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apiserver/registry.h"
#include "kube/fields/field_updater.h"
#include "kube/object.h"
#include "kube/schema/schema.h"
#include "kube/status.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace minato::apiserver {

/// Who writes, and through which endpoint.
struct FieldWriter {
    std::string_view name;        ///< "kubectl-create"; empty: "unknown"
    std::string_view subresource; ///< "status", "scale", or empty
};

/// Keeps the managed fields of objects while they are written.
///
/// Mirrors   apimachinery/pkg/util/managedfields (internal/fieldmanager.go, lastapplied*.go) and the reset
/// fields of
///           pkg/registry's strategies
/// Cost      What a write leaves as it was is not looked at; the replicas of one template share one set.
/// Threads   One.
class FieldTracker {
public:
    FieldTracker(const Registry &registry, const kube::Schema &schema)
        : m_registry(registry), m_schema(schema)
    {
    }

    /// The managed fields after a create (`live` is null) or an update to `object`, as it is stored. Those
    /// that `object` itself has say what they were before, and are taken out of it.
    [[nodiscard]] kube::ManagedFieldsPtr track(const Kind &kind, const kube::Object *live,
                                               kube::Value &object, FieldWriter writer, base::Instant now);

    struct Applied {
        kube::Value object; ///< in the version of the request
        kube::ManagedFieldsPtr managed;
    };
    /// What server-side apply of `config` makes of `live`, or of nothing.
    /// Errors    409 with a cause for each conflict; 400 and 500 in upstream's words for a configuration that
    /// does
    ///           not fit
    [[nodiscard]] kube::Result<Applied> apply(const Kind &kind, const kube::Object *live,
                                              const kube::Value &config, FieldWriter writer, bool isForced,
                                              base::Instant now);

private:
    using ManagerPtr = std::shared_ptr<const kube::FieldManager>;
    using Operation = kube::FieldManager::Operation;
    using Update = kube::FieldUpdater::Write;

    [[nodiscard]] ManagerPtr manager(const Kind &kind, FieldWriter writer, Operation operation);
    /// What does not change about a kind.
    struct Known {
        kube::Value nothing; ///< an object in which nothing is said
        kube::Value resetFields,
            statusReset; ///< what the endpoints of the whole and of the status leave alone
        /// What was created last: kinds such as Event come in a few shapes, by turns.
        struct Created {
            kube::Value object;
            kube::ManagedFieldsPtr managed;
        };
        std::vector<Created> created;
        std::size_t nextCreated = 0;
        kube::ManagedFields lastUpdated;
    };
    [[nodiscard]] Known &known(const Kind &kind);
    [[nodiscard]] Update write(const Kind &kind, FieldWriter writer, Operation operation, base::Instant now);
    [[nodiscard]] const Kind *version(const Kind &kind, std::string_view apiVersion) const;
    [[nodiscard]] kube::FieldComparison created(const Kind &kind, const kube::Value &object);
    [[nodiscard]] kube::ManagedFieldsPtr likeTheLast(const Kind &kind, const kube::Value &object,
                                                     const Update &update);
    void remember(const Kind &kind, kube::Value object, kube::ManagedFieldsPtr made);
    [[nodiscard]] kube::ManagedFieldsPtr updated(const Kind &kind, kube::ManagedFields made);
    [[nodiscard]] kube::Result<Applied> applyTo(const kube::FieldUpdater &updater,
                                                const kube::ManagedFields &managed, const kube::Value &live,
                                                const kube::Value &config, const Update &write,
                                                bool isForced);

    const Registry &m_registry;
    const kube::Schema &m_schema;
    std::vector<ManagerPtr> m_managers;
    std::map<std::string, Known, std::less<>> m_known; ///< by structure
    /// What a create of one of the specs seen last takes, by the identity of the spec.
    struct KnownSpec {
        std::string structure;
        kube::Value spec, taken;
    };
    std::vector<KnownSpec> m_specs;
    std::size_t m_nextSpec = 0;
};

} // namespace minato::apiserver
