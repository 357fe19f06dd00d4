// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "viewmodels/row_sync.h"

#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <set>
#include <string>

namespace minato::viewmodels {

struct ShareRow {
    std::string uid, name;
    base::Instant createdAt;
    QString label;
    std::uint64_t answered = 0;
    bool isGone = false;

    [[nodiscard]] const std::string &key() const { return uid; }
    friend bool operator==(const ShareRow &, const ShareRow &) = default;
    friend bool operator<(const ShareRow &a, const ShareRow &b)
    {
        return std::tie(a.createdAt, a.name, a.uid) < std::tie(b.createdAt, b.name, b.uid);
    }
};

/// How the requests of a Service spread over its Pods since the count began. A Pod that is gone keeps its
/// bar.
class TrafficModel : public RowModel<ShareRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int failed READ failed NOTIFY changed)
    Q_PROPERTY(QStringList labels READ labels NOTIFY changed)
    Q_PROPERTY(QList<int> counts READ counts NOTIFY changed)
    Q_PROPERTY(QVariantList liveValues READ liveValues NOTIFY changed)
    Q_PROPERTY(QVariantList goneValues READ goneValues NOTIFY changed)
    Q_PROPERTY(double axisMaximum READ axisMaximum NOTIFY changed)
    Q_PROPERTY(int axisTicks READ axisTicks NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)

public:
    static constexpr int kMaxBars = 12; ///< more than that, Qt Charts is too slow; the rest is one bar "…"
    enum Role { NameRole = Qt::UserRole, LabelRole, CountRole, ShareRole, IsGoneRole };

    using RowModel::RowModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int total() const;
    [[nodiscard]] int failed() const { return static_cast<int>(m_failed); }
    [[nodiscard]] QStringList labels() const;
    [[nodiscard]] QList<int> counts() const; ///< of each bar
    [[nodiscard]] QVariantList liveValues() const { return values(false); }
    [[nodiscard]] QVariantList goneValues() const { return values(true); }
    [[nodiscard]] double axisMaximum() const;
    [[nodiscard]] int axisTicks() const;
    /// The chart in one sentence, for screen readers.
    [[nodiscard]] QString description() const;

    /// `service`: "default/NAME", the one that is drawn.
    void apply(const session::Batch &batch, const std::string &service);
    Q_INVOKABLE void reset();
    void retranslate();

Q_SIGNALS:
    void changed();
    void wasReset();

private:
    void applyEndpoints(const session::Batch &batch, const std::string &service);
    [[nodiscard]] ShareRow rowOf(const std::string &uid) const;
    [[nodiscard]] QVariantList values(bool gone) const;
    [[nodiscard]] std::uint64_t largest() const;

    std::map<std::string, session::PodState> m_pods; ///< by UID
    std::set<std::string> m_endpoints;               ///< UIDs that the Service sends to now
    std::uint64_t m_failed = 0;
};

} // namespace minato::viewmodels
