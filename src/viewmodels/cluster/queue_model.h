// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/cluster/pod_list_model.h"

namespace minato::viewmodels {

/// The Pods that wait for a node, and why.
class QueueModel : public PodListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString text READ text NOTIFY textChanged)
    Q_PROPERTY(QString rawText READ rawText NOTIFY textChanged)

public:
    explicit QueueModel(const PodStore &store, QObject *parent = nullptr);

    /// Why the first of them waits, in the learner's words; or that nothing waits.
    [[nodiscard]] QString text() const;
    /// The same as the scheduler said it.
    [[nodiscard]] QString rawText() const;
    [[nodiscard]] Q_INVOKABLE QString reasonAt(int row) const;
    [[nodiscard]] Q_INVOKABLE QString rawReasonAt(int row) const;

Q_SIGNALS:
    void textChanged();
};

} // namespace minato::viewmodels
