// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/traffic_state.h"
#include "traffic/verdict.h"
#include "viewmodels/charts/verdict_text.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// What the requests of a Service say, in words: the verdict, which Pods have been seen, errors, latency.
///
/// Threads   The window's.
/// Tests     tests/viewmodels/tst_traffic_model.cpp, tst_traffic_statistics.cpp
class FindingsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(Tone tone READ tone NOTIFY changed)
    Q_PROPERTY(QString occupancy READ occupancy NOTIFY changed)
    Q_PROPERTY(QStringList errors READ errors NOTIFY changed)
    Q_PROPERTY(QString latency READ latency NOTIFY changed)

public:
    enum Tone { Neutral, Good, Notice };
    Q_ENUM(Tone)

    using QObject::QObject;

    [[nodiscard]] QString verdict() const { return m_text.headline; }
    [[nodiscard]] QString detail() const { return m_text.detail; }
    [[nodiscard]] Tone tone() const { return Tone(int(m_text.tone)); }
    [[nodiscard]] QString occupancy() const;
    [[nodiscard]] QStringList errors() const;
    [[nodiscard]] QString latency() const;
    [[nodiscard]] const traffic::Verdict &judgement() const { return m_verdict; }

    void judge(const session::TrafficState &state);
    /// After judge() of the same, when the names of the Pods are known.
    void tell(const session::TrafficState &state, const PodLabel &label);

Q_SIGNALS:
    void changed();

private:
    traffic::ConnectionMode m_mode;
    std::array<std::uint64_t, traffic::kFailureCauses> m_failedByCause{};
    std::optional<base::Duration> m_median, m_slow;
    traffic::Verdict m_verdict;
    VerdictText m_text;
};

} // namespace minato::viewmodels
