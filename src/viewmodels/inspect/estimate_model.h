// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "session/command.h"
#include "viewmodels/inspect/info_list.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <optional>

namespace minato::viewmodels {

/// What the cluster's controllers would decide about the selected object now: which Pods a scale-down takes, where a
/// Pod fits, what an autoscaler would set. Labelled as the estimate that it is.
///
/// Cost      Asks only while it is shown, again at most every kPause while the cluster changes.
class EstimateModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(bool isOffered READ isOffered NOTIFY changed)
    Q_PROPERTY(bool isShown READ isShown WRITE setShown NOTIFY shownChanged)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString intro READ intro NOTIFY changed)
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed)
    Q_PROPERTY(QString unseen READ unseen NOTIFY changed)
    Q_PROPERTY(minato::viewmodels::InfoList *rows READ rows CONSTANT)

public:
    static constexpr std::chrono::seconds kPause{1};

    explicit EstimateModel(session::CommandSink commands, QObject *parent = nullptr);

    /// Of this kind of object there is something to estimate.
    [[nodiscard]] bool isOffered() const;
    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setShown(bool isShown);
    [[nodiscard]] QString title() const;  ///< "Estimate", or what it is for a simulated cluster
    [[nodiscard]] QString intro() const;  ///< what it is made from, and how far to trust it
    [[nodiscard]] QString asOf() const;   ///< of which moment; empty: nothing is there yet
    [[nodiscard]] QString unseen() const; ///< what it had to do without; empty: nothing
    [[nodiscard]] InfoList *rows() { return &m_rows; }

    Q_INVOKABLE void refresh();

    void setObject(const session::ObjectName &object);
    void apply(const session::Batch &batch);
    void retranslate();

Q_SIGNALS:
    void changed();
    void shownChanged();

private:
    void ask();
    void rebuild();

    session::CommandSink m_commands;
    session::ObjectName m_object;
    std::optional<session::EstimateAnswer> m_answer;
    std::optional<session::ConnectionState> m_connection; ///< of a real cluster
    base::Instant m_start = base::kSimEpoch;
    std::uint64_t m_asked;
    bool m_isWaiting = false, m_isStale = false, m_isShown = false;
    QTimer m_pause;
    InfoList m_rows;
};

} // namespace minato::viewmodels
