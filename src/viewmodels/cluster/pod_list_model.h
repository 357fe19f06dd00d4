// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/cluster/pod_store.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <vector>

namespace minato::viewmodels {

/// The Pods of a card, or those that wait for a node, oldest first: rows are slots of the PodStore.
///
/// Changes   Told one by one to add(), remove() and changed(), and to the views by commit(), once a batch: row by
///           row while they are few, so that what comes and goes can be animated, and as a whole when they are many.
class PodListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    /// As the window's theme numbers the states; the order is session::PodPhase's.
    enum Phase { Pending, Starting, Running, Terminating, Failed, Succeeded, Unknown };
    Q_ENUM(Phase)
    static constexpr std::size_t kPhases = 7;
    /// More changes than these are told as one.
    static constexpr std::size_t kRowByRow = 128;
    enum Role {
        UidRole = Qt::UserRole,
        NsRole,
        NameRole,
        PrefixRole,
        SuffixRole,
        PhaseRole,
        PhaseTextRole,
        StateTextRole,
        IpRole,
        HitsRole,
        RateTextRole,
        AgeRole,
        DetailRole,
        SummaryRole,
        MarkRole,
        IsFoundRole
    };

    explicit PodListModel(const PodStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_slots.size()); }
    /// What count() will be after the next commit().
    [[nodiscard]] int expectedCount() const
    {
        return count() + static_cast<int>(m_added.size()) - static_cast<int>(m_removed.size());
    }
    /// Whether the next commit() has rows come or go.
    [[nodiscard]] bool hasMoves() const { return !m_added.empty() || !m_removed.empty(); }
    [[nodiscard]] int countOf(session::PodPhase phase) const
    {
        return m_counts[static_cast<std::size_t>(phase)];
    }
    [[nodiscard]] int readyCount() const { return countOf(session::PodPhase::Running); }
    /// Asked for by its Pods, as the scheduler counts: what has ended asks for nothing.
    [[nodiscard]] std::int64_t milliCpu() const { return m_milliCpu; }
    [[nodiscard]] std::int64_t memoryBytes() const { return m_memoryBytes; }
    [[nodiscard]] const PodCell &cell(int row) const;
    [[nodiscard]] int slot(int row) const { return m_slots[static_cast<std::size_t>(row)]; }
    /// -1: not here.
    [[nodiscard]] int rowOf(int slot) const;
    /// "96 running, 8 pending": what there is, in the order of the states.
    [[nodiscard]] QString countsText() const;

    [[nodiscard]] Q_INVOKABLE QString nameAt(int row) const;
    [[nodiscard]] Q_INVOKABLE QString nsAt(int row) const;
    [[nodiscard]] Q_INVOKABLE QString detailAt(int row) const;
    [[nodiscard]] Q_INVOKABLE QString summaryAt(int row) const;

    void add(int slot);
    void remove(int slot);
    /// `before`: what it was.
    void changed(int slot, const session::PodState &before);
    /// Something beside the state changed: marks, requests, the search.
    void touched(int slot) { m_changed.push_back(slot); }
    void commit();
    /// All rows may look or read otherwise: another language, or time has passed.
    void refresh(const QList<int> &roles = {});
    /// Whether what changed is no more than texts that are shown on request.
    [[nodiscard]] static bool areOnlyWords(const QList<int> &roles);

    /// The learner's word for a state, in the language of the window.
    [[nodiscard]] static QString phaseText(session::PodPhase phase);
    /// "web-6c5b8f9d7b-x2kqp" gives "x2kqp", unless it is a name of its own.
    [[nodiscard]] static QString suffix(const session::PodState &pod);
    /// As kubectl's AGE column: "45s", "2m10s", "3h".
    [[nodiscard]] static QString ageText(base::Duration age);

Q_SIGNALS:
    void countChanged();

private:
    void tally(const session::PodState &pod, int sign);
    void commitByRow();
    void commitAtOnce();
    [[nodiscard]] bool isBefore(int a, int b) const { return m_store.isBefore(a, b); }
    [[nodiscard]] QString detail(const PodCell &cell) const;
    [[nodiscard]] static QString stateText(const PodCell &cell);
    [[nodiscard]] static QString rateText(double rate);

    const PodStore &m_store;
    std::vector<int> m_slots;
    std::vector<int> m_added, m_removed, m_changed; ///< since the last commit
    std::array<int, kPhases> m_counts{};
    std::int64_t m_milliCpu = 0, m_memoryBytes = 0;
};

} // namespace minato::viewmodels
