// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/key_pair.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace minato::shell::kubectl {
namespace {

using namespace std::string_view_literals;

/// Tags of DER (X.690).
constexpr unsigned char kInteger = 0x02, kBits = 0x03, kBytes = 0x04, kIdentifier = 0x06, kSequence = 0x30,
                        kVersion = 0xa0, kPublicPart = 0xa1;

constexpr std::string_view kRsa = "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01"sv,
                           kElliptic = "\x2a\x86\x48\xce\x3d\x02\x01"sv, kEd25519 = "\x2b\x65\x70"sv;

struct Element {
    unsigned char tag = 0;
    std::string_view content;
};

/// Takes the first element off; nullopt: that is no DER.
std::optional<Element> take(std::string_view &der)
{
    if (der.size() < 2)
        return std::nullopt;
    const auto byte = [&der](std::size_t i) { return static_cast<unsigned char>(der[i]); };
    std::size_t size = byte(1), head = 2;
    if (size >= 0x80) {
        const std::size_t count = size & 0x7fU;
        if (count == 0 || count > 4 || der.size() < 2 + count)
            return std::nullopt;
        size = 0;
        for (std::size_t i = 0; i < count; ++i)
            size = size << 8U | byte(2 + i);
        head += count;
    }
    if (der.size() - head < size)
        return std::nullopt;
    const Element element{byte(0), der.substr(head, size)};
    der.remove_prefix(head + size);
    return element;
}

/// The same when it has that tag.
std::optional<std::string_view> take(std::string_view &der, unsigned char tag)
{
    std::string_view rest = der;
    const auto element = take(rest);
    if (!element || element->tag != tag)
        return std::nullopt;
    der = rest;
    return element->content;
}

enum class Algorithm : std::uint8_t { Rsa, Elliptic, Ed25519, Other };

/// What tells one key from another: the modulus, the point; empty: not known.
struct PublicKey {
    Algorithm algorithm = Algorithm::Other;
    std::string_view value;
};

Algorithm algorithmOf(std::string_view identifier)
{
    return identifier == kRsa        ? Algorithm::Rsa
           : identifier == kElliptic ? Algorithm::Elliptic
           : identifier == kEd25519  ? Algorithm::Ed25519
                                     : Algorithm::Other;
}

std::string_view withoutZeros(std::string_view number)
{
    number.remove_prefix(std::min(number.find_first_not_of('\0'), number.size()));
    return number;
}

/// A BIT STRING of whole bytes.
std::string_view bitsOf(std::string_view content)
{
    return content.empty() ? content : content.substr(1);
}

/// SubjectPublicKeyInfo (RFC 5280).
std::optional<PublicKey> publicKeyOf(std::string_view info)
{
    auto algorithm = take(info, kSequence);
    const auto bits = take(info, kBits);
    const auto identifier = algorithm ? take(*algorithm, kIdentifier) : std::nullopt;
    if (!identifier || !bits)
        return std::nullopt;
    PublicKey key{algorithmOf(*identifier), bitsOf(*bits)};
    if (key.algorithm != Algorithm::Rsa)
        return key;
    std::string_view numbers = key.value;
    auto pair = take(numbers, kSequence);
    const auto modulus = pair ? take(*pair, kInteger) : std::nullopt;
    if (!modulus)
        return std::nullopt;
    key.value = withoutZeros(*modulus);
    return key;
}

/// Of a Certificate (RFC 5280): version, number, algorithm, issuer, validity and subject stand before its key.
std::optional<PublicKey> keyOfCertificate(std::string_view der)
{
    auto whole = take(der, kSequence);
    auto body = whole ? take(*whole, kSequence) : std::nullopt;
    if (!body)
        return std::nullopt;
    static_cast<void>(take(*body, kVersion));
    if (!take(*body, kInteger))
        return std::nullopt;
    for (int i = 0; i < 4; ++i)
        if (!take(*body, kSequence))
            return std::nullopt;
    const auto info = take(*body, kSequence);
    return info ? publicKeyOf(*info) : std::nullopt;
}

/// RSAPrivateKey (RFC 8017): version, modulus, seven numbers more.
std::optional<PublicKey> rsaKey(std::string_view der)
{
    auto body = take(der, kSequence);
    if (!body || !take(*body, kInteger))
        return std::nullopt;
    const auto modulus = take(*body, kInteger);
    for (int i = 0; modulus && i < 7; ++i)
        if (!take(*body, kInteger))
            return std::nullopt;
    return modulus ? std::optional(PublicKey{Algorithm::Rsa, withoutZeros(*modulus)}) : std::nullopt;
}

/// ECPrivateKey (RFC 5915): version, secret, and perhaps its curve and its public part.
std::optional<PublicKey> ellipticKey(std::string_view der)
{
    auto body = take(der, kSequence);
    if (!body || !take(*body, kInteger) || !take(*body, kBytes))
        return std::nullopt;
    static_cast<void>(take(*body, kVersion)); // its curve has the same tag
    auto part = take(*body, kPublicPart);
    const auto bits = part ? take(*part, kBits) : std::nullopt;
    return PublicKey{Algorithm::Elliptic, bits ? bitsOf(*bits) : std::string_view()};
}

/// PrivateKeyInfo (RFC 5208).
std::optional<PublicKey> wrappedKey(std::string_view der)
{
    auto body = take(der, kSequence);
    if (!body || !take(*body, kInteger))
        return std::nullopt;
    auto algorithm = take(*body, kSequence);
    const auto inner = take(*body, kBytes);
    const auto identifier = algorithm ? take(*algorithm, kIdentifier) : std::nullopt;
    if (!identifier || !inner)
        return std::nullopt;
    switch (algorithmOf(*identifier)) {
    case Algorithm::Rsa:
        return rsaKey(*inner);
    case Algorithm::Elliptic:
        return ellipticKey(*inner);
    case Algorithm::Ed25519:
        return PublicKey{Algorithm::Ed25519, {}};
    case Algorithm::Other:
        break;
    }
    return std::nullopt;
}

std::optional<PublicKey> keyOfPrivateKey(std::string_view der)
{
    for (const auto read : {rsaKey, wrappedKey, ellipticKey})
        if (auto key = read(der))
            return key;
    return std::nullopt;
}

} // namespace

std::expected<void, std::string> checkKeyPair(std::string_view certificate, std::string_view key)
{
    const auto open = keyOfCertificate(certificate);
    if (!open)
        return std::unexpected("x509: malformed certificate");
    const auto secret = keyOfPrivateKey(key);
    if (!secret)
        return std::unexpected("tls: failed to parse private key");
    if (open->algorithm == Algorithm::Other)
        return std::unexpected("tls: unknown public key algorithm");
    if (open->algorithm != secret->algorithm)
        return std::unexpected("tls: private key type does not match public key type");
    if (!secret->value.empty() && secret->value != open->value)
        return std::unexpected("tls: private key does not match public key");
    return {};
}

} // namespace minato::shell::kubectl
