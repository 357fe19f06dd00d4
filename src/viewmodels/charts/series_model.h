// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "viewmodels/charts/chart_data.h"
#include "viewmodels/charts/chart_files.h"
#include "viewmodels/charts/timeline_model.h"

#include <QAbstractTableModel>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <set>
#include <string>

namespace minato::viewmodels {

/// Tells QML tools what the base class is.
struct TableModelForeign {
    Q_GADGET
    QML_FOREIGN(QAbstractTableModel)
    QML_ANONYMOUS
};

/// Wanted, existing, ready and available replicas of a Deployment over the last two minutes of the cluster's
/// time, as the corner points of step lines: columns time (s), wanted, ready, existing, available. Marks tell
/// which commands and events came in between.
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
    Q_PROPERTY(int existing READ existing NOTIFY windowChanged)
    Q_PROPERTY(int available READ available NOTIFY windowChanged)
    Q_PROPERTY(QString fromText READ fromText NOTIFY windowChanged)
    Q_PROPERTY(QString toText READ toText NOTIFY windowChanged)
    Q_PROPERTY(minato::viewmodels::TimelineModel *marks READ marks CONSTANT)
    Q_PROPERTY(minato::viewmodels::TimelineModel *timeline READ timeline CONSTANT)
    Q_PROPERTY(minato::viewmodels::ChartFiles *files READ files CONSTANT)
    Q_PROPERTY(QString description READ description NOTIFY windowChanged)

public:
    static constexpr int kWindowSeconds = 120;
    static constexpr int kMaxPoints = 300; ///< what the chart draws quickly
    enum Column { TimeColumn, DesiredColumn, ReadyColumn, ExistingColumn, AvailableColumn, ColumnCount };

    explicit SeriesModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] double from() const { return m_to - kWindowSeconds; }
    [[nodiscard]] double to() const { return m_to; }
    [[nodiscard]] double axisMaximum() const;
    [[nodiscard]] int axisTicks() const;
    [[nodiscard]] int desired() const { return now().desired; }
    [[nodiscard]] int ready() const { return now().ready; }
    [[nodiscard]] int existing() const { return now().existing; }
    [[nodiscard]] int available() const { return now().available; }
    /// The ends of the window on the cluster's clock.
    [[nodiscard]] QString fromText() const;
    [[nodiscard]] QString toText() const;
    [[nodiscard]] TimelineModel *marks() { return &m_marks; }
    /// Marks and changes of the replicas together: the chart as a table.
    [[nodiscard]] TimelineModel *timeline() { return &m_timeline; }
    [[nodiscard]] ChartFiles *files() { return &m_files; }
    [[nodiscard]] ReplicasChart chart() const;
    [[nodiscard]] QString description() const;

    void apply(const session::Batch &batch, const std::string &deploymentUid);
    void retranslate();

Q_SIGNALS:
    void windowChanged();

private:
    using Point = ReplicasChart::Point;
    [[nodiscard]] double seconds(base::Instant at) const; ///< since the cluster's start
    void add(const session::ReplicaSample &sample);
    void append(Point point);
    void extendTo(double time);
    void dropOld();
    void follow(const std::string &deploymentUid);
    void addMarks(const session::Batch &batch);
    void mark(TimelineModel::Row row);
    [[nodiscard]] int largest() const;
    [[nodiscard]] Point now() const { return m_points.empty() ? Point() : m_points.back(); }
    [[nodiscard]] ChartFiles::Drawing drawing() const;

    base::Instant m_start = base::kSimEpoch;
    std::deque<Point> m_points;
    std::string m_uid;
    double m_to = 0;
    TimelineModel m_marks, m_timeline;
    std::set<std::string> m_seenEvents; ///< UIDs
    ChartFiles m_files;
};

} // namespace minato::viewmodels
