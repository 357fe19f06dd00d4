// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/cluster/cell_list.h"
#include "viewmodels/cluster/place_gaps.h"
#include "viewmodels/cluster/pod_list_model.h"
#include "viewmodels/cluster/pod_look.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPointer>
#include <QQuickPaintedItem>

#include <map>
#include <vector>

namespace minato::viewmodels {

/// The Pods of one card as squares, drawn by one item: as large as fit, oldest first.
///
/// Motion    What has changed lights up, what is new grows, and what goes shrinks in its place before the others close
///           up.
/// Why       A delegate a Pod costs a frame with a few hundred of them; this costs what changes. Only the squares that
///           changed are painted again.
class PodField : public QQuickPaintedItem, public CellList {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(minato::viewmodels::PodListModel *pods READ pods WRITE setPods NOTIFY podsChanged REQUIRED)
    Q_PROPERTY(minato::viewmodels::PodLook *look READ look WRITE setLook NOTIFY lookChanged REQUIRED)
    Q_PROPERTY(int largestSquare MEMBER m_largest NOTIFY limitsChanged)
    Q_PROPERTY(int smallestSquare MEMBER m_smallest NOTIFY limitsChanged)
    Q_PROPERTY(bool isMoving MEMBER m_isMoving NOTIFY limitsChanged)
    Q_PROPERTY(QString summary MEMBER m_summary NOTIFY limitsChanged)
    Q_PROPERTY(int square READ square NOTIFY laidOut)
    Q_PROPERTY(int columns READ columns NOTIFY laidOut)
    Q_PROPERTY(int shownCount READ shownCount NOTIFY laidOut)
    Q_PROPERTY(int currentIndex READ currentIndex WRITE setCurrentIndex NOTIFY currentIndexChanged)

public:
    /// More squares than these are told of as one.
    static constexpr int kMostTold = 2000;

    explicit PodField(QQuickItem *parent = nullptr);

    [[nodiscard]] PodListModel *pods() const { return m_pods; }
    void setPods(PodListModel *pods);
    [[nodiscard]] PodLook *look() const { return m_look; }
    void setLook(PodLook *look);
    [[nodiscard]] int square() const { return m_square; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] int currentIndex() const { return m_current; }
    void setCurrentIndex(int index);

    /// The Pod at a place; -1: none.
    [[nodiscard]] Q_INVOKABLE int rowAt(double x, double y) const;
    [[nodiscard]] Q_INVOKABLE QRectF placeOf(int row) const;
    /// How many have gone and are still seen to go.
    [[nodiscard]] int leaverCount() const { return static_cast<int>(m_leavers.size()); }

    void paint(QPainter *painter) override;

    [[nodiscard]] QQuickItem &item() override { return *this; }
    [[nodiscard]] QString listText() const override { return m_summary; }
    [[nodiscard]] int cellCount() const override;
    [[nodiscard]] QString cellText(int cell) const override
    {
        return m_pods ? m_pods->summaryAt(cell) : QString();
    }
    [[nodiscard]] QRectF cellPlace(int cell) const override { return placeOf(cell); }
    [[nodiscard]] int currentCell() const override { return m_current; }
    void pressCell(int cell) override;

Q_SIGNALS:
    void podsChanged();
    void lookChanged();
    void limitsChanged();
    void laidOut();
    void currentIndexChanged();
    /// Chosen by an assistive tool.
    void picked(int row);

protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void timerEvent(QTimerEvent *event) override;

private:
    /// Of a Pod that has gone.
    struct Leaver {
        PodCell look = {}; ///< as far as a square shows it
        int place = 0;
        qint64 since = 0;
    };
    void layOut();
    void follow();
    void begin();
    void onChanged(int first, int last);
    void onInserted(int first, int last);
    void onLeaving(int first, int last);
    void onReset();
    void dropLeavers(qint64 now);
    [[nodiscard]] int placesThatFit() const;
    [[nodiscard]] QRectF rectOf(int place) const;
    /// 1: a motion begins, 0: it is over.
    [[nodiscard]] static double restOf(qint64 since, qint64 now);
    void paintRow(QPainter &painter, int row, QRectF rect, qint64 now);
    void paintLeavers(QPainter &painter, qint64 now);
    [[nodiscard]] const QImage &squareOf(const PodCell &pod, double width);

    QPointer<PodListModel> m_pods;
    QPointer<PodLook> m_look;
    PodSquares m_squares;
    int m_largest = 24, m_smallest = 8, m_square = 16, m_columns = 1, m_current = 0;
    bool m_isMoving = true;
    QString m_summary;
    QElapsedTimer m_clock;
    QBasicTimer m_frames;
    std::map<int, std::pair<qint64, bool>> m_moving; ///< slots: since when, whether it is new
    std::vector<Leaver> m_leavers;
    PlaceGaps m_gaps; ///< of the leavers
};

} // namespace minato::viewmodels
