// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/jsonpath.h"

#include "kube/go_format.h"
#include "kube/go_json.h"
#include "kube/jsonpath_eval.h"
#include "kube/jsonpath_parser.h"

#include <format>
#include <utility>

namespace minato::kube {
namespace {

constexpr std::size_t kMaxOutput = std::size_t{16} << 20;

void appendText(std::string &out, const GoValue &value)
{
    using Kind = GoValue::Kind;
    if (value.kind == Kind::Map || value.kind == Kind::Slice) {
        out += toEscapedJson(value.data);
    } else if (value.kind == Kind::Nil) {
        out += "null";
    } else if (value.kind == Kind::Invalid) {
        out += "<no value>";
    } else {
        GoPrinter printer(kMaxOutput);
        printer.printValue(value);
        out += printer.take();
    }
}

std::unexpected<std::string> tooLong()
{
    return std::unexpected(std::string("the output is larger than 16 MiB"));
}

Value toList(const JsonPathRun::Items &items)
{
    Value::Array list;
    list.reserve(items.size());
    for (const GoValue &item : items)
        list.push_back(item.data);
    return Value(std::move(list));
}

/// The path of `{.path}`, `{path}`, `.path` or `path`: braces on both sides or on none, and none inside.
std::string_view relaxedPath(std::string_view text)
{
    if (text.starts_with('{') && text.ends_with('}'))
        text = text.substr(1, text.size() - 2);
    if (text.contains('{') || text.contains('}'))
        return {};
    if (text.size() > 1 && text.starts_with('.'))
        text.remove_prefix(1);
    return text;
}

} // namespace

struct JsonPath::Program {
    std::vector<JsonPathNode> nodes;
};

std::expected<JsonPath, std::string> JsonPath::parse(std::string_view text)
{
    auto nodes = parseJsonPath(text);
    if (!nodes)
        return std::unexpected(nodes.error());
    JsonPath path;
    path.m_program = std::make_shared<const Program>(std::move(*nodes));
    return path;
}

std::expected<JsonPath, std::string> JsonPath::parseRelaxed(std::string_view text)
{
    const auto path = relaxed(text);
    return path ? parse(*path) : std::unexpected(path.error());
}

std::expected<std::string, std::string> JsonPath::relaxed(std::string_view text)
{
    if (text.empty())
        return std::string();
    const std::string_view path = relaxedPath(text);
    if (path.empty()) {
        return std::unexpected("unexpected path string, expected a 'name1.name2' or '.name1.name2' or "
                               "'{name1.name2}' or '{.name1.name2}'");
    }
    return std::format("{{.{}}}", path);
}

std::expected<std::string, std::string> JsonPath::print(const Value &data) const
{
    const auto results = JsonPathRun(m_allowMissingKeys).run(m_program->nodes, data);
    if (!results)
        return std::unexpected(results.error());
    std::string out;
    for (const JsonPathRun::Items &items : *results) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0)
                out += ' ';
            appendText(out, items[i]);
            if (out.size() > kMaxOutput)
                return tooLong();
        }
    }
    return out;
}

std::expected<std::string, std::string> JsonPath::printAsJson(const Value &data) const
{
    const auto results = JsonPathRun(m_allowMissingKeys).run(m_program->nodes, data);
    if (!results)
        return std::unexpected(results.error());
    std::string out;
    for (const JsonPathRun::Items &items : *results) {
        out += toEscapedJson(toList(items), JsonStyle::Pretty);
        out += '\n';
        if (out.size() > kMaxOutput)
            return tooLong();
    }
    return out;
}

std::expected<std::vector<std::vector<Value>>, std::string> JsonPath::find(const Value &data) const
{
    const auto results = JsonPathRun(m_allowMissingKeys).run(m_program->nodes, data);
    if (!results)
        return std::unexpected(results.error());
    std::vector<std::vector<Value>> found;
    found.reserve(results->size());
    for (const JsonPathRun::Items &items : *results) {
        std::vector<Value> &values = found.emplace_back();
        for (const GoValue &item : items)
            values.push_back(item.data);
    }
    return found;
}

} // namespace minato::kube
