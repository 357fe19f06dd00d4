// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/commands/command_registry.h"

#include <QSortFilterProxyModel>

namespace minato::viewmodels {

/// The commands that have keys, as they are listed.
class ShortcutList : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        minato::viewmodels::CommandRegistry *commands READ commands WRITE setCommands NOTIFY commandsChanged)

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    [[nodiscard]] CommandRegistry *commands() const { return qobject_cast<CommandRegistry *>(sourceModel()); }
    void setCommands(CommandRegistry *commands);

Q_SIGNALS:
    void commandsChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
};

} // namespace minato::viewmodels
