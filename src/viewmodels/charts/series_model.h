// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"

#include <QAbstractTableModel>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <string>

namespace minato::viewmodels {

/// Tells QML tools what the base class is.
struct TableModelForeign {
    Q_GADGET
    QML_FOREIGN(QAbstractTableModel)
    QML_ANONYMOUS
};

/// Wanted and ready replicas of a Deployment over the last two minutes of the cluster's time, as the corner
/// points of a step line: columns time (s), wanted, ready.
class SeriesModel : public QAbstractTableModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(double from READ from NOTIFY windowChanged)
    Q_PROPERTY(double to READ to NOTIFY windowChanged)
    Q_PROPERTY(double axisMaximum READ axisMaximum NOTIFY windowChanged)
    Q_PROPERTY(int axisTicks READ axisTicks NOTIFY windowChanged)
    Q_PROPERTY(int desired READ desired NOTIFY windowChanged)
    Q_PROPERTY(int ready READ ready NOTIFY windowChanged)
    Q_PROPERTY(QString description READ description NOTIFY windowChanged)

public:
    static constexpr int kWindowSeconds = 120;
    static constexpr int kMaxPoints = 300; ///< what the chart draws quickly
    enum Column { TimeColumn, DesiredColumn, ReadyColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] double from() const { return m_to - kWindowSeconds; }
    [[nodiscard]] double to() const { return m_to; }
    [[nodiscard]] double axisMaximum() const;
    [[nodiscard]] int axisTicks() const;
    [[nodiscard]] int desired() const { return m_points.empty() ? 0 : m_points.back().desired; }
    [[nodiscard]] int ready() const { return m_points.empty() ? 0 : m_points.back().ready; }
    [[nodiscard]] QString description() const;

    void apply(const session::Batch &batch, const std::string &deploymentUid);
    void retranslate() { Q_EMIT windowChanged(); }

Q_SIGNALS:
    void windowChanged();

private:
    struct Point {
        double time = 0;
        int desired = 0, ready = 0;
    };
    [[nodiscard]] double seconds(base::Instant at) const; ///< since the cluster's start
    void add(const session::ReplicaSample &sample);
    void append(Point point);
    void extendTo(double time);
    void dropOld();
    [[nodiscard]] int largest() const;

    base::Instant m_start = base::kSimEpoch;
    std::deque<Point> m_points;
    std::string m_uid;
    double m_to = 0;
};

} // namespace minato::viewmodels
