// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/schema/go_struct_json.h"

#include "kube/go_json.h"
#include "kube/schema/field_table.h"
#include "kube/schema/type_table.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <vector>

namespace minato::kube {
namespace {

/// The order of fields in structures that the field table does not have, since no object holds them.
struct Order {
    std::string_view name;
    std::array<std::string_view, 13> fields;
};
constexpr std::array kOrders{
    Order{"APIResourceList", {"kind", "apiVersion", "groupVersion", "resources"}},
    Order{"List", {"kind", "apiVersion", "metadata", "items"}},
    Order{"Config",
          {"kind", "apiVersion", "preferences", "clusters", "users", "contexts", "current-context"}},
    Order{"Status", {"kind", "apiVersion", "metadata", "status", "message", "reason", "details", "code"}},
    Order{"Table", {"kind", "apiVersion", "metadata", "columnDefinitions", "rows"}},
    Order{"APIVersions", {"kind", "versions", "serverAddressByClientCIDRs"}},
    Order{"APIGroupList", {"kind", "apiVersion", "groups"}},
    Order{"APIGroup", {"kind", "apiVersion", "name", "versions", "preferredVersion"}},
};
/// The same of what is in them, by the key.
constexpr std::array kInnerOrders{
    Order{"resources",
          {"name", "singularName", "namespaced", "group", "version", "kind", "verbs", "shortNames",
           "categories"}},
    Order{"clusters", {"name", "cluster"}},
    Order{"users", {"name", "user"}},
    Order{"contexts", {"name", "context"}},
    Order{"cluster",
          {"server", "tls-server-name", "insecure-skip-tls-verify", "certificate-authority",
           "certificate-authority-data", "proxy-url", "disable-compression"}},
    Order{"user",
          {"client-certificate", "client-certificate-data", "client-key", "client-key-data", "token",
           "tokenFile", "as", "as-uid", "as-groups", "as-user-extra", "username", "password", "exec"}},
    Order{"context", {"cluster", "user", "namespace"}},
    Order{"groups", {"name", "versions", "preferredVersion"}},
    Order{"versions", {"groupVersion", "version"}},
    Order{"preferredVersion", {"groupVersion", "version"}},
    Order{"details", {"name", "group", "kind", "uid", "causes", "retryAfterSeconds"}},
    Order{"causes", {"reason", "message", "field"}},
    Order{"metadata", {"resourceVersion", "continue", "remainingItemCount"}},
    Order{"columnDefinitions", {"name", "type", "format", "description", "priority"}},
    Order{"rows", {"cells", "object"}},
};

/// The only one without a kind: what /version answers.
constexpr Order kVersion{"",
                         {"major", "minor", "emulationMajor", "emulationMinor", "minCompatibilityMajor",
                          "minCompatibilityMinor", "gitVersion", "gitCommit", "gitTreeState", "buildDate",
                          "goVersion", "compiler", "platform"}};
constexpr std::string_view kListSuffix = "List";

/// What is known of the value at some place.
struct Shape {
    const Structure *structure = nullptr;
    const Structure *items =
        nullptr; ///< of a list's items, which do not say their kind; or of the list itself
    const FieldType *inner = nullptr; ///< of the items of a list, the entries of a map
    const Order *order = nullptr;
};

struct Entry {
    const Member *member;
    Shape shape;
    std::size_t place;
};

/// Where Go declares the field of a structure, the fields of inlined structures included.
std::size_t placeOf(std::string_view structure, std::string_view key)
{
    const auto nameOf = [](std::string_view line) { return line.substr(0, line.find(' ')); };
    const auto line = std::ranges::lower_bound(fieldTable(), structure, {}, nameOf);
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
    explicit Writer(GoJson style)
        : m_isPretty(style != GoJson::Compact), m_step(style == GoJson::Served ? 2 : 4)
    {
    }

    void write(const Value &value, const Shape &shape, std::size_t depth)
    {
        if (value.isMap() && value.size() > 0) {
            m_text += '{';
            for (bool isFirst = true; const Entry &entry : ordered(value, shape)) {
                separate(isFirst, depth + 1);
                m_text += toEscapedJson(entry.member->keyValue) + (m_isPretty ? ": " : ":");
                write(entry.member->value, entry.shape, depth + 1);
            }
            close('}', depth);
        } else if (value.isArray() && value.size() > 0) {
            m_text += '[';
            for (bool isFirst = true; const Value &item : value.items()) {
                separate(isFirst, depth + 1);
                write(item, shapeOfItem(shape), depth + 1);
            }
            close(']', depth);
        } else {
            m_text += toEscapedJson(value);
        }
    }
    [[nodiscard]] Shape shapeOf(const Value &object) const
    {
        const std::string_view kind = object["kind"].asString(), version = object["apiVersion"].asString();
        const auto order = std::ranges::find(kOrders, kind, &Order::name);
        if (order != kOrders.end())
            return {.order = &*order};
        if (kind.empty() && !object["gitVersion"].isNull())
            return {.order = &kVersion};
        if (const auto *structure = m_types.find(structureName(version, kind)))
            return {.structure = structure};
        if (!kind.ends_with(kListSuffix))
            return {};
        const std::string_view one = kind.substr(0, kind.size() - kListSuffix.size());
        return {.items = m_types.find(structureName(version, one)),
                .order = &*std::ranges::find(kOrders, kListSuffix, &Order::name)};
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    [[nodiscard]] Shape shapeOfItem(const Shape &list) const
    {
        if (list.inner)
            return shapeOf(*list.inner);
        return list.items ? Shape{.structure = list.items} : Shape{.order = list.order};
    }
    [[nodiscard]] Shape shapeOf(const FieldType &type) const
    {
        if (type.form == Form::Structure)
            return {.structure = &m_types.structure(type.structure)};
        return {.inner = type.inner};
    }
    [[nodiscard]] Entry entryOf(const Member &member, const Shape &shape) const
    {
        constexpr std::size_t kLast = std::numeric_limits<std::size_t>::max();
        const Field *field = shape.structure ? shape.structure->field(member.key()) : nullptr;
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
                {.items = member.key() == "items" ? shape.items : nullptr,
                 .order = inner == kInnerOrders.end() ? nullptr : &*inner},
                static_cast<std::size_t>(place - fields.begin())};
    }
    /// The entries of a map in the order of the structure; those that it lacks follow, sorted.
    [[nodiscard]] std::vector<Entry> ordered(const Value &map, const Shape &shape) const
    {
        std::vector<Entry> result;
        for (const Member &member : map.members())
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
            m_text += "\n" + std::string(depth * m_step, ' ');
    }

    TypeTable m_types;
    bool m_isPretty;
    std::size_t m_step;
    std::string m_text;
};

} // namespace

std::string goStructJson(const Value &object, GoJson style)
{
    Writer writer(style);
    writer.write(object, writer.shapeOf(object), 0);
    return writer.take();
}

} // namespace minato::kube
