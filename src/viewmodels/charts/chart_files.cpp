// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/chart_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QImageWriter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSvgGenerator>

namespace minato::viewmodels {
namespace {

using Drawing = ChartFiles::Drawing;

/// Empty: it was written. Else why not, in Qt's words.
using Outcome = QString;

void draw(QPainter &painter, const Drawing &drawing, const ChartInk &ink)
{
    const double scale = ink.scale;
    const QRectF page(0, 0, ChartFiles::kWidth * scale, ChartFiles::kHeight * scale);
    const double margin = 24 * scale, head = 34 * scale;
    painter.fillRect(page, ink.ground);
    QFont font;
    font.setFamilies({ink.sans});
    font.setPixelSize(int(18 * scale));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(ink.text);
    painter.drawText(QPointF(margin, margin + 16 * scale), drawing.title);
    drawing.paint(painter, page.adjusted(margin, margin + head, -margin, -margin), ink);
}

Outcome writePng(QIODevice &file, const Drawing &drawing, const ChartInk &ink)
{
    constexpr double kSharp = 2;
    QImage image((QSizeF(ChartFiles::kWidth, ChartFiles::kHeight) * ink.scale * kSharp).toSize(),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kSharp);
    QPainter painter(&image);
    draw(painter, drawing, ink);
    painter.end();
    image.setText(QStringLiteral("Title"), drawing.title);
    image.setText(QStringLiteral("Description"), drawing.description);
    QImageWriter writer(&file, "png");
    return writer.write(image) ? Outcome() : writer.errorString();
}

Outcome writeSvg(QIODevice &file, const Drawing &drawing, const ChartInk &ink)
{
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize((QSizeF(ChartFiles::kWidth, ChartFiles::kHeight) * ink.scale).toSize());
    svg.setViewBox(QRect({0, 0}, svg.size()));
    svg.setTitle(drawing.title);
    svg.setDescription(drawing.description);
    QPainter painter(&svg);
    draw(painter, drawing, ink);
    return painter.end() ? Outcome() : file.errorString();
}

Outcome writeCsv(QIODevice &file, const Drawing &drawing)
{
    return file.write(drawing.csv.toUtf8()) >= 0 ? Outcome() : file.errorString();
}

/// All of it, or nothing: a file that was there before stays as it was when something fails.
Outcome write(const QString &path, ChartFiles::Format format, const Drawing &drawing, const ChartInk &ink)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    const Outcome why = format == ChartFiles::Png   ? writePng(file, drawing, ink)
                        : format == ChartFiles::Svg ? writeSvg(file, drawing, ink)
                                                    : writeCsv(file, drawing);
    if (!why.isEmpty())
        return why;
    return file.commit() ? Outcome() : file.errorString();
}

QString endingOf(ChartFiles::Format format)
{
    constexpr const char *kEndings[] = {"png", "svg", "csv"};
    return QLatin1String(kEndings[format]);
}

} // namespace

ChartFiles::ChartFiles(Source source, QObject *parent) : QObject(parent), m_source(std::move(source))
{
    m_folder = QDir(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
                   .filePath(QStringLiteral("Minato"));
}

void ChartFiles::setFolder(const QString &folder)
{
    m_folder = folder;
    Q_EMIT changed();
}

void ChartFiles::setAskingWhere(bool isAskingWhere)
{
    m_isAskingWhere = isAskingWhere;
    Q_EMIT changed();
}

void ChartFiles::dismiss()
{
    m_message.clear();
    Q_EMIT changed();
}

QString ChartFiles::freePath(const QString &name, const QString &ending) const
{
    const QDir dir(m_folder);
    for (int number = 1;; ++number) {
        const QString path = dir.filePath(QStringLiteral("%1-%2.%3").arg(name).arg(number).arg(ending));
        if (!QFile::exists(path))
            return path;
    }
}

QUrl ChartFiles::proposal(const QString &chart, Format format) const
{
    const QFileInfo file(freePath(m_source(chart).fileName, endingOf(format)));
    QString folder = file.path();
    while (!QFileInfo(folder).isDir() && folder != QFileInfo(folder).path())
        folder = QFileInfo(folder).path();
    return QUrl::fromLocalFile(QDir(folder).filePath(file.fileName()));
}

QString ChartFiles::save(const QString &chart, Format format, ChartInk *ink)
{
    const Drawing drawing = m_source(chart);
    if (!QDir().mkpath(m_folder)) {
        //: Why a chart could not be saved: its folder could not be made.
        //% "the folder cannot be made"
        tell(chart, m_folder, qtTrId("chart.save.folder"));
        return {};
    }
    return saveTo(freePath(drawing.fileName, endingOf(format)), chart, format, ink);
}

QString ChartFiles::saveAs(const QUrl &file, const QString &chart, Format format, ChartInk *ink)
{
    const QString path = file.toLocalFile();
    const QString saved = saveTo(path, chart, format, ink);
    if (!saved.isEmpty())
        setFolder(QFileInfo(path).path()); // the next one likely goes there, too
    return saved;
}

QString ChartFiles::saveTo(const QString &path, const QString &chart, Format format, ChartInk *ink)
{
    const ChartInk plain;
    const QString why = write(path, format, m_source(chart), ink ? *ink : plain);
    tell(chart, path, why);
    return why.isEmpty() ? path : QString();
}

/// `why`: it failed; empty: it did not.
void ChartFiles::tell(const QString &chart, const QString &path, const QString &why)
{
    m_chart = chart;
    m_hasFailed = !why.isEmpty();
    if (m_hasFailed)
        //: %1: a file or folder. %2: why, perhaps in English.
        //% "%1 could not be saved: %2"
        m_message = qtTrId("chart.save.failed").arg(QDir::toNativeSeparators(path), why);
    else
        //: %1: a file.
        //% "Saved as %1"
        m_message = qtTrId("chart.save.done").arg(QDir::toNativeSeparators(path));
    Q_EMIT changed();
}

} // namespace minato::viewmodels
