// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/pod_map.h"

#include <QQuickWindow>

#include <algorithm>
#include <utility>

namespace minato::viewmodels {
namespace {

QRgb mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int x, int y) { return static_cast<int>(x * share + y * (1 - share)); };
    return qRgb(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

} // namespace

PodMap::PodMap(QQuickItem *parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    CellList::installFactory();
    connect(this, &PodMap::inputChanged, this, &PodMap::layOut);
}

void PodMap::setCards(CardList *cards)
{
    if (m_cards == cards)
        return;
    if (m_cards)
        m_cards->disconnect(this);
    m_cards = cards;
    if (m_cards) {
        connect(m_cards, &CardList::changed, this, [this] {
            follow();
            layOut();
        });
        connect(m_cards, &CardList::podsChanged, this, [this] {
            if (m_cards->largest() != m_space.largest)
                layOut();
        });
    }
    Q_EMIT cardsChanged();
    follow();
    layOut();
}

void PodMap::setLook(PodLook *look)
{
    if (m_look == look)
        return;
    m_look = look;
    if (m_look)
        connect(m_look, &PodLook::changed, this, [this] {
            m_isAllTouched = true;
            polish();
        });
    m_isAllTouched = true;
    polish();
    Q_EMIT lookChanged();
}

void PodMap::follow()
{
    for (const auto &connection : std::exchange(m_following, {}))
        disconnect(connection);
    if (!m_cards)
        return;
    m_following.reserve(static_cast<std::size_t>(m_cards->count()));
    for (int tile = 0; tile < m_cards->count(); ++tile)
        m_following.push_back(
            connect(m_cards->at(tile), &Card::changed, this, [this, tile] { touch(tile); }));
}

void PodMap::touch(int tile)
{
    m_touched.push_back(tile);
    polish();
}

void PodMap::setCurrentIndex(int index)
{
    index = std::clamp(index, 0, std::max(0, cellCount() - 1));
    if (index != m_current) {
        m_current = index;
        Q_EMIT currentIndexChanged();
    }
    tellCurrent();
}

void PodMap::layOut()
{
    if (!m_cards || width() < 8 || m_viewHeight < 8)
        return;
    m_space = {.width = width(),
               .height = m_viewHeight * m_zoom * m_zoom,
               .unit = m_unit,
               .largest = m_cards->largest(),
               .sections = {}};
    QString section;
    for (const Card *card : m_cards->cards()) {
        if (m_space.sections.empty() || card->section() != section)
            m_space.sections.push_back(0);
        section = card->section();
        ++m_space.sections.back();
    }
    m_layout = TileLayout::of(m_space);
    setImplicitHeight(m_layout.height * m_layout.texel);
    m_isAllTouched = true;
    m_current = std::clamp(m_current, 0, std::max(0, cellCount() - 1));
    forgetChildren();
    polish();
    Q_EMIT laidOut();
}

void PodMap::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    if (now.width() != before.width())
        layOut();
}

QVariantList PodMap::sections() const
{
    QVariantList found;
    if (!m_cards || !m_cards->hasSections() || m_layout.strip == 0)
        return found;
    int card = 0;
    for (std::size_t i = 0; i < m_space.sections.size() && card < m_cards->count(); ++i) {
        found.append(
            QVariantMap{{QStringLiteral("text"), m_cards->at(card)->section()},
                        {QStringLiteral("y"), (m_layout.sectionTops[i] - m_layout.strip) * m_layout.texel},
                        {QStringLiteral("height"), m_layout.strip * m_layout.texel}});
        card += m_space.sections[i];
    }
    return found;
}

QPoint PodMap::texelOf(int tile) const
{
    int first = 0;
    for (std::size_t i = 0; i < m_space.sections.size(); ++i) {
        const int cards = m_space.sections[i];
        if (tile < first + cards || i + 1 == m_space.sections.size()) {
            const int place = tile - first;
            return {place % m_layout.columns * m_layout.tileWidth,
                    m_layout.sectionTops[i] + place / m_layout.columns * m_layout.tileHeight};
        }
        first += cards;
    }
    return {};
}

int PodMap::tileAt(double x, double y) const
{
    const int column = int(x / m_layout.texel) / m_layout.tileWidth;
    const int line = int(y / m_layout.texel);
    if (x < 0 || y < 0 || column >= m_layout.columns)
        return -1;
    int first = 0;
    for (std::size_t i = 0; i < m_space.sections.size(); ++i) {
        const int cards = m_space.sections[i], row = (line - m_layout.sectionTops[i]) / m_layout.tileHeight;
        const int place = row * m_layout.columns + column;
        if (line >= m_layout.sectionTops[i] && place < cards)
            return first + place;
        first += cards;
    }
    return -1;
}

int PodMap::podAt(double x, double y) const
{
    const int tile = tileAt(x, y);
    if (tile < 0)
        return -1;
    const QPoint corner = texelOf(tile);
    const int column = int(x / m_layout.texel) - corner.x() - 1;
    const int line = int(y / m_layout.texel) - corner.y() - 1 - m_layout.head;
    if (column < 0 || column >= m_layout.podColumns() || line < 0)
        return -1;
    const int row = line * m_layout.podColumns() + column;
    return row < m_cards->at(tile)->pods()->count() ? row : -1;
}

QRectF PodMap::placeOf(int tile) const
{
    const QPoint corner = texelOf(tile) * m_layout.texel;
    return {double(corner.x()), double(corner.y()), double(m_layout.tileWidth * m_layout.texel),
            double(m_layout.tileHeight * m_layout.texel)};
}

QRectF PodMap::podPlace(int tile, int row) const
{
    const QPoint corner = texelOf(tile) + QPoint(1 + row % m_layout.podColumns(),
                                                 1 + m_layout.head + row / m_layout.podColumns());
    return QRectF(corner * m_layout.texel, QSizeF(m_layout.texel, m_layout.texel));
}

int PodMap::beside(int tile, int dx, int dy) const
{
    if (dy == 0)
        return std::clamp(tile + dx, 0, std::max(0, cellCount() - 1));
    const QRectF place = placeOf(tile);
    // Into the next zone, over its heading.
    for (double y = place.center().y() + dy * place.height(); y > 0 && y < implicitHeight();
         y += dy * place.height() / 2)
        for (double x = place.center().x(); x > 0; x -= place.width())
            if (const int there = tileAt(x, y); there >= 0 && there != tile)
                return there;
    return tile;
}

QString PodMap::cellText(int cell) const
{
    return m_cards && m_cards->at(cell) ? m_cards->at(cell)->summary() : QString();
}

void PodMap::pressCell(int cell)
{
    setCurrentIndex(cell);
    Q_EMIT picked(cell);
}

QRgb PodMap::colorOf(const PodCell &pod) const
{
    const auto phase = static_cast<std::size_t>(pod.state.phase);
    if (pod.mark == Mark::Selected)
        return m_look->text().rgb();
    return pod.isFound ? m_fills[phase] : m_faint[phase];
}

QRgb PodMap::frameOf(const Card &card) const
{
    if (!card.isReady())
        return m_look->bad().rgb();
    if (!card.isSchedulable())
        return m_look->warn().rgb();
    return card.mark() != int(Mark::None) ? m_look->accent().rgb() : m_look->ground().rgb();
}

void PodMap::drawTile(int tile)
{
    const Card *card = m_cards->at(tile);
    const QPoint corner = texelOf(tile);
    const QRgb frame = frameOf(*card), inside = m_look->frame().rgb();
    const int columns = m_layout.podColumns(), pods = card->pods()->count();
    for (int y = 0; y < m_layout.tileHeight && corner.y() + y < m_image.height(); ++y) {
        const bool isEdge = y == 0 || y == m_layout.tileHeight - 1;
        m_line.assign(static_cast<std::size_t>(m_layout.tileWidth), isEdge ? frame : inside);
        m_line.front() = m_line.back() = frame;
        const int first = (y - 1 - m_layout.head) * columns;
        for (int x = 0; !isEdge && first >= 0 && x < columns && first + x < pods; ++x)
            m_line[static_cast<std::size_t>(x) + 1] = colorOf(card->pods()->cell(first + x));
        m_image.put(corner + QPoint(0, y), m_line);
    }
}

void PodMap::drawAll()
{
    m_fills.clear();
    m_faint.clear();
    for (const QColor &fill : m_look->fills()) {
        m_fills.push_back(fill.rgb());
        m_faint.push_back(mixed(fill, m_look->ground(), 0.2));
    }
    m_fills.resize(PodListModel::kPhases, m_look->line().rgb());
    m_faint.resize(PodListModel::kPhases, m_look->ground().rgb());
    m_image.reset(QSize(m_layout.columns * m_layout.tileWidth, m_layout.height), m_layout.texel,
                  m_look->ground().rgb());
    for (int tile = 0; tile < m_cards->count(); ++tile)
        drawTile(tile);
}

void PodMap::updatePolish()
{
    if (!m_cards || !m_look || m_layout.height == 0)
        return;
    if (std::exchange(m_isAllTouched, false)) {
        drawAll();
    } else {
        std::ranges::sort(m_touched);
        const auto twice = std::ranges::unique(m_touched);
        m_touched.erase(twice.begin(), twice.end());
        for (const int tile : m_touched)
            if (tile < m_cards->count())
                drawTile(tile);
    }
    m_touched.clear();
    if (m_image.isStale())
        update();
}

QSGNode *PodMap::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    return m_image.show(old, *window());
}

} // namespace minato::viewmodels
