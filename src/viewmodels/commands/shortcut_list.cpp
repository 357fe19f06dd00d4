// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/commands/shortcut_list.h"

namespace minato::viewmodels {

void ShortcutList::setCommands(CommandRegistry *commands)
{
    if (sourceModel() == commands)
        return;
    setSourceModel(commands);
    Q_EMIT commandsChanged();
}

bool ShortcutList::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return !sourceModel()->data(index, CommandRegistry::KeysRole).toStringList().isEmpty();
}

} // namespace minato::viewmodels
