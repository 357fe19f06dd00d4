// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/access_rules.h"

#include "remote/files.h"

#include <QString>
#include <QUrl>

#include <format>

namespace minato::remote {
namespace {

using Kind = Trouble::Kind;

/// Collects what is wrong with one entry.
struct Reporter {
    Place place;
    Entry entry;
    Troubles &troubles;

    void operator()(Kind kind, std::string field = {}, std::string detail = {}) const
    {
        troubles.push_back({kind, place, entry, std::move(field), std::move(detail)});
    }
};

void checkPem(const PemSource &pem, const std::string &field, const Reporter &report)
{
    if (!pem.path.empty() && !pem.data.isEmpty())
        report(Kind::FileAndData, field);
    if (pem.path.empty())
        return;
    if (const auto text = readWholeFile(pem.path); !text)
        report(Kind::PathUnreadable, field, std::format("{}: {}", pem.path, text.error().words));
}

bool isUrl(const QUrl &url)
{
    const bool isHttp =
        url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    return url.isValid() && isHttp && !url.host().isEmpty();
}

/// A server may be "host:port" alone, which is then plain HTTP, whatever the entry says of TLS. "" when it is
/// no address.
std::string addressOf(const std::string &server)
{
    if (isUrl(QUrl(QString::fromStdString(server), QUrl::StrictMode)))
        return server;
    const std::string guessed = "http://" + server;
    const bool isHost =
        !server.contains('/') && isUrl(QUrl(QString::fromStdString(guessed), QUrl::StrictMode));
    return isHost ? guessed : std::string();
}

bool isProxy(const std::string &text)
{
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() &&
           (scheme == QLatin1StringView("http") || scheme == QLatin1StringView("https") ||
            scheme == QLatin1StringView("socks5"));
}

/// Without what stands before the host: a user name and a password.
std::string withoutSecret(const std::string &url)
{
    const auto at = url.rfind('@');
    const auto start = url.find("://");
    if (at == std::string::npos)
        return url;
    return (start == std::string::npos ? "" : url.substr(0, start + 3)) + url.substr(at + 1);
}

void checkExec(const ConfigUser &user, const ExecPlugin &exec, const Reporter &report)
{
    if (!user.authProvider.empty())
        report(Kind::UnsupportedProvider, {}, user.authProvider);
    if (exec.command.empty())
        report(Kind::ProgramLacksField, "command");
    if (exec.apiVersion.empty())
        report(Kind::ProgramLacksField, "apiVersion");
    else if (exec.apiVersion != "client.authentication.k8s.io/v1" &&
             exec.apiVersion != "client.authentication.k8s.io/v1beta1")
        report(Kind::ProgramUnknownVersion, {}, exec.apiVersion);
    for (const auto &[name, value] : exec.environment) {
        if (name.empty())
            report(Kind::ProgramLacksField, "env[].name");
    }
    const std::string &mode = exec.interactiveMode;
    if (mode.empty())
        report(Kind::ProgramLacksField, "interactiveMode");
    else if (mode != "Never" && mode != "IfAvailable" && mode != "Always")
        report(Kind::ProgramUnknownMode, {}, mode);
}

void checkImpersonation(const Impersonation &who, const Reporter &report)
{
    // A header that is there twice is beyond QNetworkRequest, which keeps the last one.
    if (who.groups.size() > 1)
        report(Kind::ImpersonatesMany, "as-groups");
    for (const auto &[key, values] : who.extra) {
        if (values.size() > 1)
            report(Kind::ImpersonatesMany, "as-user-extra." + key);
    }
    if (!who.user.empty())
        return;
    if (!who.uid.empty())
        report(Kind::ImpersonatesNobody, "as-uid");
    if (!who.groups.empty())
        report(Kind::ImpersonatesNobody, "as-groups");
    if (!who.extra.empty())
        report(Kind::ImpersonatesNobody, "as-user-extra");
}

} // namespace

void checkCluster(Access &access, Troubles &troubles)
{
    const ConfigCluster &cluster = access.cluster;
    const Reporter report{cluster.place, access.clusterEntry, troubles};
    if (cluster.server.empty()) {
        report(Kind::ClusterLacksServer);
    } else {
        access.server = addressOf(cluster.server);
        if (access.server.empty())
            report(Kind::ServerNotUrl, {}, withoutSecret(cluster.server));
    }
    if (!cluster.proxyUrl.empty() && !isProxy(cluster.proxyUrl))
        report(Kind::ProxyNotUrl, {}, withoutSecret(cluster.proxyUrl));
    checkPem(cluster.authority, "certificate-authority", report);
    if (cluster.skipsVerification && !cluster.authority.isEmpty())
        report(Kind::AuthorityAndInsecure);
}

void checkUser(const Access &access, Troubles &troubles)
{
    const ConfigUser &user = access.user;
    const Reporter report{user.place, access.userEntry, troubles};
    const bool hasToken = !user.token.isEmpty() || !user.tokenFile.empty();
    if (hasToken && (!user.userName.empty() || !user.password.isEmpty()))
        report(Kind::TwoMethods);
    if (!user.certificate.isEmpty()) {
        checkPem(user.certificate, "client-certificate", report);
        checkPem(user.key, "client-key", report);
        if (user.key.isEmpty())
            report(Kind::CertificateLacksKey);
    }
    if (!user.tokenFile.empty() && user.token.isEmpty()) {
        if (const auto text = readWholeFile(user.tokenFile); !text)
            report(Kind::PathUnreadable, "tokenFile",
                   std::format("{}: {}", user.tokenFile, text.error().words));
    }
    if (user.exec)
        checkExec(user, *user.exec, report);
    else if (!user.authProvider.empty())
        report(Kind::UnsupportedProvider, {}, user.authProvider);
    checkImpersonation(user.impersonation, report);
}

} // namespace minato::remote
