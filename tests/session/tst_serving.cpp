// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"
#include "support/test_registry.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace minato;
using namespace minato::session;
using namespace std::chrono_literals;

namespace {

/// An open session on a thread of its own, and what its batches told.
class ServedLab {
public:
    explicit ServedLab(ServeOptions serve)
        : m_session({.topology = cluster::Topology::chapter()}, Session::Mode::Threaded, std::move(serve))
    {
        QObject::connect(&m_session, &Session::batchReady, [this](const Batch &batch) {
            if (batch.served)
                served = batch.served;
            problems.insert(problems.end(), batch.problems.begin(), batch.problems.end());
        });
        m_session.open();
    }
    void send(const Command &command) { m_session.send(command); }

    [[nodiscard]] QByteArray get(const QString &path)
    {
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(
            network.get(QNetworkRequest(QUrl(QString::fromStdString(served->url) + path))));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 60s))
            return "no answer";
        return reply->readAll();
    }

    std::optional<ServedState> served;
    std::vector<Problem> problems;

private:
    Session m_session;
};

} // namespace

class TestServing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLab_answersAClientOutside_evenWhilePaused()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("kubeconfig"));
        ServedLab lab({.kubeconfigFile = file});
        QVERIFY(QTest::qWaitFor([&lab] { return lab.served.has_value(); }, 60s));
        QVERIFY(QFile::exists(file));
        QVERIFY(lab.get(QStringLiteral("/version")).contains("\"gitVersion\""));
        lab.send(SetPaused{true});
        QVERIFY(lab.get(QStringLiteral("/apis/apps/v1/namespaces/default/deployments"))
                    .contains("\"name\": \"kubernetes-bootcamp\""));
    }

    void anAddress_thatIsNotOurs_isAProblemInWords()
    {
        ServedLab lab({.address = QStringLiteral("192.0.2.1:80")});
        QVERIFY(QTest::qWaitFor([&lab] { return !lab.problems.empty(); }, 60s));
        QVERIFY(lab.problems.front().kind == Problem::Kind::NotServed);
        QVERIFY(lab.problems.front().detail.contains(
            "192.0.2.1 can be reached from other machines, so it is served with --tls only"));
        QVERIFY(!lab.served);
    }
};
MINATO_TEST(TestServing)

#include "tst_serving.moc"
