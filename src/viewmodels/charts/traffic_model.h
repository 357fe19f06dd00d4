// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "session/command.h"
#include "viewmodels/charts/chart_data.h"
#include "viewmodels/charts/chart_files.h"
#include "viewmodels/charts/findings_model.h"
#include "viewmodels/charts/load_model.h"
#include "viewmodels/charts/shares_model.h"
#include "viewmodels/row_sync.h"

#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <string>

namespace minato::viewmodels {

struct ShareRow {
    /// Why it may get nothing, or gets nothing any more.
    enum class State { Candidate, NotReady, NotSelected, OutOfReach, Terminating, Gone };

    std::string uid, name;
    base::Instant createdAt;
    QString label;
    std::uint64_t answered = 0, failed = 0; ///< since the Pods last changed
    std::uint64_t earlier = 0;              ///< before
    State state = State::Candidate;

    [[nodiscard]] const std::string &key() const { return uid; }
    [[nodiscard]] std::uint64_t now() const { return answered + failed; }
    [[nodiscard]] bool isGone() const { return state == State::Terminating || state == State::Gone; }
    friend bool operator==(const ShareRow &, const ShareRow &) = default;
    friend bool operator<(const ShareRow &a, const ShareRow &b)
    {
        return std::tie(a.createdAt, a.name, a.uid) < std::tie(b.createdAt, b.name, b.uid);
    }
};

/// A distribution's bars as QML takes them: a list for each part of a stack.
struct BarValues {
    Q_GADGET
    QML_VALUE_TYPE(barValues)
    Q_PROPERTY(QStringList labels MEMBER labels)
    Q_PROPERTY(QList<int> counts MEMBER counts)
    Q_PROPERTY(QList<bool> gone MEMBER gone)
    Q_PROPERTY(QVariantList answered MEMBER answered)
    Q_PROPERTY(QVariantList failed MEMBER failed)
    Q_PROPERTY(QVariantList earlier MEMBER earlier)
    Q_PROPERTY(double expected MEMBER expected)
    Q_PROPERTY(double low MEMBER low)
    Q_PROPERTY(double high MEMBER high)
    Q_PROPERTY(bool hasBand MEMBER hasBand)
    Q_PROPERTY(double axisMaximum MEMBER axisMaximum)
    Q_PROPERTY(int axisTicks MEMBER axisTicks)

public:
    QStringList labels = {};
    QList<int> counts = {}; ///< of all parts
    QList<bool> gone = {};
    QVariantList answered = {}, failed = {}, earlier = {};
    double expected = 0, low = 0, high = 0;
    bool hasBand = false;
    double axisMaximum = 2;
    int axisTicks = 3;

    [[nodiscard]] static BarValues of(const BarsChart &chart);
};

/// How the requests of a Service spread over its Pods since the count began, and what that says. A Pod that
/// is gone keeps its bar.
///
/// Sample    A verdict, and the band around the expected share, hold for what came since the Pods last
///           changed; what came before is told apart in every bar.
/// Rate      Figures and texts are made at most ten times a second.
/// Threads   The window's.
/// Tests     tests/viewmodels/tst_traffic_model.cpp
class TrafficModel : public RowModel<ShareRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(minato::viewmodels::LoadModel *load READ load CONSTANT)
    Q_PROPERTY(minato::viewmodels::SharesModel *shares READ shares CONSTANT)
    Q_PROPERTY(minato::viewmodels::FindingsModel *findings READ findings CONSTANT)
    Q_PROPERTY(minato::viewmodels::ChartFiles *files READ files CONSTANT)
    Q_PROPERTY(int total READ total NOTIFY changed) ///< those that were answered
    Q_PROPERTY(int failed READ failed NOTIFY changed)
    Q_PROPERTY(QString totalText READ totalText NOTIFY changed)
    Q_PROPERTY(minato::viewmodels::BarValues bars READ bars NOTIFY changed)
    Q_PROPERTY(bool isDense READ isDense NOTIFY changed)
    Q_PROPERTY(bool hasEarlier READ hasEarlier NOTIFY changed)
    Q_PROPERTY(QString expectedText READ expectedText NOTIFY changed)
    Q_PROPERTY(QString bandText READ bandText NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)

public:
    static constexpr int kMaxBars = 12; ///< more than that, Qt Charts is too slow
    static constexpr std::chrono::milliseconds kRefresh{100};
    enum Role { NameRole = Qt::UserRole, LabelRole, CountRole, ShareRole, IsGoneRole, DetailRole };

    explicit TrafficModel(session::CommandSink commands = {}, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] LoadModel *load() { return &m_load; }
    [[nodiscard]] SharesModel *shares() { return &m_shares; }
    [[nodiscard]] FindingsModel *findings() { return &m_findings; }
    [[nodiscard]] ChartFiles *files() { return &m_files; }
    [[nodiscard]] int total() const { return int(m_answered); }
    [[nodiscard]] int failed() const { return int(m_failed); }
    [[nodiscard]] QString totalText() const;
    /// Those that Qt Charts draws.
    [[nodiscard]] const BarValues &bars() const { return m_bars; }
    [[nodiscard]] bool isDense() const { return rows().size() > kMaxBars; }
    [[nodiscard]] bool hasEarlier() const;
    [[nodiscard]] QString expectedText() const;
    [[nodiscard]] QString bandText() const;
    /// The chart in one sentence, for screen readers.
    [[nodiscard]] QString description() const;

    [[nodiscard]] const BarsChart &chart() const { return m_chart; }
    [[nodiscard]] const traffic::Verdict &judgement() const { return m_findings.judgement(); }
    /// See chart_paint.h.
    Q_INVOKABLE [[nodiscard]] static double numberTop(double barTop, double height, double line, double gap);
    /// A bar in words.
    [[nodiscard]] QString rowText(const ShareRow &row) const;

    /// `service`: "default/NAME", the one that the rest of the window is about.
    void apply(const session::Batch &batch, const std::string &service);
    /// Shows at once what waits for its tenth of a second.
    void flush();
    Q_INVOKABLE void reset();
    void retranslate();

Q_SIGNALS:
    void changed();
    void wasReset();

private:
    void schedule();
    void refresh();
    void refreshRows();
    void refreshChart();
    /// Of the Service that is shown.
    [[nodiscard]] const session::TrafficState &state() const;
    [[nodiscard]] ShareRow rowOf(const std::string &uid, const ShareRow *known) const;
    [[nodiscard]] QString labelOf(const std::string &uid) const;
    [[nodiscard]] ShareRow::State stateOf(const std::string &uid, const traffic::PodSample *sample) const;
    [[nodiscard]] QString csv() const;
    [[nodiscard]] ChartFiles::Drawing drawing(const QString &chart) const;

    session::CommandSink m_commands;
    LoadModel m_load;
    SharesModel m_shares;
    ChartFiles m_files;
    std::map<std::string, session::PodState> m_pods;        ///< by UID
    std::map<std::string, session::TrafficState> m_traffic; ///< by Service
    std::string m_service;                                  ///< the one that is shown
    FindingsModel m_findings;
    BarsChart m_chart;
    BarValues m_bars;
    std::uint64_t m_answered = 0, m_failed = 0; ///< in all, as the bars show them
    std::uint64_t m_count = 0;                  ///< which ResetTraffic counts
    QTimer m_wait;
    bool m_isStale = false;
};

} // namespace minato::viewmodels
