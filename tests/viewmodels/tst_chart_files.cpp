// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_registry.h"
#include "viewmodels/app_model.h"
#include "viewmodels/charts/chart_files.h"
#include "viewmodels/charts/chart_paint.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <set>

using namespace minato;
using namespace minato::viewmodels;

namespace {

BarsChart chartOf(std::size_t pods)
{
    BarsChart chart{.expected = 20, .low = 12, .high = 29, .hasBand = true, .candidates = pods};
    for (std::size_t i = 0; i < pods; ++i) {
        chart.bars.push_back(
            {QStringLiteral("p%1").arg(i, 4, 10, QLatin1Char('0')), 15 + i * 7 % 11, i % 9 == 0, i % 5});
        chart.requests += chart.bars.back().now();
    }
    return chart;
}

ChartFiles::Drawing drawingOf(std::size_t pods)
{
    return {.fileName = QStringLiteral("requests"),
            .title = QStringLiteral("Requests <by> Pod"),
            .description = QStringLiteral("a & b"),
            .csv = QStringLiteral("pod,requests\nä,1\n"),
            .paint = [chart = chartOf(pods)](QPainter &painter, const QRectF &area, const ChartInk &ink) {
                paintBars(painter, area, chart, ink);
            }};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestChartFiles : public QObject {
    Q_OBJECT

    AppModel m_texts{{.commands = [](const session::Command &) {}}}; ///< in some language

private Q_SLOTS:
    void pictures_ofAnyNumberOfPods_data()
    {
        QTest::addColumn<int>("pods");
        QTest::newRow("4") << 4;
        QTest::newRow("50") << 50;
        QTest::newRow("500") << 500;
    }
    void pictures_ofAnyNumberOfPods()
    {
        QFETCH(int, pods);
        const QTemporaryDir folder;
        ChartInk ink;
        ChartFiles files([pods](const QString &) { return drawingOf(std::size_t(pods)); });
        files.setFolder(folder.filePath(QStringLiteral("charts")));
        const QString png = files.save(QStringLiteral("requests"), ChartFiles::Png, &ink);
        QVERIFY2(!files.hasFailed(), qPrintable(files.message()));
        QVERIFY(files.message().contains(QDir::toNativeSeparators(png)));
        const QImage image(png);
        QCOMPARE(image.width(), 2 * ChartFiles::kWidth);
        QCOMPARE(image.text(QStringLiteral("Description")), QStringLiteral("a & b"));
        std::set<QRgb> colors;
        for (int x = 0; x < image.width(); x += 3)
            for (int y = 0; y < image.height(); y += 3)
                colors.insert(image.pixel(x, y));
        QVERIFY(colors.contains(ink.bar.rgb()) && colors.contains(ink.ground.rgb()));

        const QByteArray svg = contentOf(files.save(QStringLiteral("requests"), ChartFiles::Svg, &ink));
        QVERIFY(svg.contains("<title>Requests &lt;by&gt; Pod</title>"));
        QVERIFY(svg.contains("<desc>a &amp; b</desc>"));
        QVERIFY(svg.contains("<text"));
        QVERIFY2(!svg.contains("<image"), "an SVG is drawn, not a picture in a frame");
        if (pods <= 50)
            QVERIFY(svg.contains("p0003"));
    }

    void figures_areUtf8_andNothingIsWrittenOver()
    {
        const QTemporaryDir folder;
        ChartFiles files([](const QString &) { return drawingOf(4); });
        files.setFolder(folder.path());
        const QString first = files.save(QStringLiteral("requests"), ChartFiles::Csv, nullptr);
        const QString second = files.save(QStringLiteral("requests"), ChartFiles::Csv, nullptr);
        QVERIFY(first != second);
        QCOMPARE(contentOf(first), QByteArray("pod,requests\n\xC3\xA4,1\n"));
        QCOMPARE(contentOf(second), contentOf(first));
    }

    void folderThatCannotBeMade_isASentence()
    {
        const QTemporaryDir folder;
        QFile blocker(folder.filePath(QStringLiteral("file")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        ChartFiles files([](const QString &) { return drawingOf(4); });
        files.setFolder(folder.filePath(QStringLiteral("file/charts")));
        QCOMPARE(files.save(QStringLiteral("requests"), ChartFiles::Png, nullptr), QString());
        QVERIFY(files.hasFailed());
        QVERIFY(!files.message().isEmpty());
        files.dismiss();
        QVERIFY(files.message().isEmpty());
    }

    void bars_giveWayToTheHistogram_whereTheyAreTooThin()
    {
        QVERIFY(hasRoomForBars(chartOf(50), 252, 1));
        QVERIFY(!hasRoomForBars(chartOf(500), 1200, 1));
        QVERIFY(!hasRoomForBars(chartOf(100), 252, 1));
        QVERIFY(hasRoomForBars(chartOf(300), 1200, 1));
    }
};
MINATO_TEST(TestChartFiles)

#include "tst_chart_files.moc"
