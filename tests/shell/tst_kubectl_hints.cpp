// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/hints.h"
#include "shell/shell_fixture.h"
#include "support/test_registry.h"

#include <QStringList>

using namespace minato;
using namespace minato::shell;
using namespace minato::tests;

/// Calls as old tutorials have them are answered as kubectl answers them; beside the answer there is a line that
/// tells how it is done today.
class TestKubectlHints : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oldWay_hasAHint_data()
    {
        QTest::addColumn<QString>("arguments"); // with bars between them
        QTest::addColumn<QString>("part");
        QTest::newRow("replicas") << QStringLiteral("run|web|--image=nginx|--replicas=2")
                                  << QStringLiteral("kubectl create deployment");
        QTest::newRow("record") << QStringLiteral("scale|deploy/web|--replicas=2|--record")
                                << QStringLiteral("kubernetes.io/change-cause");
        QTest::newRow("template") << QStringLiteral(
                                         "get|svc/web|-o|go-template={{(index .spec.ports0).nodePort}}")
                                  << QStringLiteral("(index .spec.ports 0)");
        QTest::newRow("columns") << QStringLiteral("get|deployments") << QStringLiteral("READY");
        QTest::newRow("exec") << QStringLiteral("exec|web|date") << QStringLiteral("--");
        QTest::newRow("rolling update")
            << QStringLiteral("rolling-update|web") << QStringLiteral("kubectl set image");
    }
    void oldWay_hasAHint()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, part);
        std::vector<std::string> words;
        for (const QString &argument : arguments.split(u'|'))
            words.push_back(argument.toStdString());
        const auto hint = kubectl::hintFor(words);
        QVERIFY(hint);
        QVERIFY2(hint->english.contains(part.toStdString()), hint->english.c_str());
        QVERIFY2(hint->japanese.contains(part.toStdString()), hint->japanese.c_str());
    }

    void wayOfToday_hasNone()
    {
        QVERIFY(!kubectl::hintFor({}));
        QVERIFY(!kubectl::hintFor({"get", "pods"}));
        QVERIFY(!kubectl::hintFor({"get", "deployments", "-o", "yaml"}));
        QVERIFY(!kubectl::hintFor({"exec", "web", "--", "date", "--record"}));
        QVERIFY(!kubectl::hintFor({"scale", "deploy/web", "--replicas=2"}));
    }

    void hint_isNoOutput()
    {
        engine::EventQueue queue;
        client::QueueTimers timers{queue};
        NoCluster none{timers};
        std::vector<Hint> hints;
        Shell shell(
            {.transport = none, .traffic = none, .timers = timers, .hint = [&hints](const Hint &hint) {
                 hints.push_back(hint);
             }});
        std::string out, err;
        auto task = shell.run(
            "kubectl run web --image=nginx --replicas=2",
            [&](Stream stream, std::string_view text) { (stream == Stream::Out ? out : err) += text; });
        task.start();
        while (!task.isDone() && queue.step(queue.now() + std::chrono::hours(1))) {
        }
        QVERIFY(task.isDone());
        QCOMPARE(out, std::string());
        QCOMPARE(err, std::string("error: unknown flag: --replicas\nSee 'kubectl run --help' for usage.\n"));
        QCOMPARE(hints.size(), std::size_t{1});
    }
};

MINATO_TEST(TestKubectlHints)
#include "tst_kubectl_hints.moc"
