// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/charts/chart_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QImageWriter>
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

Outcome writePng(const QString &path, const Drawing &drawing, const ChartInk &ink)
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
    QImageWriter writer(path);
    return writer.write(image) ? Outcome() : writer.errorString();
}

Outcome writeSvg(const QString &path, const Drawing &drawing, const ChartInk &ink)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize((QSizeF(ChartFiles::kWidth, ChartFiles::kHeight) * ink.scale).toSize());
    svg.setViewBox(QRect({0, 0}, svg.size()));
    svg.setTitle(drawing.title);
    svg.setDescription(drawing.description);
    QPainter painter(&svg);
    draw(painter, drawing, ink);
    painter.end();
    return file.flush() ? Outcome() : file.errorString();
}

Outcome writeCsv(const QString &path, const Drawing &drawing)
{
    QFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(drawing.csv.toUtf8()) >= 0 && file.flush();
    return isWritten ? Outcome() : file.errorString();
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

QString ChartFiles::save(const QString &chart, Format format, ChartInk *ink)
{
    const Drawing drawing = m_source(chart);
    constexpr const char *kEndings[] = {"png", "svg", "csv"};
    Outcome why;
    QString path = m_folder;
    if (!QDir().mkpath(m_folder)) {
        //: Why a chart could not be saved: its folder could not be made.
        //% "the folder cannot be made"
        why = qtTrId("chart.save.folder");
    } else {
        path = freePath(drawing.fileName, QLatin1String(kEndings[format]));
        const ChartInk plain;
        const ChartInk &used = ink ? *ink : plain;
        why = format == Png   ? writePng(path, drawing, used)
              : format == Svg ? writeSvg(path, drawing, used)
                              : writeCsv(path, drawing);
    }
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
    return m_hasFailed ? QString() : path;
}

} // namespace minato::viewmodels
