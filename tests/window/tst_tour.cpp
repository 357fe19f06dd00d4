// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/program.h"
#include "support/test_registry.h"

#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace minato::tests;

namespace {

using Files = std::map<QString, QByteArray>;

Files filesOf(const QString &folder)
{
    Files files;
    QDirIterator found(folder, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        files[file.fileName().mid(folder.size() + 1)] = file.readAll();
    }
    return files;
}

/// A tour of what matches.
Files tour(const QString &only)
{
    const QTemporaryDir folder;
    const Ended ended = run(
        "minato", {QStringLiteral("--screenshot-tour"), folder.path(), QStringLiteral("--tour-only"), only});
    if (ended.status != 0 || !ended.err.isEmpty())
        qFatal("the tour ended with %d: %s", ended.status, ended.err.constData());
    return filesOf(folder.path());
}

QStringList namesOf(const Files &files)
{
    QStringList names;
    for (const auto &[name, text] : files)
        names += name;
    return names;
}

} // namespace

/// minato --screenshot-tour and --check-texts, as reviewers call them.
class TestTour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoTours_giveTheSameFiles()
    {
        const QString only = QStringLiteral(
            "^(pods-4-requests/(ja-dark-1280x800|en-light-1024x700)|rollout/en-light-1280x800)$");
        const Files once = tour(only), again = tour(only);
        QCOMPARE(namesOf(once), (QStringList{QStringLiteral("index.html"), QStringLiteral("index.json"),
                                             QStringLiteral("pods-4-requests/en-light-1024x700.page.json"),
                                             QStringLiteral("pods-4-requests/en-light-1024x700.png"),
                                             QStringLiteral("pods-4-requests/ja-dark-1280x800.page.json"),
                                             QStringLiteral("pods-4-requests/ja-dark-1280x800.png"),
                                             QStringLiteral("rollout/en-light-1280x800.page.json"),
                                             QStringLiteral("rollout/en-light-1280x800.png")}));
        QCOMPARE(namesOf(again), namesOf(once));
        for (const auto &[name, text] : once)
            QVERIFY2(again.at(name) == text, qPrintable(name + QStringLiteral(" differs")));
        // What else was visited before leaves no trace.
        for (const auto &[name, text] : tour(QStringLiteral("^rollout/en-light-1280x800$")))
            if (!name.startsWith(QLatin1String("index")))
                QVERIFY2(once.at(name) == text, qPrintable(name + QStringLiteral(" depends on the tour")));
    }

    void page_saysWhatIsReadInThePicture()
    {
        const Files files = tour(QStringLiteral("^pods-1/ja-light-1024x700$"));
        const QImage picture = QImage::fromData(files.at(QStringLiteral("pods-1/ja-light-1024x700.png")));
        QCOMPARE(picture.size(), QSize(1024, 700));
        const auto page =
            QJsonDocument::fromJson(files.at(QStringLiteral("pods-1/ja-light-1024x700.page.json"))).object();
        QCOMPARE(page[QLatin1String("language")].toString(), QStringLiteral("ja"));
        QCOMPARE(page[QLatin1String("size")].toArray(), (QJsonArray{1024, 700}));
        bool hasTab = false, hasPod = false;
        for (const auto &value : page[QLatin1String("items")].toArray()) {
            const QJsonObject item = value.toObject();
            QCOMPARE(item[QLatin1String("place")].toArray().size(), 4);
            if (item[QLatin1String("text")] == QStringLiteral("ターミナル"))
                hasTab = item[QLatin1String("ids")].toArray().contains(QStringLiteral("terminal.title"));
            if (item[QLatin1String("role")] == QStringLiteral("ListItem"))
                hasPod |= item[QLatin1String("ids")].toArray().contains(QStringLiteral("pod.summary"));
        }
        QVERIFY2(hasTab, "the terminal's tab with its id");
        QVERIFY2(hasPod, "the Pod's summary with its id");
    }

    void nothingToVisit_isAnError()
    {
        const Ended ended =
            run("minato", {QStringLiteral("--check-texts"), QStringLiteral("--tour-only=nonsense")});
        QCOMPARE(ended.err, QByteArray("minato: no scene of the tour matches nonsense\n"));
        QCOMPARE(ended.status, 1);
    }
};
MINATO_TEST(TestTour)

#include "tst_tour.moc"
