// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml_parser.h"

#include <algorithm>
#include <format>

namespace minato::kube {
namespace {

constexpr int kMaxDepth = 512;

} // namespace

std::optional<YamlFailure> YamlParser::parse()
{
    if (document() || m_hasUnknownAnchor)
        return std::nullopt;
    return m_failure ? m_failure : m_scanner.failure();
}

std::optional<YamlParser::Type> YamlParser::peek()
{
    const YamlToken *token = m_scanner.peek();
    return token == nullptr ? std::nullopt : std::optional(token->type);
}

std::optional<YamlParser::Type> YamlParser::next()
{
    m_scanner.pop();
    return peek();
}

bool YamlParser::fail(YamlMark mark, std::string message)
{
    m_failure = YamlFailure{mark, std::move(message), YamlFailure::Origin::Parser};
    return false;
}

bool YamlParser::emptyScalar(YamlMark mark)
{
    m_events.onScalar({.mark = mark, .anchor = {}, .tag = {}}, "", true);
    return true;
}

bool YamlParser::document()
{
    auto type = peek();
    if (!type)
        return false;
    m_start = mark();
    if (type == Type::StreamEnd)
        return true;
    if (type == Type::VersionDirective || type == Type::TagDirective || type == Type::DocumentStart) {
        if (!directives())
            return false;
        if (peek() != Type::DocumentStart)
            return peek() && fail(mark(), "did not find expected <document start>");
        type = next();
        if (!type)
            return false;
        const bool isEmpty = type == Type::VersionDirective || type == Type::TagDirective ||
                             type == Type::DocumentStart || type == Type::DocumentEnd ||
                             type == Type::StreamEnd;
        if (isEmpty)
            return true;
    } else if (!directives()) {
        return false;
    }
    return node(true, false) && peek();
}

bool YamlParser::directives()
{
    bool hasVersion = false;
    for (auto type = peek(); type != Type::DocumentStart; type = next()) {
        if (!type)
            return false;
        if (type != Type::VersionDirective && type != Type::TagDirective)
            break;
        const YamlToken &token = *m_scanner.peek();
        if (!(type == Type::TagDirective ? tagDirective(token) : versionDirective(token, hasVersion)))
            return false;
    }
    const auto addDefault = [this](std::string handle, std::string prefix) {
        if (!std::ranges::contains(m_tagHandles, handle, &std::pair<std::string, std::string>::first))
            m_tagHandles.emplace_back(std::move(handle), std::move(prefix));
    };
    addDefault("!", "!");
    addDefault("!!", "tag:yaml.org,2002:");
    return true;
}

bool YamlParser::versionDirective(const YamlToken &token, bool &hasVersion)
{
    if (std::exchange(hasVersion, true))
        return fail(token.mark, "found duplicate %YAML directive");
    return token.text == "1.1" || fail(token.mark, "found incompatible YAML document");
}

bool YamlParser::tagDirective(const YamlToken &token)
{
    if (std::ranges::contains(m_tagHandles, token.text, &std::pair<std::string, std::string>::first))
        return fail(token.mark, "found duplicate %TAG directive");
    m_tagHandles.emplace_back(token.text, token.suffix);
    return true;
}

bool YamlParser::resolveTag(const YamlToken &token, std::string &tag)
{
    if (token.text.empty()) {
        tag = token.suffix;
        return true;
    }
    const auto handle =
        std::ranges::find(m_tagHandles, token.text, &std::pair<std::string, std::string>::first);
    if (handle == m_tagHandles.end())
        return fail(token.mark, "found undefined tag handle");
    tag = handle->second + token.suffix;
    return true;
}

/// An anchor and a tag, in any order, each at most once.
bool YamlParser::properties(YamlProperties &result)
{
    bool hasAnchor = false, hasTag = false;
    for (auto type = peek();; type = next()) {
        if (!type)
            return false;
        const YamlToken &token = *m_scanner.peek();
        if (!hasAnchor && !hasTag)
            result.mark = token.mark;
        if (type == Type::Anchor && !std::exchange(hasAnchor, true)) {
            result.anchor = token.text;
        } else if (type == Type::Tag && !std::exchange(hasTag, true)) {
            if (!resolveTag(token, result.tag))
                return false;
        } else {
            return true;
        }
    }
}

bool YamlParser::node(bool isBlock, bool canBeIndentless)
{
    if (peek() == Type::Alias) {
        m_hasUnknownAnchor = !m_events.onAlias(mark(), m_scanner.peek()->text);
        m_scanner.pop();
        return !m_hasUnknownAnchor;
    }
    YamlProperties result;
    if (m_depth == kMaxDepth)
        return peek() && fail(mark(), std::format("exceeded max depth of {}", kMaxDepth));
    ++m_depth;
    const bool isRead = properties(result) && nodeContent(result, isBlock, canBeIndentless);
    --m_depth;
    return isRead;
}

bool YamlParser::nodeContent(const YamlProperties &properties, bool isBlock, bool canBeIndentless)
{
    const auto type = peek();
    if (canBeIndentless && type == Type::BlockEntry)
        return indentlessSequence(properties);
    if (type == Type::Scalar)
        return scalar(properties);
    if (type == Type::FlowSequenceStart)
        return flowSequence(properties);
    if (type == Type::FlowMapStart)
        return flowMap(properties);
    if (isBlock && type == Type::BlockSequenceStart)
        return blockSequence(properties);
    if (isBlock && type == Type::BlockMapStart)
        return blockMap(properties);
    if (properties.anchor.empty() && properties.tag.empty())
        return fail(mark(), "did not find expected node content");
    m_events.onScalar(properties, "", properties.tag.empty());
    return true;
}

bool YamlParser::scalar(const YamlProperties &properties)
{
    const YamlToken &token = *m_scanner.peek();
    m_events.onScalar(properties, token.text, token.isPlain);
    m_scanner.pop();
    return true;
}

bool YamlParser::blockSequence(const YamlProperties &properties)
{
    m_events.onSequenceStart(properties);
    const auto type =
        entries(next(), [](Type after) { return after == Type::BlockEntry || after == Type::BlockEnd; });
    if (!type)
        return false;
    if (type != Type::BlockEnd)
        return fail(mark(), "did not find expected '-' indicator");
    m_scanner.pop();
    m_events.onCollectionEnd();
    return true;
}

/// Entries, as long as there are dashes; what comes after them, or nothing after a failure. `isEmpty` tells
/// by what comes after a dash that nothing stands there.
std::optional<YamlTokenType> YamlParser::entries(std::optional<Type> type, bool (*isEmpty)(Type after))
{
    while (type == Type::BlockEntry) {
        const YamlMark entry = mark();
        type = next();
        if (!type || !(isEmpty(*type) ? emptyScalar(entry) : node(true, false)))
            return std::nullopt;
        type = peek();
    }
    return type;
}

/// A sequence whose dashes stand right below the key.
bool YamlParser::indentlessSequence(const YamlProperties &properties)
{
    m_events.onSequenceStart(properties);
    const auto endsEntry = [](Type after) {
        return after == Type::BlockEntry || after == Type::Key || after == Type::Value ||
               after == Type::BlockEnd;
    };
    if (!entries(peek(), endsEntry))
        return false;
    m_events.onCollectionEnd();
    return true;
}

bool YamlParser::blockMap(const YamlProperties &properties)
{
    m_events.onMapStart(properties);
    auto type = next();
    while (type == Type::Key) {
        const YamlMark key = mark();
        type = next();
        if (!type)
            return false;
        const bool isEmpty = type == Type::Key || type == Type::Value || type == Type::BlockEnd;
        if (!(isEmpty ? emptyScalar(key) : node(true, true)) || !blockMapValue())
            return false;
        type = peek();
    }
    if (!type)
        return false;
    if (type != Type::BlockEnd)
        return fail(mark(), "did not find expected key");
    m_scanner.pop();
    m_events.onCollectionEnd();
    return true;
}

bool YamlParser::blockMapValue()
{
    auto type = peek();
    if (!type)
        return false;
    const YamlMark place = mark();
    if (type != Type::Value)
        return emptyScalar(place);
    type = next();
    if (!type)
        return false;
    const bool isEmpty = type == Type::Key || type == Type::Value || type == Type::BlockEnd;
    return isEmpty ? emptyScalar(place) : node(true, true);
}

bool YamlParser::flowSequence(const YamlProperties &properties)
{
    m_events.onSequenceStart(properties);
    auto type = next();
    for (bool isFirst = true; type && type != Type::FlowSequenceEnd; isFirst = false) {
        if (!isFirst) {
            if (type != Type::FlowEntry)
                return fail(mark(), "did not find expected ',' or ']'");
            type = next();
        }
        if (!type)
            return false;
        if (type == Type::FlowSequenceEnd)
            break;
        if (!(type == Type::Key ? flowPair(mark()) : node(false, false)))
            return false;
        type = peek();
    }
    if (!type)
        return false;
    m_scanner.pop();
    m_events.onCollectionEnd();
    return true;
}

/// A map of one entry within a flow sequence: "[a: b]".
bool YamlParser::flowPair(YamlMark place)
{
    m_events.onMapStart({.mark = place, .anchor = {}, .tag = {}});
    const auto type = next();
    if (!type)
        return false;
    if (type != Type::Value && type != Type::FlowEntry && type != Type::FlowSequenceEnd) {
        if (!node(false, false))
            return false;
    } else {
        const YamlMark key = mark();
        m_scanner.pop(); // upstream takes the token here too
        if (!emptyScalar(key))
            return false;
    }
    if (!flowValue(Type::FlowSequenceEnd))
        return false;
    m_events.onCollectionEnd();
    return true;
}

/// ": value", or nothing for null.
bool YamlParser::flowValue(Type end)
{
    auto type = peek();
    if (!type)
        return false;
    const YamlMark place = mark();
    if (type != Type::Value)
        return emptyScalar(place);
    type = next();
    if (!type)
        return false;
    return type == Type::FlowEntry || type == end ? emptyScalar(mark()) : node(false, false);
}

bool YamlParser::flowMap(const YamlProperties &properties)
{
    m_events.onMapStart(properties);
    auto type = next();
    for (bool isFirst = true; type && type != Type::FlowMapEnd; isFirst = false) {
        if (!isFirst) {
            if (type != Type::FlowEntry)
                return fail(mark(), "did not find expected ',' or '}'");
            type = next();
        }
        if (!type)
            return false;
        if (type == Type::FlowMapEnd)
            break;
        if (!flowMapEntry())
            return false;
        type = peek();
    }
    if (!type)
        return false;
    m_scanner.pop();
    m_events.onCollectionEnd();
    return true;
}

bool YamlParser::flowMapEntry()
{
    if (peek() != Type::Key) // "{a, b}": keys alone
        return node(false, false) && peek() && emptyScalar(mark());
    const auto type = next();
    if (!type)
        return false;
    const bool isEmpty = type == Type::Value || type == Type::FlowEntry || type == Type::FlowMapEnd;
    return (isEmpty ? emptyScalar(mark()) : node(false, false)) && flowValue(Type::FlowMapEnd);
}

} // namespace minato::kube
