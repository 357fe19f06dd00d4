// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/app_model.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <random>

using namespace minato;
using namespace minato::viewmodels;

namespace {

const QStringList kOffered{QStringLiteral("lesson"), QStringLiteral("cluster"), QStringLiteral("traffic"),
                           QStringLiteral("terminal"), QStringLiteral("events")};

std::unique_ptr<LayoutModel> layout(const QString &file = {}, int width = 1280, int height = 744)
{
    auto made = std::make_unique<LayoutModel>(file);
    made->setAvailable(kOffered);
    made->setRoom(width, height, 1);
    return made;
}

QStringList panesOf(LayoutModel &layout, LayoutModel::Dock dock)
{
    QStringList panes;
    for (const PaneModel *pane : layout.dock(dock)->all())
        panes += pane->paneId();
    return panes;
}

QString front(LayoutModel &layout, LayoutModel::Dock dock)
{
    const PaneModel *pane = layout.dock(dock)->current();
    return pane ? pane->paneId() : QString();
}

QString str(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestLayout : public QObject {
    Q_OBJECT

    AppModel m_texts{{.commands = [](session::Command) {}}}; ///< loads the language

private Q_SLOTS:
    void lesson_isWhatItBeginsWith()
    {
        const auto made = layout();
        QCOMPARE(panesOf(*made, LayoutModel::Left), QStringList{str("lesson")});
        QCOMPARE(panesOf(*made, LayoutModel::Centre), QStringList{str("cluster")});
        QCOMPARE(panesOf(*made, LayoutModel::Right), QStringList{str("traffic")});
        QCOMPARE(panesOf(*made, LayoutModel::Bottom), (QStringList{str("terminal"), str("events")}));
        QCOMPARE(front(*made, LayoutModel::Bottom), str("terminal"));
        QCOMPARE(made->dock(LayoutModel::Left)->place(), QRect(12, 0, 352, 732));
    }

    void aNarrowWindow_putsTheRightColumnBehindTabs_aSmallOneEverything()
    {
        const auto made = layout({}, 1024, 644);
        QVERIFY(!made->hasDocks());
        QCOMPARE(panesOf(*made, LayoutModel::Centre), (QStringList{str("cluster"), str("traffic")}));
        QCOMPARE(front(*made, LayoutModel::Centre), str("cluster"));
        made->setRoom(1280, 744, 2);
        QVERIFY(made->isStacked());
        QCOMPARE(panesOf(*made, LayoutModel::Centre), kOffered);
        QCOMPARE(front(*made, LayoutModel::Centre), str("lesson"));
        QVERIFY(!made->dock(LayoutModel::Bottom)->isShown());
    }

    void whatWasLookedAtLast_isInFrontInEveryForm()
    {
        const auto made = layout();
        made->go(str("events"));
        QCOMPARE(front(*made, LayoutModel::Bottom), str("events"));
        made->setRoom(600, 744, 1);
        QCOMPARE(front(*made, LayoutModel::Centre), str("events"));
        made->show(str("traffic"));
        made->setRoom(1024, 744, 1);
        QCOMPARE(front(*made, LayoutModel::Centre), str("traffic"));
        QCOMPARE(front(*made, LayoutModel::Bottom), str("events"));
    }

    void move_takesThePaneToTheOtherDock_andAsksForTheKeyboard()
    {
        const auto made = layout();
        QSignalSpy asked(made.get(), &LayoutModel::focusAsked);
        made->move(str("traffic"), LayoutModel::Bottom);
        QCOMPARE(panesOf(*made, LayoutModel::Bottom),
                 (QStringList{str("terminal"), str("events"), str("traffic")}));
        QCOMPARE(front(*made, LayoutModel::Bottom), str("traffic"));
        QVERIFY(!made->dock(LayoutModel::Right)->isShown());
        QCOMPARE(asked.last().first().toString(), str("traffic"));
    }

    void theLastPane_cannotBeHidden()
    {
        const auto made = layout();
        for (const QString &pane : kOffered)
            made->hide(pane);
        int shown = 0;
        for (const QString &pane : kOffered)
            shown += made->pane(pane)->isHidden() ? 0 : 1;
        QCOMPARE(shown, 1);
    }

    void raise_leavesAloneWhatTheLearnerHid_andGoShowsIt()
    {
        const auto made = layout();
        made->hide(str("terminal"));
        made->raise(str("terminal"));
        QVERIFY(made->pane(str("terminal"))->isHidden());
        made->go(str("terminal"));
        QVERIFY(made->pane(str("terminal"))->isCurrent());
    }

    void panesWithoutAPage_areLeftOut()
    {
        const auto made = layout();
        QCOMPARE(made->pane(str("inspector"))->dock(), -1);
        made->go(str("inspector"));
        QCOMPARE(made->pane(str("inspector"))->dock(), -1);
    }

    void focusMode_showsTheLessonAndOneOther_andComesBack()
    {
        const auto made = layout();
        made->setActive(str("terminal"));
        made->setMode(LayoutModel::Focus);
        QCOMPARE(panesOf(*made, LayoutModel::Left), QStringList{str("lesson")});
        QCOMPARE(front(*made, LayoutModel::Centre), str("terminal"));
        QVERIFY(!made->dock(LayoutModel::Bottom)->isShown());
        made->setMode(LayoutModel::Presenter);
        QVERIFY(made->isStacked());
        QCOMPARE(front(*made, LayoutModel::Centre), str("terminal"));
        made->setMode(LayoutModel::Normal);
        QVERIFY(made->hasDocks());
        QCOMPARE(front(*made, LayoutModel::Centre), str("cluster"));
    }

    void splits_areKeptAsShares_andReset()
    {
        const auto made = layout();
        SplitModel *left = made->split(SplitId::Left);
        const int usual = made->dock(LayoutModel::Left)->place().width();
        left->moveBy(100);
        QCOMPARE(made->dock(LayoutModel::Left)->place().width(), usual + 100);
        left->setPercent(left->most());
        left->moveBy(10'000);
        QVERIFY(made->dock(LayoutModel::Centre)->place().width() >= 250);
        left->reset();
        QCOMPARE(made->dock(LayoutModel::Left)->place().width(), usual);
    }

    void layout_isKeptInItsFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(str("minato.ini"));
        {
            const auto made = layout(file);
            made->move(str("traffic"), LayoutModel::Left);
            made->hide(str("events"));
            made->split(SplitId::Bottom)->moveBy(-60);
        }
        const auto made = layout(file);
        QCOMPARE(panesOf(*made, LayoutModel::Left), (QStringList{str("lesson"), str("traffic")}));
        QCOMPARE(front(*made, LayoutModel::Left), str("traffic"));
        QVERIFY(made->pane(str("events"))->isHidden());
        QCOMPARE(made->dock(LayoutModel::Bottom)->place().height(), 238 + 60);
    }

    void aBrokenFile_costsOnlyTheMemory_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not an INI file") << QByteArray("\0\xff{{{layout", 11);
        QTest::newRow("all hidden") << QByteArray(
            "[layout]\nhidden=lesson, cluster, traffic, replicas, inspector, editor, story, "
            "terminal, events\nleft=lesson\n");
        QTest::newRow("strange values") << QByteArray(
            "[layout]\nleft=@Invalid()\ncentre=cluster, cluster, lesson, nothing\nleftShare=nan\n"
            "bottomShare=17\nrightShare=-1\nrecent=events, events\n");
    }
    void aBrokenFile_costsOnlyTheMemory()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const QString name = folder.filePath(str("minato.ini"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const auto made = layout(name);
        int shown = 0;
        for (const QString &pane : kOffered)
            shown += made->pane(pane)->dock() >= 0 ? 1 : 0;
        QCOMPARE(shown, 5);
    }

    void presets_haveEveryPaneOnce()
    {
        for (const QString &id : presetIds()) {
            const Arrangement made = preset(id);
            QCOMPARE(made.places.size(), static_cast<std::size_t>(paneIds().size()));
            QCOMPARE(QSet(made.recent.begin(), made.recent.end()), QSet(paneIds().begin(), paneIds().end()));
            for (const QString &pane : paneIds())
                QCOMPARE(made.place(pane).pane, pane);
            QCOMPARE(Arrangement::fromMap(made.toMap()),
                     Arrangement::fromMap(Arrangement::fromMap(made.toMap()).toMap()));
        }
    }

    void docks_neverOverlap_norLeaveTheWindow()
    {
        std::mt19937 random(5);
        const auto upTo = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        for (int round = 0; round < 5000; ++round) {
            const DockRoom room{600 + upTo(2000), 400 + upTo(1000), 0.9 + upTo(15) * 0.1,
                                static_cast<LayoutForm>(upTo(4))};
            std::array<bool, kDockCount> isShown{};
            for (bool &each : isShown)
                each = upTo(2) == 1;
            Shares shares{};
            for (double &share : shares)
                share = upTo(3) == 0 ? 0 : upTo(100) / 100.;
            const DockGeometry made = dockGeometry(room, isShown, shares);
            const QRect window(0, 0, room.width, room.height);
            for (std::size_t i = 0; i < kDockCount; ++i) {
                QCOMPARE(made.docks[i].isEmpty(), !isShown[i]);
                QVERIFY(!isShown[i] || window.contains(made.docks[i]));
                for (std::size_t j = i + 1; j < kDockCount; ++j)
                    QVERIFY(!made.docks[i].intersects(made.docks[j]));
            }
        }
    }
};
MINATO_TEST(TestLayout)

#include "tst_layout.moc"
