// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/cluster/card.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <tuple>

namespace minato::viewmodels {

/// How the cards are laid out in a space, and how closely their Pods are drawn.
///
/// Levels    Chips: up to 110 Pods with name and state. Squares: up to 5 000, a mark each. Map: one texel a Pod, and
///           the cards are tiles. What decides is how many pixels a Pod has, with some give so that it does not flap.
/// Zoom      1: everything is in sight, as far as it can be. More: cards grow, fewer stand side by side, up to one
///           that fills the space.
struct CardLayout {
    enum class Level : std::uint8_t { Chips, Squares, Map };
    struct Space {
        double width = 0, height = 0;
        double unit = 1; ///< pixels of a pixel at the normal text size
        int cards = 0;
        int largest = 0, total = 0; ///< Pods of the fullest card, of all
        bool hasSections = false;
        friend bool operator==(const Space &, const Space &) = default;
    };
    Level level = Level::Chips;
    int columns = 1;
    int cardWidth = 0, cardHeight = 0;
    bool isCompact = false; ///< no room for meters: a name and the Pods

    friend bool operator==(const CardLayout &, const CardLayout &) = default;
    [[nodiscard]] static CardLayout of(const Space &space, double zoom, Level before);
};

/// The layout of a CardList's cards in an item.
///
/// Levels    While there is a map, the cards' own figures stay what they were when there were cards; and the other way
///           round. So what fades out for the other keeps its shape.
class ClusterLayout : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(minato::viewmodels::CardList *cards READ cards WRITE setCards NOTIFY cardsChanged REQUIRED)
    Q_PROPERTY(double width MEMBER m_width NOTIFY inputChanged)
    Q_PROPERTY(double height MEMBER m_height NOTIFY inputChanged)
    Q_PROPERTY(double unit MEMBER m_unit NOTIFY inputChanged)
    Q_PROPERTY(double zoom READ zoom WRITE setZoom NOTIFY changed)
    Q_PROPERTY(double maximumZoom READ maximumZoom NOTIFY changed)
    Q_PROPERTY(bool canZoomIn READ canZoomIn NOTIFY changed)
    Q_PROPERTY(bool canZoomOut READ canZoomOut NOTIFY changed)
    Q_PROPERTY(Level level READ level NOTIFY changed)
    Q_PROPERTY(double mapZoom READ mapZoom NOTIFY changed)
    Q_PROPERTY(bool areChips READ areChips NOTIFY changed)
    Q_PROPERTY(int columns READ columns NOTIFY changed)
    Q_PROPERTY(int rows READ rows NOTIFY changed)
    Q_PROPERTY(int cardWidth READ cardWidth NOTIFY changed)
    Q_PROPERTY(int cardHeight READ cardHeight NOTIFY changed)
    Q_PROPERTY(int gap READ gap NOTIFY changed)
    Q_PROPERTY(int stripHeight READ stripHeight NOTIFY changed)
    Q_PROPERTY(bool isCompact READ isCompact NOTIFY changed)

public:
    enum Level { Chips, Squares, Map };
    Q_ENUM(Level)
    static constexpr double kStep = 1.25;

    explicit ClusterLayout(QObject *parent = nullptr);

    [[nodiscard]] CardList *cards() const { return m_cards; }
    void setCards(CardList *cards);
    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    [[nodiscard]] double maximumZoom() const { return m_maximum; }
    [[nodiscard]] bool canZoomIn() const { return m_zoom < m_maximum * 0.999; }
    [[nodiscard]] bool canZoomOut() const { return m_zoom > 1.001; }
    [[nodiscard]] Level level() const { return Level(m_layout.level); }
    [[nodiscard]] double mapZoom() const { return m_mapZoom; }
    /// Of the cards.
    [[nodiscard]] bool areChips() const { return m_cardLayout.level == CardLayout::Level::Chips; }
    [[nodiscard]] int columns() const { return m_cardLayout.columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int cardWidth() const { return m_cardLayout.cardWidth; }
    [[nodiscard]] int cardHeight() const { return m_cardLayout.cardHeight; }
    [[nodiscard]] int gap() const;
    [[nodiscard]] int stripHeight() const; ///< above each row, with the zones' names
    [[nodiscard]] bool isCompact() const { return m_cardLayout.isCompact; }

Q_SIGNALS:
    void cardsChanged();
    void inputChanged();
    void changed();

private:
    void arrange();
    void layOut();
    void tell();
    [[nodiscard]] CardLayout::Space space() const;
    [[nodiscard]] double largestZoom() const;

    QPointer<CardList> m_cards;
    double m_width = 0, m_height = 0, m_unit = 1;
    double m_zoom = 1, m_maximum = 1;
    CardLayout::Space m_space; ///< that m_maximum is for
    CardLayout m_layout, m_cardLayout;
    double m_mapZoom = 1;
    int m_rows = 0;
    using Told = std::tuple<CardLayout, CardLayout, double, double, double, int, int, int>;
    Told m_told; ///< what views know
};

} // namespace minato::viewmodels
