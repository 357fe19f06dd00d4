// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/go_struct_json.h"

#include "kube/go_json.h"
#include "kube/schema/field_table.h"
#include "kube/schema/type_table.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <vector>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// The order of fields in structures that the field table does not have, since no object holds them.
struct Order {
    std::string_view name;
    std::array<std::string_view, 9> fields;
};
constexpr std::array kOrders{
    Order{"APIResourceList", {"kind", "apiVersion", "groupVersion", "resources"}},
    Order{"List", {"kind", "apiVersion", "metadata", "items"}},
    Order{"Config",
          {"kind", "apiVersion", "preferences", "clusters", "users", "contexts", "current-context"}},
};
/// The same of what is in them, by the key.
constexpr std::array kInnerOrders{
    Order{"resources",
          {"name", "singularName", "namespaced", "group", "version", "kind", "verbs", "shortNames",
           "categories"}},
    Order{"clusters", {"name", "cluster"}},
    Order{"users", {"name", "user"}},
    Order{"contexts", {"name", "context"}},
    Order{"context", {"cluster", "user", "namespace"}},
};

/// What is known of the value at some place.
struct Shape {
    const kube::Structure *structure = nullptr;
    const kube::FieldType *inner = nullptr; ///< of the items of a list, the entries of a map
    const Order *order = nullptr;
};

struct Entry {
    const kube::Member *member;
    Shape shape;
    std::size_t place;
};

/// Where Go declares the field of a structure, the fields of inlined structures included.
std::size_t placeOf(std::string_view structure, std::string_view key)
{
    const auto nameOf = [](std::string_view line) { return line.substr(0, line.find(' ')); };
    const auto line = std::ranges::lower_bound(kube::fieldTable(), structure, {}, nameOf);
    std::size_t place = 0;
    for (std::string_view rest = *line; rest.contains(' ');) {
        rest.remove_prefix(rest.find(' ') + 1);
        const std::string_view field = rest.substr(0, rest.find(' '));
        const std::string_view name = field.substr(0, field.find(':'));
        if (name == "~" && field.ends_with("meta.v1.TypeMeta")) {
            if (key == "kind" || key == "apiVersion")
                return place + (key == "kind" ? 0 : 1);
            ++place;
        } else if (name == key) {
            return place;
        }
        ++place;
    }
    return place;
}

class Writer {
public:
    explicit Writer(GoJson style) : m_isPretty(style == GoJson::Pretty) {}

    void write(const Value &value, const Shape &shape, std::size_t depth)
    {
        if (value.isMap() && value.size() > 0) {
            m_text += '{';
            for (bool isFirst = true; const Entry &entry : ordered(value, shape)) {
                separate(isFirst, depth + 1);
                m_text += kube::toEscapedJson(entry.member->keyValue) + (m_isPretty ? ": " : ":");
                write(entry.member->value, entry.shape, depth + 1);
            }
            close('}', depth);
        } else if (value.isArray() && value.size() > 0) {
            m_text += '[';
            for (bool isFirst = true; const Value &item : value.items()) {
                separate(isFirst, depth + 1);
                write(item, shape.inner ? shapeOf(*shape.inner) : Shape{.order = shape.order}, depth + 1);
            }
            close(']', depth);
        } else {
            m_text += kube::toEscapedJson(value);
        }
    }
    [[nodiscard]] Shape shapeOf(const Value &object) const
    {
        const auto order = std::ranges::find(kOrders, object["kind"].asString(), &Order::name);
        return {.structure = m_types.find(
                    kube::structureName(object["apiVersion"].asString(), object["kind"].asString())),
                .order = order == kOrders.end() ? nullptr : &*order};
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    [[nodiscard]] Shape shapeOf(const kube::FieldType &type) const
    {
        if (type.form == kube::Form::Structure)
            return {.structure = &m_types.structure(type.structure)};
        return {.inner = type.inner};
    }
    [[nodiscard]] Entry entryOf(const kube::Member &member, const Shape &shape) const
    {
        constexpr std::size_t kLast = std::numeric_limits<std::size_t>::max();
        const kube::Field *field = shape.structure ? shape.structure->field(member.key()) : nullptr;
        if (field)
            return {&member, shapeOf(*field->type), placeOf(shape.structure->name, member.key())};
        if (shape.inner)
            return {&member, shapeOf(*shape.inner), kLast};
        if (!shape.order)
            return {&member, {}, kLast};
        const auto &fields = shape.order->fields;
        const auto place = std::ranges::find(fields, member.key());
        const auto inner = std::ranges::find(kInnerOrders, member.key(), &Order::name);
        return {&member,
                {.order = inner == kInnerOrders.end() ? nullptr : &*inner},
                static_cast<std::size_t>(place - fields.begin())};
    }
    /// The entries of a map in the order of the structure; those that it lacks follow, sorted.
    [[nodiscard]] std::vector<Entry> ordered(const Value &map, const Shape &shape) const
    {
        std::vector<Entry> result;
        for (const kube::Member &member : map.members())
            result.push_back(entryOf(member, shape));
        std::ranges::stable_sort(result, {}, &Entry::place);
        return result;
    }
    void separate(bool &isFirst, std::size_t depth)
    {
        if (!std::exchange(isFirst, false))
            m_text += ',';
        indent(depth);
    }
    void close(char bracket, std::size_t depth)
    {
        indent(depth);
        m_text += bracket;
    }
    void indent(std::size_t depth)
    {
        if (m_isPretty)
            m_text += "\n" + std::string(depth * 4, ' ');
    }

    kube::TypeTable m_types;
    bool m_isPretty;
    std::string m_text;
};

} // namespace

std::string goStructJson(const Value &object, GoJson style)
{
    Writer writer(style);
    writer.write(object, writer.shapeOf(object), 0);
    return writer.take();
}

} // namespace minato::shell::kubectl
