// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/sim_cluster.h"
#include "shell/completion/completion.h"
#include "shell/shell.h"
#include "support/test_registry.h"

#include <algorithm>
#include <ranges>
#include <string>
#include <vector>

using namespace minato;
using namespace std::chrono_literals;

namespace {

struct Terminal {
    Terminal()
        : cluster({.topology = cluster::Topology::chapter(3)}),
          shell({.transport = cluster.transport(), .traffic = cluster.traffic(), .timers = cluster.timers()})
    {
        cluster.settle();
    }
    std::string run(std::string line)
    {
        std::string text;
        auto task =
            shell.run(std::move(line), [&text](shell::Stream, std::string_view part) { text += part; });
        task.start();
        cluster.control().runUntil([&task] { return task.isDone(); }, 1h);
        return text;
    }
    shell::Completion complete(std::string line)
    {
        auto task = shell.complete(std::move(line));
        task.start();
        cluster.control().runUntil([&task] { return task.isDone(); }, 1min);
        return task.isDone() ? task.takeResult() : shell::Completion{};
    }
    std::vector<std::string> texts(std::string line)
    {
        std::vector<std::string> found;
        for (const shell::Candidate &each : complete(std::move(line)).candidates)
            found.push_back(each.text);
        return found;
    }

    cluster::SimCluster cluster;
    shell::Shell shell;
};

/// "a|b"
std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : "|") + word;
    return text;
}

bool offers(const std::vector<std::string> &words, std::string_view word)
{
    return std::ranges::contains(words, word);
}

} // namespace

class TestCompletion : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void typedWords_areThoseOfTheCommandBeforeTheCursor_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("current");
        QTest::addColumn<int>("from");
        const auto row = [](const char *line, const char *before, const char *current, int from) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(before)
                                << QString::fromUtf8(current) << from;
        };
        row("", "", "", 0);
        row("kub", "", "kub", 0);
        row("kubectl get ", "kubectl|get", "", 12);
        row("kubectl get po", "kubectl|get", "po", 12);
        row("a | kubectl ge", "kubectl", "ge", 12);
        row("a && b; c -x=1 d", "c|-x=1", "d", 15);
        row("X=1 Y=2 kube", "", "kube", 8);
        row("for i in 1 2; do kubectl g", "kubectl", "g", 25);
        row("curl host01:$(kubectl get s", "kubectl|get", "s", 26);
        row("echo \"$(kubectl g", "kubectl", "g", 16);
        row("echo 'a b' \"c d", "echo|a b", "c d", 11);
        row("echo a\\ b", "echo", "a b", 5);
        row("echo x > fi", "echo|x", "fi", 9);
        row("kubectl apply 2>/dev/null -f x", "kubectl|apply|-f", "x", 29);
    }
    void typedWords_areThoseOfTheCommandBeforeTheCursor()
    {
        QFETCH(QString, line);
        const shell::TypedWords typed = shell::typedWords(line.toStdString());
        QTEST(QString::fromStdString(joined(typed.words)), "before");
        QTEST(QString::fromStdString(typed.current), "current");
        QTEST(int(typed.from), "from");
    }

    void commands_areBuiltins_programs_andOwnFunctions()
    {
        Terminal terminal;
        terminal.run("hello() { echo hi; }");
        QCOMPARE(joined(terminal.texts("hell")), std::string("hello"));
        QVERIFY(offers(terminal.texts("kube"), "kubectl"));
        QVERIFY(offers(terminal.texts("whi"), "while"));
    }

    void kubectl_completesSubcommands_andFlags()
    {
        Terminal terminal;
        QCOMPARE(joined(terminal.texts("kubectl sca")), std::string("scale"));
        QVERIFY(offers(terminal.texts("kubectl rollout "), "status"));
        QVERIFY(!offers(terminal.texts("kubectl rollout "), "get"));
        const auto flags = terminal.complete("kubectl scale --repl");
        QCOMPARE(flags.candidates.size(), 1u);
        QCOMPARE(QString::fromStdString(flags.candidates[0].text), QStringLiteral("--replicas="));
        QVERIFY(!flags.candidates[0].isWhole && !flags.candidates[0].note.empty());
        QVERIFY(offers(terminal.texts("kubectl get pods --all"), "--all-namespaces"));
        QCOMPARE(joined(terminal.texts("kubectl get pods -o y")), std::string("yaml"));
        const auto value = terminal.complete("kubectl get pods --output=wi");
        QCOMPARE(int(value.from), 26);
        QCOMPARE(QString::fromStdString(value.candidates.at(0).text), QStringLiteral("wide"));
    }

    void kubectl_completesTypes_andNamesAsTheyAreNow()
    {
        Terminal terminal;
        QVERIFY(offers(terminal.texts("kubectl get depl"), "deployments"));
        QCOMPARE(joined(terminal.texts("kubectl rollout status ")),
                 std::string("daemonsets|deployments|statefulsets"));
        QCOMPARE(joined(terminal.texts("kubectl describe deployments kube")),
                 std::string("kubernetes-bootcamp"));
        QCOMPARE(joined(terminal.texts("kubectl scale deploy/")), std::string("deploy/kubernetes-bootcamp"));
        terminal.run("kubectl create namespace other; kubectl create deployment web --image=nginx -n other");
        QCOMPARE(joined(terminal.texts("kubectl get -n other deploy w")), std::string("web"));
        QCOMPARE(joined(terminal.texts("kubectl get deploy w --namespace=other w")), std::string("web"));
        QCOMPARE(joined(terminal.texts("kubectl drain minato-worker2")), std::string("minato-worker2"));
        QVERIFY(offers(terminal.texts("kubectl get pods -n kube-s"), "kube-system"));
        const auto pods = terminal.texts("kubectl logs kubernetes-bootcamp");
        QCOMPARE(pods.size(), 1u);
        terminal.run(
            "kubectl scale deployments/kubernetes-bootcamp --replicas=3; kubectl rollout status deploy");
        QCOMPARE(terminal.texts("kubectl logs kubernetes-bootcamp").size(), 3u);
        QCOMPARE(joined(terminal.texts("kubectl logs " + pods[0] + " -c ")),
                 std::string("kubernetes-bootcamp"));
        // What was named already is not offered again.
        QCOMPARE(terminal.texts("kubectl delete pods " + pods[0] + " kubernetes-bootcamp").size(), 2);
    }

    void k_isKubectl()
    {
        Terminal terminal;
        QCOMPARE(joined(terminal.texts("k sca")), std::string("scale"));
        QCOMPARE(terminal.run("k get deploy -o name"), std::string("deployment.apps/kubernetes-bootcamp\n"));
    }

    void files_areOffered_whereFilesAreTyped()
    {
        Terminal terminal;
        terminal.run("mkdir work; echo a > work/a.yaml; echo b > 'my file'");
        QCOMPARE(joined(terminal.texts("cat wo")), std::string("work/"));
        QCOMPARE(joined(terminal.texts("cat work/")), std::string("work/a.yaml"));
        QCOMPARE(joined(terminal.texts("kubectl apply -f work/")), std::string("work/a.yaml"));
        QCOMPARE(joined(terminal.texts("echo x > my")), std::string("my\\ file"));
    }

    void serverThatDoesNotAnswer_leavesWhatNeedsNone()
    {
        Terminal terminal;
        auto task = terminal.shell.complete("kubectl get ");
        task.start();
        QVERIFY(!task.isDone()); // it waits for the server; dropping it is enough
        task.cancel();
        QCOMPARE(terminal.texts("kubectl get -o jso").size(), 4u);
    }
};

MINATO_TEST(TestCompletion)
#include "tst_completion.moc"
