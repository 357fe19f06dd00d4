// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/config_folder.h"
#include "remote/kubeconfig_files.h"
#include "support/test_registry.h"

#include <format>
#include <type_traits>

using namespace minato;
using namespace minato::remote;
using tests::ConfigFolder;
using Kind = Trouble::Kind;

namespace {

Trouble onlyTrouble(std::string_view text)
{
    const auto parsed = parseKubeconfig(text, "/k/config");
    if (parsed || parsed.error().size() != 1)
        qFatal("not one trouble, but %zu", parsed ? std::size_t{0} : parsed.error().size());
    return parsed.error().front();
}

template <class T>
concept Printable = requires(std::ostream &out, const T &value) { out << value; };

} // namespace

class TestKubeconfig : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfAnEntry_isRead()
    {
        const auto config = parseKubeconfig(R"(
apiVersion: v1
kind: Config
current-context: dev
clusters:
- name: harbour
  cluster:
    server: https://10.0.0.1:6443/k8s
    tls-server-name: kube.example
    certificate-authority: pki/ca.pem
    insecure-skip-tls-verify: false
    proxy-url: socks5://proxy:1080
    disable-compression: true
    extensions:
    - name: client.authentication.k8s.io/exec
      extension: {audience: minato}
users:
- name: me
  user:
    client-certificate-data: Q0VSVA==
    client-key: ../key.pem
    token: tk
    tokenFile: /run/token
    username: u
    password: p
    as: bob
    as-uid: "7"
    as-groups: [dev, ops]
    as-user-extra: {scopes: [a, b]}
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: bin/login
      args: [--quiet]
      env: [{name: REGION, value: tokyo}]
      provideClusterInfo: true
      installHint: install it
contexts:
- name: dev
  context: {cluster: harbour, user: me, namespace: lab}
)",
                                            "/home/me/.kube/config");
        QVERIFY(config);
        QCOMPARE(config->currentContext, std::string("dev"));
        const ConfigCluster &cluster = config->clusters.at("harbour");
        QCOMPARE(cluster.server, std::string("https://10.0.0.1:6443/k8s"));
        QCOMPARE(cluster.tlsServerName, std::string("kube.example"));
        QCOMPARE(cluster.authority.path, std::string("/home/me/.kube/pki/ca.pem"));
        QCOMPARE(cluster.proxyUrl, std::string("socks5://proxy:1080"));
        QVERIFY(cluster.wantsNoCompression && !cluster.skipsVerification);
        QCOMPARE(cluster.execExtension["audience"].asString(), std::string_view("minato"));
        QCOMPARE(cluster.place, (Place{"/home/me/.kube/config", 7}));
        const ConfigUser &user = config->users.at("me");
        QCOMPARE(user.certificate.data.expose(), std::string("CERT"));
        QCOMPARE(user.key.path, std::string("/home/me/key.pem"));
        QCOMPARE(user.token.expose(), std::string("tk"));
        QCOMPARE(user.tokenFile, std::string("/run/token"));
        QCOMPARE(user.userName + user.password.expose(), std::string("up"));
        QCOMPARE(user.impersonation.user + user.impersonation.uid, std::string("bob7"));
        QCOMPARE(user.impersonation.groups, (std::vector<std::string>{"dev", "ops"}));
        QCOMPARE(user.impersonation.extra.at("scopes"), (std::vector<std::string>{"a", "b"}));
        QCOMPARE(user.exec->command, std::string("/home/me/.kube/bin/login"));
        QCOMPARE(user.exec->args, std::vector<std::string>{"--quiet"});
        QCOMPARE(user.exec->environment.front().second.expose(), std::string("tokyo"));
        QCOMPARE(user.exec->interactiveMode, std::string("IfAvailable"));
        QVERIFY(user.exec->wantsClusterInfo);
        QCOMPARE(config->contexts.at("dev").ns, std::string("lab"));
    }

    void aProgramOfThePath_isLeftToThePath()
    {
        const auto config =
            parseKubeconfig("users: [{name: a, user: {exec: {command: login}}}]", "/k/config");
        QCOMPARE(config->users.at("a").exec->command, std::string("login"));
    }

    void brokenFields_areNamedWithTheirLine()
    {
        QCOMPARE(onlyTrouble("users:\n- name: a\n  user:\n    client-key-data: '!!'\n"),
                 (Trouble{Kind::NotBase64,
                          {"/k/config", 4},
                          {Entry::Section::User, "a"},
                          "users[0].user.client-key-data"}));
        QCOMPARE(onlyTrouble("clusters:\n- name: a\n  cluster:\n    server: yes\n"),
                 (Trouble{Kind::NotAString,
                          {"/k/config", 4},
                          {Entry::Section::Cluster, "a"},
                          "clusters[0].cluster.server"}));
        QCOMPARE(onlyTrouble("clusters:\n- name: a\n  cluster: {insecure-skip-tls-verify: 'true'}\n"),
                 (Trouble{Kind::WrongType,
                          {"/k/config", 3},
                          {Entry::Section::Cluster, "a"},
                          "clusters[0].cluster.insecure-skip-tls-verify",
                          "bool"}));
        QCOMPARE(
            onlyTrouble("users:\n- name: a\n- name: a\n"),
            (Trouble{Kind::DuplicateName, {"/k/config", 3}, {Entry::Section::User, "a"}, "users[1].user"}));
        QCOMPARE(onlyTrouble("contexts: {}\n").kind, Kind::WrongType);
        QCOMPARE(onlyTrouble("hello"), (Trouble{Kind::NotAMap, {"/k/config", 1}}));
        QCOMPARE(onlyTrouble("kind: Pod\napiVersion: v1").detail, std::string("v1 Pod"));
        const Trouble yaml = onlyTrouble("a: b\n c: d: e\n");
        QCOMPARE(yaml.kind, Kind::NotYaml);
        QCOMPARE(yaml.place, (Place{"/k/config", 2}));
    }

    void allThatIsWrong_isToldAtOnce()
    {
        const auto config = parseKubeconfig(
            "clusters: [{name: 1, cluster: {server: 2}}]\nusers: [{name: a, user: {token: 3}}]", "f");
        QVERIFY(!config);
        QCOMPARE(config.error().size(), std::size_t{3});
    }

    void noSecret_standsInASentence()
    {
        // Broken in every way that a text can be, and with the secret in all the places.
        for (const std::string text : {"users: [{name: a, user: {token: [hunter2], password: hunter2}}]",
                                       "users: [{name: a, user: {client-key-data: 'hunter2!'}}]",
                                       "users: [{name: a, user: {as-groups: hunter2}}]",
                                       "users: [{name: a, user: {exec: hunter2}}]"}) {
            const auto broken = parseKubeconfig(text, "f");
            QVERIFY2(!broken, text.c_str());
            for (const Trouble &trouble : broken.error()) {
                QVERIFY2(!sentenceOf(trouble).en.contains("hunter2"), sentenceOf(trouble).en.c_str());
                QVERIFY2(!sentenceOf(trouble).ja.contains("hunter2"), sentenceOf(trouble).ja.c_str());
            }
        }
        static_assert(!Printable<Secret> && !std::formattable<Secret, char>);
        static_assert(!Printable<ConfigUser> && !std::is_convertible_v<Secret, std::string>);
    }

    void files_areTheFlagsAlone_elseTheVariables_elseThoseOfHome()
    {
        using Files = std::vector<std::string>;
        QCOMPARE(kubeconfigFiles({"/x", "/a:/b", "/home/me"}), Files{"/x"});
        QCOMPARE(kubeconfigFiles({"", "/a::/b:/a", "/home/me"}), (Files{"/a", "/b"}));
        QCOMPARE(kubeconfigFiles({"", "", "/home/me"}), Files{"/home/me/.kube/config"});
    }

    void aMissingFile_isATrouble_whenItWasNamedAlone()
    {
        const ConfigFolder folder;
        const std::string missing = folder.path("missing");
        QCOMPARE(loadKubeconfig({missing, "", ""}).error().front().kind, Kind::FileMissing);
        QVERIFY(loadKubeconfig({"", missing, ""})->isEmpty());
        QVERIFY(loadKubeconfig({"", "", missing})->isEmpty());
        const auto unreadable = loadKubeconfig({"", folder.path(""), ""});
        QCOMPARE(unreadable.error().front().kind, Kind::FileUnreadable);
        QCOMPARE(unreadable.error().front().detail, std::string("Is a directory"));
    }

    void oneBrokenFile_spoilsTheList_andAllAreNamed()
    {
        const ConfigFolder folder;
        const std::string good = folder.write("good", "current-context: a");
        const std::string one = folder.write("one", "clusters: 1"), two = folder.write("two", "users: 2");
        const auto loaded = loadKubeconfig({"", std::format("{}:{}:{}", one, good, two), ""});
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().size(), std::size_t{2});
        QCOMPARE(loaded.error()[0].place.file, one);
        QCOMPARE(loaded.error()[1].place.file, two);
    }
};
MINATO_TEST(TestKubeconfig)

#include "tst_kubeconfig.moc"
