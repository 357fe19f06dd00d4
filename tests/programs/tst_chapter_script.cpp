// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/json.h"
#include "programs/program.h"
#include "support/test_registry.h"

#include <QFile>
#include <QTemporaryDir>

#include <set>

using namespace minato;
using namespace minato::tests;

namespace {

const QString kScript = QStringLiteral(MINATO_SOURCE_DIR "/tests/programs/data/chapter.sh");

/// One run of the chapter: what was printed, and the report that tells it command by command.
struct ChapterRun {
    Ended ended;
    QByteArray reportText;
    kube::Value report;

    /// What the nth command that is just this line printed.
    [[nodiscard]] QString printedBy(const char *line, int nth = 0) const
    {
        for (const kube::Value &command : report["commands"].items()) {
            if (command["line"].asString().starts_with(line) && nth-- == 0)
                return QString::fromStdString(std::string(command["stdout"].asString()));
        }
        return {};
    }
};

ChapterRun play(const char *seed, const std::map<QString, QString> &environment = {})
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("report.json"));
    ChapterRun run{.ended = tests::run("minato-sim",
                                       {QStringLiteral("run"), kScript, QStringLiteral("--seed"),
                                        QString::fromLatin1(seed), QStringLiteral("--json"), file},
                                       {.input = {}, .environment = environment})};
    QFile report(file);
    if (report.open(QIODevice::ReadOnly))
        run.reportText = report.readAll();
    if (auto value = kube::parseJson(run.reportText.toStdString()))
        run.report = *std::move(value);
    return run;
}

/// The cells of a printed table, without its head.
QList<QStringList> rows(const QString &table)
{
    static const QRegularExpression gap(QStringLiteral("  +"));
    QList<QStringList> all;
    for (const QString &line : table.split(u'\n', Qt::SkipEmptyParts).mid(1))
        all += line.split(gap, Qt::SkipEmptyParts);
    return all;
}

/// The different texts of one column.
QSet<QString> column(const QList<QStringList> &table, qsizetype index)
{
    QSet<QString> texts;
    for (const QStringList &row : table)
        texts += row.value(index);
    return texts;
}

enum Column { Name, Ready, State, Restarts, Age, Ip };

/// The Pods that answered, one by one.
QStringList answers(const QString &printed)
{
    static const QRegularExpression answer(
        QStringLiteral("^Hello Kubernetes bootcamp! \\| Running on: (\\S+) \\| v=1$"));
    QStringList pods;
    for (const QString &line : printed.split(u'\n', Qt::SkipEmptyParts))
        pods += answer.match(line).captured(1);
    return pods;
}

} // namespace

/// `minato-sim run` plays the scaling chapter, and what the chapter claims is what happens, whatever the
/// seed.
class TestChapterScript : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void claims_hold_data()
    {
        QTest::addColumn<QByteArray>("seed");
        for (const char *seed : {"1", "7", "2026", "18446744073709551615"})
            QTest::newRow(seed) << QByteArray(seed);
    }
    void claims_hold()
    {
        QFETCH(QByteArray, seed);
        const ChapterRun run = play(seed.constData());
        QCOMPARE(run.ended.err, QByteArray());
        QCOMPARE(run.ended.status, 0);

        const auto four = rows(run.printedBy("kubectl get pods -o wide", 0));
        QCOMPARE(four.size(), 4);
        QCOMPARE(column(four, State), QSet{QStringLiteral("Running")});
        QCOMPARE(column(four, Ready), QSet{QStringLiteral("1/1")});
        QCOMPARE(column(four, Ip).size(), 4);
        QCOMPARE(rows(run.printedBy("kubectl get deployments", 0)).value(0).value(1), QStringLiteral("1/1"));

        const QString described = run.printedBy("kubectl describe deployments");
        for (const char *event : {" from 0 to 1\n", " from 1 to 4\n"})
            QVERIFY2(
                QRegularExpression(QStringLiteral("Normal +ScalingReplicaSet .* Scaled up replica set .*") +
                                   QLatin1String(event))
                    .match(described)
                    .hasMatch(),
                qPrintable(described));

        const QStringList answered = answers(run.printedBy("for i in"));
        QCOMPARE(answered.size(), 60);
        QCOMPARE(QSet(answered.begin(), answered.end()), column(four, Name));
        QCOMPARE(run.report["traffic"]["requests"].asInt(), 60);
        QCOMPARE(run.report["traffic"]["failed"].asInt(), 0);

        const auto leaving = rows(run.printedBy("kubectl get pods -o wide", 1));
        const auto left = rows(run.printedBy("kubectl get pods -o wide", 2));
        QCOMPARE(leaving.size(), 4);
        QCOMPARE(column(leaving, Name), column(four, Name));
        QList<QStringList> stay = leaving;
        stay.removeIf([](const QStringList &row) { return row.value(State) == u"Terminating"; });
        QCOMPARE(stay.size(), 2);
        QCOMPARE(column(stay, State), QSet{QStringLiteral("Running")});
        QCOMPARE(left.size(), 2);
        QCOMPARE(column(left, Name), column(stay, Name));
        QCOMPARE(column(left, State), QSet{QStringLiteral("Running")});
    }

    void oneSeed_givesTheSameBytes()
    {
        // Qt knows two ways of seeding its hashes: with 0, and anew for every process.
        const ChapterRun fixed = play("7", {{QStringLiteral("QT_HASH_SEED"), QStringLiteral("0")}});
        QVERIFY(fixed.ended.out.size() > 60 * 80);
        QVERIFY(!fixed.reportText.isEmpty());
        for (int i = 0; i < 2; ++i) {
            const ChapterRun again = play("7");
            QCOMPARE(again.ended.out, fixed.ended.out);
            QCOMPARE(again.ended.err, fixed.ended.err);
            QCOMPARE(again.reportText, fixed.reportText);
        }
    }

    void anotherSeed_givesOtherPodsInAnotherOrder()
    {
        const ChapterRun one = play("1"), other = play("7");
        const auto podsOf = [](const ChapterRun &run) {
            return column(rows(run.printedBy("kubectl get pods -o wide")), Name);
        };
        QCOMPARE(podsOf(one).size(), 4);
        QVERIFY(!podsOf(one).intersects(podsOf(other)));
        // By the number of each Pod in the list, so that other names alone do not count.
        const auto orderOf = [&](const ChapterRun &run) {
            QStringList names = podsOf(run).values();
            names.sort();
            QList<qsizetype> order;
            for (const QString &pod : answers(run.printedBy("for i in")))
                order += names.indexOf(pod);
            return order;
        };
        QCOMPARE(orderOf(one).size(), 60);
        QVERIFY(orderOf(one) != orderOf(other));
    }
};

MINATO_TEST(TestChapterScript)
#include "tst_chapter_script.moc"
