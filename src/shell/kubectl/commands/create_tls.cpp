// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// kubectl create secret tls. Mirrors kubectl/pkg/cmd/create (create_secret_tls.go) and what Go's tls.X509KeyPair says of
// text that is no certificate or no key, or of a key that is another certificate's.
#include "kube/base64.h"
#include "shell/kubectl/commands/create.h"
#include "shell/kubectl/key_pair.h"
#include "shell/kubectl/name_hash.h"

#include <algorithm>
#include <cctype>

namespace minato::shell::kubectl {
namespace {

using kube::Value;

/// One of the PEM blocks of a text.
struct PemBlock {
    std::string type; ///< "CERTIFICATE", "PRIVATE KEY"
    std::string der;
};

std::vector<PemBlock> pemBlocks(std::string_view text)
{
    constexpr std::string_view kBegin = "-----BEGIN ", kDashes = "-----";
    std::vector<PemBlock> blocks;
    for (std::size_t at = text.find(kBegin); at != std::string_view::npos; at = text.find(kBegin)) {
        text.remove_prefix(at + kBegin.size());
        const std::size_t end = text.find(kDashes);
        if (end == std::string_view::npos)
            break;
        const std::string type(text.substr(0, end));
        const std::size_t close = text.find("-----END " + type + "-----");
        if (close == std::string_view::npos)
            continue;
        std::string body(text.substr(end + kDashes.size(), close - end - kDashes.size()));
        std::erase_if(body, [](unsigned char c) { return std::isspace(c) != 0; });
        if (auto der = kube::decodeBase64(body))
            blocks.push_back({type, *std::move(der)});
    }
    return blocks;
}

bool isKey(const PemBlock &block)
{
    return block.type == "PRIVATE KEY" || block.type.ends_with(" PRIVATE KEY");
}

bool isCertificate(const PemBlock &block)
{
    return block.type == "CERTIFICATE";
}

/// "[CERTIFICATE REQUEST X]", as Go prints a list.
std::string listedTypes(const std::vector<PemBlock> &blocks)
{
    std::string text;
    for (const PemBlock &block : blocks)
        text += (text.empty() ? "" : " ") + block.type;
    return "[" + text + "]";
}

/// The first certificate, as DER.
Result<std::string> findCertificate(std::string_view text)
{
    const auto blocks = pemBlocks(text);
    if (const auto found = std::ranges::find_if(blocks, isCertificate); found != blocks.end())
        return found->der;
    if (blocks.empty())
        return std::unexpected(Error("tls: failed to find any PEM data in certificate input"));
    if (blocks.size() == 1 && isKey(blocks.front()))
        return std::unexpected(
            Error("tls: failed to find certificate PEM data in certificate input, but did find a "
                  "private key; PEM inputs may have been switched"));
    return std::unexpected(
        Error("tls: failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM "
              "blocks of the following types: " +
              listedTypes(blocks)));
}

/// The first private key, as DER.
Result<std::string> findKey(std::string_view text)
{
    const auto blocks = pemBlocks(text);
    if (const auto found = std::ranges::find_if(blocks, isKey); found != blocks.end())
        return found->der;
    if (blocks.empty())
        return std::unexpected(Error("tls: failed to find any PEM data in key input"));
    if (blocks.size() == 1 && isCertificate(blocks.front()))
        return std::unexpected(
            Error("tls: found a certificate rather than a key in the PEM for the private key"));
    return std::unexpected(
        Error("tls: failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after "
              "skipping PEM blocks of the following types: " +
              listedTypes(blocks)));
}

Result<std::string> readFile(const Session &session, const std::string &path)
{
    auto text = session.services().files.read(Files::resolve(path, session.process().folder), path);
    if (text)
        return *std::move(text);
    std::string why = text.error();
    why.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(why.front())));
    const char *verb = why == "is a directory" ? "read " : "open ";
    return std::unexpected(Error("Cannot read file " + path + ", " + verb + path + ": " + why));
}

Result<Value> tlsSecretOf(const Session &session, const std::string &name)
{
    const Flags &flags = session.flags();
    if (flags.text("key").empty() || flags.text("cert").empty())
        return std::unexpected(Error("key and cert must be specified"));
    const auto certificate = readFile(session, flags.text("cert"));
    if (!certificate)
        return std::unexpected(certificate.error());
    const auto key = readFile(session, flags.text("key"));
    if (!key)
        return std::unexpected(key.error());
    const auto certificateDer = findCertificate(*certificate);
    if (!certificateDer)
        return std::unexpected(certificateDer.error());
    const auto keyDer = findKey(*key);
    if (!keyDer)
        return std::unexpected(keyDer.error());
    if (const auto fits = checkKeyPair(*certificateDer, *keyDer); !fits)
        return std::unexpected(Error(fits.error()));
    Value object = namedObject(session, "v1", "Secret", name);
    object.set("type", "kubernetes.io/tls");
    object.set("data", Value::map({{"tls.crt", kube::encodeBase64(*certificate)},
                                   {"tls.key", kube::encodeBase64(*key)}}));
    if (flags.isTrue("append-hash"))
        object.edit("metadata").set("name", name + "-" + nameHash(object));
    return object;
}

client::Task<int> runCreateTlsSecret(Session &session)
{
    return runCreation(
        session,
        {.type = kube::resources::kSecrets, .failure = "failed to create secret ", .object = tlsSecretOf});
}

constexpr FlagSpec kTlsFlags[]{
    {"cert", 0, FlagType::Text, "", "The file with the certificate, as PEM."},
    {"key", 0, FlagType::Text, "", "The file with its private key, as PEM."},
    {"append-hash", 0, FlagType::Bool, "false", "Append a hash of the content to the name."},
};

} // namespace

const Command kCreateSecretTls{
    .path = "create secret tls",
    .usage = "NAME --cert=path/to/cert/file --key=path/to/key/file [--dry-run=server|client|none]",
    .brief = "Create a TLS secret",
    .text = "Makes a Secret from a certificate and its private key.",
    .examples = "kubectl create secret tls shop --cert=shop.crt --key=shop.key",
    .flags = creationFlags(kTlsFlags),
    .run = runCreateTlsSecret,
};

} // namespace minato::shell::kubectl
