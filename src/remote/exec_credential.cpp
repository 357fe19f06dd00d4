// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/exec_credential.h"

#include "kube/base64.h"
#include "kube/json.h"
#include "remote/files.h"

#include <format>

namespace minato::remote {
namespace {

using kube::Value;
using Kind = Trouble::Kind;

void putText(Value &map, std::string_view key, const std::string &text)
{
    if (!text.empty())
        map.set(key, text);
}

/// The authority travels whole: the program may not know the path.
std::string authorityOf(const ConfigCluster &cluster)
{
    if (cluster.authority.path.empty())
        return cluster.authority.data.expose();
    return readWholeFile(cluster.authority.path).value_or(std::string());
}

Value clusterInfo(const Access &access)
{
    const ConfigCluster &cluster = access.cluster;
    Value info = Value::map({{"server", access.server}});
    putText(info, "tls-server-name", cluster.tlsServerName);
    putText(info, "proxy-url", cluster.proxyUrl);
    putText(info, "certificate-authority-data", kube::encodeBase64(authorityOf(cluster)));
    if (cluster.skipsVerification)
        info.set("insecure-skip-tls-verify", true);
    if (cluster.wantsNoCompression)
        info.set("disable-compression", true);
    info.set("config", cluster.execExtension);
    return info;
}

std::unexpected<Troubles> trouble(const Access &access, Kind kind, std::string field = {},
                                  std::string detail = {})
{
    return std::unexpected(
        Troubles{{kind, access.user.place, access.userEntry, std::move(field), std::move(detail)}});
}

} // namespace

std::string execInfoOf(const Access &access)
{
    const ExecPlugin &exec = *access.user.exec;
    Value spec = Value::map({{"interactive", false}});
    if (exec.wantsClusterInfo)
        spec.set("cluster", clusterInfo(access));
    return kube::toJson(
        Value::map({{"kind", "ExecCredential"}, {"apiVersion", exec.apiVersion}, {"spec", std::move(spec)}}));
}

Checked<ExecCredential> readExecCredential(const Access &access, std::string_view text)
{
    const auto parsed = kube::parseJson(text);
    if (!parsed || !parsed->isMap())
        return trouble(access, Kind::ProgramAnswerNoJson);
    const Value &answer = *parsed;
    const std::string_view version = answer["apiVersion"].asString(), kind = answer["kind"].asString();
    const std::string &wanted = access.user.exec->apiVersion;
    if (version != wanted || kind != "ExecCredential")
        return trouble(access, Kind::ProgramAnswerVersion, {},
                       std::format("{} {} / {} ExecCredential", version, kind, wanted));
    const Value &status = answer["status"];
    ExecCredential credential;
    credential.token = Secret(std::string(status["token"].asString()));
    credential.expires = base::parseRfc3339(status["expirationTimestamp"].asString());
    const Secret certificate{std::string(status["clientCertificateData"].asString())};
    const Secret key{std::string(status["clientKeyData"].asString())};
    if (certificate.isEmpty() != key.isEmpty())
        return trouble(access, Kind::ProgramAnswerHalf);
    if (credential.token.isEmpty() && key.isEmpty())
        return trouble(access, Kind::ProgramAnswerEmpty);
    if (key.isEmpty())
        return credential;
    auto read = readCertificate(certificate, key);
    if (!read)
        return trouble(access, read.error().kind, read.error().field, read.error().detail);
    credential.certificate = *std::move(read);
    return credential;
}

} // namespace minato::remote
