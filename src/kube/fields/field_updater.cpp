// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/fields/field_updater.h"

#include "kube/fields/typed_merge.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <tuple>

namespace minato::kube {
namespace {

using Entries = std::vector<ManagedEntry>;
using ManagerPtr = std::shared_ptr<const FieldManager>;

constexpr std::size_t kMostUpdaters = 10;

Entries::iterator find(Entries &entries, const FieldManager &manager)
{
    return std::ranges::find_if(
        entries, [&manager](const ManagedEntry &entry) { return entry.manager->isSameAs(manager); });
}

ManagerPtr updater(std::string name, const FieldManager &like)
{
    return std::make_shared<FieldManager>(FieldManager{
        .name = std::move(name), .apiVersion = like.apiVersion, .subresource = like.subresource});
}

bool isUpdater(const ManagedEntry &entry)
{
    return entry.manager->operation == FieldManager::Operation::Update;
}

/// Throws the oldest updaters of a version together when there are too many.
void capUpdaters(Entries &entries)
{
    auto count = static_cast<std::size_t>(std::ranges::count_if(entries, isUpdater));
    if (count <= kMostUpdaters)
        return;
    std::vector<ManagedEntry> oldest;
    std::ranges::copy_if(ManagedFields(entries).entries(), std::back_inserter(oldest), isUpdater);
    std::map<std::string, ManagerPtr> firstOfVersion;
    for (std::size_t i = 0; i < oldest.size() && count > kMostUpdaters; ++i) {
        const ManagedEntry &entry = oldest[i];
        const auto bucket = std::make_shared<FieldManager>(
            FieldManager{.name = "ancient-changes", .apiVersion = entry.manager->apiVersion});
        const auto [first, isFirst] = firstOfVersion.emplace(entry.manager->apiVersion, entry.manager);
        if (isFirst)
            continue;
        if (find(entries, *bucket) == entries.end())
            find(entries, *first->second)->manager = bucket;
        const auto kept = find(entries, *bucket);
        kept->fields = field_set::unite(entry.fields, kept->fields);
        kept->time = entry.time;
        entries.erase(find(entries, *entry.manager));
        --count;
    }
}

} // namespace

/// What a write changed, as each version of the kind sees it.
class FieldUpdater::Comparisons {
public:
    Comparisons(const Value &live, const Value &now, const Write &write)
        : m_live(live), m_now(now), m_write(write)
    {
    }

    void set(const std::string &version, FieldComparison changed)
    {
        changed.taken = field_set::subtractTrees(changed.taken, m_write.resetFields);
        changed.removed = field_set::subtractTrees(changed.removed, m_write.resetFields);
        m_known.emplace_back(version, std::move(changed));
    }
    /// Null: there is no such version.
    [[nodiscard]] const FieldComparison *in(const std::string &version)
    {
        const auto it = std::ranges::find(m_known, version, &Known::first);
        if (it != m_known.end())
            return &it->second;
        const Value live = m_write.convert(version, m_live);
        if (live.isNull())
            return nullptr;
        set(version, compareFields(m_write.placeIn(version), live, m_write.convert(version, m_now)));
        return &m_known.back().second;
    }

    /// Everybody but `applier` loses the fields that were changed. Gives what they would lose by an apply
    /// that is not forced; then nothing counts.
    [[nodiscard]] FieldConflicts takeFromOthers(Entries &entries, const FieldManager *applier, bool isForced)
    {
        FieldConflicts conflicts;
        for (ManagedEntry &entry : entries) {
            if (applier && entry.manager->isSameAs(*applier))
                continue;
            const FieldComparison *changed = in(entry.manager->apiVersion);
            if (!changed) {
                entry.fields = {};
                continue;
            }
            if (applier && !isForced) {
                for (auto &path : field_set::paths(field_set::intersect(entry.fields, changed->taken)))
                    conflicts.push_back({entry.manager, std::move(path)});
            }
            entry.fields =
                field_set::subtract(field_set::subtract(entry.fields, changed->taken), changed->removed);
        }
        std::erase_if(entries, [](const ManagedEntry &entry) { return entry.fields.isNull(); });
        return conflicts;
    }

private:
    using Known = std::pair<std::string, FieldComparison>;

    const Value &m_live, &m_now;
    const Write &m_write;
    std::vector<Known> m_known;
};

Value FieldUpdater::systemFields()
{
    static const Value kFields = [] {
        Value metadata = Value::map({{".", field_set::leaf()}});
        for (const char *key : {"f:name", "f:namespace", "f:creationTimestamp", "f:selfLink", "f:uid",
                                "f:clusterName", "f:generation", "f:managedFields", "f:resourceVersion"})
            metadata.set(key, field_set::leaf());
        return Value::map({{"f:apiVersion", field_set::leaf()},
                           {"f:kind", field_set::leaf()},
                           {"f:metadata", std::move(metadata)}});
    }();
    return kFields;
}

ManagedFields FieldUpdater::update(const ManagedFields &managed, const Value &live, const Value &now,
                                   const Write &write) const
{
    return update(managed, compareFields(m_place, live, now), live, now, write);
}

ManagedFields FieldUpdater::update(const ManagedFields &managed, const FieldComparison &changed,
                                   const Value &live, const Value &now, const Write &write) const
{
    Entries entries = managed.distinct();
    const std::string &version = write.manager->apiVersion;
    Comparisons comparisons(live, now, write);
    comparisons.set(version, changed);
    (void)comparisons.takeFromOthers(entries, nullptr, true);
    Value own = comparisons.in(version)->taken;
    if (own.contains("f:metadata") || own.contains("f:kind") || own.contains("f:apiVersion"))
        own = field_set::subtract(own, systemFields());
    if (!own.isNull()) {
        const auto previous = find(entries, *write.manager);
        if (previous == entries.end())
            entries.push_back({write.manager, write.now, own});
        else
            *previous = {write.manager, write.now, field_set::unite(own, previous->fields)};
    }
    capUpdaters(entries);
    return ManagedFields(std::move(entries));
}

std::expected<FieldUpdater::Applied, FieldConflicts>
FieldUpdater::apply(const ManagedFields &managed, const Value &live, const Value &config, const Write &write,
                    bool isForced) const
{
    Entries entries = managed.distinct();
    if (entries.empty()) {
        Write before = write;
        before.manager = updater("before-first-apply", *write.manager);
        entries = update({}, write.nothing, live, before).entries();
    }
    Value object = mergeTyped(m_place, live, config);
    const auto previous = find(entries, *write.manager);
    const ManagedEntry last = previous == entries.end() ? ManagedEntry() : *previous;
    if (previous != entries.end())
        entries.erase(previous);
    const Value applied = field_set::subtractTrees(fieldSetOf(m_place, config), write.resetFields);
    entries.push_back({write.manager, last.time, applied});
    if (!last.fields.isNull())
        object = pruned(object, entries, last.fields);
    Comparisons comparisons(live, object, write);
    comparisons.set(write.manager->apiVersion, compareFields(m_place, live, object));
    auto conflicts = comparisons.takeFromOthers(entries, write.manager.get(), isForced);
    if (!conflicts.empty())
        return std::unexpected(std::move(conflicts));
    if (const auto own = find(entries, *write.manager); own != entries.end()) {
        own->fields = field_set::subtract(own->fields, systemFields());
        if (object != live)
            own->time = write.now;
        if (own->fields.isNull())
            entries.erase(own);
    }
    return Applied{std::move(object), ManagedFields(std::move(entries))};
}

/// Without what the manager had applied last and nobody has now. An item of a list that others still own a
/// part of stays, and so do the fields that stand below one that stays.
Value FieldUpdater::pruned(const Value &merged, const Entries &entries, const Value &last) const
{
    const auto named = [this](const Value &set) { return withNamedFields(m_place, set); };
    const auto fieldsOf = [&](const Value &object) { return named(fieldSetOf(m_place, object)); };
    Value managed;
    for (const ManagedEntry &entry : entries)
        managed = field_set::unite(managed, entry.fields);
    const Value lastNamed = named(last);
    const Value mergedFields = fieldsOf(merged);
    const Value without = removeFields(m_place, merged, lastNamed);
    const Value kept = field_set::unite(fieldsOf(without), named(managed));
    const Value withOwned = removeFields(m_place, merged, field_set::subtract(mergedFields, kept));
    const Value gone = field_set::subtract(mergedFields, fieldsOf(withOwned));
    return removeFields(m_place, merged, field_set::intersect(gone, lastNamed));
}

} // namespace minato::kube
