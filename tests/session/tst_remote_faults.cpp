// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/scripted_server.h"
#include "session/remote_session_lab.h"
#include "support/test_registry.h"

#include <QTimer>

#include <atomic>

using namespace minato;
using namespace minato::session;
using namespace minato::tests;
using Stage = ConnectionState::Stage;

namespace {

constexpr const char *kEmptyList =
    R"({"kind":"List","apiVersion":"v1","metadata":{"resourceVersion":"5"},"items":[]})";

QByteArray podList(const char *name)
{
    return QByteArray(R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"9"},"items":[)") +
           R"({"metadata":{"name":")" + name + R"(","namespace":"default","uid":"u-)" + name +
           R"(","resourceVersion":"8"},"spec":{"containers":[]},"status":{"phase":"Pending"}}]})";
}

bool isPods(const Visit &visit)
{
    return visit.target.startsWith("/api/v1/pods?");
}

bool isWatch(const Visit &visit)
{
    return visit.target.contains("watch=");
}

void good(const Visit &visit)
{
    if (isWatch(visit))
        visit.beginChunked();
    else
        visit.answer(200, kEmptyList);
}

/// A session with that server, which loses patience soon.
session::RemoteOptions optionsFor(const ScriptedServer &server)
{
    auto options = remoteOptions(static_cast<quint16>(QUrl(QString::fromStdString(server.url())).port()));
    options.silence = 400ms;
    options.whole = 1s;
    options.pulse = 500ms;
    return options;
}

} // namespace

/// What a learner reads when a real cluster misbehaves; each is over by itself when it is over.
class TestRemoteFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFault_isSaidInBothLanguages_andIsOverByItself_data()
    {
        using Script = ScriptedServer::Script;
        QTest::addColumn<Script>("script");
        QTest::addColumn<QString>("en");
        QTest::newRow("a page of a proxy")
            << Script([](const Visit &visit) { visit.answer(200, "<html>Sign in</html>", "text/html"); })
            << "no Kubernetes API server";
        QTest::newRow("half an answer")
            << Script([](const Visit &visit) { visit.answer(200, QByteArray(kEmptyList).first(30)); })
            << "no Kubernetes API server";
        QTest::newRow("credentials that expired") << Script([](const Visit &visit) {
            visit.answer(401, R"({"kind":"Status","status":"Failure","message":"Unauthorized",)"
                              R"("reason":"Unauthorized","code":401})");
        }) << "They may have expired";
        QTest::newRow("silence") << Script([](const Visit &) {}) << "does not answer in time";
        QTest::newRow("a cut") << Script([](const Visit &visit) { visit.cut(); }) << "\"lab\"";
        QTest::newRow("a watch that speaks nonsense") << Script([](const Visit &visit) {
            if (isWatch(visit)) {
                visit.beginChunked();
                visit.chunk("{\"type\":\"ADD");
                visit.chunk("ED\" nonsense}\n");
            } else {
                visit.answer(200, kEmptyList);
            }
        }) << "no Kubernetes API server";
    }
    void aFault_isSaidInBothLanguages_andIsOverByItself()
    {
        QFETCH(ScriptedServer::Script, script);
        QFETCH(QString, en);
        ScriptedServer server(good);
        RemoteSession lab(optionsFor(server));
        QVERIFY(lab.wait([&] { return lab.isAt(Stage::Connected); }));
        lab.troubles.clear();
        server.setScript(script);
        server.stop(); // whoever watches has to come again
        server.start();
        QVERIFY(lab.wait([&] {
            return std::ranges::any_of(lab.troubles, [&](const remote::Sentence &trouble) {
                return trouble.en.contains(en.toStdString()) && trouble.ja.contains("「lab」");
            });
        }));
        server.setScript([](const Visit &visit) {
            if (isPods(visit) && !isWatch(visit))
                visit.answer(200, podList("web-1"));
            else
                good(visit);
        });
        server.stop();
        server.start();
        QVERIFY(lab.wait([&] { return lab.isAt(Stage::Connected) && lab.connection->trouble.en.empty(); }));
        QVERIFY(lab.wait([&] { return lab.run("true") == 0; })); // the window was never held up
    }

    void whatHasExpired_isListedAgain_andNothingIsLost()
    {
        std::atomic<int> lists = 0;
        ScriptedServer server([&lists](const Visit &visit) {
            if (isPods(visit) && isWatch(visit)) {
                visit.beginChunked();
                if (lists == 1)
                    visit.chunk(R"({"type":"ERROR","object":{"kind":"Status","apiVersion":"v1",)"
                                R"("status":"Failure","reason":"Expired","message":"too old","code":410}})"
                                "\n");
            } else if (isPods(visit)) {
                ++lists;
                visit.answer(200, podList(lists == 1 ? "old" : "new"));
            } else {
                good(visit);
            }
        });
        RemoteSession lab(optionsFor(server));
        QVERIFY(lab.wait([&] { return lab.pods.contains("u-new") && !lab.pods.contains("u-old"); }));
        QCOMPARE(lists.load(), 2);
        QVERIFY(lab.isAt(Stage::Connected));
        QVERIFY(lab.troubles.empty()); // nothing that a learner has to know
    }

    void whatAUserMayNotList_isNamed_andNarrowedToItsNamespace()
    {
        ScriptedServer server([](const Visit &visit) {
            const QByteArray forbidden = R"({"kind":"Status","status":"Failure","message":"forbidden",)"
                                         R"("reason":"Forbidden","code":403})";
            if (isWatch(visit))
                visit.beginChunked();
            else if (isPods(visit) || visit.target.startsWith("/api/v1/nodes"))
                visit.answer(403, forbidden);
            else if (visit.target.startsWith("/api/v1/namespaces/default/pods?"))
                visit.answer(200, podList("mine"));
            else
                visit.answer(200, kEmptyList);
        });
        RemoteSession lab(optionsFor(server));
        QVERIFY(lab.wait([&] { return lab.pods.contains("u-mine"); }));
        QCOMPARE(lab.connection->hidden, std::vector<std::string>{"nodes"});
        QCOMPARE(lab.connection->narrowed, std::vector<std::string>{"pods"});
    }
};

MINATO_TEST(TestRemoteFaults)
#include "tst_remote_faults.moc"
