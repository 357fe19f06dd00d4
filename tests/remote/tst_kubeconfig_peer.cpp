// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/base64.h"
#include "kube/json.h"
#include "remote/access.h"
#include "remote/config_folder.h"
#include "remote/kubeconfig_files.h"
#include "remote/real_kubectl.h"
#include "support/test_registry.h"

#include <format>

using namespace minato;
using namespace minato::remote;
using tests::ConfigFolder;
using tests::KubectlRun;
using Kind = Trouble::Kind;

namespace {

void put(kube::Value &map, const char *key, const std::string &text)
{
    if (!text.empty())
        map.set(key, text);
}

void putPem(kube::Value &map, const std::string &key, const PemSource &pem)
{
    put(map, key.c_str(), pem.path);
    put(map, (key + "-data").c_str(), kube::encodeBase64(pem.data.expose()));
}

kube::Value toValue(const ConfigCluster &cluster)
{
    kube::Value map = kube::Value::map({{"server", cluster.server}});
    put(map, "tls-server-name", cluster.tlsServerName);
    put(map, "proxy-url", cluster.proxyUrl);
    putPem(map, "certificate-authority", cluster.authority);
    if (cluster.skipsVerification)
        map.set("insecure-skip-tls-verify", true);
    if (cluster.wantsNoCompression)
        map.set("disable-compression", true);
    return map;
}

kube::Value toValue(const ExecPlugin &exec)
{
    kube::Value map = kube::Value::map({{"command", exec.command},
                                        {"provideClusterInfo", exec.wantsClusterInfo},
                                        {"args", nullptr},
                                        {"env", nullptr}});
    put(map, "apiVersion", exec.apiVersion);
    put(map, "interactiveMode", exec.interactiveMode);
    put(map, "installHint", exec.installHint);
    for (const std::string &argument : exec.args)
        map.edit("args").push(argument);
    for (const auto &[name, value] : exec.environment)
        map.edit("env").push(kube::Value::map({{"name", name}, {"value", value.expose()}}));
    return map;
}

kube::Value toValue(const ConfigUser &user)
{
    kube::Value map = kube::Value::emptyMap();
    putPem(map, "client-certificate", user.certificate);
    putPem(map, "client-key", user.key);
    put(map, "token", user.token.expose());
    put(map, "tokenFile", user.tokenFile);
    put(map, "username", user.userName);
    put(map, "password", user.password.expose());
    put(map, "as", user.impersonation.user);
    if (user.exec)
        map.set("exec", toValue(*user.exec));
    return map;
}

kube::Value toValue(const ConfigContext &context)
{
    kube::Value map = kube::Value::map({{"cluster", context.cluster}, {"user", context.user}});
    put(map, "namespace", context.ns);
    return map;
}

template <class Entries>
kube::Value listOf(const Entries &entries, const char *content)
{
    kube::Value list;
    for (const auto &[name, entry] : entries)
        list.push(kube::Value::map({{"name", name}, {content, toValue(entry)}}));
    return list;
}

/// As `kubectl config view --raw -o json` prints it.
std::string viewOf(const Kubeconfig &config)
{
    return kube::toJson(kube::Value::map({{"kind", "Config"},
                                          {"apiVersion", "v1"},
                                          {"preferences", kube::Value::emptyMap()},
                                          {"current-context", config.currentContext},
                                          {"clusters", listOf(config.clusters, "cluster")},
                                          {"users", listOf(config.users, "user")},
                                          {"contexts", listOf(config.contexts, "context")}}));
}

std::string compact(const std::string &json)
{
    const auto value = kube::parseJson(json);
    return value ? kube::toJson(*value) : "no JSON: " + json;
}

constexpr std::string_view kFirst = R"(
clusters:
- name: c
  cluster: {server: 'https://a:1', certificate-authority: /pki/a.pem}
users:
- name: u
  user: {token: ta}
contexts:
- name: x
  context: {cluster: c, user: u, namespace: one}
)";

constexpr std::string_view kSecond = R"(
current-context: yy
clusters:
- {name: c, cluster: {server: 'https://b:1', tls-server-name: zz, insecure-skip-tls-verify: true}}
- {name: d, cluster: {server: 'https://d:1', certificate-authority-data: Q0E=, proxy-url: 'http://p:1'}}
- {name: e, cluster: {disable-compression: true}}
- name: f
users:
- {name: u, user: {username: me, password: '12'}}
- {name: v, user: {client-certificate-data: Q0E=, client-key: /pki/key, as: bob, tokenFile: /run/t}}
- name: w
  user:
    exec: {command: login, apiVersion: client.authentication.k8s.io/v1beta1, args: [a, '1'], installHint: 'buy it'}
- name: z
  user: {exec: {command: login, apiVersion: client.authentication.k8s.io/v1, env: [{name: NN, value: v}]}}
contexts:
- {name: x, context: {cluster: d, user: v}}
- {name: yy, context: {cluster: d, user: v}}
)";

/// Whether kubectl took the kubeconfig and went to the server, where nobody listens.
bool wentToServer(const KubectlRun &run)
{
    return run.status != 0 && (run.err.contains("was refused") || run.err.contains("connection refused"));
}

std::string configOf(const std::string &cluster, const std::string &user, const std::string &context)
{
    return std::format(
        "current-context: a\nclusters: [{{name: c, cluster: {}}}]\nusers: [{{name: u, user: {}}}]\n"
        "contexts: [{{name: a, context: {}}}]\n",
        cluster, user, context);
}

} // namespace

/// What a real kubectl makes of the same files.
class TestKubeconfigPeer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMergedList_isWhatKubectlShows()
    {
        const ConfigFolder folder;
        const std::string first = folder.write("first", kFirst);
        const std::string second = folder.write("deep/second", kSecond);
        const std::string third =
            folder.write("third", "current-context: z\nusers: [{name: t}]\nunknown: 1\n");
        for (const std::string &list :
             {std::format("{}:{}::{}:{}:{}", first, folder.path("none"), second, third, first),
              std::format("{}:{}:{}", third, second, first), second}) {
            const KubectlRun run =
                tests::runKubectl({QStringLiteral("config"), QStringLiteral("view"), QStringLiteral("--raw"),
                                   QStringLiteral("-o"), QStringLiteral("json")},
                                  list);
            QVERIFY2(run.status == 0, run.err.c_str());
            const auto ours = loadKubeconfig({"", list, ""});
            QVERIFY(ours);
            QCOMPARE(viewOf(*ours), compact(run.out));
        }
    }

    void aFile_isReadExactlyWhenKubectlReadsIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        const auto row = [](const char *text, bool isGood) {
            QTest::addRow("%s", text) << QString::fromUtf8(text) << isGood;
        };
        row("", true);
        row("# only a comment\n", true);
        row("current-context: a\n---\ncurrent-context: [b]\n", true);
        row("current-context: a\ncurrent-context: b\n", true);
        row("Current-Context: [a]\n", true);
        row("clusters: [{name: a}]\nunknown: {x: 1}", true);
        row("clusters: [{cluster: {server: x}}]", true);
        row("users: [{name: a, user: {client-key-data: null, token: ~, exec: null}}]", true);
        row("users: [{name: a, user: {client-key-data: \"Q0E\\n=\\n\"}}]", true);
        row("{\"apiVersion\": \"v1\", \"kind\": \"Config\", \"users\": null}", true);
        row("hello", false);
        row("- a", false);
        row("a: b\n c: d: e\n", false);
        row("kind: Pod\napiVersion: v1\n", false);
        row("kind: Config\napiVersion: v2\n", false);
        row("clusters: {}", false);
        row("clusters: [a]", false);
        row("clusters: [{name: 1}]", false);
        row("clusters: [{name: y}]", false);
        row("clusters: [{name: a, cluster: {server: 1}}]", false);
        row("clusters: [{name: a, cluster: {insecure-skip-tls-verify: \"true\"}}]", false);
        row("clusters: [{name: a}, {name: a}]", false);
        row("users: [{name: a, user: {client-key-data: \"!!\"}}]", false);
        row("users: [{name: a, user: {client-key-data: QQ}}]", false);
        row("users: [{name: a, user: {password: 12}}]", false);
        row("users: [{name: a, user: {as-groups: dev}}]", false);
        row("users: [{name: a, user: {exec: {args: [1]}}}]", false);
    }
    void aFile_isReadExactlyWhenKubectlReadsIt()
    {
        QFETCH(QString, text);
        QFETCH(bool, isGood);
        const ConfigFolder folder;
        const std::string file = folder.write("config", text.toStdString());
        const KubectlRun run = tests::runKubectl({QStringLiteral("config"), QStringLiteral("view")}, file);
        QVERIFY2((run.status == 0) == isGood, run.err.c_str());
        QCOMPARE(loadKubeconfig({"", file, ""}).has_value(), isGood);
    }

    void aContext_isUsableExactlyWhenKubectlUsesIt_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<QString>("user");
        QTest::addColumn<int>("kind"); // -1: usable
        QTest::addColumn<QString>("words");
        const auto row = [](const char *cluster, const char *user, int kind, const char *words) {
            QTest::addRow("%s %s", cluster, user)
                << QString::fromUtf8(cluster) << QString::fromUtf8(user) << kind << QString::fromUtf8(words);
        };
        const auto refused = [&row](const char *cluster, const char *user, Kind kind, const char *words) {
            row(cluster, user, static_cast<int>(kind), words);
        };
        constexpr const char *kGood = "{server: 'https://127.0.0.1:1'}";
        constexpr const char *kExec = "{exec: {command: x, apiVersion: client.authentication.k8s.io/v1";
        row(kGood, "{token: t}", -1, "");
        row(kGood, "{username: u, password: p}", -1, "");
        row(kGood, "{token: t, tokenFile: /nofile}", -1, "");
        row(kGood, "{token: t, client-key: /nofile}", -1, ""); // a key alone is not looked at
        row("{server: '127.0.0.1:1'}", "{token: t}", -1, "");
        row("{server: 'http://127.0.0.1:1/prefix'}", "{token: t}", -1, "");
        row("{server: 'https://127.0.0.1:1', insecure-skip-tls-verify: true}", "{token: t}", -1, "");
        refused("{server: '127.0.0.1:1/path'}", "{}", Kind::ServerNotUrl,
                "host must be a URL or a host:port pair");
        refused("{server: 'https://127.0.0.1:1', proxy-url: 'ftp://x'}", "{}", Kind::ProxyNotUrl,
                "unsupported scheme");
        refused("{server: 'https://127.0.0.1:1', certificate-authority: /nofile}", "{}", Kind::PathUnreadable,
                "unable to read certificate-authority /nofile");
        refused("{server: 'https://127.0.0.1:1', certificate-authority: /dev/null, "
                "certificate-authority-data: QQ==}",
                "{}", Kind::FileAndData, "both specified");
        refused("{server: 'https://127.0.0.1:1', certificate-authority: /dev/null, insecure-skip-tls-verify: "
                "true}",
                "{token: t}", Kind::AuthorityAndInsecure,
                "root certificates file with the insecure flag is not allowed");
        refused(kGood, "{token: t, username: u}", Kind::TwoMethods, "more than one authentication method");
        refused(kGood, "{client-certificate: /dev/null}", Kind::CertificateLacksKey, "must be specified");
        refused(kGood, "{client-certificate: /nofile, client-key: /dev/null}", Kind::PathUnreadable,
                "unable to read client-cert");
        refused(kGood,
                "{client-certificate-data: QQ==, client-certificate: /dev/null, client-key: /dev/null}",
                Kind::FileAndData, "both specified");
        refused(kGood, "{tokenFile: /nofile}", Kind::PathUnreadable, "/nofile");
        refused(kGood, "{as-uid: '7'}", Kind::ImpersonatesNobody, "without impersonating a user");
        refused(kGood, "{auth-provider: {name: gcp}}", Kind::UnsupportedProvider, "gcp");
        refused(kGood, "{exec: {apiVersion: client.authentication.k8s.io/v1beta1}}", Kind::ProgramLacksField,
                "command must be specified");
        refused(kGood, "{exec: {command: x, interactiveMode: Never}}", Kind::ProgramLacksField,
                "apiVersion must be specified");
        refused(kGood,
                "{exec: {command: x, interactiveMode: Never, apiVersion: client.authentication.k8s.io/v2}}",
                Kind::ProgramUnknownVersion, "invalid apiVersion");
        refused(kGood, (std::string(kExec) + "}}").c_str(), Kind::ProgramLacksField,
                "interactiveMode must be specified");
        refused(kGood, (std::string(kExec) + ", interactiveMode: Maybe}}").c_str(), Kind::ProgramUnknownMode,
                "invalid interactiveMode");
        refused(kGood, (std::string(kExec) + ", interactiveMode: Never, env: [{value: x}]}}").c_str(),
                Kind::ProgramLacksField, "env variable name must be specified");
    }
    void aContext_isUsableExactlyWhenKubectlUsesIt()
    {
        QFETCH(QString, cluster);
        QFETCH(QString, user);
        QFETCH(int, kind);
        QFETCH(QString, words);
        const ConfigFolder folder;
        const std::string file = folder.write(
            "config", configOf(cluster.toStdString(), user.toStdString(), "{cluster: c, user: u}"));
        const KubectlRun run = tests::runKubectl(
            {QStringLiteral("get"), QStringLiteral("--raw"), QStringLiteral("/version")}, file);
        QVERIFY2(wentToServer(run) == (kind < 0), run.err.c_str());
        QVERIFY2(run.err.contains(words.toStdString()), run.err.c_str());
        const auto access = accessOf(*loadKubeconfig({"", file, ""}));
        QCOMPARE(access.has_value(), kind < 0);
        if (!access) {
            QCOMPARE(static_cast<int>(access.error().front().kind), kind);
            QCOMPARE(access.error().front().place.file, file);
        }
    }

    void anAddressWithoutScheme_isPlainHttp_evenWithACertificate()
    {
        const ConfigFolder folder;
        const std::string file =
            folder.write("config", configOf("{server: '127.0.0.1:1', insecure-skip-tls-verify: true}", "{}",
                                            "{cluster: c, user: u}"));
        const KubectlRun run = tests::runKubectl({QStringLiteral("get"), QStringLiteral("--raw"),
                                                  QStringLiteral("/version"), QStringLiteral("-v=6")},
                                                 file);
        QVERIFY2(run.err.contains("http://127.0.0.1:1/version"), run.err.c_str());
        QCOMPARE(accessOf(*loadKubeconfig({"", file, ""}))->server, std::string("http://127.0.0.1:1"));
    }

    void relativePaths_startAtTheirFile_asForKubectl()
    {
        const ConfigFolder folder;
        const std::string file = folder.write(
            "deep/config", configOf("{server: 'https://127.0.0.1:1', certificate-authority: ../pki/ca.pem}",
                                    "{}", "{cluster: c, user: u}"));
        const KubectlRun run = tests::runKubectl(
            {QStringLiteral("get"), QStringLiteral("--raw"), QStringLiteral("/version")}, file);
        const auto access = accessOf(*loadKubeconfig({"", file, ""}));
        const std::string path = folder.path("pki/ca.pem");
        QVERIFY2(run.err.contains("unable to read certificate-authority " + path), run.err.c_str());
        QCOMPARE(access.error().front().detail, path + ": No such file or directory");
    }
};
MINATO_TEST(TestKubeconfigPeer)

#include "tst_kubeconfig_peer.moc"
