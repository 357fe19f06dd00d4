// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/cluster_layout.h"

#include <algorithm>
#include <cmath>

namespace minato::viewmodels {
namespace {

using Level = CardLayout::Level;
using Space = CardLayout::Space;

constexpr double kGap = 12, kStrip = 22;
constexpr double kFullWidth = 150, kFullHeight = 130;     ///< the least for a card with its meters
constexpr double kCompactWidth = 92, kCompactHeight = 64; ///< the least for a name and Pods
constexpr double kChipWidth = 120, kChipPitch = 36;
constexpr double kSmallestSquare = 14;
constexpr int kMostChips = 110, kMostSquares = 5000;
constexpr double kGive = 0.15;

int across(double width, double least, double gap)
{
    return std::max(1, static_cast<int>(std::floor((width + gap) / (least + gap) + 1e-6)));
}

struct Size {
    int columns = 1;
    double width = 0, height = 0;
};

/// The space shared out evenly among all cards, as wide as they need to be.
Size shared(const Space &space, double leastWidth)
{
    const double gap = kGap * space.unit, strip = space.hasSections ? kStrip * space.unit : 0;
    const int cards = std::max(1, space.cards);
    Size size{.columns = std::min(cards, across(space.width, leastWidth * space.unit, gap))};
    const int rows = (cards + size.columns - 1) / size.columns;
    size.columns = (cards + rows - 1) / rows;
    size.width = (space.width - gap * (size.columns - 1)) / size.columns;
    size.height = (space.height - rows * strip - gap * (rows - 1)) / rows;
    return size;
}

/// The largest square of which that many fit.
double squareFor(double width, double height, int count)
{
    double square = std::floor(std::min(width, height));
    for (; square > 1; --square)
        if (std::floor(width / square) * std::floor(height / square) >= count)
            break;
    return square;
}

/// What a card has above and below its Pods.
double besidePods(const CardLayout &layout, double unit)
{
    if (layout.isCompact)
        return 40;
    return layout.cardHeight > 190 * unit ? 76 + 28 : 76 + 8;
}

/// Grows a size to the zoom; one card alone may be taller than the space, until its Pods are well seen.
void grow(CardLayout &layout, const Space &space, const Size &base, double zoom)
{
    const double gap = kGap * space.unit, strip = space.hasSections ? kStrip * space.unit : 0;
    layout.columns =
        zoom <= 1 ? base.columns : std::min(base.columns, across(space.width, base.width * zoom, gap));
    layout.cardWidth = static_cast<int>((space.width - gap * (layout.columns - 1)) / layout.columns);
    double most = space.height - strip;
    if (layout.columns == 1) {
        const double inner = layout.cardWidth - 24 * space.unit;
        const double perRow = std::max(1., std::floor(inner / (24 * space.unit)));
        most = std::max(most, std::ceil(space.largest / perRow) * 24 * space.unit + 120 * space.unit);
    }
    layout.cardHeight = static_cast<int>(std::min(base.height * zoom, most));
    layout.isCompact =
        layout.cardWidth < kFullWidth * space.unit || layout.cardHeight < kFullHeight * space.unit;
}

int podsInSight(const CardLayout &layout, const Space &space)
{
    const double rows = std::ceil(space.height / (layout.cardHeight + kGap * space.unit));
    return static_cast<int>(std::min<double>(space.total, rows * layout.columns * space.largest));
}

Level levelOf(const CardLayout &layout, const Space &space, Level before)
{
    const double unit = space.unit;
    const double width = layout.cardWidth - 24 * unit;
    const double height = layout.cardHeight - besidePods(layout, unit) * unit;
    const double inSight = podsInSight(layout, space);
    const auto most = [before](double limit, Level level) {
        return before <= level ? limit * (1 + kGive) : limit;
    };
    // Chips come before the line at a card's foot.
    const double forChips = layout.cardHeight - (layout.isCompact ? 40 : 76 + 8) * unit;
    const double chips = std::max(1., std::floor((width + 8 * unit) / ((kChipWidth + 8) * unit))) *
                         std::floor((forChips + 8 * unit) / (kChipPitch * unit));
    if (inSight <= most(kMostChips, Level::Chips) && width >= kChipWidth * unit && chips >= space.largest)
        return Level::Chips;
    const double least = kSmallestSquare * unit *
                         (before == Level::Map       ? 1 + kGive
                          : before == Level::Squares ? 1 - kGive
                                                     : 1);
    const bool isSeen = height > 0 && squareFor(width, height, space.largest) >= least;
    return isSeen && inSight <= most(kMostSquares, Level::Squares) ? Level::Squares : Level::Map;
}

} // namespace

CardLayout CardLayout::of(const Space &space, double zoom, Level before)
{
    CardLayout layout;
    if (space.width <= 0 || space.height <= 0)
        return layout;
    Size base = shared(space, kFullWidth);
    if (base.height < kFullHeight * space.unit)
        base = shared(space, kCompactWidth);
    const double give = before == Level::Map ? 1 + kGive : 1 - kGive;
    const double least = kCompactWidth * kCompactHeight * space.unit * space.unit * give;
    const double area = space.width * space.height * zoom * zoom / std::max(1, space.cards);
    const bool areTiles = base.height < kCompactHeight * space.unit;
    if (areTiles) { // cards come with the zoom
        base.width = std::sqrt(area * 1.4);
        base.height = area / base.width;
        base.columns = std::max(1, space.cards);
        grow(layout, space, base, 1);
        layout.columns = across(space.width, base.width, kGap * space.unit);
        base.columns = layout.columns;
        grow(layout, space, base, 1);
    } else {
        grow(layout, space, base, zoom);
    }
    layout.level = areTiles && area < least ? Level::Map : levelOf(layout, space, before);
    if (layout.level != Level::Map || layout.isCompact || (areTiles && area < least))
        return layout;
    // Rather no meters than no Pods.
    CardLayout compact = layout;
    compact.isCompact = true;
    compact.level = levelOf(compact, space, before);
    return compact.level == Level::Map ? layout : compact;
}

ClusterLayout::ClusterLayout(QObject *parent) : QObject(parent)
{
    connect(this, &ClusterLayout::inputChanged, this, &ClusterLayout::arrange);
}

void ClusterLayout::setCards(CardList *cards)
{
    if (m_cards == cards)
        return;
    if (m_cards)
        m_cards->disconnect(this);
    m_cards = cards;
    if (m_cards) {
        connect(m_cards, &CardList::measured, this, &ClusterLayout::arrange);
    }
    Q_EMIT cardsChanged();
    arrange();
}

Space ClusterLayout::space() const
{
    return {.width = m_width,
            .height = m_height,
            .unit = m_unit,
            .cards = m_cards ? m_cards->count() : 0,
            .largest = m_cards ? m_cards->largest() : 0,
            .total = m_cards ? m_cards->total() : 0,
            .hasSections = m_cards && m_cards->hasSections()};
}

double ClusterLayout::largestZoom() const
{
    const Space &all = m_space;
    double zoom = 1;
    for (; zoom < 400; zoom *= kStep) {
        const CardLayout layout = CardLayout::of(all, zoom, m_layout.level);
        const CardLayout more = CardLayout::of(all, zoom * kStep, layout.level);
        if (layout.level != CardLayout::Level::Map && layout.columns == 1 &&
            more.cardHeight <= layout.cardHeight)
            break;
    }
    return zoom;
}

void ClusterLayout::arrange()
{
    if (const Space now = space(); now != m_space) {
        m_space = now;
        m_maximum = m_width > 0 && m_height > 0 ? largestZoom() : 1;
    }
    m_zoom = std::clamp(m_zoom, 1., std::max(1., m_maximum));
    layOut();
}

void ClusterLayout::layOut()
{
    m_layout = CardLayout::of(m_space, m_zoom, m_layout.level);
    if (m_layout.level == CardLayout::Level::Map) {
        m_mapZoom = m_zoom;
    } else {
        m_cardLayout = m_layout;
        m_rows = (m_space.cards + m_layout.columns - 1) / m_layout.columns;
    }
    tell();
}

void ClusterLayout::tell()
{
    Told now{m_layout, m_cardLayout, m_zoom, m_maximum, m_mapZoom, m_rows, stripHeight(), gap()};
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT changed();
}

void ClusterLayout::setZoom(double zoom)
{
    zoom = std::isfinite(zoom) ? std::clamp(zoom, 1., m_maximum) : 1;
    if (zoom == m_zoom)
        return;
    m_zoom = zoom;
    layOut();
}

int ClusterLayout::gap() const
{
    return static_cast<int>(kGap * m_unit);
}

int ClusterLayout::stripHeight() const
{
    return m_cards && m_cards->hasSections() ? static_cast<int>(kStrip * m_unit) : 0;
}

} // namespace minato::viewmodels
