// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "viewmodels/charts/chart_data.h"
#include "viewmodels/charts/chart_files.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <string>
#include <vector>

namespace minato::viewmodels {

/// Each Pod's share of the requests so far, second by second over the last two minutes of the cluster's time:
/// how chance evens out, and how it begins anew when Pods come and go. The rows are its table, the newest
/// first.
///
/// Accuracy  A second in which the Pods change counts for the time after.
/// Threads   The window's.
/// Tests     tests/viewmodels/tst_traffic_model.cpp
class SharesModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)

public:
    static constexpr int kWindowSeconds = 120;
    enum Role { TextRole = Qt::UserRole, TimeRole, RequestsRole, RangeRole };
    struct Pod {
        std::string uid;
        QString label;
        bool isGone = false;
        friend bool operator==(const Pod &, const Pod &) = default;
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] QString description() const;
    [[nodiscard]] const SharesChart &chart() const { return m_chart; }
    [[nodiscard]] ChartFiles::Drawing drawing() const;

    void setClock(const session::ClockState &clock);
    void add(const traffic::ShareHistory &recent);
    void refresh(const session::TrafficState &state, std::vector<Pod> pods);
    /// The clock has gone on; nothing else.
    void update();
    void clear();

Q_SIGNALS:
    void changed();

private:
    /// Requests since the Pods last changed, at the end of one second.
    struct Row {
        double time = 0;
        std::uint64_t requests = 0;
        double least = 0, most = 0;
        QString leastPod, mostPod;
    };
    struct Epoch {
        base::Instant since;
        std::uint64_t candidates = 0;
        bool isEachRequestDrawn = true;
    };
    struct Builder;
    [[nodiscard]] double seconds(base::Instant at) const { return double((at - m_start).count()) / 1e9; }
    void noteEpoch(const session::TrafficState &state);
    void rebuild();

    traffic::ShareHistory m_history;
    std::deque<Epoch> m_epochs; ///< those that reach into the window
    std::vector<Pod> m_pods;
    base::Instant m_start, m_now;
    SharesChart m_chart;
    std::vector<Row> m_rows;
    bool m_isStale = false;
};

} // namespace minato::viewmodels
