// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What `kubectl apply` sends: the way from three states to a strategic merge patch.
#include "kube/patch.h"

#include <algorithm>
#include <string>

namespace minato::kube {
namespace {

bool isSameKind(const Value &a, const Value &b)
{
    return a.type() == b.type();
}

const Value *findByKey(const Value &list, std::string_view key, const Value &wanted)
{
    const auto found =
        std::ranges::find_if(list.items(), [&](const Value &item) { return item[key] == wanted; });
    return found == list.items().end() ? nullptr : &*found;
}

bool hasKeyEverywhere(const Value &list, std::string_view key)
{
    return std::ranges::all_of(list.items(),
                               [&](const Value &item) { return item.isMap() && item.contains(key); });
}

bool contains(const Value &list, const Value &wanted)
{
    return std::ranges::any_of(list.items(), [&](const Value &item) { return item == wanted; });
}

class Differ {
public:
    /// `original` may lack what the others have.
    static Value maps(const Value &original, const Value &modified, const Value &current,
                      const MergeRules &rules, bool retainsKeys)
    {
        Value patch = Value::emptyMap();
        for (const Member &member : modified.members())
            addMember(patch, member, original[member.key()], current, rules);
        for (const Member &member : original.members())
            if (!modified.contains(member.key()))
                patch.set(member.key(), Value());
        if (retainsKeys && modified.size() > 0 && (patch.size() > 0 || hasMore(current, modified)))
            retain(patch, modified);
        return patch;
    }

private:
    static void addMember(Value &patch, const Member &member, const Value &original, const Value &current,
                          const MergeRules &rules)
    {
        const std::string_view key = member.key();
        const Value &live = current[key];
        const MergedMember rule = rules.member(key);
        if (!current.contains(key) || !isSameKind(live, member.value))
            patch.set(key, member.value);
        else if (member.value.isMap() && !rule.isReplaced)
            addMap(patch, key, maps(original, member.value, live, rule.inside, rule.retainsKeys));
        else if (member.value.isArray())
            lists(patch, key, original, member.value, live, rule);
        else if (!(live == member.value))
            patch.set(key, member.value);
    }

    static void addMap(Value &patch, std::string_view key, Value part)
    {
        if (part.size() > 0)
            patch.set(key, std::move(part));
    }

    static bool hasMore(const Value &current, const Value &modified)
    {
        return std::ranges::any_of(current.members(), [&](const Member &member) {
            return !member.value.isNull() && !modified.contains(member.key());
        });
    }

    static void retain(Value &patch, const Value &modified)
    {
        Value keys = Value::emptyArray();
        for (const Member &member : modified.members())
            keys.push(member.key());
        patch.set("$retainKeys", std::move(keys));
    }

    static void lists(Value &patch, std::string_view key, const Value &original, const Value &modified,
                      const Value &current, const MergedMember &rule)
    {
        const bool isSet = rule.mergeKey.empty();
        const bool isMerged = rule.isMerged && (isSet || (hasKeyEverywhere(modified, rule.mergeKey) &&
                                                          hasKeyEverywhere(current, rule.mergeKey)));
        if (!isMerged) {
            if (!(modified == current))
                patch.set(key, modified);
        } else if (isSet) {
            sets(patch, key, original, modified, current);
        } else {
            keyedLists(patch, key, original, modified, current, rule);
        }
    }

    static void sets(Value &patch, std::string_view key, const Value &original, const Value &modified,
                     const Value &current)
    {
        Value added = Value::emptyArray(), removed = Value::emptyArray();
        for (const Value &item : modified.items())
            if (!contains(current, item))
                added.push(item);
        for (const Value &item : original.items())
            if (!contains(modified, item))
                removed.push(item);
        const bool isReordered = current.size() > 0 && !(current == modified);
        if (isReordered || removed.size() > 0)
            patch.set("$setElementOrder/" + std::string(key), modified);
        if (added.size() > 0)
            patch.set(key, std::move(added));
        if (removed.size() > 0)
            patch.set("$deleteFromPrimitiveList/" + std::string(key), std::move(removed));
    }

    static void keyedLists(Value &patch, std::string_view key, const Value &original, const Value &modified,
                           const Value &current, const MergedMember &rule)
    {
        const std::string_view mergeKey = rule.mergeKey;
        Value changes = Value::emptyArray(), order = Value::emptyArray();
        for (const Value &item : modified.items()) {
            order.push(Value::map({{mergeKey, item[mergeKey]}}));
            const Value *live = findByKey(current, mergeKey, item[mergeKey]);
            if (!live) {
                changes.push(item);
                continue;
            }
            const Value *before = findByKey(original, mergeKey, item[mergeKey]);
            Value change = maps(before ? *before : Value(), item, *live, rule.inside, rule.retainsKeys);
            if (change.size() == 0)
                continue;
            change.set(mergeKey, item[mergeKey]);
            changes.push(std::move(change));
        }
        const bool isFilled = current.size() == 0;
        bool isReordered = !isFilled && current.size() != modified.size();
        for (std::size_t i = 0; i < modified.size() && !isFilled && !isReordered; ++i)
            isReordered = !(modified[i][mergeKey] == current[i][mergeKey]);
        bool isDeleting = false;
        for (const Value &item : original.items()) {
            if (findByKey(modified, mergeKey, item[mergeKey]))
                continue;
            changes.push(Value::map({{"$patch", "delete"}, {mergeKey, item[mergeKey]}}));
            isDeleting = true;
        }
        if (isReordered || isDeleting || (!isFilled && changes.size() > 0))
            patch.set("$setElementOrder/" + std::string(key), std::move(order));
        if (changes.size() > 0)
            patch.set(key, std::move(changes));
    }
};

} // namespace

Value strategicDiff(const Value &original, const Value &modified, const Value &current,
                    const MergeRules &rules)
{
    return Differ::maps(original, modified, current, rules, false);
}

} // namespace minato::kube
