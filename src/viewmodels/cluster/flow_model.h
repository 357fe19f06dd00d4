// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/state.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <vector>

namespace minato::viewmodels {

/// Requests on their way, for the eye: a fixed number of dots that travel from the Service to a node.
///
/// Why       One dot a request would drown the picture (and a machine without a GPU) in a loop of curl. There
///           are only so many dots; a batch starts at most kPerBatch of them, spread evenly over its
///           requests. Exact numbers are the TrafficModel's.
class FlowModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")

public:
    static constexpr int kDots = 10;
    static constexpr int kPerBatch = 4;
    enum Role { NodeRowRole = Qt::UserRole, SerialRole, IsAnsweredRole, DelayRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Node rows of the requests of one batch, in order; -1: no Pod was reached.
    struct Trip {
        int nodeRow = -1;
        bool isAnswered = false;
    };
    void start(const std::vector<Trip> &trips);

private:
    struct Dot {
        Trip trip;
        int serial = 0; ///< counts its journeys: a change starts one
        int delay = 0;  ///< ms, so that the dots of a batch do not lie on each other
    };
    std::array<Dot, kDots> m_dots;
    int m_next = 0;
};

} // namespace minato::viewmodels
