// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/selection_model.h"

namespace minato::viewmodels {

void SelectionModel::select(const QString &kind, const QString &ns, const QString &name)
{
    if (isSelected(kind, ns, name))
        return;
    m_kind = kind;
    m_ns = ns;
    m_name = name;
    Q_EMIT changed();
}

bool SelectionModel::isSelected(const QString &kind, const QString &ns, const QString &name) const
{
    return m_kind == kind && m_ns == ns && m_name == name;
}

} // namespace minato::viewmodels
