// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/go_template_functions.h"

#include "kube/base64.h"
#include "kube/go_format.h"
#include "kube/go_template_compare.h"
#include "kube/go_template_escape.h"

#include <algorithm>
#include <array>
#include <format>
#include <vector>

namespace minato::kube::gotemplate {
namespace {

using Arguments = Function::Arguments;
using Result = Function::Result;
using Kind = GoValue::Kind;

std::size_t lengthOf(const GoValue &value)
{
    return value.kind == Kind::String ? value.data.asString().size() : value.data.size();
}

bool isSequence(const GoValue &value)
{
    return value.kind == Kind::String || value.kind == Kind::Slice;
}

/// One item of a list or byte of a text.
GoValue elementAt(const GoValue &sequence, std::size_t index)
{
    if (sequence.kind == Kind::String)
        return GoValue::byte(static_cast<unsigned char>(sequence.data.asString()[index]));
    return GoValue::item(sequence.data[index]);
}

/// An index up to and including the length, which slices may use.
std::expected<std::size_t, std::string> positionOf(const GoValue &index, std::size_t length)
{
    if (!index.isValid())
        return std::unexpected("cannot index slice/array with nil");
    if (!index.isInteger())
        return std::unexpected(std::format("cannot index slice/array with type {}", index.staticTypeName()));
    const std::int64_t position = index.data.asInt();
    if (position < 0 || static_cast<std::uint64_t>(position) > length)
        return std::unexpected(std::format("index out of range: {}", position));
    return static_cast<std::size_t>(position);
}

Result indexOnce(const GoValue &item, const GoValue &index)
{
    if (item.kind == Kind::Nil)
        return std::unexpected("index of nil pointer");
    if (isSequence(item)) {
        const auto position = positionOf(index, lengthOf(item));
        if (!position)
            return std::unexpected(position.error());
        if (*position == lengthOf(item)) {
            return std::unexpected(std::format("reflect: {} index out of range",
                                               item.kind == Kind::String ? "string" : "slice"));
        }
        return elementAt(item, *position);
    }
    if (item.kind != Kind::Map)
        return std::unexpected(std::format("can't index item of type {}", item.typeName()));
    if (!index.isValid())
        return std::unexpected("value is nil; should be of type string");
    if (index.kind != Kind::String)
        return std::unexpected(std::format("value has type {}; should be string", index.typeName()));
    return GoValue::item(item.data[index.data.asString()]);
}

Result index(Arguments arguments)
{
    GoValue item = arguments[0].withoutInterface();
    if (!item.isValid())
        return std::unexpected("index of untyped nil");
    for (const GoValue &position : arguments.subspan(1)) {
        Result next = indexOnce(item, position.withoutInterface());
        if (!next)
            return next;
        item = std::move(*next);
    }
    return item;
}

Result slicedOf(const GoValue &item, std::size_t start, std::size_t end)
{
    if (item.kind == Kind::String)
        return GoValue::plain(item.data.asString().substr(start, end - start));
    const auto items = item.data.items().subspan(start, end - start);
    return GoValue::plain(Value::Array(items.begin(), items.end()));
}

Result slice(Arguments arguments)
{
    const GoValue item = arguments[0].withoutInterface();
    const Arguments indexes = arguments.subspan(1);
    if (!item.isValid())
        return std::unexpected("slice of untyped nil");
    if (indexes.size() > 3)
        return std::unexpected(std::format("too many slice indexes: {}", indexes.size()));
    if (item.kind == Kind::String && indexes.size() == 3)
        return std::unexpected("cannot 3-index slice a string");
    if (!isSequence(item))
        return std::unexpected(std::format("can't slice item of type {}", item.typeName()));
    std::array<std::size_t, 3> bounds{0, lengthOf(item), lengthOf(item)};
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        if (indexes[i].isInterface) // Go looks no deeper here, unlike in index
            return std::unexpected("cannot index slice/array with type interface {}");
        const auto position = positionOf(indexes[i], lengthOf(item));
        if (!position)
            return std::unexpected(position.error());
        bounds[i] = *position;
    }
    for (std::size_t i = 0; i + 1 < std::max<std::size_t>(2, indexes.size()); ++i) {
        if (bounds[i] > bounds[i + 1])
            return std::unexpected(std::format("invalid slice index: {} > {}", bounds[i], bounds[i + 1]));
    }
    return slicedOf(item, bounds[0], bounds[1]);
}

Result length(Arguments arguments)
{
    const GoValue &item = arguments[0];
    if (item.kind == Kind::Nil)
        return std::unexpected("len of nil pointer");
    if (!item.isValid())
        return std::unexpected("reflect: call of reflect.Value.Type on zero Value");
    if (!isSequence(item) && item.kind != Kind::Map)
        return std::unexpected(std::format("len of type {}", item.typeName()));
    return GoValue::integer(static_cast<std::int64_t>(lengthOf(item)));
}

Result isNot(Arguments arguments)
{
    return GoValue::plain(!arguments[0].isTrue());
}

Result textOf(GoPrinter &printer)
{
    if (printer.isFull())
        return std::unexpected("the result is larger than 16 MiB");
    return GoValue::plain(printer.take());
}

Result print(Arguments arguments)
{
    GoPrinter printer(kMaxText);
    printer.print(arguments);
    return textOf(printer);
}

Result printLine(Arguments arguments)
{
    GoPrinter printer(kMaxText);
    printer.printLine(arguments);
    return textOf(printer);
}

Result printFormatted(Arguments arguments)
{
    GoPrinter printer(kMaxText);
    printer.printFormatted(arguments[0].data.asString(), arguments.subspan(1));
    return textOf(printer);
}

/// The arguments as one text, nothing shown as the template would show it.
template <std::string (*Escape)(std::string_view)>
Result escaped(Arguments arguments)
{
    std::vector<GoValue> shown(arguments.begin(), arguments.end());
    for (GoValue &value : shown) {
        if (!value.hasValue())
            value = GoValue::plain("<no value>");
    }
    const Result text = print(shown);
    return text ? GoValue::plain(Escape(text->data.asString())) : text;
}

bool existsIn(GoValue &item, const GoValue &index)
{
    if (isSequence(item)) {
        const std::int64_t position = index.data.asInt();
        if (!index.isInteger() || position < 0 || static_cast<std::uint64_t>(position) >= lengthOf(item))
            return false;
        item = elementAt(item, static_cast<std::size_t>(position));
        return true;
    }
    if (item.kind != Kind::Map || (index.hasValue() && index.kind != Kind::String))
        return false;
    item = GoValue::item(item.data[index.data.asString()]);
    return true;
}

/// Whether index would find something. What is missing altogether exists, if nothing is looked for in it.
Result exists(Arguments arguments)
{
    GoValue item = arguments[0].withoutInterface();
    for (const GoValue &position : arguments.subspan(1)) {
        if (!existsIn(item, position))
            return GoValue::plain(false);
    }
    return GoValue::plain(item.kind != Kind::Nil);
}

Result base64decode(Arguments arguments)
{
    const auto text = decodeBase64(arguments[0].data.asString());
    if (!text)
        return std::unexpected("base64 decode failed: " + text.error());
    return GoValue::plain(*text);
}

using enum Function::Parameter;
using Special = Function::Special;

constexpr std::array<Function, 21> kFunctions{{
    {"and", 1, Reflected, true, Reflected, nullptr, Special::And},
    {"base64decode", 1, String, false, String, base64decode},
    {"call", 1, Reflected, true, Reflected, nullptr, Special::Call},
    {"eq", 1, Reflected, true, Reflected, isEqual},
    {"exists", 1, Any, true, Any, exists},
    {"ge", 2, Reflected, false, Reflected, isGreaterOrEqual},
    {"gt", 2, Reflected, false, Reflected, isGreater},
    {"html", 0, Any, true, Any, escaped<escapeHtml>},
    {"index", 1, Reflected, true, Reflected, index},
    {"js", 0, Any, true, Any, escaped<escapeJavaScript>},
    {"le", 2, Reflected, false, Reflected, isLessOrEqual},
    {"len", 1, Reflected, false, Reflected, length},
    {"lt", 2, Reflected, false, Reflected, isLess},
    {"ne", 2, Reflected, false, Reflected, isNotEqual},
    {"not", 1, Reflected, false, Reflected, isNot},
    {"or", 1, Reflected, true, Reflected, nullptr, Special::Or},
    {"print", 0, Any, true, Any, print},
    {"printf", 1, String, true, Any, printFormatted},
    {"println", 0, Any, true, Any, printLine},
    {"slice", 1, Reflected, true, Reflected, slice},
    {"urlquery", 0, Any, true, Any, escaped<escapeUrlQuery>},
}};

} // namespace

const Function *findFunction(std::string_view name)
{
    const auto found = std::ranges::find(kFunctions, name, &Function::name);
    return found != kFunctions.end() ? &*found : nullptr;
}

} // namespace minato::kube::gotemplate
