// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_loader.h"
#include "support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace minato;
using namespace minato::lessons;

namespace {

const QString kLessons = QStringLiteral(MINATO_SOURCE_DIR "/lessons");

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// A copy of the seed lesson that a test may spoil.
struct Copy {
    QTemporaryDir dir;
    QString folder = dir.filePath(QStringLiteral("scale"));

    Copy()
    {
        QDir().mkpath(folder + QStringLiteral("/manifests"));
        for (const char *name : {"lesson.yaml", "lesson.en.md", "lesson.ja.md", "manifests/deployment.yaml",
                                 "manifests/service.yaml"}) {
            const QString file = QLatin1Char('/') + QString::fromUtf8(name);
            QFile::copy(kLessons + QStringLiteral("/scale") + file, folder + file);
        }
    }
    void replace(const char *file, const QByteArray &before, const QByteArray &after)
    {
        const QString path = folder + QLatin1Char('/') + QString::fromUtf8(file);
        QByteArray text = read(path);
        QVERIFY2(text.contains(before), before);
        write(path, text.replace(text.indexOf(before), before.size(), after));
    }
};

} // namespace

class TestLint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLessonOfOurs_isClean()
    {
        const Catalogue catalogue = loadCatalogue(kLessons.toStdString());
        for (const auto &problem : catalogue.problems)
            qWarning("%s", base::toString(problem).c_str());
        QVERIFY(catalogue.problems.empty());
        QVERIFY(!catalogue.lessons.empty());
    }

    void faults_areNamedWithFileAndLine_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("named");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *title, const char *file, const char *before, const char *after,
                            const char *named, const char *message) {
            QTest::newRow(title) << QByteArray(file) << QByteArray(before) << QByteArray(after)
                                 << QByteArray(named) << QByteArray(message);
        };
        row("missing segment", "lesson.ja.md", "<!-- seg:look.columns -->", "", "lesson.ja.md",
            "\"look.columns\" is missing");
        row("segment of nothing", "lesson.en.md", "<!-- seg:look.columns -->", "<!-- seg:look.cloumns -->",
            "lesson.en.md", "\"look.cloumns\" is used nowhere");
        row("other command", "lesson.ja.md", "kubectl get services\n", "kubectl get svc\n", "lesson.ja.md",
            "the code differs");
        row("lost number", "lesson.ja.md", "30000", "3万", "lesson.ja.md", "numbers missing: 30000");
        row("unknown field", "lesson.yaml", "minutes:", "minuets:", "lesson.yaml", "minuets: unknown field");
        row("unknown condition", "lesson.yaml", "          traffic:", "          trafic:", "lesson.yaml",
            "unknown condition");
        row("wait for nothing", "lesson.yaml", "- until: ready", "- until: raedy", "lesson.yaml",
            "until: ID");
        row("broken YAML", "lesson.yaml", "needs: [traffic]", "needs: [traffic", "lesson.yaml", "");
        row("broken manifest", "manifests/service.yaml", "spec:", "spec: [", "manifests/service.yaml", "");
        row("solution that cannot be clicked", "lesson.yaml", "- kubectl get services\n",
            "- kubectl get svc\n", "lesson.en.md", "kubectl get svc");
        row("wrong choice", "lesson.yaml", "choices: 3", "choices: 4", "lesson.en.md", "has 3 choices");
    }
    void faults_areNamedWithFileAndLine()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, named);
        QFETCH(QByteArray, message);
        Copy copy;
        QVERIFY(loadLesson(copy.folder.toStdString()));
        copy.replace(file.constData(), before, after);
        const auto lesson = loadLesson(copy.folder.toStdString());
        QVERIFY(!lesson);
        const auto &problems = lesson.error();
        const auto it = std::ranges::find_if(problems, [&](const base::Diagnostic &problem) {
            return problem.file.ends_with(named.toStdString()) &&
                   problem.message.contains(message.toStdString());
        });
        if (it == problems.end())
            qWarning("first: %s", base::toString(problems.front()).c_str());
        QVERIFY(it != problems.end());
        QVERIFY(it->line > 0);
    }

    void aBrokenLesson_isLeftOutWhileOthersLoad()
    {
        Copy copy;
        QDir(copy.dir.path()).mkpath(QStringLiteral("broken"));
        write(copy.dir.filePath(QStringLiteral("broken/lesson.yaml")), "format: 1\n");
        const Catalogue catalogue = loadCatalogue(copy.dir.path().toStdString());
        QCOMPARE(catalogue.lessons.size(), 1U);
        QCOMPARE(catalogue.lessons.front().id, std::string("scale"));
        QVERIFY(!catalogue.problems.empty());
    }

    void noLesson_isSaid()
    {
        QVERIFY(!loadLesson("/nowhere/at-all"));
        QVERIFY(!loadCatalogue("/nowhere/at-all").problems.empty());
    }
};

MINATO_TEST(TestLint)
#include "tst_lint.moc"
