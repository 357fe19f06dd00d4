// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/cluster/block_image.h"
#include "viewmodels/cluster/card.h"
#include "viewmodels/cluster/cell_list.h"
#include "viewmodels/cluster/pod_look.h"

#include <QPointer>
#include <QQuickItem>

#include <vector>

namespace minato::viewmodels {

/// The tiles of a map, in texels; pure, so that it can be tested.
struct TileLayout {
    struct Space {
        double width = 0, height = 0; ///< pixels to fill, as far as that can be
        double unit = 1;
        int largest = 0;           ///< Pods of the fullest card
        std::vector<int> sections; ///< how many cards each zone has
    };
    int texel = 1;                     ///< pixels of one Pod
    int columns = 1;                   ///< tiles side by side
    int tileWidth = 3, tileHeight = 3; ///< texels, with the frame
    int head = 0;                      ///< texels above the Pods of a tile, for its name
    int strip = 0;                     ///< texels above a zone's tiles, for its name
    std::vector<int> sectionTops;      ///< texels
    int height = 0;                    ///< texels

    [[nodiscard]] static TileLayout of(const Space &space);
    /// Pods side by side in a tile.
    [[nodiscard]] int podColumns() const { return tileWidth - 2; }
};

/// Every Pod of the cluster as one texel of an image, and its cards as tiles with a frame that tells what is wrong with
/// the node: for thousands of nodes.
///
/// Cost      A tile whose card has changed is drawn anew, and the screen gets what has changed of it.
class PodMap : public QQuickItem, public CellList {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(minato::viewmodels::CardList *cards READ cards WRITE setCards NOTIFY cardsChanged REQUIRED)
    Q_PROPERTY(minato::viewmodels::PodLook *look READ look WRITE setLook NOTIFY lookChanged REQUIRED)
    Q_PROPERTY(double viewHeight MEMBER m_viewHeight NOTIFY inputChanged)
    Q_PROPERTY(double zoom MEMBER m_zoom NOTIFY inputChanged)
    Q_PROPERTY(double unit MEMBER m_unit NOTIFY inputChanged)
    Q_PROPERTY(QString summary MEMBER m_summary NOTIFY summaryChanged)
    Q_PROPERTY(int currentIndex READ currentIndex WRITE setCurrentIndex NOTIFY currentIndexChanged)
    Q_PROPERTY(int columns READ columns NOTIFY laidOut)
    Q_PROPERTY(int nameHeight READ nameHeight NOTIFY laidOut)
    Q_PROPERTY(QVariantList sections READ sections NOTIFY laidOut)

public:
    explicit PodMap(QQuickItem *parent = nullptr);

    [[nodiscard]] CardList *cards() const { return m_cards; }
    void setCards(CardList *cards);
    [[nodiscard]] PodLook *look() const { return m_look; }
    void setLook(PodLook *look);
    [[nodiscard]] int currentIndex() const { return m_current; }
    void setCurrentIndex(int index);
    [[nodiscard]] int columns() const { return m_layout.columns; }
    /// Of the names of tiles; 0: there is no room for them.
    [[nodiscard]] int nameHeight() const { return m_layout.head * m_layout.texel; }
    [[nodiscard]] QVariantList sections() const; ///< {text, y}, where there are zones

    [[nodiscard]] Q_INVOKABLE int tileAt(double x, double y) const; ///< -1: none
    [[nodiscard]] Q_INVOKABLE int podAt(double x, double y) const;  ///< in its tile; -1: none
    [[nodiscard]] Q_INVOKABLE QRectF placeOf(int tile) const;
    [[nodiscard]] Q_INVOKABLE QRectF podPlace(int tile, int row) const;
    /// The tile one step away, in the same zone or the next.
    [[nodiscard]] Q_INVOKABLE int beside(int tile, int dx, int dy) const;

    [[nodiscard]] const BlockImage &image() const { return m_image; }

    [[nodiscard]] QQuickItem &item() override { return *this; }
    [[nodiscard]] QString listText() const override { return m_summary; }
    [[nodiscard]] int cellCount() const override { return m_cards ? m_cards->count() : 0; }
    [[nodiscard]] QString cellText(int cell) const override;
    [[nodiscard]] QRectF cellPlace(int cell) const override { return placeOf(cell); }
    [[nodiscard]] int currentCell() const override { return m_current; }
    void pressCell(int cell) override;

Q_SIGNALS:
    void cardsChanged();
    void lookChanged();
    void inputChanged();
    void summaryChanged();
    void laidOut();
    void currentIndexChanged();
    void picked(int tile);

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *data) override;
    void updatePolish() override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    void follow();
    void layOut();
    void touch(int tile);
    void drawAll();
    void drawTile(int tile);
    [[nodiscard]] QPoint texelOf(int tile) const; ///< of its upper left corner
    [[nodiscard]] QRgb colorOf(const PodCell &pod) const;
    [[nodiscard]] QRgb frameOf(const Card &card) const;

    QPointer<CardList> m_cards;
    std::vector<QMetaObject::Connection> m_following;
    QPointer<PodLook> m_look;
    std::vector<QRgb> m_fills, m_faint;
    double m_viewHeight = 0, m_zoom = 1, m_unit = 1;
    QString m_summary;
    int m_current = 0;
    TileLayout m_layout;
    TileLayout::Space m_space;
    BlockImage m_image;
    std::vector<int> m_touched; ///< tiles to draw anew
    bool m_isAllTouched = false;
    std::vector<QRgb> m_line; ///< scratch
};

} // namespace minato::viewmodels
