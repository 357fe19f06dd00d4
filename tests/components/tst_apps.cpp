// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/apps/app_host.h"
#include "components/kubelet/behaviour.h"
#include "support/test_registry.h"

using namespace minato;
using namespace minato::components;
using namespace std::chrono_literals;

namespace {

std::optional<ImageInfo> findImage(std::string_view image)
{
    return Behaviour::builtIn()->images.find(image);
}

App bootcamp(const char *image = "gcr.io/google-samples/kubernetes-bootcamp:v1")
{
    return {{"default", "kubernetes-bootcamp-abc", "uid", "kubernetes-bootcamp", "minato-worker"},
            *findImage(image),
            8080,
            base::kSimEpoch,
            250ms};
}

} // namespace

class TestApps : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void images_data()
    {
        QTest::addColumn<QByteArray>("image");
        QTest::addColumn<bool>("exists");
        QTest::newRow("the tutorial's") << QByteArray("gcr.io/google-samples/kubernetes-bootcamp:v1") << true;
        QTest::newRow("its next version") << QByteArray("jocatalin/kubernetes-bootcamp:v2") << true;
        QTest::newRow("the same, in full")
            << QByteArray("docker.io/jocatalin/kubernetes-bootcamp:v2") << true;
        QTest::newRow("a tag nobody pushed") << QByteArray("jocatalin/kubernetes-bootcamp:v10") << false;
        QTest::newRow("no latest either") << QByteArray("gcr.io/google-samples/kubernetes-bootcamp") << false;
        QTest::newRow("nginx") << QByteArray("nginx") << true;
        QTest::newRow("something unknown") << QByteArray("registry.example:5000/team/app:1.2.3") << true;
        QTest::newRow("says it is missing") << QByteArray("nginx:does-not-exist") << false;
    }
    void images()
    {
        QFETCH(QByteArray, image);
        QFETCH(bool, exists);
        const auto found = findImage(image.toStdString());
        QCOMPARE(found.has_value(), exists);
        if (found) {
            QVERIFY(found->bytes > 0);
            QVERIFY(found->digest.starts_with("sha256:"));
            QCOMPARE(found->digest.size(), std::size_t(71));
        }
    }

    void fullNames_data()
    {
        QTest::addColumn<QByteArray>("image");
        QTest::addColumn<QByteArray>("full");
        QTest::newRow("official") << QByteArray("nginx") << QByteArray("docker.io/library/nginx:latest");
        QTest::newRow("user") << QByteArray("jocatalin/x:v2") << QByteArray("docker.io/jocatalin/x:v2");
        QTest::newRow("host") << QByteArray("gcr.io/a/b:v1") << QByteArray("gcr.io/a/b:v1");
        QTest::newRow("port") << QByteArray("localhost:5000/a") << QByteArray("localhost:5000/a:latest");
        QTest::newRow("digest") << QByteArray("nginx@sha256:12")
                                << QByteArray("docker.io/library/nginx@sha256:12");
    }
    void fullNames()
    {
        QFETCH(QByteArray, image);
        QFETCH(QByteArray, full);
        QCOMPARE(fullImageName(image.toStdString()), full.toStdString());
    }

    void bootcamp_answersWithItsPodAndVersion()
    {
        base::RandomStream random(1, "t");
        App v1 = bootcamp(), v2 = bootcamp("jocatalin/kubernetes-bootcamp:v2");
        QVERIFY(!v1.isListening(base::kSimEpoch + 100ms));
        QCOMPARE(v1.handle({"GET", "/", "t"}, base::kSimEpoch + 1s, random).body,
                 std::string("Hello Kubernetes bootcamp! | Running on: kubernetes-bootcamp-abc | v=1\n"));
        QCOMPARE(v2.handle({"GET", "/", "t"}, base::kSimEpoch + 1s, random).body,
                 std::string("Hello Kubernetes bootcamp! | Running on: kubernetes-bootcamp-abc | v=2\n"));
    }

    void bootcamp_logsAsTheRealOneDoes()
    {
        base::RandomStream random(1, "t");
        App app = bootcamp();
        static_cast<void>(app.handle({"GET", "/", "t"}, base::kSimEpoch + 1500ms, random));
        static_cast<void>(app.handle({"GET", "/", "t"}, base::kSimEpoch + 2s, random));
        std::string log;
        for (const auto &line : app.log(base::kSimEpoch + 3s))
            log += line.text;
        QCOMPARE(log, std::string("Kubernetes Bootcamp App Started At: 2026-01-05T00:00:00.250Z | Running "
                                  "On:  kubernetes-bootcamp-abc \n\n"
                                  "Running On: kubernetes-bootcamp-abc | Total Requests: 1 | App Uptime: "
                                  "1.25 seconds | Log Time: "
                                  "2026-01-05T00:00:01.500Z\n"
                                  "Running On: kubernetes-bootcamp-abc | Total Requests: 2 | App Uptime: "
                                  "1.75 seconds | Log Time: "
                                  "2026-01-05T00:00:02.000Z\n"));
    }

    void bootcamp_doesNotHearSigterm()
    {
        App app = bootcamp();
        QVERIFY(!app.terminate());
        QVERIFY(app.isListening(base::kSimEpoch + 1s));
        app.stop();
        QVERIFY(!app.isListening(base::kSimEpoch + 1s));
    }

    void webServer_stopsListeningAtSigterm()
    {
        App app = bootcamp("nginx");
        QVERIFY(app.terminate());
        QVERIFY(!app.isListening(base::kSimEpoch + 1s));
        QVERIFY(app.isRunning());
    }

    void follower_hearsEachRequestAndTheEnd()
    {
        base::RandomStream random(1, "t");
        App app = bootcamp();
        std::vector<std::string> pieces;
        app.follow([&](std::string_view piece) { pieces.emplace_back(piece); });
        static_cast<void>(app.handle({"GET", "/", "t"}, base::kSimEpoch + 1s, random));
        app.stop();
        QCOMPARE(pieces.size(), std::size_t(2));
        QVERIFY(pieces[0].starts_with("Running On: "));
        QVERIFY(pieces[1].empty());
    }

    void host_findsAppsByAddressAndPort()
    {
        AppHost host;
        host.addPod("10.244.1.2");
        QVERIFY(host.hasPod("10.244.1.2"));
        QVERIFY(!host.find("10.244.1.2", 8080));
        host.addApp("10.244.1.2", std::make_shared<App>(bootcamp()));
        QVERIFY(host.find("10.244.1.2", 8080));
        QVERIFY(!host.find("10.244.1.2", 80));
        host.removePod("10.244.1.2");
        QVERIFY(!host.hasPod("10.244.1.2"));
    }
};

MINATO_TEST(TestApps)
#include "tst_apps.moc"
