// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/fields/field_comparison.h"

#include <algorithm>
#include <vector>

namespace minato::kube {
namespace {

FieldComparison compareAt(const FieldPlace &place, const Value *before, const Value *after);

/// The sets of what is below a node.
class Below {
public:
    void add(const Value &key, FieldComparison change)
    {
        if (!change.taken.isNull()) {
            m_taken.add(key, std::move(change.taken));
            ++m_takenCount;
        }
        if (!change.removed.isNull()) {
            m_removed.add(key, std::move(change.removed));
            ++m_removedCount;
        }
    }
    [[nodiscard]] FieldComparison finish(bool isAdded, bool isRemoved)
    {
        return {field_set::node(isAdded, std::move(m_taken), m_takenCount),
                field_set::node(isRemoved, std::move(m_removed), m_removedCount)};
    }

private:
    MapBuilder m_taken, m_removed;
    std::size_t m_takenCount = 0, m_removedCount = 0;
};

bool hasNothing(const Value *value)
{
    return !value || ((value->isMap() || value->isArray()) && value->isEmpty()) || value->isNull();
}

FieldComparison compareLeaf(const Value *before, const Value *after)
{
    if (!after)
        return {{}, field_set::leaf()};
    if (!before || *before != *after)
        return {field_set::leaf(), {}};
    return {};
}

void compareMembers(const FieldPlace &place, const Value *before, const Value *after, Below &below)
{
    const auto olds = before ? before->members() : std::span<const Member>();
    const auto news = after ? after->members() : std::span<const Member>();
    auto old = olds.begin();
    auto now = news.begin();
    while (old != olds.end() || now != news.end()) {
        const bool takesOld = old != olds.end() && (now == news.end() || old->key() <= now->key());
        const bool takesNow = now != news.end() && (old == olds.end() || now->key() <= old->key());
        if (!takesOld || !takesNow || !old->value.isSameNode(now->value)) {
            const Value &key = takesOld ? old->keyValue : now->keyValue;
            const FieldPlace inside = place.member(key.asString());
            auto change =
                compareAt(inside, takesOld ? &old->value : nullptr, takesNow ? &now->value : nullptr);
            if (!change.taken.isNull() || !change.removed.isNull())
                below.add(inside.setKey(key), std::move(change));
        }
        old += takesOld ? 1 : 0;
        now += takesNow ? 1 : 0;
    }
}

using Items = std::vector<std::pair<std::string, const Value *>>;

Items keyedItems(const FieldPlace &place, const Value *list)
{
    Items items;
    for (const Value &item : list ? list->items() : std::span<const Value>()) {
        if (auto key = place.itemKey(item))
            items.emplace_back(*std::move(key), &item);
    }
    std::ranges::stable_sort(items, {}, &Items::value_type::first);
    return items;
}

/// Items that have one key. Several are compared as one whole.
FieldComparison compareItems(const FieldPlace &item, std::span<const Items::value_type> olds,
                             std::span<const Items::value_type> news)
{
    const auto first = [](std::span<const Items::value_type> items) {
        return items.empty() ? nullptr : items.front().second;
    };
    if (olds.size() <= 1 && news.size() <= 1)
        return compareAt(item, first(olds), first(news));
    const auto sameValue = [](const auto &a, const auto &b) { return *a.second == *b.second; };
    if (olds.size() > 1 && news.size() > 1) {
        const bool isSame = std::ranges::equal(olds, news, sameValue);
        return {isSame ? Value() : field_set::leaf(), {}};
    }
    // A mark for the several stands beside what the single one has.
    FieldComparison change;
    if (olds.size() > 1) {
        if (!news.empty())
            change = compareAt(item, nullptr, first(news));
        change.removed = field_set::unite(change.removed, field_set::leaf());
    } else {
        if (!olds.empty())
            change = compareAt(item, first(olds), nullptr);
        change.taken = field_set::unite(change.taken, field_set::leaf());
    }
    return change;
}

void compareLists(const FieldPlace &place, const Value *before, const Value *after, Below &below)
{
    const Items olds = keyedItems(place, before);
    const Items news = keyedItems(place, after);
    const FieldPlace item = place.inner();
    const auto run = [](const Items &items, std::size_t from, const std::string &key) {
        std::size_t end = from;
        while (end < items.size() && items[end].first == key)
            ++end;
        return std::span(items).subspan(from, end - from);
    };
    for (std::size_t i = 0, k = 0; i < olds.size() || k < news.size();) {
        const bool takesOld = i < olds.size() && (k == news.size() || olds[i].first <= news[k].first);
        const std::string &key = takesOld ? olds[i].first : news[k].first;
        const auto oldRun = run(olds, i, key);
        const auto newRun = run(news, k, key);
        below.add(Value::key(key), compareItems(item, oldRun, newRun));
        i += oldRun.size();
        k += newRun.size();
    }
}

FieldComparison compareAt(const FieldPlace &place, const Value *before, const Value *after)
{
    if (before && after && before->isSameNode(*after))
        return {};
    if (place.isLeaf() || (hasNothing(before) && hasNothing(after)))
        return compareLeaf(before, after);
    Below below;
    if (place.isList())
        compareLists(place, before, after, below);
    else
        compareMembers(place, before, after, below);
    return below.finish(!before, !after);
}

bool takeSameAt(const FieldPlace &place, const Value *before, const Value &a, const Value &b);

bool takeSameItems(const FieldPlace &place, const Value *before, const Value &a, const Value &b)
{
    // What is not new is looked at more closely by compareFields().
    if (!hasNothing(before) || a.size() != b.size())
        return false;
    const FieldPlace item = place.inner();
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].isSameNode(b[i]))
            continue;
        if (place.itemKey(a[i]) != place.itemKey(b[i]) || !takeSameAt(item, nullptr, a[i], b[i]))
            return false;
    }
    return true;
}

bool takeSameAt(const FieldPlace &place, const Value *before, const Value &a, const Value &b)
{
    if (a.isSameNode(b))
        return true;
    const bool isWhole = place.isLeaf() || hasNothing(&a) || hasNothing(&b);
    if (isWhole) {
        const bool areAlike = place.isLeaf() || (hasNothing(&a) && hasNothing(&b));
        return areAlike && (!before || (*before == a) == (*before == b));
    }
    if (place.isList())
        return takeSameItems(place, before, a, b);
    const auto as = a.members(), bs = b.members();
    return std::ranges::equal(as, bs, [&](const Member &one, const Member &other) {
        if (one.key() != other.key())
            return false;
        const bool isKnown = before && before->contains(one.key());
        return takeSameAt(place.member(one.key()), isKnown ? &(*before)[one.key()] : nullptr, one.value,
                          other.value);
    });
}

} // namespace

bool takeSameFields(const FieldPlace &place, const Value &before, const Value &a, const Value &b)
{
    return takeSameAt(place, &before, a, b);
}

FieldComparison compareFields(const FieldPlace &place, const Value &before, const Value &after)
{
    return compareAt(place, &before, &after);
}

} // namespace minato::kube
