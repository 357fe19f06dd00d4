// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/json.h"
#include "remote/access.h"
#include "remote/config_folder.h"
#include "remote/openssl_files.h"
#include "remote/real_kubectl.h"
#include "remote/remote_lab.h"
#include "remote/scripted_server.h"
#include "serve/certificates.h"
#include "support/test_registry.h"

#include <algorithm>
#include <format>

using namespace minato;
using namespace minato::remote;
using namespace minato::tests;
using namespace std::chrono_literals;
using Kind = Trouble::Kind;

namespace {

/// A server with TLS that lets in whoever has the token of the moment.
class TokenServer {
public:
    TokenServer()
        : identity(serve::makeServerIdentity({}).value()),
          server([this](const Visit &visit) { answer(visit); }, identity.tls)
    {
    }
    [[nodiscard]] Access access() const
    {
        Access access = accessTo(server.url());
        access.cluster.authority.data = Secret(identity.authority.toStdString());
        return access;
    }

    QByteArray token = "one";
    serve::ServerIdentity identity;
    ScriptedServer server;

private:
    void answer(const Visit &visit) const
    {
        const auto it = visit.headers.find("authorization");
        if (it != visit.headers.end() && it->second == "Bearer " + token)
            visit.answer(200, kNoPods);
        else
            visit.answer(401,
                         R"({"kind":"Status","message":"Unauthorized","reason":"Unauthorized","code":401})");
    }
};

/// A program that gives what is in the file "answer" and notes that it ran, and what it was told.
class LoginProgram {
public:
    LoginProgram()
    {
        command = m_folder.writeScript("login", "#!/bin/sh\ncd \"${0%/*}\"\necho run >> runs\n"
                                                "printf %s \"$KUBERNETES_EXEC_INFO\" > info\n"
                                                "printf %s \"$1$REGION\" > told\ncat answer\n");
    }
    void give(const std::string &status, const std::string &version = "v1") const
    {
        m_folder.write(
            "answer",
            std::format(
                R"({{"apiVersion":"client.authentication.k8s.io/{}","kind":"ExecCredential","status":{}}})",
                version, status));
    }
    void giveToken(const std::string &token, const std::string &more = {}) const
    {
        give(std::format(R"({{"token":"{}"{}}})", token, more));
    }
    [[nodiscard]] std::string noted(const std::string &name) const
    {
        QFile file(QString::fromStdString(m_folder.path(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    [[nodiscard]] auto runs() const { return std::ranges::count(noted("runs"), '\n'); }
    [[nodiscard]] ExecPlugin plugin() const
    {
        return {
            .apiVersion = "client.authentication.k8s.io/v1", .command = command, .interactiveMode = "Never"};
    }

    std::string command;

private:
    ConfigFolder m_folder;
};

constexpr HttpTransport::Options kEager{.patience = {.rest = 0ms, .tokenFile = 1h}};

} // namespace

class TestLogin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTokenFile_isReadAgain_whenTheServerRefusesItsToken()
    {
        const ConfigFolder folder;
        TokenServer server;
        Access access = server.access();
        access.user.tokenFile = folder.write("token", "one\n");
        RemoteLab lab(access, kEager);
        QVERIFY(lab.list());
        server.token = "two";
        QCOMPARE(lab.list().error().code, 401); // the file still has the old one
        QVERIFY(isTold(lab.troubles, Kind::Unauthorized));
        lab.troubles.clear();
        folder.write("token", "two\n");
        QVERIFY(lab.list());
        QVERIFY(lab.troubles.empty());
    }

    void aTokenFile_isReadAgain_onceItIsOld()
    {
        const ConfigFolder folder;
        TokenServer server;
        Access access = server.access();
        access.user.tokenFile = folder.write("token", "one");
        RemoteLab lab(access, {.patience = {.tokenFile = 0ms}});
        QVERIFY(lab.list());
        folder.write("token", "two");
        server.token = "two";
        const auto visits = server.server.visits.size();
        QVERIFY(lab.list());
        QCOMPARE(server.server.visits.size(), visits + 1); // it had it right at once
    }

    void aProgram_isRunOnce_forAllWhoAsk()
    {
        LoginProgram program;
        program.giveToken("one");
        TokenServer server;
        Access access = server.access();
        access.user.exec = program.plugin();
        access.user.exec->args = {"--ask="};
        access.user.exec->environment = {{"REGION", Secret("tokyo")}};
        RemoteLab lab(access);
        int answers = 0;
        std::vector<api::CallPtr> calls;
        for (int i = 0; i < 5; ++i)
            calls.push_back(lab.transport->send(
                listOfPods(), [&answers](const auto &answer) { answers += answer ? 1 : 0; }));
        calls.back().reset(); // one does not wait
        QVERIFY(QTest::qWaitFor([&answers] { return answers == 4; }, kPatience));
        QCOMPARE(program.runs(), 1);
        QCOMPARE(program.noted("told"), std::string("--ask=tokyo"));
        QVERIFY(lab.list());
        QCOMPARE(program.runs(), 1);
    }

    void aCredentialThatExpires_orIsRefused_isAskedForAgain()
    {
        LoginProgram program;
        program.giveToken("one", R"(,"expirationTimestamp":"2020-01-01T00:00:00Z")");
        TokenServer server;
        Access access = server.access();
        access.user.exec = program.plugin();
        RemoteLab lab(access, kEager);
        QVERIFY(lab.list());
        QVERIFY(lab.list());
        QCOMPARE(program.runs(), 2); // it had expired
        program.giveToken("one", R"(,"expirationTimestamp":"2100-01-01T00:00:00Z")");
        QVERIFY(lab.list() && lab.list());
        QCOMPARE(program.runs(), 3);
        server.token = "two"; // and now it is refused
        program.giveToken("two");
        QVERIFY(lab.list());
        QCOMPARE(program.runs(), 4);
        QVERIFY(lab.troubles.empty());
    }

    void aServerThatRefusesEverybody_doesNotStartTheProgramAgainAndAgain()
    {
        LoginProgram program;
        program.giveToken("wrong");
        TokenServer server;
        Access access = server.access();
        access.user.exec = program.plugin();
        RemoteLab lab(access);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(lab.list().error().code, 401);
        QCOMPARE(program.runs(), 1);
        QVERIFY(isTold(lab.troubles, Kind::Unauthorized));
    }

    void aWatch_waitsForTheProgram_too()
    {
        LoginProgram program;
        program.giveToken("one");
        TokenServer server;
        Access access = server.access();
        access.user.exec = program.plugin();
        RemoteLab lab(access);
        lab.watch();
        QVERIFY(QTest::qWaitFor([&server] { return !server.server.visits.empty(); }, kPatience));
        QCOMPARE(server.server.visits.back().headers.at("authorization"), QByteArray("Bearer one"));
    }

    void aProgramsCertificate_isShown()
    {
        OpensslFiles files;
        files.make(QStringLiteral("short-lived"),
                   QStringLiteral("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256"));
        LoginProgram program;
        program.give(kube::toJson(kube::Value::map(
            {{"clientCertificateData", files.read(QStringLiteral("short-lived.pem")).toStdString()},
             {"clientKeyData", files.read(QStringLiteral("short-lived.key")).toStdString()}})));
        const auto identity = serve::makeServerIdentity({}).value();
        QSslConfiguration tls = identity.tls;
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setCaCertificates(QSslCertificate::fromData(files.read(QStringLiteral("short-lived.pem"))));
        ScriptedServer server([](const Visit &visit) { visit.answer(200, kNoPods); }, tls);
        Access access = accessTo(server.url());
        access.cluster.authority.data = Secret(identity.authority.toStdString());
        access.user.exec = program.plugin();
        RemoteLab lab(access);
        QVERIFY(lab.list());
        QCOMPARE(server.visits.back().certificateName, QByteArray("short-lived"));
    }

    void whatAProgramDoesWrong_isTold_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *script, Kind kind, const char *words) {
            QTest::addRow("%s", script) << QByteArray(script) << static_cast<int>(kind) << QByteArray(words);
        };
        row("echo 'please log in' >&2; exit 3", Kind::ProgramFailed, "exit status 3: please log in");
        row("kill -9 $$", Kind::ProgramFailed, "killed");
        row("echo hello", Kind::ProgramAnswerNoJson, "");
        row("echo '{}'", Kind::ProgramAnswerVersion, "client.authentication.k8s.io/v1 ExecCredential");
        row("echo '{\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"kind\":\"ExecCredential\"}'",
            Kind::ProgramAnswerVersion, "v1beta1");
        row("echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\"}'",
            Kind::ProgramAnswerEmpty, "");
        row("echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
            "\"status\":{\"clientKeyData\":\"x\"}}'",
            Kind::ProgramAnswerHalf, "");
        row("exec sleep 100", Kind::ProgramTooSlow, "");
    }
    void whatAProgramDoesWrong_isTold()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, kind);
        QFETCH(QByteArray, words);
        const ConfigFolder folder;
        TokenServer server;
        Access access = server.access();
        access.user.exec =
            ExecPlugin{.apiVersion = "client.authentication.k8s.io/v1", .interactiveMode = "Never"};
        access.user.exec->command =
            folder.writeScript("login", ("#!/bin/sh\n" + script + "\n").toStdString());
        const bool isSlow = static_cast<Kind>(kind) == Kind::ProgramTooSlow;
        RemoteLab lab(access, {.patience = {.program = isSlow ? 200ms : 30'000ms}});
        QCOMPARE(lab.list().error().code, 0);
        QVERIFY(isTold(lab.troubles, static_cast<Kind>(kind)));
        QVERIFY2(sentenceOf(lab.troubles.back()).ja.contains(words.toStdString()),
                 sentenceOf(lab.troubles.back()).ja.c_str());
        QVERIFY(server.server.visits.empty());
    }

    void aProgramThatIsNotThere_comesWithItsHint_andOneThatAsks_isNotRun()
    {
        TokenServer server;
        Access access = server.access();
        access.user.exec = ExecPlugin{.apiVersion = "client.authentication.k8s.io/v1",
                                      .command = "no-such-login",
                                      .installHint = "buy it",
                                      .interactiveMode = "Never"};
        RemoteLab missing(access);
        QVERIFY(!missing.list());
        QVERIFY(isTold(missing.troubles, Kind::ProgramMissing));
        QVERIFY(sentenceOf(missing.troubles.back()).en.contains("no-such-login: buy it"));
        LoginProgram program;
        program.giveToken("one");
        access.user.exec = program.plugin();
        access.user.exec->interactiveMode = "Always";
        RemoteLab asking(access);
        QVERIFY(!asking.list());
        QVERIFY(isTold(asking.troubles, Kind::ProgramWantsTerminal));
        QCOMPARE(program.runs(), 0);
    }

    void aProgram_isToldWhatKubectlTellsIt()
    {
        LoginProgram program;
        program.giveToken("one");
        TokenServer server;
        const ConfigFolder folder;
        const std::string authority = folder.write("ca.pem", server.identity.authority.toStdString());
        for (const std::string info : {"false", "true"}) {
            const std::string file = folder.write(
                "config",
                std::format(
                    "current-context: a\n"
                    "clusters:\n"
                    "- name: c\n"
                    "  cluster:\n"
                    "    server: {}\n"
                    "    certificate-authority: {}\n"
                    "    tls-server-name: kubernetes\n"
                    "    extensions: [{{name: client.authentication.k8s.io/exec, extension: {{x: [1]}}}}]\n"
                    "users:\n"
                    "- name: u\n"
                    "  user:\n"
                    "    exec: {{apiVersion: client.authentication.k8s.io/v1, command: {}, "
                    "interactiveMode: IfAvailable, provideClusterInfo: {}}}\n"
                    "contexts: [{{name: a, context: {{cluster: c, user: u}}}}]\n",
                    server.server.url(), authority, program.command, info));
            (void)runKubectl({QStringLiteral("get"), QStringLiteral("--raw"), QStringLiteral("/version")},
                             file);
            const auto theirs = kube::parseJson(program.noted("info"));
            const auto access = accessOf(parseKubeconfig(folderText(file), file).value());
            QVERIFY(theirs && access);
            QCOMPARE(execInfoOf(*access), kube::toJson(*theirs));
            QCOMPARE((*theirs)["spec"].contains("cluster"), info == "true");
        }
    }

    void headers_areThoseThatKubectlSends_data()
    {
        QTest::addColumn<bool>("withTls");
        QTest::addColumn<QByteArray>("user");
        const char *const users[] = {
            "{token: tk}",
            "{username: me, password: pw}",
            "{token: tk, tokenFile: FILE}",
            "{tokenFile: FILE}",
            ("{token: tk, exec: {command: /nofile, apiVersion: client.authentication.k8s.io/v1, "
             "interactiveMode: Never}}"),
            "{token: tk, as: bob, as-uid: '7', as-groups: [a], as-user-extra: {'Some Key': [v]}}"};
        for (const char *user : users) {
            QTest::addRow("https %s", user) << true << QByteArray(user);
            QTest::addRow("http %s", user) << false << QByteArray(user);
        }
    }
    void headers_areThoseThatKubectlSends()
    {
        QFETCH(bool, withTls);
        QFETCH(QByteArray, user);
        const auto identity = serve::makeServerIdentity({}).value();
        ScriptedServer server([](const Visit &visit) { visit.answer(200, kNoPods); },
                              withTls ? std::optional(identity.tls) : std::nullopt);
        const ConfigFolder folder;
        const std::string token = folder.write("token", "from-file\n");
        const std::string config = std::format(
            "current-context: a\nclusters: [{{name: c, cluster: {{server: '{}', insecure-skip-tls-verify: "
            "true}}}}]\n"
            "users: [{{name: u, user: {}}}]\ncontexts: [{{name: a, context: {{cluster: c, user: u}}}}]\n",
            server.url(), user.replace("FILE", QByteArray::fromStdString(token)).toStdString());
        const std::string file = folder.write("config", config);
        const KubectlRun run =
            runKubectl({QStringLiteral("get"), QStringLiteral("--raw"), QStringLiteral("/version")}, file);
        QVERIFY2(run.status == 0, run.err.c_str());
        const auto theirs = identityHeaders(server.visits.back());
        const auto access = accessOf(parseKubeconfig(config, file).value());
        RemoteLab lab(*access);
        QVERIFY(lab.list());
        QCOMPARE(identityHeaders(server.visits.back()), theirs);
    }

private:
    static std::string folderText(const std::string &file)
    {
        QFile opened(QString::fromStdString(file));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll().toStdString() : std::string();
    }
    static std::map<QByteArray, QByteArray> identityHeaders(const Visit &visit)
    {
        std::map<QByteArray, QByteArray> headers;
        for (const auto &[name, value] : visit.headers) {
            if (name == "authorization" || name.startsWith("impersonate-"))
                headers[name] = value;
        }
        return headers;
    }
};
MINATO_TEST(TestLogin)

#include "tst_login.moc"
