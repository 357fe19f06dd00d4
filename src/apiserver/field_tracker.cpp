// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiserver/field_tracker.h"

#include "kube/fields/typed_merge.h"
#include "kube/go_json.h"

#include <algorithm>
#include <format>
#include <set>

namespace minato::apiserver {
namespace {

using kube::FieldConflicts;
using kube::ManagedFields;
using kube::ManagedFieldsPtr;
using kube::Status;
using kube::Value;
namespace field_set = kube::field_set;

constexpr std::string_view kLastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/// Managed fields as the clients sent them; null: they said nothing about them.
ManagedFieldsPtr takeManagedFields(Value &object)
{
    if (!object["metadata"].contains("managedFields"))
        return nullptr;
    const Value array = object["metadata"]["managedFields"];
    object.edit("metadata").erase("managedFields");
    if (array.isNull())
        return nullptr;
    const bool isReset = array.size() == 0 || (array.size() == 1 && array[0].isEmpty());
    auto managed = isReset ? ManagedFields() : ManagedFields::fromValue(array);
    if (!managed || (managed->isEmpty() && !isReset))
        return nullptr;
    return std::make_shared<const ManagedFields>(*std::move(managed));
}

/// Mirrors   GetResetFields of the strategies for the status
Value statusReset(const Kind &kind)
{
    Value fields = field_set::ofPath({"f:spec"});
    for (const std::string_view key : kind.metadataKeptByStatus)
        fields = field_set::unite(fields, field_set::ofPath({"f:metadata", std::string("f:").append(key)}));
    return fields;
}

/// Mirrors   apimachinery's managedfields/internal/conflict.go
Status conflictStatus(FieldConflicts conflicts)
{
    std::ranges::stable_sort(
        conflicts, {}, [](const kube::FieldConflict &conflict) { return conflict.manager->toString(); });
    Status status;
    status.code = 409;
    status.reason = "Conflict";
    for (const auto &conflict : conflicts)
        status.causes.push_back({"FieldManagerConflict",
                                 std::format("conflict with {}", conflict.manager->toString()),
                                 conflict.path});
    if (conflicts.size() == 1) {
        status.message = std::format("Apply failed with 1 conflict: conflict with {}: {}",
                                     conflicts.front().manager->toString(), conflicts.front().path);
        return status;
    }
    status.message = std::format("Apply failed with {} conflicts: ", conflicts.size());
    std::string last;
    for (const char *separator = ""; const auto &conflict : conflicts) {
        const std::string manager = conflict.manager->toString();
        if (manager != last)
            status.message += std::format("{}conflicts with {}:", separator, manager);
        separator = "\n";
        last = manager;
        status.message += std::format("\n- {}", conflict.path);
    }
    return status;
}

std::string kindText(const Value &config)
{
    const std::string_view apiVersion = config["apiVersion"].asString();
    return std::format("{}{}, Kind={}", apiVersion.contains('/') ? "" : "/", apiVersion,
                       config["kind"].asString());
}

kube::Result<void> checkConfig(const kube::FieldPlace &place, const Kind &kind, const Value &config)
{
    if (config["apiVersion"].asString() != kind.apiVersion() || config["kind"].asString() != kind.kind)
        return std::unexpected(Status::badRequest("invalid object type: " + kindText(config)));
    const Value &metadata = config["metadata"];
    if (!metadata["managedFields"].isNull())
        return std::unexpected(Status::badRequest("metadata.managedFields must be nil"));
    const auto errors = kube::typeErrors(place, config);
    if (errors.empty())
        return {};
    std::string why = errors.size() == 1 ? errors.front() : "errors:";
    for (std::size_t i = 0; errors.size() > 1 && i < errors.size(); ++i)
        why += "\n  " + errors[i];
    Status status; // upstream's is no API error: 500, without a reason
    status.message =
        std::format("failed to create typed patch object ({}/{}; {}): {}", metadata["namespace"].asString(),
                    metadata["name"].asString(), kindText(config), why);
    return std::unexpected(std::move(status));
}

/// The conflicts that kubectl's client-side apply explains: fields that still are as it applied them last.
bool areAllowed(const kube::FieldPlace &place, const Value &live, const FieldConflicts &conflicts)
{
    const auto last = kube::parseJson(live.at("metadata", "annotations", kLastApplied).asString());
    if (!last || (*last)["apiVersion"] != live["apiVersion"] || !kube::typeErrors(place, *last).empty())
        return false;
    const auto changed = kube::compareFields(place, *last, live);
    const Value allowed = field_set::subtract(
        field_set::subtract(kube::fieldSetOf(place, *last), changed.taken), changed.removed);
    const auto paths = field_set::paths(allowed);
    const std::set<std::string> known(paths.begin(), paths.end());
    return std::ranges::all_of(conflicts,
                               [&known](const auto &conflict) { return known.contains(conflict.path); });
}

/// kubectl's annotation follows what it applies on the server.
void syncLastApplied(Value &object, Value config)
{
    if (object.at("metadata", "annotations", kLastApplied).isEmpty())
        return;
    if (config["metadata"].contains("annotations"))
        config.edit("metadata").edit("annotations").erase(kLastApplied);
    object.edit("metadata").edit("annotations").set(kLastApplied, kube::toEscapedJson(config) + "\n");
}

} // namespace

FieldTracker::ManagerPtr FieldTracker::manager(const Kind &kind, FieldWriter writer, Operation operation)
{
    constexpr std::size_t kMost = 64;
    const std::string_view name = writer.name.empty() ? "unknown" : writer.name;
    const auto isIt = [&](const ManagerPtr &known) {
        const std::string_view version = known->apiVersion;
        const bool isVersion = kind.group.empty()
                                   ? version == kind.version
                                   : version.size() == kind.group.size() + 1 + kind.version.size() &&
                                         version.starts_with(kind.group) && version.ends_with(kind.version);
        return known->operation == operation && known->name == name &&
               known->subresource == writer.subresource && isVersion;
    };
    if (const auto it = std::ranges::find_if(m_managers, isIt); it != m_managers.end())
        return *it;
    if (m_managers.size() == kMost)
        m_managers.clear();
    m_managers.push_back(std::make_shared<kube::FieldManager>(
        kube::FieldManager{.operation = operation,
                           .name = std::string(name),
                           .apiVersion = kind.apiVersion(),
                           .subresource = std::string(writer.subresource)}));
    return m_managers.back();
}

FieldTracker::Known &FieldTracker::known(const Kind &kind)
{
    const auto it = m_known.find(kind.structure);
    if (it != m_known.end())
        return it->second;
    Value nothing = m_schema.canonical(kind.structure, Value::emptyMap()).value;
    if (!nothing["metadata"].isMap())
        nothing.set("metadata", Value::emptyMap());
    const Value reset = kind.hasStatus ? field_set::ofPath({"f:status"}) : Value();
    return m_known.emplace(kind.structure, Known{std::move(nothing), reset, statusReset(kind), {}, 0, {}})
        .first->second;
}

const Kind *FieldTracker::version(const Kind &kind, std::string_view apiVersion) const
{
    const auto it = std::ranges::find_if(m_registry.kinds(), [&](const Kind &other) {
        return other.bucket == kind.bucket && other.kind == kind.kind && other.apiVersion() == apiVersion;
    });
    return it == m_registry.kinds().end() ? nullptr : &*it;
}

FieldTracker::Update FieldTracker::write(const Kind &kind, FieldWriter writer, Operation operation,
                                         base::Instant now)
{
    constexpr std::int64_t kSecond = 1'000'000'000;
    now.ns -= now.ns % kSecond;
    const Known &facts = known(kind);
    return {.manager = manager(kind, writer, operation),
            .now = now,
            .resetFields = writer.subresource.empty()       ? facts.resetFields
                           : writer.subresource == "status" ? facts.statusReset
                                                            : Value(),
            .nothing = facts.nothing,
            .convert =
                [this, &kind](std::string_view apiVersion, const Value &object) {
                    const Kind *other = version(kind, apiVersion);
                    if (!other)
                        return Value();
                    const Value stored = kind.toStored ? kind.toStored(object) : object;
                    return other->fromStored ? other->fromStored(stored) : stored;
                },
            .placeIn =
                [this, &kind](std::string_view apiVersion) {
                    const Kind *other = version(kind, apiVersion);
                    return kube::FieldPlace(m_schema.types(), other ? other->structure : kind.structure);
                }};
}

/// What a create takes. Pods of one template send one spec: it is looked at once.
kube::FieldComparison FieldTracker::created(const Kind &kind, const Value &object)
{
    constexpr std::size_t kRemembered = 16;
    const kube::FieldPlace place(m_schema.types(), kind.structure);
    const Value empty = known(kind).nothing;
    if (!kind.isAboutSpec)
        return compareFields(place, empty, object);
    const Value &spec = object["spec"];
    const auto isIt = [&](const KnownSpec &one) {
        return one.spec.isSameNode(spec) && one.structure == kind.structure;
    };
    auto seen = std::ranges::find_if(m_specs, isIt);
    if (seen == m_specs.end()) {
        Value only = empty;
        only.set("spec", spec);
        KnownSpec fresh{kind.structure, spec, compareFields(place, empty, only).taken};
        if (m_specs.size() < kRemembered)
            m_specs.emplace_back();
        seen = m_specs.begin() + static_cast<std::ptrdiff_t>(m_nextSpec++ % m_specs.size());
        *seen = std::move(fresh);
    }
    Value rest = object;
    rest.set("spec", empty["spec"]);
    auto changed = compareFields(place, empty, rest);
    changed.taken = field_set::unite(changed.taken, seen->taken);
    return changed;
}

/// Many objects are made alike, one after the other: they hold one copy.
ManagedFieldsPtr FieldTracker::likeTheLast(const Kind &kind, const Value &object, const Update &update)
{
    Known &facts = known(kind);
    const kube::FieldPlace place(m_schema.types(), kind.structure);
    const auto like = std::ranges::find_if(facts.created, [&](const Known::Created &one) {
        return one.managed->entries().front().manager == update.manager &&
               takeSameFields(place, facts.nothing, object, one.object);
    });
    if (like == facts.created.end())
        return nullptr;
    const kube::ManagedEntry &entry = like->managed->entries().front();
    if (entry.time != update.now)
        like->managed = std::make_shared<const ManagedFields>(
            std::vector<kube::ManagedEntry>{{entry.manager, update.now, entry.fields}});
    return like->managed;
}

void FieldTracker::remember(const Kind &kind, Value object, kube::ManagedFieldsPtr made)
{
    constexpr std::size_t kRemembered = 8;
    Known &facts = known(kind);
    if (facts.created.size() < kRemembered)
        facts.created.emplace_back();
    facts.created[facts.nextCreated++ % facts.created.size()] = {std::move(object), std::move(made)};
}

/// What is equal to the set that the manager had of the object before is held once.
ManagedFieldsPtr FieldTracker::updated(const Kind &kind, ManagedFields made)
{
    ManagedFields &last = known(kind).lastUpdated;
    std::vector<kube::ManagedEntry> entries = made.entries();
    for (kube::ManagedEntry &entry : entries) {
        const auto it = std::ranges::find(last.entries(), entry.manager, &kube::ManagedEntry::manager);
        if (it != last.entries().end())
            entry.fields = field_set::shared(std::move(entry.fields), it->fields);
    }
    last = ManagedFields(std::move(entries));
    return std::make_shared<const ManagedFields>(last);
}

ManagedFieldsPtr FieldTracker::track(const Kind &kind, const kube::Object *live, Value &object,
                                     FieldWriter writer, base::Instant now)
{
    ManagedFieldsPtr sent = writer.subresource.empty() ? takeManagedFields(object) : nullptr;
    if (!sent && live)
        sent = live->managedFields();
    const bool hasManaged = sent && !sent->isEmpty();
    // An update does not begin to keep them.
    if (live && !hasManaged)
        return nullptr;
    const Update update = write(kind, writer, Operation::Update, now);
    const kube::FieldUpdater updater(kube::FieldPlace(m_schema.types(), kind.structure));
    const Value after = kind.fromStored ? kind.fromStored(object) : object;
    if (!live) {
        if (auto same = hasManaged ? nullptr : likeTheLast(kind, after, update))
            return same;
        auto made = std::make_shared<const ManagedFields>(updater.update(
            hasManaged ? *sent : ManagedFields(), created(kind, after), update.nothing, after, update));
        if (made->entries().size() == 1 && !hasManaged)
            remember(kind, after, made);
        return made;
    }
    const Value before = kind.fromStored ? kind.fromStored(live->root()) : live->root();
    return updated(kind, updater.update(*sent, before, after, update));
}

kube::Result<FieldTracker::Applied> FieldTracker::applyTo(const kube::FieldUpdater &updater,
                                                          const ManagedFields &managed, const Value &live,
                                                          const Value &config, const Update &write,
                                                          bool isForced)
{
    const bool isKubectl = write.manager->name == "kubectl";
    const kube::FieldPlace place = write.placeIn(write.manager->apiVersion);
    auto applied = updater.apply(managed, live, config, write, isForced);
    if (!applied && isKubectl && areAllowed(place, live, applied.error()))
        applied = updater.apply(managed, live, config, write, true);
    if (!applied)
        return std::unexpected(conflictStatus(std::move(applied.error())));
    if (isKubectl)
        syncLastApplied(applied->object, config);
    return Applied{std::move(applied->object),
                   std::make_shared<const ManagedFields>(std::move(applied->managed))};
}

kube::Result<FieldTracker::Applied> FieldTracker::apply(const Kind &kind, const kube::Object *live,
                                                        const Value &config, FieldWriter writer,
                                                        bool isForced, base::Instant now)
{
    const kube::FieldPlace place(m_schema.types(), kind.structure);
    if (auto fits = checkConfig(place, kind, config); !fits)
        return std::unexpected(fits.error());
    const Update update = write(kind, writer, Operation::Apply, now);
    Value before = update.nothing;
    if (live)
        before = kind.fromStored ? kind.fromStored(live->root()) : live->root();
    const bool hasManaged = live && live->managedFields();
    return applyTo(kube::FieldUpdater(place), hasManaged ? *live->managedFields() : ManagedFields(), before,
                   config, update, isForced);
}

} // namespace minato::apiserver
