// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/access.h"
#include "remote/config_folder.h"
#include "remote/context_list.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::remote;
using tests::ConfigFolder;
using Kind = Trouble::Kind;

namespace {

/// A context "a" of the cluster and user given.
Checked<Access> accessWith(const std::string &cluster, const std::string &user = "{}")
{
    const auto config = parseKubeconfig("current-context: a\nclusters: [{name: c, cluster: " + cluster +
                                            "}]\nusers: [{name: u, user: " + user +
                                            "}]\ncontexts: [{name: a, context: {cluster: c, user: u}}]",
                                        "/k/config");
    return config.and_then([](const Kubeconfig &good) { return accessOf(good); });
}

} // namespace

class TestAccess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aContext_bringsItsClusterAndUser()
    {
        const auto config = parseKubeconfig(R"(
current-context: a
clusters: [{name: c, cluster: {server: "https://h:1"}}]
users: [{name: u, user: {token: t}}]
contexts:
- {name: a, context: {cluster: c, user: u}}
- {name: b, context: {cluster: c, namespace: lab}}
)",
                                            "f");
        const auto a = accessOf(*config), b = accessOf(*config, "b");
        QCOMPARE(a->context, std::string("a"));
        QCOMPARE(a->ns, std::string("default"));
        QCOMPARE(a->user.token.expose(), std::string("t"));
        QCOMPARE(b->ns, std::string("lab"));
        QVERIFY(b->user.token.isEmpty());
        QVERIFY(b->usesTls() && !b->isInsecure());
    }

    void aContextThatIsNotThere_isAnsweredWithThoseThatAre()
    {
        const auto config = parseKubeconfig("contexts: [{name: a}, {name: b}]", "f");
        QCOMPARE(accessOf(*config).error().front(),
                 (Trouble{.kind = Kind::NoCurrentContext, .detail = "a, b"}));
        QCOMPARE(accessOf(*config, "x").error().front(), (Trouble{.kind = Kind::UnknownContext,
                                                                  .entry = {Entry::Section::Context, "x"},
                                                                  .detail = "a, b"}));
        QCOMPARE(accessOf({}).error().front().kind, Kind::NothingConfigured);
    }

    void anInsecureCluster_saysSo()
    {
        QVERIFY(accessWith("{server: 'https://h:1', insecure-skip-tls-verify: true}")->isInsecure());
        QVERIFY(!accessWith("{server: 'http://h:1', insecure-skip-tls-verify: true}")->isInsecure());
    }

    /// kubectl would ask localhost:8080, a server that nobody named.
    void aContext_thatLeavesTheServerOpen_isRefused()
    {
        QCOMPARE(accessWith("{tls-server-name: x}").error().front().kind, Kind::ClusterLacksServer);
        const auto config =
            parseKubeconfig("contexts: [{name: a}, {name: b, context: {cluster: x, user: w}}]", "f");
        QCOMPARE(accessOf(*config, "a").error().front().kind, Kind::ContextLacksField);
        const auto b = accessOf(*config, "b");
        QCOMPARE(b.error().size(), std::size_t{2});
        QCOMPARE(b.error()[0].kind, Kind::UnknownCluster);
        QCOMPARE(b.error()[1].kind, Kind::UnknownUser);
    }

    /// Better than to ask as somebody with fewer groups than the kubeconfig says.
    void severalGroups_areRefused()
    {
        const auto access =
            accessWith("{server: 'https://h:1'}", "{as: bob, as-groups: [a, b], as-user-extra: {k: [v, w]}}");
        QCOMPARE(access.error().size(), std::size_t{2});
        QCOMPARE(access.error()[0].kind, Kind::ImpersonatesMany);
        QCOMPARE(access.error()[1].field, std::string("as-user-extra.k"));
    }

    void aPassword_ofAnAddress_isNotTold()
    {
        const auto access = accessWith("{server: 'https://h:1', proxy-url: 'ftp://me:hunter2@proxy'}");
        QCOMPARE(access.error().front().kind, Kind::ProxyNotUrl);
        QCOMPARE(access.error().front().detail, std::string("ftp://proxy"));
    }

    void contexts_areAChoice_theCurrentOneFirst()
    {
        const auto config = parseKubeconfig(R"(
current-context: prod
clusters:
- {name: c, cluster: {server: 'https://me:pw@h:1/path', insecure-skip-tls-verify: true}}
users:
- name: u
  user: {exec: {command: login, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}}
contexts:
- {name: broken, context: {cluster: c, user: nobody}}
- {name: dev, context: {cluster: c}}
- {name: prod, context: {cluster: c, user: u, namespace: shop}}
)",
                                            "f");
        const auto choices = contextChoices(*config);
        QCOMPARE(choices.size(), std::size_t{3});
        QVERIFY(choices[0].name == "prod" && choices[0].isCurrent && choices[0].usesProgram);
        QCOMPARE(choices[0].server, std::string("h:1"));
        QCOMPARE(choices[0].ns, std::string("shop"));
        QVERIFY(choices[0].isInsecure && choices[0].troubles.empty());
        QCOMPARE(choices[1].name, std::string("broken"));
        QCOMPARE(choices[1].troubles.front().kind, Kind::UnknownUser);
        QVERIFY(choices[2].name == "dev" && !choices[2].usesProgram);
        QCOMPARE(choices[2].ns, std::string("default"));
    }

    void aPod_usesItsServiceAccount()
    {
        const ConfigFolder folder;
        folder.write("token", "secret\n");
        folder.write("namespace", "lab\n");
        folder.write("ca.crt", "");
        PodSurroundings pod{.host = "fd00::1", .port = "443", .folder = folder.path(".")};
        QVERIFY(pod.isPod());
        const auto access = accessOfPod(pod);
        QCOMPARE(access->server, std::string("https://[fd00::1]:443"));
        QCOMPARE(access->ns, std::string("lab"));
        QCOMPARE(access->user.tokenFile, folder.path("./token"));
        QCOMPARE(access->cluster.authority.path, folder.path("./ca.crt"));
        pod.host.clear();
        QVERIFY(!pod.isPod());
    }
};
MINATO_TEST(TestAccess)

#include "tst_access.moc"
