// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/json.h"

#include "kube/go_number.h"
#include "kube/utf8.h"

#include <yyjson.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>
#include <map>
#include <memory>

namespace minato::kube {
namespace {

constexpr int kMaxDepth = 512;

// JavaScript ends a line at these two, so Go escapes them.
constexpr char32_t kLineSeparator = 0x2028;
constexpr char32_t kParagraphSeparator = 0x2029;

using Document = std::unique_ptr<yyjson_doc, decltype(&yyjson_doc_free)>;

/// Builds values from a yyjson document; like keys of one text share one String.
class Reader {
public:
    bool read(yyjson_val *from, Value &to, int depth)
    {
        if (depth > kMaxDepth)
            return false;
        switch (yyjson_get_type(from)) {
        case YYJSON_TYPE_BOOL:
            to = yyjson_get_bool(from);
            return true;
        case YYJSON_TYPE_NUM:
            to = number(from);
            return true;
        case YYJSON_TYPE_STR:
            to = text(from);
            return true;
        case YYJSON_TYPE_ARR:
            return readArray(from, to, depth);
        case YYJSON_TYPE_OBJ:
            return readMap(from, to, depth);
        default:
            to = Value();
            return true;
        }
    }

private:
    static std::string_view text(yyjson_val *from) { return {yyjson_get_str(from), yyjson_get_len(from)}; }

    static Value number(yyjson_val *from)
    {
        if (yyjson_is_sint(from))
            return yyjson_get_sint(from);
        if (yyjson_is_uint(from) && yyjson_get_uint(from) <= INT64_MAX)
            return static_cast<std::int64_t>(yyjson_get_uint(from));
        return yyjson_is_uint(from) ? static_cast<double>(yyjson_get_uint(from)) : yyjson_get_real(from);
    }

    bool readArray(yyjson_val *from, Value &to, int depth)
    {
        Value::Array items;
        items.reserve(yyjson_arr_size(from));
        yyjson_arr_iter it = yyjson_arr_iter_with(from);
        while (yyjson_val *item = yyjson_arr_iter_next(&it)) {
            if (!read(item, items.emplace_back(), depth + 1))
                return false;
        }
        to = Value(std::move(items));
        return true;
    }

    bool readMap(yyjson_val *from, Value &to, int depth)
    {
        MapBuilder builder;
        builder.reserve(yyjson_obj_size(from));
        yyjson_obj_iter it = yyjson_obj_iter_with(from);
        while (yyjson_val *key = yyjson_obj_iter_next(&it)) {
            Value value;
            if (!read(yyjson_obj_iter_get_val(key), value, depth + 1))
                return false;
            builder.add(sharedKey(text(key)), std::move(value));
        }
        to = builder.build();
        return true;
    }

    const Value &sharedKey(std::string_view key)
    {
        const auto it = m_keys.find(key);
        return it != m_keys.end() ? it->second
                                  : m_keys.emplace(std::string(key), Value::key(key)).first->second;
    }

    std::map<std::string, Value, std::less<>> m_keys;
};

base::Diagnostic at(std::string_view text, std::size_t offset, std::string message)
{
    base::Diagnostic diagnostic{.message = std::move(message)};
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    diagnostic.line = 1 + static_cast<int>(std::ranges::count(before, '\n'));
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0
    diagnostic.column = 1 + static_cast<int>(before.size() - lineStart);
    return diagnostic;
}

std::expected<Document, base::Diagnostics> load(std::string_view text)
{
    yyjson_read_err error{};
    Document document(
        yyjson_read_opts(const_cast<char *>(text.data()), text.size(), YYJSON_READ_NOFLAG, nullptr, &error),
        &yyjson_doc_free);
    if (!document)
        return std::unexpected(base::Diagnostics{at(text, error.pos, error.msg)});
    return document;
}

void collectDuplicates(yyjson_val *from, const std::string &path, int depth, std::vector<std::string> &out)
{
    if (depth > kMaxDepth)
        return;
    if (yyjson_is_arr(from)) {
        std::size_t index = 0;
        yyjson_arr_iter it = yyjson_arr_iter_with(from);
        while (yyjson_val *item = yyjson_arr_iter_next(&it))
            collectDuplicates(item, std::format("{}[{}]", path, index++), depth + 1, out);
    }
    if (!yyjson_is_obj(from))
        return;
    std::map<std::string_view, int> seen;
    yyjson_obj_iter it = yyjson_obj_iter_with(from);
    while (yyjson_val *key = yyjson_obj_iter_next(&it)) {
        const std::string_view name(yyjson_get_str(key), yyjson_get_len(key));
        const std::string child = path.empty() ? std::string(name) : std::format("{}.{}", path, name);
        if (++seen[name] == 2)
            out.push_back(child);
        collectDuplicates(yyjson_obj_iter_get_val(key), child, depth + 1, out);
    }
}

/// Plain digits from 10^-6 up to 10^21, an exponent without leading zeros beyond.
void appendDouble(std::string &out, double number)
{
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    const double magnitude = std::abs(number);
    const bool isPlain = magnitude == 0 || (magnitude >= 1e-6 && magnitude < 1e21);
    std::string text = goFormatFloat(number, isPlain ? 'f' : 'e');
    if (const auto zero = text.find("e-0"); zero != std::string::npos)
        text.erase(zero + 2, 1);
    out += text;
}

void appendScalar(std::string &out, const Value &value)
{
    char buffer[24];
    switch (value.type()) {
    case Value::Type::Bool:
        out += value.asBool() ? "true" : "false";
        break;
    case Value::Type::Int:
        out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value.asInt()).ptr);
        break;
    case Value::Type::Double:
        appendDouble(out, value.asDouble());
        break;
    case Value::Type::String:
        appendJsonString(out, value.asString());
        break;
    default:
        out += "null";
    }
}

/// One writer for both styles; `indent` < 0 is compact.
void append(std::string &out, const Value &value, int indent)
{
    if (!value.isArray() && !value.isMap()) {
        appendScalar(out, value);
        return;
    }
    const bool isMap = value.isMap();
    out += isMap ? '{' : '[';
    const int inner = indent < 0 ? indent : indent + 4;
    const auto newLine = [&out](int spaces) {
        if (spaces >= 0)
            out.append(1, '\n').append(static_cast<std::size_t>(spaces), ' ');
    };
    bool first = true;
    const auto next = [&] {
        if (!std::exchange(first, false))
            out += ',';
        newLine(inner);
    };
    for (const Value &item : value.items()) {
        next();
        append(out, item, inner);
    }
    for (const Member &member : value.members()) {
        next();
        appendJsonString(out, member.key());
        out += indent < 0 ? ":" : ": ";
        append(out, member.value, inner);
    }
    if (!first)
        newLine(indent);
    out += isMap ? '}' : ']';
}

void appendEscape(std::string &out, unsigned char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    case '\b':
        out += "\\b";
        break;
    case '\f':
        out += "\\f";
        break;
    default:
        out += std::format("\\u{:04x}", c);
    }
}

} // namespace

base::Parsed<Value> parseJson(std::string_view text)
{
    auto document = load(text);
    if (!document)
        return std::unexpected(document.error());
    Value value;
    if (!Reader().read(yyjson_doc_get_root(document->get()), value, 0))
        return std::unexpected(base::Diagnostics{at(text, 0, "nested deeper than 512 levels")});
    return value;
}

std::vector<std::string> duplicateKeys(std::string_view json)
{
    std::vector<std::string> paths;
    if (const auto document = load(json))
        collectDuplicates(yyjson_doc_get_root(document->get()), {}, 0, paths);
    return paths;
}

std::string toJson(const Value &value, JsonStyle style)
{
    std::string out;
    append(out, value, style == JsonStyle::Pretty ? 0 : -1);
    return out;
}

void appendJson(std::string &out, const Value &value)
{
    append(out, value, -1);
}

void appendJsonString(std::string &out, std::string_view text)
{
    out += '"';
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\')
            continue;
        const Rune rune = c < 0x80 ? Rune{c, 1} : firstRune(text.substr(i));
        const bool isSeparator = rune.value == kLineSeparator || rune.value == kParagraphSeparator;
        if (c >= 0x80 && !rune.isBroken() && !isSeparator) {
            i += rune.size - 1;
            continue;
        }
        out.append(text, start, i - start);
        if (c < 0x80)
            appendEscape(out, c);
        else
            out += std::format("\\u{:04x}", static_cast<std::uint32_t>(rune.value));
        i += rune.size - 1;
        start = i + 1;
    }
    out.append(text, start);
    out += '"';
}

} // namespace minato::kube
