// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/fields/managed_fields.h"

#include "kube/fields/field_set.h"
#include "kube/go_quote.h"

#include <algorithm>
#include <tuple>

namespace minato::kube {
namespace {

std::int64_t secondsOf(const std::optional<base::Instant> &time)
{
    constexpr std::int64_t kSecond = 1'000'000'000;
    return time ? time->ns / kSecond : 0;
}

auto orderOf(const ManagedEntry &entry)
{
    const FieldManager &manager = *entry.manager;
    return std::make_tuple(manager.operation, secondsOf(entry.time), std::string_view(manager.name),
                           std::string_view(manager.apiVersion), std::string_view(manager.subresource));
}

Value toValue(const ManagedEntry &entry)
{
    const FieldManager &manager = *entry.manager;
    const bool isApply = manager.operation == FieldManager::Operation::Apply;
    Value value = Value::map({{"apiVersion", manager.apiVersion},
                              {"fieldsType", "FieldsV1"},
                              {"fieldsV1", entry.fields},
                              {"manager", manager.name},
                              {"operation", isApply ? "Apply" : "Update"}});
    if (!manager.subresource.empty())
        value.set("subresource", manager.subresource);
    if (entry.time)
        value.set("time", base::toRfc3339(*entry.time));
    return value;
}

std::optional<ManagedEntry> entryOf(const Value &value)
{
    const std::string_view operation = value["operation"].asString();
    const Value &fields = value["fieldsV1"];
    const bool isFine = (operation == "Apply" || operation == "Update") && !value["apiVersion"].isEmpty() &&
                        value["fieldsType"] == Value("FieldsV1") &&
                        (fields.isNull() || field_set::isValid(fields));
    if (!isFine)
        return std::nullopt;
    using Operation = FieldManager::Operation;
    auto manager = std::make_shared<FieldManager>(
        FieldManager{.operation = operation == "Apply" ? Operation::Apply : Operation::Update,
                     .name = std::string(value["manager"].asString()),
                     .apiVersion = std::string(value["apiVersion"].asString()),
                     .subresource = std::string(value["subresource"].asString())});
    return ManagedEntry{std::move(manager), base::parseRfc3339(value["time"].asString()), fields};
}

/// Of one manager the last one counts.
void add(std::vector<ManagedEntry> &entries, ManagedEntry entry)
{
    std::erase_if(entries,
                  [&entry](const ManagedEntry &other) { return other.manager->isSameAs(*entry.manager); });
    entries.push_back(std::move(entry));
}

} // namespace

bool FieldManager::isSameAs(const FieldManager &other) const
{
    return operation == other.operation && name == other.name && subresource == other.subresource &&
           (operation == Operation::Apply || apiVersion == other.apiVersion);
}

std::string FieldManager::toString() const
{
    std::string text = goQuote(name);
    if (!subresource.empty())
        text += " with subresource " + goQuote(subresource);
    if (operation == Operation::Update)
        text += " using " + apiVersion;
    return text;
}

ManagedFields::ManagedFields(std::vector<ManagedEntry> entries) : m_entries(std::move(entries))
{
    if (!std::ranges::is_sorted(m_entries, {}, orderOf))
        std::ranges::sort(m_entries, {}, orderOf);
}

std::vector<ManagedEntry> ManagedFields::distinct() const
{
    std::vector<ManagedEntry> entries;
    for (const ManagedEntry &entry : m_entries)
        add(entries, entry);
    return entries;
}

Value ManagedFields::toValue() const
{
    Value::Array array;
    for (const ManagedEntry &entry : m_entries)
        array.push_back(minato::kube::toValue(entry));
    return Value(std::move(array));
}

std::optional<ManagedFields> ManagedFields::fromValue(const Value &array)
{
    std::vector<ManagedEntry> entries;
    for (const Value &item : array.items()) {
        auto entry = entryOf(item);
        if (!entry)
            return std::nullopt;
        add(entries, *std::move(entry));
    }
    return ManagedFields(std::move(entries));
}

bool ManagedFields::hasSameFields(const ManagedFields &other) const
{
    const auto isSame = [](const ManagedEntry &a, const ManagedEntry &b) {
        return *a.manager == *b.manager && a.fields == b.fields;
    };
    return m_entries.size() == other.m_entries.size() &&
           std::ranges::is_permutation(m_entries, other.m_entries, isSame);
}

} // namespace minato::kube
