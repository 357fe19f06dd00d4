// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml_scanner.h"

#include <algorithm>

namespace minato::kube {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

bool YamlScanner::fetchDirective()
{
    unrollIndent(-1);
    if (!removeKey())
        return false;
    m_canBeKey = false;
    YamlToken token{.mark = m_mark};
    std::string name;
    skip();
    if (!scanDirectiveName(name))
        return false;
    if (name == "YAML") {
        token.type = YamlTokenType::VersionDirective;
        if (!scanVersion(token))
            return false;
    } else if (name == "TAG") {
        token.type = YamlTokenType::TagDirective;
        if (!scanTagDirective(token))
            return false;
    } else {
        return fail("found unknown directive name");
    }
    if (!endDirective())
        return false;
    m_tokens.push_back(std::move(token));
    return true;
}

bool YamlScanner::scanDirectiveName(std::string &name)
{
    while (isWordCharacter(at()))
        read(name);
    if (name.empty())
        return fail("could not find expected directive name");
    return isBlankOrEnd() || fail("found unexpected non-alphabetical character");
}

bool YamlScanner::scanVersion(YamlToken &token)
{
    skipBlanks();
    if (!scanVersionNumber(token.text))
        return false;
    if (at() != '.')
        return fail("did not find expected digit or '.' character");
    read(token.text);
    return scanVersionNumber(token.text);
}

bool YamlScanner::scanVersionNumber(std::string &digits)
{
    int length = 0;
    for (; isDigit(at()); ++length) {
        if (length == 2)
            return fail("found extremely long version number");
        read(digits);
    }
    return length > 0 || fail("did not find expected version number");
}

bool YamlScanner::scanTagDirective(YamlToken &token)
{
    skipBlanks();
    if (!scanTagHandle(true, token.text))
        return false;
    if (!isBlank())
        return fail("did not find expected whitespace");
    skipBlanks();
    if (!scanTagUri({}, token.suffix))
        return false;
    return isBlankOrEnd() || fail("did not find expected whitespace or line break");
}

bool YamlScanner::endDirective()
{
    skipBlanks();
    skipComment();
    if (!isBreakOrEnd())
        return fail("did not find expected comment or line break");
    skipLine();
    return true;
}

bool YamlScanner::scanAnchor(YamlToken &token)
{
    skip();
    while (isWordCharacter(at()))
        read(token.text);
    const bool isEnded = isBlankOrEnd() || std::string_view("?:,]}%@`").contains(at());
    return (!token.text.empty() && isEnded) || fail("did not find expected alphabetic or numeric character");
}

bool YamlScanner::scanTag(YamlToken &token)
{
    if (at(1) == '<') {
        skip(2);
        if (!scanTagUri({}, token.suffix))
            return false;
        if (at() != '>')
            return fail("did not find the expected '>'");
        skip();
    } else {
        std::string handle;
        if (!scanTagHandle(false, handle))
            return false;
        const bool isNamed = handle.size() > 1 && handle.ends_with('!');
        if (!scanTagUri(isNamed ? "" : handle, token.suffix))
            return false;
        token.text = isNamed ? handle : "!";
        if (!isNamed && token.suffix.empty()) // "!" alone
            std::swap(token.text, token.suffix);
    }
    return isBlankOrEnd() || fail("did not find expected whitespace or line break");
}

bool YamlScanner::scanTagHandle(bool isDirective, std::string &handle)
{
    if (at() != '!')
        return fail("did not find expected '!'");
    read(handle);
    while (isWordCharacter(at()))
        read(handle);
    if (at() == '!')
        read(handle);
    else if (isDirective && handle != "!")
        return fail("did not find expected '!'");
    return true;
}

/// `head` is what was read for a handle but belongs to the URI, with its '!'.
bool YamlScanner::scanTagUri(std::string_view head, std::string &uri)
{
    bool hasTag = !head.empty();
    uri = head.substr(std::min<std::size_t>(1, head.size()));
    while (isWordCharacter(at()) || (!isEnd() && std::string_view(";/?:@&=+$,.!~*'()[]%").contains(at()))) {
        if (at() == '%') {
            if (!scanUriEscape(uri))
                return false;
        } else {
            read(uri);
        }
        hasTag = true;
    }
    return hasTag || fail("did not find expected tag URI");
}

/// One character, as "%XX" for each of its bytes.
bool YamlScanner::scanUriEscape(std::string &uri)
{
    int left = 0;
    do {
        const int high = hexValue(at(1)), low = hexValue(at(2));
        if (at() != '%' || high < 0 || low < 0)
            return fail("did not find URI escaped octet");
        const auto octet = static_cast<unsigned char>(high << 4 | low);
        if (left == 0) {
            left = octet < 0x80             ? 1
                   : (octet & 0xE0) == 0xC0 ? 2
                   : (octet & 0xF0) == 0xE0 ? 3
                   : (octet & 0xF8) == 0xF0 ? 4
                                            : 0;
            if (left == 0)
                return fail("found an incorrect leading UTF-8 octet");
        } else if ((octet & 0xC0) != 0x80) {
            return fail("found an incorrect trailing UTF-8 octet");
        }
        uri += static_cast<char>(octet);
        skip(3);
    } while (--left > 0);
    return true;
}

} // namespace minato::kube
