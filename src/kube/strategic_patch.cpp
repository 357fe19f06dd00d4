// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_text.h"
#include "kube/patch.h"
#include "kube/strategic_list.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>

namespace minato::kube {
namespace {

using namespace strategic;

constexpr std::string_view kRetainKeys = "$retainKeys";
constexpr std::string_view kDeleteFromList = "$deleteFromPrimitiveList";
constexpr std::string_view kBadRetainKeys = "invalid patch format of retainKeys";
constexpr std::string_view kBadElementOrder = "invalid patch format of setElementOrder list";
constexpr std::string_view kBadPrimitiveList = "invalid patch format of primitive list";

std::unexpected<std::string> badDirective(const Value &directive, const Value &map)
{
    const std::string text = directive.isString()
                                 ? std::string(directive.asString())
                                 : std::format("%!s({}={})", goTypeName(directive), goPrint(directive));
    return std::unexpected(std::format("unknown patch type: {} in map: {}", text, goPrint(map)));
}

List listOf(const Value &value)
{
    return {value.items().begin(), value.items().end()};
}

bool isOrderingKey(std::string_view key)
{
    return key.starts_with(kElementOrder) || key.starts_with(kDeleteFromList);
}

/// A part of the patch as it goes into the document: without directives and without null entries.
Value cleaned(const Value &value)
{
    Value result = value;
    for (std::size_t i = 0; i < value.items().size(); ++i) {
        if (value[i].isMap() || value[i].isArray())
            result.edit(i) = cleaned(value[i]);
    }
    for (const Member &member : value.members()) {
        const bool isDropped = member.value.isNull() || member.key() == kDirective ||
                               member.key() == kRetainKeys || isOrderingKey(member.key());
        if (isDropped)
            result.erase(member.key());
        else if (member.value.isMap() || member.value.isArray())
            result.set(member.key(), cleaned(member.value));
    }
    return result;
}

/// Without the maps that are directives; nothing when the value itself is one.
std::optional<Value> withoutDirectives(const Value &value)
{
    if (value.contains(kDirective))
        return std::nullopt;
    if (value.isArray()) {
        Value kept = Value::emptyArray();
        for (const Value &item : value.items()) {
            if (auto part = withoutDirectives(item))
                kept.push(*std::move(part));
        }
        return kept;
    }
    Value kept = value;
    for (const Member &member : value.members()) {
        if (auto part = withoutDirectives(member.value))
            kept.set(member.key(), *std::move(part));
        else
            kept.erase(member.key());
    }
    return kept;
}

Outcome<Value> mergeMap(const Value &document, const Value &patch, const MergeRules &rules);
Outcome<List> mergeList(Backing &backing, const List &patch, const MergedMember &rule, bool isDeletion);

/// Takes $retainKeys out of the patch and the keys that it does not name out of the document.
Outcome<void> applyRetainKeys(Value &document, Value &patch)
{
    if (!patch.contains(kRetainKeys))
        return {};
    const Value retained = patch[kRetainKeys];
    patch.erase(kRetainKeys);
    if (!retained.isArray())
        return std::unexpected(std::string(kBadRetainKeys));
    const auto isRetained = [&retained](std::string_view key) {
        return std::ranges::any_of(retained.items(),
                                   [key](const Value &v) { return v.isString() && v.asString() == key; });
    };
    for (const Member &member : patch.members()) {
        if (!member.value.isNull() && !isOrderingKey(member.key()) && !isRetained(member.key()))
            return std::unexpected(std::string(kBadRetainKeys));
    }
    const Value before = document;
    for (const Member &member : before.members()) {
        if (!isRetained(member.key()))
            document.erase(member.key());
    }
    return {};
}

/// "$setElementOrder/env" names "env".
std::string_view keyAfter(std::string_view directive, std::string_view prefix)
{
    return directive.substr(0, prefix.size() + 1) == std::string(prefix) + '/'
               ? directive.substr(prefix.size() + 1)
               : std::string_view();
}

Outcome<void> applyElementOrder(Value &document, Value &patch, std::string_view directive,
                                const MergeRules &rules)
{
    const Value orderValue = patch[directive];
    const std::string key(keyAfter(directive, kElementOrder));
    patch.erase(directive);
    if (!orderValue.isArray())
        return badType("[]interface {}", orderValue);
    if (key.empty())
        return std::unexpected(std::string(kBadElementOrder));
    const bool inDocument = document.contains(key), inPatch = patch.contains(key);
    for (const Value *side : std::array<const Value *, 2>{&document, &patch}) {
        if (side->contains(key) && !(*side)[key].isArray())
            return badType("[]interface {}", (*side)[key]);
    }
    const MergedMember rule = rules.member(key);
    const Identity identity{rule.mergeKey};
    const List order = listOf(orderValue), additions = listOf(patch[key]);
    if (const auto valid = checkElementOrder(additions, order, identity); !valid)
        return valid;
    if (!inDocument && !inPatch)
        return {};
    Backing backing(listOf(document[key]));
    const auto type = elementType(backing.slots, additions);
    Outcome<List> merged = backing.slots;
    if (!inDocument)
        merged = listOf(cleaned(*withoutDirectives(patch[key])));
    else if (inPatch)
        merged = rule.isMerged ? mergeList(backing, additions, rule, false) : additions;
    if (!merged)
        return std::unexpected(merged.error());
    if (!type)
        return std::unexpected(type.error());
    const auto result = inOrder(*merged, order, backing.slots, identity);
    if (!result)
        return std::unexpected(result.error());
    document.set(key, *result);
    patch.erase(key);
    return {};
}

Outcome<void> applyElementOrders(Value &document, Value &patch, const MergeRules &rules)
{
    const Value all = patch;
    for (const Member &member : all.members()) {
        if (!member.key().starts_with(kElementOrder))
            continue;
        if (const auto done = applyElementOrder(document, patch, member.key(), rules); !done)
            return done;
    }
    return {};
}

/// Removes what the patch's directives name. Gives the items that are left to merge.
Outcome<List> takeDirectives(Backing &backing, const List &patch, std::string_view mergeKey, bool &isReplaced)
{
    List items;
    for (const Value &item : patch) {
        if (!item.contains(kDirective)) {
            items.push_back(item);
        } else if (hasDirective(item, "delete")) {
            if (!item.contains(mergeKey))
                return noMergeKey(item, mergeKey);
            const Identity identity{mergeKey};
            for (std::size_t i = identity.indexIn(backing.live(), item); i < backing.length;
                 i = identity.indexIn(backing.live(), item))
                backing.eraseAt(i);
        } else if (hasDirective(item, "replace")) {
            isReplaced = true;
        } else if (hasDirective(item, "merge")) {
            return std::unexpected("merging lists cannot yet be specified in the patch");
        } else {
            return badDirective(item[kDirective], item);
        }
    }
    return items;
}

Outcome<List> mergeMaps(Backing &backing, const List &patch, const MergedMember &rule)
{
    const std::string_view mergeKey = rule.mergeKey;
    const Identity identity{mergeKey};
    bool isReplaced = false;
    const auto items = takeDirectives(backing, patch, mergeKey, isReplaced);
    if (!items)
        return items;
    if (isReplaced) {
        if (const auto valid = identity.check(*items); !valid)
            return std::unexpected(valid.error());
        return listOf(cleaned(Value(*items)));
    }
    const List live = backing.live();
    List merged = live;
    for (const Value &item : *items) {
        if (!item.contains(mergeKey))
            return noMergeKey(item, mergeKey);
        const std::size_t index = identity.indexIn(merged, item);
        if (index == merged.size()) {
            if (index < backing.slots.size())
                backing.slots[index] = item;
            merged.push_back(cleaned(item));
            continue;
        }
        auto result = mergeMap(merged[index], item, rule.inside);
        if (!result)
            return std::unexpected(result.error());
        merged[index] = std::move(*result);
    }
    return inOrder(merged, *items, live, identity);
}

Outcome<List> mergeList(Backing &backing, const List &patch, const MergedMember &rule, bool isDeletion)
{
    if (backing.slots.empty() && patch.empty())
        return List();
    const auto type = elementType(backing.slots, patch);
    if (!type)
        return std::unexpected(type.error());
    const std::string_view mergeKey = rule.mergeKey;
    if (*type == Element::Map) {
        if (mergeKey.empty())
            return std::unexpected("cannot merge lists without merge key for struct");
        return mergeMaps(backing, patch, rule);
    }
    List merged;
    if (isDeletion) {
        std::ranges::copy_if(backing.slots, std::back_inserter(merged),
                             [&patch](const Value &v) { return !std::ranges::contains(patch, v); });
        return merged;
    }
    for (const List *list : std::array<const List *, 2>{&backing.slots, &patch}) {
        std::ranges::copy_if(*list, std::back_inserter(merged),
                             [&merged](const Value &v) { return !std::ranges::contains(merged, v); });
    }
    return inOrder(merged, patch, backing.slots, Identity{mergeKey});
}

Outcome<void> mergeMember(Value &document, std::string_view key, const Value &patch, bool isDeletion,
                          const MergeRules &rules)
{
    const Value &current = document[key];
    if (patch.isNull()) {
        document.erase(key);
        return {};
    }
    const bool isRecursive = current.type() == patch.type() && (patch.isMap() || patch.isArray());
    if (!isRecursive) {
        if (isDeletion)
            return {};
        if (auto value = withoutDirectives(patch))
            document.set(key, cleaned(*value));
        else
            document.erase(key);
        return {};
    }
    const MergedMember rule = rules.member(key);
    if (patch.isMap() && !rule.isReplaced) {
        auto merged = mergeMap(current, patch, rule.inside);
        if (!merged)
            return std::unexpected(merged.error());
        document.set(key, std::move(*merged));
        return {};
    }
    if (patch.isMap() || (!rule.isMerged && !isDeletion)) {
        document.set(key, cleaned(patch));
        return {};
    }
    Backing backing(listOf(current));
    auto merged = mergeList(backing, listOf(patch), rule, isDeletion);
    if (!merged)
        return std::unexpected(merged.error());
    document.set(key, Value(std::move(*merged)));
    return {};
}

Outcome<Value> mergeMap(const Value &document, const Value &patch, const MergeRules &rules)
{
    if (patch.contains(kDirective)) {
        if (hasDirective(patch, "delete"))
            return Value::emptyMap();
        if (!hasDirective(patch, "replace"))
            return badDirective(patch[kDirective], patch);
        return cleaned(patch);
    }
    Value result = document.isNull() ? Value::emptyMap() : document;
    Value rest = patch;
    if (const auto done = applyRetainKeys(result, rest); !done)
        return std::unexpected(done.error());
    if (const auto done = applyElementOrders(result, rest, rules); !done)
        return std::unexpected(done.error());
    for (const Member &member : rest.members()) {
        std::string_view key = member.key();
        const bool isDeletion = key.starts_with(kDeleteFromList);
        if (isDeletion)
            key = keyAfter(key, kDeleteFromList);
        if (isDeletion && key.empty())
            return std::unexpected(std::string(kBadPrimitiveList));
        if (const auto done = mergeMember(result, key, member.value, isDeletion, rules); !done)
            return std::unexpected(done.error());
    }
    return result;
}

} // namespace

std::expected<Value, std::string> applyStrategicPatch(const Value &document, const Value &patch,
                                                      const MergeRules &rules)
{
    for (const Value *side : std::array<const Value *, 2>{&document, &patch}) {
        if (side->isMap() || side->isNull())
            continue;
        const std::string_view type = side->isArray()    ? "array"
                                      : side->isString() ? "string"
                                      : side->isBool()   ? "bool"
                                                         : "number";
        return std::unexpected(
            std::format("json: cannot unmarshal {} into Go value of type map[string]interface {{}}", type));
    }
    if (patch.isNull())
        return document;
    return mergeMap(document, patch, rules);
}

bool isStrategicFormatError(std::string_view error)
{
    return error.starts_with("json: ") ||
           std::ranges::contains(std::array{kBadRetainKeys, kBadElementOrder, kBadPrimitiveList}, error);
}

} // namespace minato::kube
