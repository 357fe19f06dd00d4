// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/yaml.h"
#include "remote/guarded_transport.h"
#include "remote/remote_lab.h"
#include "remote/wall_timers.h"
#include "support/test_registry.h"

#include <map>

using namespace minato;
using namespace minato::remote;
using namespace minato::tests;
using Kind = Trouble::Kind;

namespace {

/// A server that takes everything, and keeps namespaces.
class OpenServer : public api::KubeTransport {
public:
    std::vector<api::Request> requests;
    std::map<std::string, kube::ObjectPtr> namespaces;

    void addNamespace(const std::string &name, const kube::Value &labels)
    {
        namespaces[name] = kube::makeObject(kube::Value::map(
            {{"kind", "Namespace"},
             {"apiVersion", "v1"},
             {"metadata",
              kube::Value::map({{"name", name}, {"uid", "uid-of-" + name}, {"labels", labels}})}}));
    }
    [[nodiscard]] api::CallPtr send(api::Request request, api::Reply reply) override
    {
        requests.push_back(request);
        struct Later : api::Call {
            api::TimerPtr timer;
        };
        auto call = std::make_unique<Later>();
        call->timer = m_timers.after({}, [reply = std::move(reply), answer = answerTo(request)]() mutable {
            auto last = std::move(reply);
            last(std::move(answer));
        });
        return call;
    }
    [[nodiscard]] api::CallPtr watch(api::Request, api::EventSink) override { return nullptr; }
    [[nodiscard]] api::CallPtr stream(api::Request, api::ByteSink) override { return nullptr; }
    [[nodiscard]] const api::BackendClock &clock() const override { return m_clock; }
    [[nodiscard]] bool has(api::Capability) const override { return true; }

private:
    [[nodiscard]] api::Result<api::Response> answerTo(const api::Request &request)
    {
        if (request.resource.resource != "namespaces")
            return api::Response{};
        if (request.verb == api::Verb::Create)
            addNamespace(std::string(request.body.at("metadata", "name").asString()),
                         request.body.at("metadata", "labels"));
        if (request.verb == api::Verb::Delete)
            namespaces.erase(request.name);
        if (request.verb != api::Verb::Get)
            return api::Response{};
        const auto it = namespaces.find(request.name);
        if (it == namespaces.end())
            return std::unexpected(kube::Status::notFound(request.resource, request.name));
        return api::Response{it->second};
    }

    ServerClock m_clock;
    WallTimers m_timers{m_clock};
};

/// A guarded server, and what was refused.
struct GuardedLab {
    explicit GuardedLab(GuardRules rules)
        : guard(server, std::move(rules), [this](const Trouble &trouble) { troubles.push_back(trouble); })
    {
    }
    [[nodiscard]] int send(const api::Request &request)
    {
        std::optional<int> code;
        const auto call =
            guard.send(request, [&code](const auto &answer) { code = answer ? 200 : answer.error().code; });
        if (code)
            qFatal("called back inside send()");
        return QTest::qWaitFor([&code] { return code.has_value(); }, kPatience) ? *code : -1;
    }
    [[nodiscard]] bool isDone(bool isOpening)
    {
        std::optional<bool> outcome;
        auto done = [&outcome](const auto &result) { outcome = result.has_value(); };
        const auto call = isOpening ? guard.openNamespace(done) : guard.removeNamespace(done);
        return QTest::qWaitFor([&outcome] { return outcome.has_value(); }, kPatience) && *outcome;
    }

    OpenServer server;
    Troubles troubles;
    GuardedTransport guard;
};

/// "delete pods web kube-system", "patch deployments.apps web lab scale", …; body in YAML.
api::Request requestOf(const QString &words, const QByteArray &body = {})
{
    const QStringList parts = words.split(QLatin1Char(' '));
    const QStringList verbs{QStringLiteral("get"),
                            QStringLiteral("list"),
                            QStringLiteral("create"),
                            QStringLiteral("update"),
                            QStringLiteral("patch"),
                            QStringLiteral("delete"),
                            QStringLiteral("deletecollection")};
    api::Request request;
    request.verb = static_cast<api::Verb>(verbs.indexOf(parts.at(0)));
    request.resource = {parts.at(1).section(QLatin1Char('.'), 1).toStdString(), "v1",
                        parts.at(1).section(QLatin1Char('.'), 0, 0).toStdString()};
    const auto word = [&parts](int i) {
        const QString part = parts.value(i);
        return part == QLatin1StringView("-") ? std::string() : part.toStdString();
    };
    request.name = word(2);
    request.ns = word(3);
    request.subresource = word(4);
    if (!body.isEmpty())
        request.body = kube::parseYaml(body.toStdString())->front().value;
    return request;
}

bool isToldOf(const Troubles &troubles, Kind kind)
{
    if (troubles.empty() || troubles.back().kind != kind) {
        qWarning("told: %s", troubles.empty() ? "nothing" : sentenceOf(troubles.back()).en.c_str());
        return false;
    }
    const auto [en, ja] = sentenceOf(troubles.back());
    return en.contains("context \"prod\"") && ja.contains("コンテキスト「prod」");
}

} // namespace

class TestGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAYes_onlyWhatChangesNothing_passes_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *words, bool passes) {
            QTest::newRow(words) << QString::fromLatin1(words) << passes;
        };
        row("get pods web kube-system", true);
        row("list pods", true);
        row("list secrets - default", true);
        row("get pods web default log", true);
        row("create selfsubjectaccessreviews.authorization.k8s.io", true);
        row("create selfsubjectreviews.authentication.k8s.io", true);
        row("create tokenreviews.authentication.k8s.io", false);
        row("get services web default proxy", false);
        row("get nodes n1 - proxy", false);
        row("get pods web default exec", false);
        row("create pods - lab", false);
        row("update deployments.apps web lab", false);
        row("patch deployments.apps web lab scale", false);
        row("delete pods web lab", false);
        row("deletecollection pods - lab", false);
        row("create pods web lab eviction", false);
        row("create namespaces", false);
        row("patch nodes n1", false);
    }
    void withoutAYes_onlyWhatChangesNothing_passes()
    {
        QFETCH(QString, words);
        QFETCH(bool, passes);
        GuardedLab lab({.context = "prod", .ns = "lab"});
        QCOMPARE(lab.send(requestOf(words)), passes ? 200 : 403);
        QCOMPARE(lab.server.requests.size(), std::size_t{passes ? 1U : 0U});
        QVERIFY(passes || isToldOf(lab.troubles, Kind::GuardReadOnly));
    }

    void withAYes_onlyTheLessonsNamespace_isWritten_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("kind"); // -1: passes
        const auto passes = [](const char *words) {
            QTest::newRow(words) << QString::fromLatin1(words) << -1;
        };
        const auto refused = [](const char *words, Kind kind) {
            QTest::newRow(words) << QString::fromLatin1(words) << static_cast<int>(kind);
        };
        passes("create pods - lab");
        passes("update deployments.apps web lab");
        passes("patch deployments.apps web lab scale");
        passes("delete pods web lab");
        passes("deletecollection pods - lab");
        passes("create pods web lab eviction");
        refused("delete pods web kube-system", Kind::GuardOutside);
        refused("create pods - default", Kind::GuardOutside);
        refused("deletecollection pods", Kind::GuardOutside);
        refused("delete namespaces lab", Kind::GuardOutside);
        refused("delete namespaces lab lab", Kind::GuardOutside);
        refused("create namespaces", Kind::GuardOutside);
        refused("create clusterroles.rbac.authorization.k8s.io", Kind::GuardOutside);
        refused("delete persistentvolumes disk", Kind::GuardOutside);
        refused("get services web lab proxy", Kind::GuardOutside);
        refused("patch nodes n1", Kind::GuardNode);
        refused("patch nodes n1 lab", Kind::GuardNode);
        refused("delete nodes n1", Kind::GuardNode);
        refused("deletecollection nodes", Kind::GuardNode);
        refused("update nodes n1 - status", Kind::GuardNode);
    }
    void withAYes_onlyTheLessonsNamespace_isWritten()
    {
        QFETCH(QString, words);
        QFETCH(int, kind);
        GuardedLab lab({.context = "prod", .ns = "lab", .mayWrite = true});
        QVERIFY(lab.isDone(true));
        const auto before = lab.server.requests.size();
        QCOMPARE(lab.send(requestOf(words)), kind < 0 ? 200 : 403);
        QCOMPARE(lab.server.requests.size() - before, std::size_t{kind < 0 ? 1U : 0U});
        QVERIFY(kind < 0 || isToldOf(lab.troubles, static_cast<Kind>(kind)));
        lab.guard.allowWrites(false);
        QCOMPARE(lab.send(requestOf(QStringLiteral("delete pods web lab"))), 403);
    }

    void nodes_areTouched_onlyOfAClusterToThrowAway()
    {
        GuardedLab lab({.context = "prod", .ns = "lab", .mayWrite = true, .isDisposable = true});
        QCOMPARE(lab.send(requestOf(QStringLiteral("patch nodes n1"))), 200);
        QCOMPARE(lab.send(requestOf(QStringLiteral("delete nodes n1"))), 200);
        QCOMPARE(lab.send(requestOf(QStringLiteral("get nodes n1 - proxy"))), 403);
        lab.guard.markDisposable(false);
        QCOMPARE(lab.send(requestOf(QStringLiteral("patch nodes n1"))), 403);
    }

    void aDryRun_passes_whereverItIs()
    {
        GuardedLab lab({.context = "prod", .ns = "lab"});
        api::Request request = requestOf(QStringLiteral("delete pods web kube-system"));
        request.query["dryRun"] = "All";
        QCOMPARE(lab.send(request), 200);
        request.query["dryRun"] = "";
        QCOMPARE(lab.send(request), 403);
    }

    void replicas_areBounded_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *body, bool passes) {
            QTest::newRow(body) << QByteArray(body) << passes;
        };
        row("spec: {replicas: 5}", true);
        row("spec: {replicas: 6}", false);
        row("spec: {minReplicas: 1, maxReplicas: 9}", false);
        row("spec: {jobTemplate: {spec: {parallelism: 9}}}", false);
        row("[{op: replace, path: /spec/replicas, value: 6}]", false);
        row("[{op: replace, path: /spec/replicas, value: 5}]", true);
        row("[{op: add, path: /spec, value: {replicas: 6}}]", false);
        row("data: {replicas: '6'}", true);
    }
    void replicas_areBounded()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, passes);
        GuardedLab lab({.context = "prod", .ns = "lab", .mayWrite = true, .mostReplicas = 5});
        QVERIFY(lab.isDone(true));
        QCOMPARE(lab.send(requestOf(QStringLiteral("patch deployments.apps web lab"), body)),
                 passes ? 200 : 403);
        QVERIFY(passes || isToldOf(lab.troubles, Kind::GuardTooMany));
    }

    void theNamespace_isMadeWithItsLabel_andRemovedByItsUid()
    {
        GuardedLab lab({.context = "prod", .ns = "lab", .mayWrite = true});
        QCOMPARE(lab.send(requestOf(QStringLiteral("create pods - lab"))), 403);
        QVERIFY(isToldOf(lab.troubles, Kind::GuardNamespaceClosed));
        QVERIFY(lab.isDone(true) && lab.guard.isNamespaceOpen());
        QCOMPARE(lab.server.namespaces.at("lab")
                     ->root()
                     .at("metadata", "labels", GuardedTransport::kLabel)
                     .asString(),
                 std::string_view("minato"));
        QVERIFY(lab.isDone(true)); // the one that is there
        QVERIFY(lab.isDone(false) && !lab.guard.isNamespaceOpen());
        QCOMPARE(lab.server.requests.back().body.at("preconditions", "uid").asString(),
                 std::string_view("uid-of-lab"));
        QVERIFY(lab.server.namespaces.empty());
        QVERIFY(lab.isDone(false)); // nothing to do
    }

    void somebodyElsesNamespace_isLeftAlone()
    {
        GuardedLab lab({.context = "prod", .ns = "shop", .mayWrite = true});
        lab.server.addNamespace("shop", kube::Value::emptyMap());
        QVERIFY(!lab.isDone(true));
        QVERIFY(isToldOf(lab.troubles, Kind::GuardNamespaceTaken));
        QVERIFY(!lab.isDone(false));
        QCOMPARE(lab.server.namespaces.size(), std::size_t{1});
        QCOMPARE(lab.send(requestOf(QStringLiteral("delete pods web shop"))), 403);
        lab.guard.allowWrites(false);
        QVERIFY(!lab.isDone(true));
        QVERIFY(isToldOf(lab.troubles, Kind::GuardReadOnly));
    }

    void programsInContainers_areNotOffered()
    {
        GuardedLab lab({.context = "prod"});
        QVERIFY(!lab.guard.has(api::Capability::Exec) && lab.guard.has(api::Capability::Logs));
        QVERIFY(!lab.guard.connector());
    }
};
MINATO_TEST(TestGuard)

#include "tst_guard.moc"
