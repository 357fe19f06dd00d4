// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/desktop_settings.h"
#include "viewmodels/preferences.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace minato::viewmodels;
using namespace Qt::StringLiterals;

class TestPreferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void desktop_saysWhetherItWantsLessMotion_data()
    {
        QTest::addColumn<DesktopSettings>("settings");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *tag, DesktopSettings settings, const char *expected) {
            QTest::newRow(tag) << std::move(settings) << QString::fromLatin1(expected);
        };
        const QString appearance = u"org.freedesktop.appearance"_s, gnome = u"org.gnome.desktop.interface"_s,
                      plasma = u"org.kde.kdeglobals.KDE"_s;
        row("nothing said", {}, "unknown");
        row("other things said", {{appearance, {{u"color-scheme"_s, 1U}}}}, "unknown");
        row("reduced", {{appearance, {{u"reduced-motion"_s, 1U}}}}, "less");
        row("no preference", {{appearance, {{u"reduced-motion"_s, 0U}}}}, "as usual");
        row("a value of the future", {{appearance, {{u"reduced-motion"_s, 7U}}}}, "as usual");
        row("GNOME, off", {{gnome, {{u"enable-animations"_s, false}}}}, "less");
        row("GNOME, on", {{gnome, {{u"enable-animations"_s, true}}}}, "as usual");
        row("Plasma, none", {{plasma, {{u"AnimationDurationFactor"_s, u"0"_s}}}}, "less");
        row("Plasma, slow", {{plasma, {{u"AnimationDurationFactor"_s, u"1.5"_s}}}}, "as usual");
        row("the standard goes first",
            {{appearance, {{u"reduced-motion"_s, 1U}}}, {gnome, {{u"enable-animations"_s, true}}}}, "less");
    }
    void desktop_saysWhetherItWantsLessMotion()
    {
        QFETCH(DesktopSettings, settings);
        QFETCH(QString, expected);
        const auto asked = asksForLessMotion(settings);
        QCOMPARE(!asked ? u"unknown"_s : *asked ? u"less"_s : u"as usual"_s, expected);
    }

    void motion_isAsTheDesktopAsks_untilTheLearnerChooses()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"minato.ini"_s);
        {
            Preferences preferences(file);
            const QSignalSpy changes(&preferences, &Preferences::reducedMotionChanged);
            QVERIFY(!preferences.reducedMotion());
            preferences.setDesktopReducesMotion(true);
            QVERIFY(preferences.reducedMotion());
            preferences.setDesktopReducesMotion(true);
            QCOMPARE(changes.count(), 1);
            preferences.setReducedMotion(false);
            QVERIFY(!preferences.reducedMotion());
            preferences.setDesktopReducesMotion(false);
            preferences.setDesktopReducesMotion(true);
            QVERIFY(!preferences.reducedMotion());
            QCOMPARE(changes.count(), 2);
        }
        Preferences later(file);
        later.setDesktopReducesMotion(true);
        QVERIFY(!later.reducedMotion()); // the choice is kept, what the desktop asked is not
    }
};
MINATO_TEST(TestPreferences)

#include "tst_preferences.moc"
