// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/fields/field_set.h"

#include "kube/go_quote.h"
#include "kube/json.h"

#include <algorithm>
#include <format>

namespace minato::kube::field_set {
namespace {

constexpr std::string_view kSelf = ".";

/// Visits the keys below two nodes side by side, in order; a null value where one lacks a key.
template <class Visit>
void zip(const Value &a, const Value &b, Visit visit)
{
    const Value none{};
    const auto as = a.members();
    const auto bs = b.members();
    auto left = as.begin();
    auto right = bs.begin();
    while (left != as.end() || right != bs.end()) {
        const bool takesLeft = left != as.end() && (right == bs.end() || left->key() <= right->key());
        const bool takesRight = right != bs.end() && (left == as.end() || right->key() <= left->key());
        const Value &key = takesLeft ? left->keyValue : right->keyValue;
        if (key.asString() != kSelf)
            visit(key, takesLeft ? left->value : none, takesRight ? right->value : none);
        left += takesLeft ? 1 : 0;
        right += takesRight ? 1 : 0;
    }
}

/// Have both nodes a key, "." included? Most sets have nothing in common, and that is seen at the top.
bool touch(const Value &a, const Value &b)
{
    if (a.isEmpty() || b.isEmpty())
        return isMember(a) && isMember(b);
    return std::ranges::any_of(b.members(), [&a](const Member &member) { return a.contains(member.key()); });
}

/// Puts together what an operation makes of the children of `a`, and notices when it changes nothing.
class Outcome {
public:
    explicit Outcome(const Value &a) : m_before(a) {}

    void add(const Value &key, const Value &before, Value after)
    {
        m_isSame = m_isSame && after.isSameNode(before);
        if (after.isNull())
            return;
        ++m_count;
        m_below.add(key, std::move(after));
    }
    [[nodiscard]] Value finish(bool isMemberNow)
    {
        if (m_isSame && isMemberNow == isMember(m_before))
            return m_before;
        return node(isMemberNow, std::move(m_below), m_count);
    }

private:
    const Value &m_before;
    MapBuilder m_below;
    std::size_t m_count = 0;
    bool m_isSame = true;
};

std::string scalarText(const Value &value)
{
    return value.isString() ? goQuote(value.asString()) : toJson(value);
}

std::string elementText(std::string_view key)
{
    const std::string_view rest = key.substr(std::min<std::size_t>(2, key.size()));
    if (key.starts_with("f:"))
        return std::string(".").append(rest);
    if (key.starts_with("i:"))
        return std::format("[{}]", rest);
    const auto parsed = parseJson(rest);
    if (!parsed)
        return std::format("[{}]", rest);
    if (key.starts_with("v:"))
        return std::format("[={}]", scalarText(*parsed));
    std::string text;
    for (const Member &member : parsed->members())
        text += std::format("{}{}={}", text.empty() ? "" : ",", member.key(), scalarText(member.value));
    return "[" + text + "]";
}

void collect(const Value &set, const std::string &prefix, std::vector<std::string> &out)
{
    for (const Member &member : set.members()) {
        if (member.key() != kSelf && isMember(member.value))
            out.push_back(prefix + elementText(member.key()));
    }
    for (const Member &member : set.members()) {
        if (member.key() != kSelf && !member.value.isEmpty())
            collect(member.value, prefix + elementText(member.key()), out);
    }
}

bool isKey(std::string_view key)
{
    if (key.size() < 2 || key[1] != ':')
        return false;
    switch (key[0]) {
    case 'f':
        return true;
    case 'i':
        return key.size() > 2 &&
               std::ranges::all_of(key.substr(2), [](char c) { return c >= '0' && c <= '9'; });
    case 'k': {
        const auto keys = parseJson(key.substr(2));
        return keys && keys->isMap();
    }
    case 'v':
        return parseJson(key.substr(2)).has_value();
    default:
        return false;
    }
}

} // namespace

bool isMember(const Value &node)
{
    return node.isMap() && (node.isEmpty() || node.contains(kSelf));
}

Value leaf()
{
    static const Value kLeaf = Value::emptyMap();
    return kLeaf;
}

Value node(bool isMember, MapBuilder below, std::size_t count)
{
    if (count == 0)
        return isMember ? leaf() : Value();
    if (isMember) {
        static const Value kKey(kSelf);
        below.add(kKey, leaf());
    }
    return below.build();
}

Value unite(const Value &a, const Value &b)
{
    if (b.isNull() || a.isSameNode(b))
        return a;
    if (a.isNull())
        return b;
    Outcome outcome(a);
    zip(a, b, [&outcome](const Value &key, const Value &left, const Value &right) {
        outcome.add(key, left, unite(left, right));
    });
    return outcome.finish(isMember(a) || isMember(b));
}

Value intersect(const Value &a, const Value &b)
{
    if (a.isNull() || b.isNull())
        return {};
    if (a.isSameNode(b))
        return a;
    Outcome outcome(a);
    zip(a, b, [&outcome](const Value &key, const Value &left, const Value &right) {
        outcome.add(key, left, intersect(left, right));
    });
    return outcome.finish(isMember(a) && isMember(b));
}

Value subtract(const Value &a, const Value &b)
{
    if (a.isNull() || b.isNull() || !touch(a, b))
        return a;
    Outcome outcome(a);
    zip(a, b, [&outcome](const Value &key, const Value &left, const Value &right) {
        outcome.add(key, left, subtract(left, right));
    });
    return outcome.finish(isMember(a) && !isMember(b));
}

Value subtractTrees(const Value &a, const Value &b)
{
    if (a.isNull() || b.isNull() || !touch(a, b))
        return a;
    Outcome outcome(a);
    zip(a, b, [&outcome](const Value &key, const Value &left, const Value &right) {
        outcome.add(key, left, isMember(right) ? Value() : subtractTrees(left, right));
    });
    return outcome.finish(isMember(a));
}

Value shared(Value fresh, const Value &known)
{
    if (fresh == known)
        return known;
    std::vector<std::pair<std::string_view, Value>> found;
    zip(fresh, known, [&found](const Value &key, const Value &left, const Value &right) {
        if (left.isNull() || right.isNull() || left.isSameNode(right))
            return;
        Value one = shared(left, right);
        if (!one.isSameNode(left))
            found.emplace_back(key.asString(), std::move(one));
    });
    for (auto &[key, one] : found)
        fresh.set(key, std::move(one));
    return fresh;
}

std::vector<std::string> paths(const Value &set)
{
    std::vector<std::string> out;
    collect(set, {}, out);
    return out;
}

Value ofPath(const std::vector<std::string> &keys)
{
    Value set = leaf();
    for (auto key = keys.rbegin(); key != keys.rend(); ++key)
        set = Value::map({{*key, std::move(set)}});
    return set;
}

bool isValid(const Value &set)
{
    return set.isMap() && std::ranges::all_of(set.members(), [](const Member &member) {
               return member.key() == kSelf ? member.value.isMap()
                                            : isKey(member.key()) && isValid(member.value);
           });
}

} // namespace minato::kube::field_set
