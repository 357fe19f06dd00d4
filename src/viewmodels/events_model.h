// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "viewmodels/inspect/event_filter.h"
#include "viewmodels/row_sync.h"
#include "viewmodels/selection_model.h"

#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

struct EventRow {
    session::EventLine event;
    base::Instant firstSeen; ///< keeps its place when it repeats
    std::uint64_t serial = 0;

    [[nodiscard]] const std::string &key() const { return event.uid; }
    friend bool operator==(const EventRow &, const EventRow &) = default;
    /// Newest first.
    friend bool operator<(const EventRow &a, const EventRow &b)
    {
        return std::tie(a.firstSeen, a.serial) > std::tie(b.firstSeen, b.serial);
    }
};

/// The cluster's Events, newest first, bounded.
class EventsModel : public RowModel<EventRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(minato::viewmodels::EventFilter *shown READ shown CONSTANT)
    Q_PROPERTY(minato::viewmodels::SelectionModel *selection READ selection CONSTANT)
    Q_PROPERTY(QString countText READ countText NOTIFY countChanged)

public:
    static constexpr int kMaxRows = 500;
    enum Role {
        TimeRole = Qt::UserRole,
        IsWarningRole,
        ReasonRole,
        ObjectRole,
        MessageRole,
        CountRole,
        KindRole,
        NsRole,
        NameRole
    };

    explicit EventsModel(SelectionModel *selection = nullptr, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }
    /// Those that the learner wants to see.
    [[nodiscard]] EventFilter *shown() { return &m_shown; }
    [[nodiscard]] SelectionModel *selection() const { return m_selection; }
    [[nodiscard]] QString countText() const; ///< "500+" when older ones had to go

    /// What the cluster's clock showed at first: times are told since then.
    void setStart(base::Instant start) { m_start = start; }
    void apply(const session::Changes<session::EventLine> &changes);

Q_SIGNALS:
    void countChanged();

private:
    SelectionModel *m_selection;
    EventFilter m_shown;
    base::Instant m_start = base::kSimEpoch;
    std::uint64_t m_serial = 0;
    bool m_hasForgotten = false;
};

/// "1:02:05": hours only when there are some.
[[nodiscard]] QString clockText(base::Duration sinceStart);

} // namespace minato::viewmodels
