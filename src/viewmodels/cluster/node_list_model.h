// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/state.h"
#include "viewmodels/row_sync.h"

#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

class PodListModel;

struct NodeRow {
    session::NodeState state;
    PodListModel *pods = nullptr;               ///< the ClusterModel's
    std::int64_t milliCpu = 0, memoryBytes = 0; ///< requested by its Pods
    int readyPods = 0;

    [[nodiscard]] const std::string &key() const { return state.name; }
    friend bool operator==(const NodeRow &, const NodeRow &) = default;
    friend bool operator<(const NodeRow &a, const NodeRow &b) { return a.state.name < b.state.name; }
};

/// The machines that run Pods, with how much of them is asked for.
class NodeListModel : public RowModel<NodeRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NameRole = Qt::UserRole,
        StatusTextRole,
        IsReadyRole,
        IsSchedulableRole,
        CpuRole,
        MemoryRole,
        CpuTextRole,
        MemoryTextRole,
        PodsRole,
        ReadyPodsRole,
        SummaryRole,
        FreeTextRole
    };

    explicit NodeListModel(QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }

    /// "250m / 4", "512Mi / 8Gi": Kubernetes' own notation.
    [[nodiscard]] static QString cpuText(std::int64_t milliCpu);
    [[nodiscard]] static QString memoryText(std::int64_t bytes);

Q_SIGNALS:
    void countChanged();

private:
    [[nodiscard]] static QString statusText(const NodeRow &row);
    [[nodiscard]] static QString freeText(const NodeRow &row);
};

} // namespace minato::viewmodels
