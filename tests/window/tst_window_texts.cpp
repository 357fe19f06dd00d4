// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/minato/tour_texts.h"
#include "app/minato/window_texts.h"
#include "support/test_registry.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

using namespace minato;

namespace {

/// What is found in a window of 400×300 with these items, "kind: text".
QStringList faultsOf(const QByteArray &items)
{
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData(
        "import QtQuick\nimport QtQuick.Controls.Basic\nWindow { width: 400; height: 300; visible: true\n" +
            items + "\n}",
        QUrl(QStringLiteral("file:///Planted.qml")));
    const std::unique_ptr<QObject> window(component.create());
    if (!window)
        qFatal("%s", qPrintable(component.errorString()));
    auto *shown = qobject_cast<QQuickWindow *>(window.get());
    if (!QTest::qWaitForWindowExposed(shown))
        qFatal("the window is not shown");
    shown->grabWindow(); // lays everything out
    QStringList faults;
    for (const app::TextFault &fault : app::textFaults(*shown))
        faults += app::nameOf(fault.kind) + QStringLiteral(": ") + fault.text;
    return faults;
}

} // namespace

/// The walker finds each kind of text without room, and nothing where all have it.
class TestWindowTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plantedFaults_areFound_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::addColumn<QStringList>("faults");
        const auto row = [](const char *title, const QByteArray &items, const QStringList &faults) {
            QTest::newRow(title) << items << faults;
        };
        const QString longText = QStringLiteral("a text that is long");
        const QByteArray text = "text: 'a text that is long'; font.pixelSize: 20";
        row("room for all", "Text { " + text + " }", {});
        row("wrapped", "Text { width: 60; wrapMode: Text.Wrap; " + text + " }", {});
        row("elided", "Text { width: 60; elide: Text.ElideRight; " + text + " }",
            {QStringLiteral("elided: ") + longText});
        row("beyond the window", "Text { x: 350; " + text + " }",
            {QStringLiteral("out of sight: ") + longText});
        row("cut off by a frame", "Item { clip: true; width: 60; height: 40; Text { " + text + " } }",
            {QStringLiteral("out of sight: ") + longText});
        row("where one can scroll to",
            "Flickable { clip: true; width: 60; height: 40; contentWidth: 300; Text { " + text + " } }", {});
        row("where one cannot scroll to",
            "Flickable { clip: true; width: 60; height: 40; contentHeight: 300; Text { " + text + " } }",
            {QStringLiteral("out of sight: ") + longText});
        row("wider than its button",
            "Button { x: 200; width: 60; contentItem: Item { Text { anchors.centerIn: parent; " + text +
                " } } }",
            {QStringLiteral("outside its box: ") + longText});
        row("higher than its card",
            "Rectangle { width: 60; height: 30; Text { width: 60; wrapMode: Text.Wrap; " + text + " } }",
            {QStringLiteral("outside its box: ") + longText});
        row("on each other", "Text { text: 'one' } Text { x: 5; text: 'other' }",
            {QStringLiteral("overlapping: one")});
        row("beside each other", "Text { text: 'one' } Text { x: 100; text: 'other' }", {});
        row("hidden",
            "Text { visible: false; x: 350; " + text + " } Item { opacity: 0; Text { x: 350; " + text +
                " } }",
            {});
        row("under a popup", "Text { text: 'one' } Popup { visible: true; Text { text: 'other' } }", {});
    }
    void plantedFaults_areFound()
    {
        QFETCH(QByteArray, items);
        QFETCH(QStringList, faults);
        QCOMPARE(faultsOf(items), faults);
    }

    void pseudoText_isLonger_andKeepsPlacesAndMarkup()
    {
        QCOMPARE(app::pseudoText(QStringLiteral("Step %1 of %2")), QStringLiteral("[Šťéþ %1 óƒ %2 łőř]"));
        QCOMPARE(app::pseudoText(QStringLiteral("<b>Pod</b> &amp; %n")),
                 QStringLiteral("[<b>Þóđ</b> &amp; %n ł]"));
        QCOMPARE(app::pseudoText(QString()), QString());
        for (const int length : {10, 40, 200}) {
            const auto longer = app::pseudoText(QString(length, u'x')).size();
            QVERIFY(longer >= length * 14 / 10 && longer <= length * 14 / 10 + 4);
        }
    }
};
MINATO_TEST(TestWindowTexts)

#include "tst_window_texts.moc"
