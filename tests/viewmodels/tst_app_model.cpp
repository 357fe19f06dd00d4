// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/lab_feed.h"
#include "support/test_registry.h"
#include "viewmodels/app_model.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace minato;
using namespace minato::viewmodels;

class TestAppModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void language_switchesTextsOfModels()
    {
        AppModel app({.commands = [](session::Command) {}});
        app.preferences()->setLanguage(QStringLiteral("en"));
        app.apply(tests::LabFeed::start());
        QCOMPARE(app.cluster()->queue()->text(), QStringLiteral("Nothing waits"));
        QSignalSpy retranslated(&app, &AppModel::retranslated);
        app.preferences()->setLanguage(QStringLiteral("ja"));
        QCOMPARE(app.cluster()->queue()->text(), QStringLiteral("待ちPodなし"));
        QCOMPARE(retranslated.count(), 1);
    }

    void plurals_followTheLanguage()
    {
        AppModel app({.commands = [](session::Command) {}});
        app.preferences()->setLanguage(QStringLiteral("en"));
        session::Batch batch;
        batch.pods["p-aaaaa"] = tests::LabFeed::pod("aaaaa", "", session::PodPhase::Pending, 0);
        app.apply(batch);
        QCOMPARE(app.cluster()->queue()->text(), QStringLiteral("1 Pod waiting"));
        batch.pods["p-bbbbb"] = tests::LabFeed::pod("bbbbb", "", session::PodPhase::Pending, 0);
        app.apply(batch);
        QCOMPARE(app.cluster()->queue()->text(), QStringLiteral("2 Pods waiting"));
    }

    void waitingPods_sayWhatIsMissing_data()
    {
        QTest::addColumn<std::string>("message");
        QTest::addColumn<QString>("text");
        QTest::newRow("CPU") << std::string("0/4 nodes are available: 3 Insufficient cpu.")
                             << QStringLiteral("Not enough CPU (3 nodes)");
        QTest::newRow("memory") << std::string("0/4 nodes are available: 3 Insufficient memory.")
                                << QStringLiteral("Not enough memory (3 nodes)");
        QTest::newRow("places") << std::string("0/4 nodes are available: 3 Too many pods.")
                                << QStringLiteral("Full of Pods (3 nodes)");
        QTest::newRow("nothing known") << std::string() << QStringLiteral("1 Pod waiting");
    }
    void waitingPods_sayWhatIsMissing()
    {
        QFETCH(std::string, message);
        AppModel app({.commands = [](session::Command) {}});
        app.preferences()->setLanguage(QStringLiteral("en"));
        session::Batch batch;
        batch.pods["p-aaaaa"] = tests::LabFeed::pod("aaaaa", "", session::PodPhase::Pending, 0);
        batch.pods["p-aaaaa"]->message = message;
        app.apply(batch);
        QTEST(app.cluster()->queue()->text(), "text");
    }

    void problems_areToldOneByOne_inTheLanguageOfTheWindow()
    {
        AppModel app({.commands = [](session::Command) {}});
        app.preferences()->setLanguage(QStringLiteral("en"));
        session::Batch batch;
        batch.problems = {{session::Problem::Kind::ObjectRefused, "service.yaml: no port"},
                          {session::Problem::Kind::StepsNotPlayed, {}}};
        app.apply(batch);
        QVERIFY(app.problem().endsWith(QStringLiteral("completely: service.yaml: no port")));
        app.preferences()->setLanguage(QStringLiteral("ja"));
        QVERIFY(app.problem().startsWith(QStringLiteral("レッスンの準備")));
        app.dismissProblem();
        QVERIFY(app.problem().startsWith(QStringLiteral("前のステップ")));
        app.dismissProblem();
        QVERIFY(app.problem().isEmpty());
    }

    void progressThatCannotBeSaved_isTold_once()
    {
        const auto learner = std::make_shared<Learner>(QString(), QStringLiteral("/proc/minato/p.json"));
        AppModel app({.commands = [](session::Command) {}, .learner = learner});
        app.preferences()->setLanguage(QStringLiteral("en"));
        QSignalSpy told(&app, &AppModel::problemChanged);
        learner->progress.finish(QStringLiteral("scale"), QStringLiteral("look"));
        QVERIFY(app.problem().contains(QStringLiteral("/proc/minato/p.json")));
        QCOMPARE(told.count(), 1);
        app.dismissProblem();
        learner->progress.finish(QStringLiteral("scale"), QStringLiteral("balance"));
        QVERIFY(app.problem().isEmpty());
    }

    void preferences_areKept()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("minato.ini"));
        {
            Preferences preferences(file);
            preferences.setLanguage(QStringLiteral("ja"));
            preferences.setTheme(Preferences::Dark);
            preferences.zoom(3);
        }
        const Preferences again(file);
        QCOMPARE(again.language(), QStringLiteral("ja"));
        QVERIFY(again.isDark());
        QCOMPARE(again.textScale(), 1.3);
    }

    void damagedPreferences_giveDefaults()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("minato.ini"));
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("[General\nlanguage=xx\ntextScale=nan\ntheme=\x01");
        damaged.close();
        const Preferences preferences(file);
        QVERIFY(preferences.language() == QLatin1String("en") ||
                preferences.language() == QLatin1String("ja"));
        QCOMPARE(preferences.textScale(), 1.);
    }

    void zoom_staysWithinReason()
    {
        Preferences preferences;
        preferences.zoom(100);
        QCOMPARE(preferences.textScale(), Preferences::kMaxScale);
        preferences.zoom(-100);
        QCOMPARE(preferences.textScale(), Preferences::kMinScale);
    }

    void speed_endsAPause()
    {
        std::vector<session::Command> sent;
        AppModel app({.commands = [&sent](session::Command c) { sent.push_back(std::move(c)); }});
        sent.clear(); // of its language
        app.time()->setPaused(true);
        app.time()->setSpeed(10);
        QVERIFY(!app.time()->isPaused());
        QCOMPARE(sent.size(), 3u);
        QCOMPARE(std::get<session::SetSpeed>(sent[1]).speed, 10.);
        QVERIFY(!std::get<session::SetPaused>(sent[2]).isPaused);
    }

    void events_areNewestFirst_andKeepTheirPlace()
    {
        EventsModel events;
        events.apply(tests::LabFeed::busy().events);
        QCOMPARE(events.count(), 4);
        QCOMPARE(events.index(0).data(EventsModel::ReasonRole).toString(),
                 QStringLiteral("FailedScheduling"));
        QCOMPARE(events.index(0).data(EventsModel::TimeRole).toString(), QStringLiteral("01:11"));
        auto again = tests::LabFeed::busy().events;
        again["e1"]->count = 5;
        again["e1"]->at = base::kSimEpoch + std::chrono::seconds(3700);
        events.apply(again);
        QCOMPARE(events.index(3).data(EventsModel::CountRole).toInt(), 5);
        QCOMPARE(events.index(3).data(EventsModel::TimeRole).toString(), QStringLiteral("1:01:40"));
        QCOMPARE(events.countText(), QStringLiteral("4"));
    }

    void forgottenEvents_areHintedAt()
    {
        EventsModel events;
        session::Changes<session::EventLine> many;
        for (int i = 0; i <= EventsModel::kMaxRows; ++i)
            many["e" + std::to_string(i)] = session::EventLine{.uid = "e" + std::to_string(i)};
        events.apply(many);
        QCOMPARE(events.countText(), QStringLiteral("500+"));
    }
};
MINATO_TEST(TestAppModel)

#include "tst_app_model.moc"
