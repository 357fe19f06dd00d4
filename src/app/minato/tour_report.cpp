// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour_report.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <print>

namespace minato::app {
namespace {

/// In whole pixels, which differ less between machines.
QJsonArray toJson(const QRectF &place)
{
    const QRect pixels = place.toAlignedRect();
    return {pixels.x(), pixels.y(), pixels.width(), pixels.height()};
}

QJsonObject toJson(const TourView &view)
{
    return {{QStringLiteral("scene"), view.scene},
            {QStringLiteral("language"), view.language},
            {QStringLiteral("theme"), view.theme},
            {QStringLiteral("size"), QJsonArray{view.size.width(), view.size.height()}},
            {QStringLiteral("textScale"), view.textScale}};
}

QJsonObject toJson(const TextFault &fault)
{
    QJsonObject json{{QStringLiteral("kind"), nameOf(fault.kind)},
                     {QStringLiteral("text"), fault.text},
                     {QStringLiteral("part"), fault.part},
                     {QStringLiteral("place"), toJson(fault.place)}};
    if (!fault.other.isEmpty())
        json.insert(QStringLiteral("other"), fault.other);
    if (!fault.why.isEmpty())
        json.insert(QStringLiteral("allowedBecause"), fault.why);
    return json;
}

QJsonObject toJson(const SeenItem &item, const TourTexts &texts)
{
    QJsonObject json{{QStringLiteral("part"), item.part}, {QStringLiteral("place"), toJson(item.place)}};
    const auto put = [&json](const char *key, const QString &value) {
        if (!value.isEmpty())
            json.insert(QLatin1String(key), value);
    };
    put("role", item.role);
    put("name", item.name);
    put("text", item.text);
    if (item.isElided)
        json.insert(QStringLiteral("isElided"), true);
    QStringList ids = texts.idsOf(item.text.isEmpty() ? item.name : item.text);
    if (!ids.isEmpty())
        json.insert(QStringLiteral("ids"), QJsonArray::fromStringList(ids));
    return json;
}

std::optional<QString> write(const QString &name, const QByteArray &text)
{
    QFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush())
        return std::nullopt;
    return name;
}

QString summary(const TextFault &fault)
{
    QString text = fault.text.simplified();
    if (text.size() > 60)
        text = text.left(57) + QStringLiteral("...");
    QString summary = QStringLiteral("%1 (%2): %3").arg(nameOf(fault.kind), fault.part, text);
    return fault.other.isEmpty() ? summary
                                 : summary + QStringLiteral(" | ") + fault.other.simplified().left(60);
}

} // namespace

QString TourView::name() const
{
    const QString large = textScale == 1 ? QString() : QStringLiteral("-%1").arg(qRound(textScale * 100));
    return QStringLiteral("%1/%2-%3-%4x%5%6")
        .arg(scene, language, theme)
        .arg(size.width())
        .arg(size.height())
        .arg(large);
}

QString TourReport::pictureFile(const TourView &view) const
{
    return m_folder + u'/' + view.name() + QStringLiteral(".png");
}

std::optional<QString> TourReport::writePage(const TourView &view, const std::vector<SeenItem> &items,
                                             const std::vector<TextFault> &faults,
                                             const TourTexts &texts) const
{
    QJsonObject page = toJson(view);
    QJsonArray seen, wrong;
    for (const SeenItem &item : items)
        seen.append(toJson(item, texts));
    for (const TextFault &fault : faults)
        wrong.append(toJson(fault));
    page.insert(QStringLiteral("items"), seen);
    page.insert(QStringLiteral("faults"), wrong);
    return write(m_folder + u'/' + view.name() + QStringLiteral(".page.json"),
                 QJsonDocument(page).toJson(QJsonDocument::Indented));
}

void TourReport::add(const TourView &view, const std::vector<TextFault> &faults)
{
    Viewed viewed{view, faults};
    std::erase_if(viewed.faults, [](const TextFault &fault) { return !fault.why.isEmpty(); });
    m_views.push_back(std::move(viewed));
}

std::size_t TourReport::faultCount() const
{
    std::size_t count = 0;
    for (const Viewed &each : m_views)
        count += each.faults.size();
    return count;
}

void TourReport::print() const
{
    for (const Viewed &each : m_views)
        for (const TextFault &fault : each.faults)
            std::println("{}: {}", each.view.name().toStdString(), summary(fault).toStdString());
    std::println("{} views, {} texts without room", viewCount(), faultCount());
    std::fflush(stdout);
}

std::optional<QString> TourReport::writeIndex() const
{
    if (m_folder.isEmpty())
        return std::nullopt;
    QJsonArray pictures;
    for (const Viewed &each : m_views) {
        QJsonObject picture = toJson(each.view);
        picture.insert(QStringLiteral("file"), each.view.name() + QStringLiteral(".png"));
        QJsonArray faults;
        for (const TextFault &fault : each.faults)
            faults.append(toJson(fault));
        picture.insert(QStringLiteral("faults"), faults);
        pictures.append(picture);
    }
    const QJsonDocument index(QJsonObject{{QStringLiteral("pictures"), pictures}});
    if (auto file = write(m_folder + QStringLiteral("/index.json"), index.toJson()))
        return file;
    return write(m_folder + QStringLiteral("/index.html"), indexPage());
}

QByteArray TourReport::indexPage() const
{
    QString page =
        QStringLiteral("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>Minato</title>\n<style>"
                       "body{font:14px sans-serif;background:#e8ecf0}img{width:400px;display:block}"
                       "figure{display:inline-block;margin:4px;vertical-align:top;width:400px}"
                       "figcaption{font-size:12px}.fault{color:#a00}</style>\n");
    QString scene;
    for (const Viewed &each : m_views) {
        if (each.view.scene != scene) {
            scene = each.view.scene;
            page += QStringLiteral("<h2 id=\"%1\">%1</h2>\n").arg(scene);
        }
        const QString name = each.view.name().toHtmlEscaped();
        page += QStringLiteral("<figure><a href=\"%1.png\"><img loading=\"lazy\" src=\"%1.png\"></a>"
                               "<figcaption><a href=\"%1.page.json\">%1</a>")
                    .arg(name);
        for (const TextFault &fault : each.faults)
            page += QStringLiteral("<div class=\"fault\">%1</div>").arg(summary(fault).toHtmlEscaped());
        page += QStringLiteral("</figcaption></figure>\n");
    }
    return page.toUtf8();
}

} // namespace minato::app
