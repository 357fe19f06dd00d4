// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// @text @json @csv @tsv @html @uri @sh @base64 @base64d
#include "kube/base64.h"
#include "shell/commands/jq/interpreter.h"
#include "shell/commands/jq/json_text.h"

#include <format>

namespace minato::shell::jq {
namespace {

std::string replaced(std::string_view text, std::string_view from, const std::vector<std::string_view> &to)
{
    std::string result;
    for (const char c : text) {
        const std::size_t known = from.find(c);
        if (known == std::string_view::npos)
            result += c;
        else
            result += to[known];
    }
    return result;
}

std::string row(const Value &value, bool isCsv)
{
    if (!value.isArray())
        fail(described(value) + (isCsv ? " cannot be csv-formatted, only an array can be"
                                       : " cannot be tsv-formatted, only an array can be"));
    std::string text;
    bool isFirst = true;
    for (const Value &item : value.items()) {
        if (!std::exchange(isFirst, false))
            text += isCsv ? "," : "\t";
        if (item.isString())
            text += isCsv ? "\"" + replaced(item.text(), "\"", {"\"\""}) + "\""
                          : replaced(item.text(), "\\\t\n\r", {"\\\\", "\\t", "\\n", "\\r"});
        else if (item.isArray() || item.isObject())
            fail(described(item) + (isCsv ? " is not valid in a csv row" : " is not valid in a tsv row"));
        else if (!item.isNull())
            text += toText(item);
    }
    return text;
}

std::string forShell(const Value &value)
{
    const auto one = [](const Value &item) {
        if (item.isString())
            return "'" + replaced(item.text(), "'", {"'\\''"}) + "'";
        if (item.isArray() || item.isObject())
            fail(described(item) + " can not be escaped for shell");
        return toText(item);
    };
    if (!value.isArray())
        return one(value);
    std::string text;
    for (const Value &item : value.items())
        text += (text.empty() ? "" : " ") + one(item);
    return text;
}

std::string forUri(const std::string &text)
{
    std::string result;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             std::string_view("-_.~").contains(c);
        result += isPlain ? std::string(1, c)
                          : std::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return result;
}

} // namespace

std::string plainText(const Value &value)
{
    return value.isString() ? value.text() : toText(value);
}

std::string formatted(std::string_view format, const Value &value)
{
    if (format == "@text")
        return plainText(value);
    if (format == "@json")
        return toText(value);
    if (format == "@csv" || format == "@tsv")
        return row(value, format == "@csv");
    if (format == "@sh")
        return forShell(value);
    if (format == "@html")
        return replaced(plainText(value), "<>&'\"", {"&lt;", "&gt;", "&amp;", "&#39;", "&quot;"});
    if (format == "@uri")
        return forUri(plainText(value));
    if (format == "@base64")
        return kube::encodeBase64(plainText(value));
    if (format == "@base64d") {
        std::string text = plainText(value);
        while (text.ends_with('='))
            text.pop_back();
        text.resize(text.size() + (4 - text.size() % 4) % 4, '=');
        const auto decoded = kube::decodeBase64(text);
        if (!decoded)
            fail(described(value) + " is not valid base64 data");
        return *decoded;
    }
    fail(std::string(format.substr(1)) + " is not a valid format");
}

} // namespace minato::shell::jq
