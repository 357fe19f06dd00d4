// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace minato::viewmodels {

/// Our own drawings, as SVG paths on a grid of 24; empty for a name that is none of them.
[[nodiscard]] QString iconPath(QStringView name);

} // namespace minato::viewmodels
