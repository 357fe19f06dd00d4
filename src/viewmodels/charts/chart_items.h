// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/charts/traffic_model.h"

#include <QPointer>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// The distribution of more Pods than Qt Charts draws quickly: one item, whatever the number. `current` is the
/// Pod (or, in the histogram, the bin) that mouse or keyboard is on.
class DenseBars : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(minato::viewmodels::TrafficModel *traffic READ traffic WRITE setTraffic NOTIFY trafficChanged)
    Q_PROPERTY(minato::viewmodels::ChartInk *ink READ ink WRITE setInk NOTIFY inkChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(int places READ places NOTIFY placesChanged)
    Q_PROPERTY(bool hasBars READ hasBars NOTIFY placesChanged) ///< else the histogram
    Q_PROPERTY(bool hasFairLine READ hasFairLine NOTIFY placesChanged)
    Q_PROPERTY(QString currentText READ currentText NOTIFY currentChanged)
    Q_PROPERTY(QRectF currentRect READ currentRect NOTIFY currentChanged)

public:
    explicit DenseBars(QQuickItem *parent = nullptr);

    [[nodiscard]] TrafficModel *traffic() const { return m_traffic; }
    void setTraffic(TrafficModel *traffic);
    [[nodiscard]] ChartInk *ink() const { return m_ink; }
    void setInk(ChartInk *ink);
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int current);
    [[nodiscard]] int places() const; ///< 0 while there is nothing to count
    [[nodiscard]] bool hasBars() const { return m_hasBars; }
    /// Whether the histogram says what fair choice would give.
    [[nodiscard]] bool hasFairLine() const { return !m_histogram.expected.empty(); }
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] QRectF currentRect() const;
    /// Which place is there; -1: none.
    Q_INVOKABLE [[nodiscard]] int placeAt(double x) const;

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void trafficChanged();
    void inkChanged();
    void currentChanged();
    void placesChanged();

private:
    void onChanged();
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] double scaled(double value) const { return value * (m_ink ? m_ink->scale : 1); }

    QPointer<TrafficModel> m_traffic;
    QPointer<ChartInk> m_ink;
    PodHistogram m_histogram; ///< empty while there are bars
    bool m_hasBars = false;
    int m_current = -1;
};

/// Each Pod's share of the requests over time.
class SharesPlot : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(minato::viewmodels::SharesModel *shares READ shares WRITE setShares NOTIFY sharesChanged)
    Q_PROPERTY(minato::viewmodels::ChartInk *ink READ ink WRITE setInk NOTIFY inkChanged)

public:
    explicit SharesPlot(QQuickItem *parent = nullptr);

    [[nodiscard]] SharesModel *shares() const { return m_shares; }
    void setShares(SharesModel *shares);
    [[nodiscard]] ChartInk *ink() const { return m_ink; }
    void setInk(ChartInk *ink);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void sharesChanged();
    void inkChanged();

private:
    QPointer<SharesModel> m_shares;
    QPointer<ChartInk> m_ink;
};

} // namespace minato::viewmodels
