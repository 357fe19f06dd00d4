// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_fixture.h"
#include "support/test_registry.h"

#include <QByteArray>

#include <map>

using namespace minato;
using namespace minato::tests;
using namespace std::chrono_literals;
using Kind = api::ConnectionEvent::Kind;

namespace {

/// One execution in the chapter's Pod, and what came of it.
class Execution {
public:
    Execution(ClusterFixture &f, const std::string &subresource, std::vector<std::string> command,
              bool hasInput = false, bool hasTerminal = false)
        : m_cluster(f.cluster)
    {
        api::Request request = client::getRequest(kube::resources::kPods, "default", f.podNames().front());
        request.subresource = subresource;
        kube::Value words = kube::Value::array({});
        for (std::string &word : command)
            words.push(std::move(word));
        request.body =
            kube::Value::map({{"command", std::move(words)}, {"stdin", hasInput}, {"tty", hasTerminal}});
        connection = f.cluster.transport().connector()->connect(std::move(request),
                                                                [this](auto event) { note(event); });
    }
    void note(const api::Result<api::ConnectionEvent> &event)
    {
        if (!event) {
            status = event.error();
            hasEnded = true;
        } else if (event->kind == Kind::Output) {
            out += event->data;
        } else if (event->kind == Kind::ErrorOutput) {
            err += event->data;
        } else {
            (event->kind == Kind::Opened ? isOpen : hasEnded) = true;
        }
    }
    bool waitForEnd()
    {
        return m_cluster.control().runUntil([this] { return hasEnded; }, 60s);
    }
    [[nodiscard]] std::string exitCode() const
    {
        if (!status.code)
            return "0";
        return status.causes.empty() ? status.message : status.causes.front().message;
    }

    api::ConnectionPtr connection;
    std::string out, err;
    kube::Status status{.code = 0};
    bool isOpen = false, hasEnded = false;

private:
    cluster::SimCluster &m_cluster;
};

/// A second cluster that gets what came to the first one from outside, at the same moments.
class Replay {
public:
    std::string out;
    bool hasEnded = false;

    void play(const std::vector<cluster::Input> &inputs)
    {
        for (const cluster::Input &input : inputs) {
            f.cluster.control().runUntil(input.at);
            if (const auto *action = std::get_if<cluster::ConnectionInput>(&input.request))
                play(*action);
            else if (const auto *request = std::get_if<api::Request>(&input.request))
                play(input, *request);
        }
    }
    ClusterFixture f;

private:
    void play(const cluster::Input &input, const api::Request &request)
    {
        if (input.kind == cluster::Input::Kind::Send)
            calls.push_back(f.cluster.transport().send(request, [](const auto &) {}));
        if (input.kind != cluster::Input::Kind::Connect)
            return;
        connections[input.seq] = f.cluster.transport().connector()->connect(
            request, [this](const api::Result<api::ConnectionEvent> &event) {
                if (event && event->kind == Kind::Output)
                    out += event->data;
                hasEnded = hasEnded || !event || event->kind == Kind::Ended;
            });
    }
    void play(const cluster::ConnectionInput &input)
    {
        using Action = cluster::ConnectionInput::Action;
        api::ConnectionPtr &connection = connections.at(input.connection);
        if (input.action == Action::Write)
            connection->write(input.data);
        else if (input.action == Action::CloseInput)
            connection->closeInput();
        else if (input.action == Action::ResizeTerminal)
            connection->resizeTerminal(input.columns, input.rows);
        else
            connection.reset();
    }

    std::vector<api::CallPtr> calls;
    std::map<std::uint64_t, api::ConnectionPtr> connections;
};

} // namespace

class TestExec : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void commands_runAsTheImageHasThem_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QByteArray>("out"); // "%p": the Pod's name
        QTest::addColumn<QByteArray>("err");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char *name, const QStringList &command, const char *out,
                            const char *err = "", const char *code = "0") {
            QTest::newRow(name) << command << QByteArray(out) << QByteArray(err) << QByteArray(code);
        };
        const QString sh = QStringLiteral("sh"), c = QStringLiteral("-c");
        row("hostname", {QStringLiteral("hostname")}, "%p\n");
        row("by its path", {QStringLiteral("/bin/cat"), QStringLiteral("/etc/hostname")}, "%p\n");
        row("printenv", {QStringLiteral("printenv"), QStringLiteral("NODE_VERSION")}, "6.3.1\n");
        row("curl", {QStringLiteral("curl"), QStringLiteral("-s"), QStringLiteral("localhost:8080")},
            "Hello Kubernetes bootcamp! | Running on: %p | v=1\n");
        row("shell", {sh, c, QStringLiteral("for i in 1 2; do echo $i; done | tail -n 1; echo $HOSTNAME")},
            "2\n%p\n");
        row("pipe into grep", {sh, c, QStringLiteral("env | grep ^KUBERNETES_SERVICE_HOST")},
            "KUBERNETES_SERVICE_HOST=10.96.0.1\n");
        row("exit status", {sh, c, QStringLiteral("exit 7")}, "", "", "7");
        row("failing program", {QStringLiteral("cat"), QStringLiteral("/nope")}, "",
            "cat: /nope: No such file or directory\n", "1");
        row("nothing there for the shell", {sh, c, QStringLiteral("kubectl get pods")}, "",
            "sh: 1: kubectl: not found\n", "127");
        row("short process list", {QStringLiteral("ps")},
            "    PID TTY          TIME CMD\n      1 ?        00:00:00 sh\n      7 ?        00:00:00 ps\n");
    }
    void commands_runAsTheImageHasThem()
    {
        QFETCH(QStringList, command);
        QFETCH(QByteArray, out);
        QFETCH(QByteArray, err);
        QFETCH(QByteArray, code);
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        std::vector<std::string> words;
        for (const QString &word : command)
            words.push_back(word.toStdString());
        Execution execution(f, "exec", words);
        QVERIFY(!execution.isOpen); // never inside connect()
        QVERIFY(execution.waitForEnd());
        QVERIFY(execution.isOpen);
        out.replace("%p", f.podNames().front().c_str());
        QCOMPARE(QByteArray::fromStdString(execution.out), out);
        QCOMPARE(QByteArray::fromStdString(execution.err), err);
        QCOMPARE(QByteArray::fromStdString(execution.exitCode()), code);
    }

    void aProgramThatIsNotThere_failsInTheRuntimesWords()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        Execution plain(f, "exec", {"vim"}), path(f, "exec", {"/usr/bin/vim"});
        QVERIFY(plain.waitForEnd() && path.waitForEnd());
        QVERIFY2(plain.status.message.ends_with(
                     "\": OCI runtime exec failed: exec failed: unable to start container "
                     "process: exec: \"vim\": executable file not found in $PATH: unknown"),
                 plain.status.message.c_str());
        QVERIFY(path.status.message.ends_with(
            "exec: \"/usr/bin/vim\": stat /usr/bin/vim: no such file or directory: unknown"));
        QCOMPARE(plain.status.reason, std::string("InternalError"));
    }

    void whatIsWritten_isReadByTheProgram()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        Execution execution(f, "exec", {"sh"}, true);
        execution.connection->write("echo one\nread x\nin");
        execution.connection->write("put\necho \"$x\"\nexit 3\n");
        QVERIFY(execution.waitForEnd());
        QCOMPARE(execution.out, std::string("one\ninput\n"));
        QCOMPARE(execution.exitCode(), std::string("3"));
    }

    void theEndOfInput_endsTheProgram()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        Execution execution(f, "exec", {"cat"}, true);
        execution.connection->write("text");
        f.run(5s);
        QVERIFY(!execution.hasEnded);
        execution.connection->closeInput();
        QVERIFY(execution.waitForEnd());
        QCOMPARE(execution.out, std::string("text"));
        QCOMPARE(execution.exitCode(), std::string("0"));
    }

    void aTerminal_echoesKeys_andShowsAPrompt()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        Execution execution(f, "exec", {"sh"}, true, true);
        f.run(1s);
        QCOMPARE(execution.out, std::string("# "));
        execution.connection->write("echo hix\x7f\r");
        f.run(1s);
        QCOMPARE(execution.out, std::string("# echo hix\b \b\r\nhi\r\n# "));
        execution.connection->write("\x04");
        QVERIFY(execution.waitForEnd());
    }

    void attach_showsWhatTheProgramPrints_fromNowOn()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        const std::string host = f.cluster.transport().has(api::Capability::Exec) ? "host01" : "";
        QVERIFY(f.curl(host, f.nodePort()).has_value());
        Execution execution(f, "attach", {});
        f.run(1s);
        QVERIFY(execution.isOpen && execution.out.empty());
        QVERIFY(f.curl(host, f.nodePort()).has_value());
        f.run(1s);
        QVERIFY2(execution.out.contains("Total Requests: 2 "), execution.out.c_str());
        // It ends with the container.
        QVERIFY(f.scale("kubernetes-bootcamp", 0));
        QVERIFY(execution.waitForEnd());
        QCOMPARE(execution.exitCode(), std::string("0"));
    }

    void refusals_areUpstreams()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        Execution nothing(f, "exec", {});
        QVERIFY(nothing.waitForEnd());
        QVERIFY(!nothing.isOpen);
        QCOMPARE(nothing.status.message,
                 std::string("you must specify at least 1 command for the container"));
        Execution wrong(f, "log", {"ls"});
        QVERIFY(wrong.waitForEnd());
        QCOMPARE(wrong.status.code, 404);
    }

    void whatAClientTypes_isRecorded_soThatAReplayTypesItToo()
    {
        std::vector<cluster::Input> inputs;
        ClusterFixture f;
        f.cluster.setInputRecorder([&](const cluster::Input &input) { inputs.push_back(input); });
        QVERIFY(f.cluster.settle());
        std::string said;
        {
            Execution execution(f, "exec", {"sh"}, true, true);
            f.run(1s);
            execution.connection->resizeTerminal(80, 24);
            execution.connection->write("hostname\r");
            f.run(2500ms);
            execution.connection->write("cat\rtext\r");
            f.run(1s);
            execution.connection->closeInput();
            f.run(1s);
            said = execution.out;
        }
        QVERIFY2(said.contains("kubernetes-bootcamp-") && said.contains("text"), said.c_str());
        using Action = cluster::ConnectionInput::Action;
        std::vector<Action> actions;
        for (const cluster::Input &input : inputs) {
            if (const auto *action = std::get_if<cluster::ConnectionInput>(&input.request))
                actions.push_back(action->action);
        }
        const std::vector expected{Action::ResizeTerminal, Action::Write, Action::Write, Action::CloseInput,
                                   Action::Drop};
        QVERIFY(actions == expected);
        Replay replay;
        QVERIFY(replay.f.cluster.settle());
        replay.play(inputs);
        QCOMPARE(replay.out, said);
    }

    void droppingIt_endsTheProgram()
    {
        ClusterFixture f;
        QVERIFY(f.cluster.settle());
        Execution execution(f, "exec", {"sh", "-c", "while :; do sleep 1; echo x; done"});
        f.run(3500ms);
        QVERIFY(execution.out.size() >= 4);
        execution.connection.reset();
        const auto before = execution.out;
        f.run(5s);
        QCOMPARE(execution.out, before);
    }
};

MINATO_TEST(TestExec)
#include "tst_exec.moc"
