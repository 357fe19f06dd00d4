// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/normal_form.h"

#include "comparison/volatile_text.h"
#include "kube/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <tuple>

namespace minato::comparison {
namespace {

using kube::ObjectPtr;
using kube::Value;

constexpr std::array<std::string_view, 5> kDropped{"managedFields", "resourceVersion", "uid",
                                                   "creationTimestamp", "selfLink"};
/// Lists whose order says nothing.
constexpr std::array<std::string_view, 4> kSets{"addresses", "endpoints", "notReadyAddresses", "subsets"};

bool isNameChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// A ReplicaSet's own part of its name, "6c5b8f9d7b"; of a ControllerRevision likewise. Empty: none.
std::string_view hashOf(const kube::Object &object)
{
    if (object.kind() == "ReplicaSet")
        return object.labels()["pod-template-hash"].asString();
    return object.labels()["controller-revision-hash"].asString();
}

/// The number that says which is newer: creation has whole seconds only. 0: none.
std::int64_t revisionOf(const kube::Object &object)
{
    const auto text = object.annotations()["deployment.kubernetes.io/revision"].asString();
    std::int64_t revision = object["revision"].asInt();
    std::from_chars(text.data(), text.data() + text.size(), revision);
    return revision;
}

std::string placeText(int place)
{
    return place == 0 ? "<hash>" : std::format("<hash{:+}>", place);
}

/// Where `names` has the longest name that begins at `rest` and ends there; a hash may be followed by "-".
const std::pair<const std::string, std::string> *
nameAt(const std::map<std::string, std::string, std::less<>> &names, std::string_view rest, bool mayGoOn)
{
    const std::pair<const std::string, std::string> *found = nullptr;
    for (const auto &entry : names) {
        const auto after = rest.substr(std::min(entry.first.size(), rest.size()));
        const bool ends = after.empty() || (!isNameChar(after.front()) && (mayGoOn || after.front() != '-'));
        if (rest.starts_with(entry.first) && ends && (!found || entry.first.size() > found->first.size()))
            found = &entry;
    }
    return found;
}

std::string withSingleGaps(std::string_view line)
{
    std::string told;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool isThird = line[i] == ' ' && told.ends_with("  ");
        if (!isThird)
            told += line[i];
    }
    told.erase(told.find_last_not_of(' ') + 1);
    return told;
}

} // namespace

void NormalForm::learnHashes(std::string_view kind, std::span<const ObjectPtr> objects)
{
    std::map<std::string, std::vector<const kube::Object *>> byOwner;
    for (const ObjectPtr &object : objects) {
        if (object->kind() == kind && !hashOf(*object).empty())
            byOwner[std::format("{}/{}/{}", kind, object->ns(), object->controllerRef()["name"].asString())]
                .push_back(object.get());
    }
    for (auto &[owner, owned] : byOwner) {
        std::ranges::sort(owned, {}, [](const kube::Object *each) {
            return std::tuple(revisionOf(*each), each->metadata()["creationTimestamp"].asString(),
                              each->name());
        });
        const bool isFirst = !m_lineages.contains(owner);
        Lineage &lineage = m_lineages[owner];
        int place = isFirst ? 1 - static_cast<int>(owned.size()) : 0;
        for (const kube::Object *each : owned) {
            const std::string hash(hashOf(*each));
            if (isFirst)
                lineage.places.emplace(hash, place++);
            else if (!lineage.places.contains(hash))
                lineage.places.emplace(hash, lineage.next++);
            m_hashes.insert_or_assign(hash, placeText(lineage.places.at(hash)));
        }
    }
}

void NormalForm::learn(std::span<const ObjectPtr> objects, std::span<const ObjectPtr> nodes)
{
    learnHashes("ReplicaSet", objects);
    learnHashes("ControllerRevision", objects);
    for (const ObjectPtr &node : nodes)
        m_nodes.insert_or_assign(std::string(node->name()), "<node>");
}

std::string NormalForm::named(std::string_view text) const
{
    std::string told;
    told.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const bool mayBegin = at == 0 || !isNameChar(text[at - 1]);
        const auto rest = text.substr(at);
        const auto *name = mayBegin ? nameAt(m_hashes, rest, true) : nullptr;
        if (!name && mayBegin && (at == 0 || text[at - 1] != '-'))
            name = nameAt(m_nodes, rest, false);
        told += name ? std::string_view(name->second) : rest.substr(0, 1);
        at += name ? name->first.size() : 1;
    }
    return told;
}

std::string NormalForm::text(std::string_view text) const
{
    return withoutChance(named(text), TextKind::Field);
}

std::string NormalForm::printed(std::string_view text) const
{
    return withoutChance(named(text), TextKind::Printed);
}

std::vector<std::string> NormalForm::lines(std::string_view text) const
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        // How many lines of progress there are is a matter of when one looks.
        if (const auto line = text.substr(0, end); !line.starts_with("Waiting for "))
            lines.push_back(withSingleGaps(printed(line)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Value NormalForm::value(const Value &value, std::string_view key) const
{
    if (value.isMap()) {
        Value told = Value::emptyMap();
        for (const kube::Member &member : value.members()) {
            if (!std::ranges::contains(kDropped, member.key()))
                told.set(text(member.key()), this->value(member.value, member.key()));
        }
        return told;
    }
    if (value.isArray()) {
        std::vector<std::pair<std::string, Value>> items;
        for (const Value &item : value.items()) {
            Value told = this->value(item);
            items.emplace_back(kube::toJson(told), std::move(told));
        }
        if (std::ranges::contains(kSets, key))
            std::ranges::sort(items, {}, &std::pair<std::string, Value>::first);
        Value told = Value::emptyArray();
        for (auto &[order, item] : items)
            told.push(std::move(item));
        return told;
    }
    if (value.isString())
        return text(value.asString());
    if (key == "nodePort" && value.asInt() != 0)
        return "<node-port>";
    return value;
}

} // namespace minato::comparison
