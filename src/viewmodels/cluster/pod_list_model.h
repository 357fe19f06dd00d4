// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/state.h"
#include "viewmodels/row_sync.h"

#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

struct PodRow {
    session::PodState state;
    std::uint64_t hits = 0; ///< requests that it answered since the count began

    [[nodiscard]] const std::string &key() const { return state.uid; }
    friend bool operator==(const PodRow &, const PodRow &) = default;
    /// Oldest first, so that what comes later is added at the end.
    friend bool operator<(const PodRow &a, const PodRow &b)
    {
        return std::tie(a.state.createdAt, a.state.name, a.state.uid) <
               std::tie(b.state.createdAt, b.state.name, b.state.uid);
    }
};

/// The Pods of one node, or those that wait for one.
class PodListModel : public RowModel<PodRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    /// As the window's theme numbers the states; the order is session::PodPhase's.
    enum Phase { Pending, Starting, Running, Terminating, Failed, Succeeded, Unknown };
    Q_ENUM(Phase)
    enum Role {
        UidRole = Qt::UserRole,
        NameRole,
        PrefixRole,
        SuffixRole,
        PhaseRole,
        PhaseTextRole,
        IpRole,
        HitsRole,
        DetailRole
    };

    explicit PodListModel(QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] int readyCount() const;

    /// The learner's word for a state, in the language of the window.
    [[nodiscard]] static QString phaseText(session::PodPhase phase);
    /// "web-6c5b8f9d7b-x2kqp" gives "x2kqp", unless it is a name of its own.
    [[nodiscard]] static QString suffix(const session::PodState &pod);

Q_SIGNALS:
    void countChanged();

private:
    [[nodiscard]] static QString detail(const PodRow &row);
};

} // namespace minato::viewmodels
