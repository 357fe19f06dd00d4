// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/fields/typed_merge.h"

#include <algorithm>
#include <map>
#include <set>

namespace minato::kube {
namespace {

/// The items of a list by their keys. Of several with one key none is merged.
struct KeyedList {
    std::vector<std::string> keys; ///< in order
    std::vector<const Value *> items;
    std::map<std::string_view, const Value *> byKey;

    KeyedList(const FieldPlace &place, const Value &list)
    {
        for (const Value &item : list.items()) {
            if (auto key = place.itemKey(item)) {
                keys.push_back(*std::move(key));
                items.push_back(&item);
            }
        }
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const auto [it, isNew] = byKey.emplace(keys[i], items[i]);
            if (!isNew)
                it->second = nullptr;
        }
    }
    [[nodiscard]] bool contains(const std::string &key) const { return byKey.contains(key); }
    [[nodiscard]] const Value *find(const std::string &key) const
    {
        const auto it = byKey.find(key);
        return it == byKey.end() ? nullptr : it->second;
    }
};

Value mergeAt(const FieldPlace &place, const Value *live, const Value *config);

/// One merge of two lists. Upstream's order: live items in their places, shared ones as the configuration
/// orders them, new ones behind what they follow in the configuration.
class ListMerge {
public:
    ListMerge(const FieldPlace &place, const Value &live, const Value &config)
        : m_item(place.inner()), m_live(place, live), m_config(place, config)
    {
        for (const std::string &key : m_config.keys) {
            if (m_live.contains(key))
                m_shared.push_back(&key);
        }
    }

    [[nodiscard]] Value run()
    {
        std::size_t left = 0, right = 0;
        while (left < m_live.keys.size() || right < m_config.keys.size())
            step(left, right);
        return Value(std::move(m_out));
    }

private:
    void step(std::size_t &left, std::size_t &right)
    {
        const bool hasLeft = left < m_live.keys.size();
        const bool hasRight = right < m_config.keys.size();
        if (hasLeft && hasRight && m_live.keys[left] == m_config.keys[right]) {
            takeConfig(right++);
            ++left;
            return;
        }
        if (hasLeft) {
            const std::string &key = m_live.keys[left];
            const bool isShared = m_config.contains(key);
            if (!isShared) {
                m_out.push_back(*m_live.items[left++]);
                return;
            }
            // A shared one whose turn has not come, or is over.
            const bool waits = hasRight && m_nextShared < m_shared.size() && *m_shared[m_nextShared] != key;
            if (waits) {
                ++left;
                return;
            }
            if (m_merged.contains(key))
                ++left;
        }
        if (hasRight)
            takeConfig(right++);
    }

    void takeConfig(std::size_t index)
    {
        const std::string &key = m_config.keys[index];
        m_merged.insert(key);
        m_out.push_back(mergeAt(m_item, m_live.find(key), m_config.items[index]));
        if (m_nextShared < m_shared.size() && *m_shared[m_nextShared] == key)
            ++m_nextShared;
    }

    FieldPlace m_item;
    KeyedList m_live, m_config;
    std::vector<const std::string *> m_shared; ///< keys that both have, in the configuration's order
    std::size_t m_nextShared = 0;
    std::set<std::string_view> m_merged;
    Value::Array m_out;
};

bool hasNothing(const Value &value)
{
    return value.isNull() || ((value.isMap() || value.isArray()) && value.isEmpty());
}

Value mergeAt(const FieldPlace &place, const Value *live, const Value *config)
{
    if (!live || !config)
        return config ? *config : *live;
    if (place.isLeaf() || (hasNothing(*live) && hasNothing(*config)))
        return *config;
    if (place.isList())
        return ListMerge(place, *live, *config).run();
    Value merged = live->isMap() ? *live : Value::emptyMap();
    for (const Member &member : config->members()) {
        const Value *before = merged.contains(member.key()) ? &merged[member.key()] : nullptr;
        Value after = mergeAt(place.member(member.key()), before, &member.value);
        merged.set(member.key(), std::move(after));
    }
    return merged;
}

Value listFieldSet(const FieldPlace &place, const Value &list)
{
    std::map<std::string, std::vector<const Value *>> byKey;
    for (const Value &item : list.items()) {
        if (auto key = place.itemKey(item))
            byKey[*std::move(key)].push_back(&item);
    }
    MapBuilder below;
    for (const auto &[key, items] : byKey) {
        const Value inside = items.size() == 1 ? fieldSetOf(place.inner(), *items.front()) : Value();
        below.add(Value::key(key), field_set::unite(inside, field_set::leaf()));
    }
    return field_set::node(false, std::move(below), byKey.size());
}

} // namespace

Value mergeTyped(const FieldPlace &place, const Value &live, const Value &config)
{
    return mergeAt(place, &live, &config);
}

Value fieldSetOf(const FieldPlace &place, const Value &value)
{
    if (place.isLeaf())
        return field_set::leaf();
    if (place.isList())
        return listFieldSet(place, value);
    MapBuilder below;
    std::size_t count = 0;
    for (const Member &member : value.members()) {
        const FieldPlace at = place.member(member.key());
        Value inside = fieldSetOf(at, member.value);
        const bool isNothing = member.value.isNull() || (member.value.isMap() && member.value.isEmpty());
        if (isNothing || !place.field(member.key()))
            inside = field_set::unite(inside, field_set::leaf());
        if (inside.isNull())
            continue;
        ++count;
        below.add(at.setKey(member.keyValue), std::move(inside));
    }
    return field_set::node(false, std::move(below), count);
}

Value removeFields(const FieldPlace &place, const Value &value, const Value &set)
{
    if (place.isLeaf())
        return value.isMap() || value.isArray() ? Value() : value;
    const auto below = [&set](std::string_view key) -> const Value & { return set[key]; };
    if (place.isList()) {
        Value::Array kept;
        for (const Value &item : value.items()) {
            const Value &inside = below(place.itemKey(item).value_or(std::string()));
            if (!field_set::isMember(inside))
                kept.push_back(inside.isNull() ? item : removeFields(place.inner(), item, inside));
        }
        return kept.empty() ? Value() : Value(std::move(kept));
    }
    MapBuilder kept;
    std::size_t count = 0;
    for (const Member &member : value.members()) {
        const FieldPlace at = place.member(member.key());
        const Value &inside = below(at.setKey(member.keyValue).asString());
        if (field_set::isMember(inside))
            continue;
        ++count;
        kept.add(member.keyValue, inside.isNull() ? member.value : removeFields(at, member.value, inside));
    }
    return count == 0 ? Value() : kept.build();
}

Value withNamedFields(const FieldPlace &place, const Value &set)
{
    if (place.isLeaf() || !set.isMap())
        return set;
    MapBuilder below;
    std::size_t count = 0;
    for (const Member &member : set.members()) {
        if (member.key() == ".")
            continue;
        const std::string_view key = member.key().substr(2);
        const bool isField = member.key().starts_with("f:");
        const FieldPlace inside = isField ? place.member(key) : place.inner();
        Value node = withNamedFields(inside, member.value);
        if (isField && place.field(key))
            node = field_set::unite(node, field_set::leaf());
        ++count;
        below.add(member.keyValue, std::move(node));
    }
    return field_set::node(field_set::isMember(set), std::move(below), count);
}

} // namespace minato::kube
