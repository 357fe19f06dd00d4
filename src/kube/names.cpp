// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/names.h"

#include "kube/json.h"

#include <format>

namespace minato::kube {
namespace {

constexpr std::size_t kMaxGeneratedBase = 58;
constexpr std::string_view kHashLabel = "pod-template-hash";

class Fnv1a32 {
public:
    void add(std::string_view bytes)
    {
        for (const char c : bytes)
            m_hash = (m_hash ^ static_cast<unsigned char>(c)) * 16'777'619U;
    }
    [[nodiscard]] std::uint32_t value() const { return m_hash; }

private:
    std::uint32_t m_hash = 2'166'136'261U;
};

/// Go's encoder writes these as escapes, so that JSON may stand in a web page.
std::string escapedForHtml(const std::string &json)
{
    std::string out;
    for (const char c : json) {
        if (c == '<' || c == '>' || c == '&')
            out += std::format("\\u{:04x}", static_cast<unsigned char>(c));
        else
            out += c;
    }
    return out;
}

} // namespace

std::string safeEncode(std::string_view text)
{
    std::string out;
    for (const char c : text)
        out += kNameAlphabet[static_cast<unsigned char>(c) % kNameAlphabet.size()];
    return out;
}

std::string randomSuffix(base::RandomStream &random, int length)
{
    std::string suffix;
    for (int i = 0; i < length; ++i)
        suffix += kNameAlphabet[random.below(kNameAlphabet.size())];
    return suffix;
}

std::string generateName(std::string_view base, base::RandomStream &random)
{
    return std::string(base.substr(0, kMaxGeneratedBase)) + randomSuffix(random);
}

std::string randomUid(base::RandomStream &random)
{
    const std::uint64_t high = random.next();
    const std::uint64_t low = random.next();
    return std::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}", high >> 32, high >> 16 & 0xFFFF, high & 0xFFF,
                       (low >> 48 & 0x3FFF) | 0x8000, low & 0xFFFF'FFFF'FFFF);
}

std::string podTemplateHash(const Value &podTemplate, std::optional<std::int32_t> collisionCount)
{
    Fnv1a32 hash;
    if (podTemplate.at("metadata", "labels").contains(kHashLabel)) {
        Value plain = podTemplate;
        plain.edit("metadata").edit("labels").erase(kHashLabel);
        hash.add(toJson(plain));
    } else {
        hash.add(toJson(podTemplate));
    }
    if (collisionCount) {
        std::string bytes(8, '\0'); // upstream writes 4 bytes into a buffer of 8
        for (std::size_t i = 0; i < 4; ++i)
            bytes[i] = static_cast<char>(static_cast<std::uint32_t>(*collisionCount) >> (8 * i) & 0xFF);
        hash.add(bytes);
    }
    return safeEncode(std::to_string(hash.value()));
}

std::string revisionHash(const Value &data, std::int32_t probe)
{
    std::uint32_t hash = 2'166'136'261U;
    for (const char c : escapedForHtml(toJson(data)) + std::to_string(probe))
        hash = (hash * 16'777'619U) ^ static_cast<unsigned char>(c);
    return safeEncode(std::to_string(hash));
}

} // namespace minato::kube
