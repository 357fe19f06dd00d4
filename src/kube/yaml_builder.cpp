// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml_builder.h"

#include "kube/go_quote.h"
#include "kube/go_text.h"
#include "kube/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <expected>
#include <format>

namespace minato::kube {
namespace {

constexpr std::string_view kTagPrefix = "tag:yaml.org,2002:";

std::string shortTag(YamlType type)
{
    switch (type) {
    case YamlType::Null:
        return "!!null";
    case YamlType::Bool:
        return "!!bool";
    case YamlType::Int:
        return "!!int";
    case YamlType::Float:
        return "!!float";
    case YamlType::Timestamp:
        return "!!timestamp";
    case YamlType::String:
        break;
    }
    return "!!str";
}

std::expected<Value, std::string> typedScalar(std::string_view text, const std::string &tag, bool isPlain)
{
    if (tag == "tag:yaml.org,2002:binary")
        return std::unexpected("!!binary data is not supported");
    const std::string wanted = tag.starts_with(kTagPrefix) ? "!!" + tag.substr(kTagPrefix.size()) : "";
    constexpr std::array<std::string_view, 5> kTyped{"!!null", "!!bool", "!!int", "!!float", "!!timestamp"};
    const bool isTyped = std::ranges::contains(kTyped, wanted);
    if (!isTyped && (!isPlain || !tag.empty()))
        return Value(text);
    YamlScalar scalar = resolveYamlScalar(text);
    if (isTyped && shortTag(scalar.type) != wanted) {
        if (wanted != "!!float" || scalar.type != YamlType::Int)
            return std::unexpected(
                std::format("cannot decode {} `{}` as a {}", shortTag(scalar.type), text, wanted));
        scalar.value = scalar.value.asDouble();
    }
    return scalar.value;
}

/// FormatFloat(number, 'g', -1, 32), as keys of maps are written.
std::string keyText(double number)
{
    if (std::isnan(number))
        return ".nan";
    const auto narrow = static_cast<float>(number);
    if (std::isinf(narrow))
        return narrow < 0 ? "-.inf" : ".inf";
    std::array<char, 64> buffer;
    char *const begin = buffer.data(), *const end = begin + buffer.size();
    char *last = std::to_chars(begin, end, narrow, std::chars_format::scientific).ptr;
    const char *const e = std::find(begin, last, 'e') + 1;
    int exponent = 0;
    std::from_chars(e + (*e == '+' ? 1 : 0), last, exponent);
    if (exponent >= -4 && exponent < 6)
        last = std::to_chars(begin, end, narrow, std::chars_format::fixed).ptr;
    return {begin, last};
}

/// %#v of decoded YAML.
std::string goSyntax(const Value &value)
{
    if (value.isNull())
        return "interface {}(nil)";
    if (value.isString())
        return goQuote(value.asString());
    if (!value.isMap() && !value.isArray())
        return goPrint(value);
    std::string inner;
    for (const Value &item : value.items())
        inner += (inner.empty() ? "" : ", ") + goSyntax(item);
    for (const Member &member : value.members())
        inner +=
            std::format("{}{}:{}", inner.empty() ? "" : ", ", goQuote(member.key()), goSyntax(member.value));
    return (value.isMap() ? "map[interface {}]interface {}{" : "[]interface {}{") + inner + "}";
}

/// How much of a document may come out of aliases. Mirrors goyaml's allowedAliasRatio.
double allowedAliasRatio(std::size_t decoded)
{
    constexpr double kLow = 400'000, kHigh = 4'000'000;
    const double part = std::clamp((static_cast<double>(decoded) - kLow) / (kHigh - kLow), 0.0, 1.0);
    return 0.99 - 0.89 * part;
}

} // namespace

void YamlBuilder::fail(YamlMark mark, std::string message)
{
    if (!m_failure)
        m_failure = YamlFailure{mark, std::move(message), YamlFailure::Origin::Builder};
}

/// A bad key is found while converting to JSON, a bad number only when that is written.
void YamlBuilder::failAsJson(YamlMark mark, std::string message)
{
    if (!m_jsonFailure || m_jsonFailure->message.starts_with("json: "))
        m_jsonFailure = YamlFailure{mark, std::move(message), YamlFailure::Origin::Builder};
}

Value YamlBuilder::takeDocument()
{
    m_anchors.clear();
    return std::exchange(m_document, Value());
}

void YamlBuilder::onScalar(const YamlProperties &properties, std::string_view text, bool isPlain)
{
    const bool isMergeKey =
        text == "<<" &&
        (properties.tag.empty() ? isPlain : properties.tag == "!" || properties.tag.ends_with(":merge"));
    const bool isKey = !m_frames.empty() && m_frames.back().isMap && !m_frames.back().key;
    if (isMergeKey && isKey) {
        m_frames.back().key = "<<";
        m_frames.back().isMerge = true;
        return;
    }
    const bool isMerged = !m_frames.empty() && m_frames.back().isMerge;
    auto value = isMerged ? Value() : typedScalar(text, properties.tag, isPlain);
    if (!value)
        fail(properties.mark, std::move(value.error()));
    complete(properties, {value.value_or(text)});
}

bool YamlBuilder::onAlias(YamlMark mark, const std::string &anchor)
{
    const auto found = m_anchors.find(anchor);
    if (found == m_anchors.end()) {
        m_failure.reset();
        fail(mark, std::format("unknown anchor '{}' referenced", anchor));
        return false;
    }
    if (!found->second)
        fail(mark, std::format("anchor '{}' value contains itself", anchor));
    Node node = found->second.value_or(Node{});
    m_aliased += node.size;
    m_decoded += node.size;
    ++node.size;
    node.isAlias = true;
    complete({.mark = mark, .anchor = {}, .tag = {}}, std::move(node));
    return true;
}

void YamlBuilder::onSequenceStart(const YamlProperties &properties)
{
    start(properties, false);
}

void YamlBuilder::onMapStart(const YamlProperties &properties)
{
    start(properties, true);
}

void YamlBuilder::start(const YamlProperties &properties, bool isMap)
{
    if (!properties.anchor.empty())
        m_anchors[properties.anchor] = std::nullopt;
    m_frames.push_back({.properties = properties, .isMap = isMap});
}

void YamlBuilder::onCollectionEnd()
{
    Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    Value value = frame.isMap ? Value::map(std::move(frame.members)) : Value(std::move(frame.items));
    complete(frame.properties, {std::move(value), frame.size});
}

void YamlBuilder::complete(const YamlProperties &properties, Node node)
{
    ++m_decoded;
    const bool isExcessive =
        m_aliased > 100 && m_decoded > 1000 &&
        static_cast<double>(m_aliased) / static_cast<double>(m_decoded) > allowedAliasRatio(m_decoded);
    if (isExcessive)
        fail(properties.mark, "document contains excessive aliasing");
    if (!properties.anchor.empty())
        m_anchors[properties.anchor] = node;
    add(properties.mark, std::move(node));
}

void YamlBuilder::add(YamlMark mark, Node node)
{
    const bool isKey = !m_frames.empty() && m_frames.back().isMap && !m_frames.back().key;
    const bool isFinite = !node.value.isDouble() || std::isfinite(node.value.asDouble());
    if (!isFinite && !isKey)
        failAsJson(mark, std::format("json: unsupported value: {}", goPrint(node.value)));
    if (m_frames.empty()) {
        m_document = std::move(node.value);
        return;
    }
    Frame &frame = m_frames.back();
    frame.size += node.size;
    if (!frame.isMap) {
        frame.items.push_back(std::move(node.value));
    } else if (isKey) {
        setKey(mark, node.value);
    } else {
        if (frame.hasNullKey)
            failAsJson(mark, "unsupported map key of type: %!s(<nil>), key: <nil>, value: " +
                                 (node.value.isNull() ? "<nil>" : goSyntax(node.value)));
        else if (std::exchange(frame.isMerge, false))
            merge(mark, node);
        else
            frame.members.emplace_back(*std::move(frame.key), std::move(node.value));
        frame.key.reset();
    }
}

void YamlBuilder::setKey(YamlMark mark, const Value &key)
{
    Frame &frame = m_frames.back();
    frame.key = key.isDouble()   ? keyText(key.asDouble())
                : key.isString() ? std::string(key.asString())
                                 : goPrint(key);
    frame.hasNullKey = key.isNull(); // refused with its value
    if (key.isMap() || key.isArray())
        fail(mark, "invalid map key: " + goSyntax(key));
}

/// "<<": entries that stand further down win over merged ones, and merged ones over those further up.
void YamlBuilder::merge(YamlMark mark, const Node &node)
{
    const Value &value = node.value;
    auto &members = m_frames.back().members;
    const auto append = [&members](const Value &map) {
        for (const Member &member : map.members())
            members.emplace_back(member.key(), member.value);
    };
    const bool isList = !node.isAlias && value.isArray() && std::ranges::all_of(value.items(), &Value::isMap);
    if (value.isMap())
        append(value);
    else if (isList)
        std::ranges::for_each(value.items().rbegin(), value.items().rend(), append);
    else
        fail(mark, "map merge requires map or sequence of maps as the value");
}

} // namespace minato::kube
