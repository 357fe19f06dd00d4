// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/openssl_files.h"
#include "remote/remote_lab.h"
#include "remote/scripted_server.h"
#include "serve/certificates.h"
#include "serve/fake_transport.h"
#include "serve/kube_http_server.h"
#include "support/test_registry.h"

#include <QSslKey>

using namespace minato;
using namespace minato::remote;
using namespace minato::tests;
using Kind = Trouble::Kind;

namespace {

/// Our own API server with TLS, whose transport answers everything with a list of no Pods.
class ServedWithTls {
public:
    ServedWithTls() : m_server(m_inner)
    {
        m_identity = serve::makeServerIdentity({}).value();
        m_port = m_server
                     .listen(QHostAddress::LocalHost, 0,
                             {.security = serve::KubeHttpServer::Security{m_identity.tls, "sesame"}})
                     .value();
    }
    /// As its kubeconfig would have it.
    [[nodiscard]] Access access() const
    {
        Access access = accessTo("https://127.0.0.1:" + std::to_string(m_port));
        access.cluster.authority.data = Secret(m_identity.authority.toStdString());
        access.user.token = Secret("sesame");
        return access;
    }

private:
    FakeTransport m_inner;
    serve::KubeHttpServer m_server;
    serve::ServerIdentity m_identity;
    quint16 m_port = 0;
};

/// Nothing but "ok" comes from the fake: what matters is that it comes.
bool isReached(RemoteLab &lab)
{
    api::Request request;
    request.rawPath = "/healthz-of-the-fake";
    std::optional<int> code;
    const auto call = lab.transport->send(
        std::move(request), [&code](const auto &answer) { code = answer ? 200 : answer.error().code; });
    return QTest::qWaitFor([&code] { return code.has_value(); }, kPatience) && *code == 200;
}

PemSource pem(const QByteArray &bytes)
{
    return {{}, Secret(bytes.toStdString())};
}

} // namespace

class TestTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theClustersAuthority_andNobodyElse_isTrusted()
    {
        const ServedWithTls served;
        Access access = served.access();
        {
            RemoteLab lab(access);
            QVERIFY(isReached(lab));
            QVERIFY(lab.troubles.empty() && lab.reachedCount == 1);
        }
        access.cluster.authority.data = Secret(serve::makeServerIdentity({})->authority.toStdString());
        {
            RemoteLab lab(access);
            QVERIFY(!isReached(lab));
            QVERIFY(isTold(lab.troubles, Kind::UnknownAuthority));
        }
        access.cluster.authority = {}; // those of the system
        {
            RemoteLab lab(access);
            QVERIFY(!isReached(lab));
            QVERIFY(isTold(lab.troubles, Kind::UnknownAuthority));
        }
        access.cluster.skipsVerification = true;
        {
            RemoteLab lab(access);
            QVERIFY(access.isInsecure() && isReached(lab));
        }
    }

    void theName_isTheAddress_orTlsServerName()
    {
        const ServedWithTls served;
        Access access = served.access();
        access.cluster.tlsServerName = "kubernetes.default.svc";
        {
            RemoteLab lab(access);
            QVERIFY(isReached(lab));
        }
        access.cluster.tlsServerName = "other.example";
        {
            RemoteLab lab(access);
            QVERIFY(!isReached(lab));
            QVERIFY(isTold(lab.troubles, Kind::WrongName));
            QCOMPARE(lab.troubles.front().detail, std::string("other.example")); // whom it is not for
        }
    }

    /// Qt tells one of those that wait for a connection what is wrong with the certificate.
    void whatIsWrongWithACertificate_isToldToAllThatWait()
    {
        const ServedWithTls served;
        Access access = served.access();
        access.cluster.tlsServerName = "other.example";
        RemoteLab lab(access);
        std::vector<api::CallPtr> calls;
        std::size_t answered = 0;
        for (int i = 0; i < 8; ++i) {
            calls.push_back(lab.transport->send(listOfPods(), [&](const auto &) { ++answered; }));
            calls.push_back(lab.transport->watch(listOfPods(), [&](const auto &) { ++answered; }));
        }
        QVERIFY(QTest::qWaitFor([&] { return answered == calls.size(); }, kPatience));
        QCOMPARE(lab.troubles.size(), calls.size());
        for (const Trouble &trouble : lab.troubles)
            QVERIFY2(trouble.kind == Kind::WrongName, sentenceOf(trouble).en.c_str());
    }

    void aPortForward_knowsTlsServerName_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("its name") << std::string("api.example") << true;
        QTest::newRow("another name") << std::string("other.example") << false;
        QTest::newRow("the address") << std::string() << false;
    }
    void aPortForward_knowsTlsServerName()
    {
        QFETCH(std::string, name);
        QFETCH(bool, isAsked);
        OpensslFiles files;
        files.make(QStringLiteral("api.example"),
                   QStringLiteral("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256"));
        const QByteArray certificate = files.read(QStringLiteral("api.example.pem"));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(certificate));
        tls.setPrivateKey(QSslKey(files.read(QStringLiteral("api.example.key")), QSsl::Ec));
        ScriptedServer server([](const Visit &visit) { visit.answer(403, "{}"); }, tls);
        Access access = accessTo(server.url());
        access.cluster.authority.data = Secret(certificate.toStdString());
        access.cluster.tlsServerName = name;
        RemoteLab lab(access);
        bool hasFailed = false;
        const auto pipe = lab.transport->forward("default", "web", 80);
        pipe->setEvents({.opened = [] {},
                         .received = [](std::string_view) {},
                         .ended = [] {},
                         .failed = [&hasFailed](api::TrafficError::Kind) { hasFailed = true; }});
        QVERIFY(QTest::qWaitFor([&] { return hasFailed; }, kPatience)); // this server forwards nothing
        QCOMPARE(server.visits.size(), isAsked ? 1U : 0U);
    }

    void aTokenThatIsRefused_isTold_withTheServersStatus()
    {
        const ServedWithTls served;
        Access access = served.access();
        access.user.token = Secret("guess");
        RemoteLab lab(access);
        const auto answer = lab.list();
        QCOMPARE(answer.error().code, 401);
        QCOMPARE(answer.error().reason, std::string("Unauthorized"));
        QVERIFY(isTold(lab.troubles, Kind::Unauthorized));
        QCOMPARE(lab.reachedCount, 0); // to be let in is more than to be heard
        QVERIFY(!sentenceOf(lab.troubles.back()).en.contains("guess"));
    }

    void anAuthorityThatHoldsNoCertificate_isNamed()
    {
        Access access = accessTo("https://127.0.0.1:1");
        access.cluster.authority.data = Secret("hello");
        QVERIFY(isTold(RemoteLab(access).troubles, Kind::NoCertificateInside));
        access.cluster.authority = {"/nofile", {}};
        QVERIFY(isTold(RemoteLab(access).troubles, Kind::PathUnreadable));
    }

    void aClientCertificate_isShown_whateverFormItsKeyHas_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("form");
        const QString rsa = QStringLiteral("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048");
        const QString ec = QStringLiteral("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256");
        QTest::newRow("RSA PKCS#8") << rsa << QStringLiteral("pkey");
        QTest::newRow("RSA PKCS#1") << rsa << QStringLiteral("pkey -traditional");
        QTest::newRow("EC PKCS#8") << ec << QStringLiteral("pkey");
        QTest::newRow("EC SEC1") << ec << QStringLiteral("pkey -traditional");
    }
    void aClientCertificate_isShown_whateverFormItsKeyHas()
    {
        QFETCH(QString, key);
        QFETCH(QString, form);
        OpensslFiles files;
        files.make(QStringLiteral("learner"), key);
        files.convert(form, QStringLiteral("learner.key"), QStringLiteral("form.key"));
        const auto identity = serve::makeServerIdentity({});
        QSslConfiguration tls = identity->tls;
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setCaCertificates(QSslCertificate::fromData(files.read(QStringLiteral("learner.pem"))));
        ScriptedServer server([](const Visit &visit) { visit.answer(200, kNoPods); }, tls);
        Access access = accessTo(server.url());
        access.cluster.authority = pem(identity->authority);
        access.user.certificate = {files.path(QStringLiteral("learner.pem")).toStdString(), {}};
        access.user.key = pem(files.read(QStringLiteral("form.key")));
        RemoteLab lab(access);
        QVERIFY(lab.list());
        QCOMPARE(server.visits.back().certificateName, QByteArray("learner"));
        QVERIFY(!server.visits.back().headers.contains("authorization"));
    }

    void aKeyThatQtCannotRead_isNamed()
    {
        OpensslFiles files;
        files.make(QStringLiteral("young"), QStringLiteral("genpkey -algorithm ED25519"));
        files.make(QStringLiteral("old"),
                   QStringLiteral("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256"));
        files.convert(QStringLiteral("pkey -aes128 -passout pass:secret"), QStringLiteral("old.key"),
                      QStringLiteral("locked.key"));
        Access access = accessTo("https://127.0.0.1:1");
        access.user.certificate = pem(files.read(QStringLiteral("young.pem")));
        access.user.key = pem(files.read(QStringLiteral("young.key")));
        const Troubles troubles = RemoteLab(access).troubles;
        QVERIFY(isTold(troubles, Kind::KeyUnknown));
        QVERIFY(sentenceOf(troubles.back()).en.contains("Ed25519"));
        QVERIFY(sentenceOf(troubles.back()).ja.contains("Ed25519"));
        access.user.key = pem(files.read(QStringLiteral("locked.key")));
        QVERIFY(isTold(RemoteLab(access).troubles, Kind::KeyEncrypted));
        access.user.key = pem("hello");
        QVERIFY(isTold(RemoteLab(access).troubles, Kind::KeyUnknown));
        access.user.certificate = pem("hello");
        QVERIFY(isTold(RemoteLab(access).troubles, Kind::NoCertificateInside));
    }

    void aKeyOfAnotherCertificate_isTold()
    {
        OpensslFiles files;
        for (const QString &name : {QStringLiteral("one"), QStringLiteral("two")})
            files.make(name, QStringLiteral("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256"));
        const ServedWithTls served;
        Access access = served.access();
        access.user.certificate = pem(files.read(QStringLiteral("one.pem")));
        access.user.key = pem(files.read(QStringLiteral("two.key")));
        RemoteLab lab(access);
        QVERIFY(!isReached(lab));
        QVERIFY(isTold(lab.troubles, Kind::KeyOfAnother));
    }
};
MINATO_TEST(TestTls)

#include "tst_tls.moc"
