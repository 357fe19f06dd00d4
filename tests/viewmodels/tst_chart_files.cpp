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

    /// As the pane draws it: narrow, light and dark. Below $MINATO_PICTURES for eyes.
    void drawings_inANarrowPane_areLegible_data()
    {
        QTest::addColumn<int>("pods");
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("hasRequests");
        QTest::newRow("4") << 4 << 258 << true;
        QTest::newRow("50") << 50 << 258 << true;
        QTest::newRow("500") << 500 << 258 << true;
        QTest::newRow("500, wide") << 500 << 700 << true;
        QTest::newRow("500, none") << 500 << 258 << false;
    }
    void drawings_inANarrowPane_areLegible()
    {
        QFETCH(int, pods);
        QFETCH(int, width);
        QFETCH(bool, hasRequests);
        BarsChart chart = chartOf(std::size_t(pods));
        if (!hasRequests) {
            chart.requests = 0;
            for (auto &bar : chart.bars)
                bar = {.label = bar.label, .earlier = 1};
        }
        ChartInk ink;
        ink.sans = QStringLiteral("Noto Sans CJK JP");
        QImage image(QSize(width, 150), QImage::Format_RGB32);
        image.fill(ink.ground);
        QPainter painter(&image);
        paintBars(painter, image.rect(), chart, ink);
        painter.end();
        if (const QString folder = qEnvironmentVariable("MINATO_PICTURES"); !folder.isEmpty())
            image.save(QStringLiteral("%1/bars-%2.png").arg(folder, QLatin1String(QTest::currentDataTag())));
        int drawn = 0;
        for (int x = 0; x < width; ++x)
            for (int y = 0; y < image.height(); ++y)
                drawn += image.pixel(x, y) == ink.bar.rgb() ? 1 : 0;
        QCOMPARE(drawn > 0, hasRequests);
        QVERIFY(drawn < width * image.height() / 2);
    }

    void numbers_standClearOfTheLine_data()
    {
        QTest::addColumn<double>("barTop");
        QTest::addColumn<double>("line");
        QTest::addColumn<double>("top");
        QTest::newRow("the line far above") << 60. << 20. << 43.;
        QTest::newRow("the line through the number") << 60. << 50. << 33.;
        QTest::newRow("the line at its upper edge") << 60. << 42. << 25.;
        QTest::newRow("the line at the bar's end") << 60. << 60. << 43.;
        QTest::newRow("the line in the bar") << 60. << 80. << 43.;
    }
    void numbers_standClearOfTheLine()
    {
        QFETCH(double, barTop);
        QFETCH(double, line);
        QTEST(numberTop(barTop, 15, line, 2), "top");
    }

    void dialog_proposesAFreeName_andWhatItSays_isReplaced()
    {
        const QTemporaryDir folder;
        ChartFiles files([](const QString &) { return drawingOf(4); });
        QVERIFY(files.isAskingWhere());
        files.setFolder(folder.filePath(QStringLiteral("not/there")));
        const QString chart = QStringLiteral("requests");
        const QUrl proposal = files.proposal(chart, ChartFiles::Csv);
        QCOMPARE(proposal.toLocalFile(), folder.filePath(QStringLiteral("requests-1.csv")));
        QCOMPARE(files.saveAs(proposal, chart, ChartFiles::Csv, nullptr), proposal.toLocalFile());
        QCOMPARE(files.folder(), folder.path());
        QCOMPARE(files.proposal(chart, ChartFiles::Csv).fileName(), QStringLiteral("requests-2.csv"));
        QFile file(proposal.toLocalFile());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("something else, and long\n") > 0);
        file.close();
        QVERIFY(!files.saveAs(proposal, chart, ChartFiles::Csv, nullptr).isEmpty());
        QCOMPARE(contentOf(proposal.toLocalFile()), QByteArray("pod,requests\n\xC3\xA4,1\n"));
        QCOMPARE(files.chart(), chart);
        const QUrl nowhere = QUrl::fromLocalFile(folder.filePath(QStringLiteral("gone/a.svg")));
        QCOMPARE(files.saveAs(nowhere, chart, ChartFiles::Svg, nullptr), QString());
        QVERIFY(files.hasFailed());
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
