// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace minato::viewmodels {

/// A manifest to begin with.
struct ManifestTemplate {
    QString kind;
    QString text;
};
[[nodiscard]] const std::vector<ManifestTemplate> &manifestTemplates();

} // namespace minato::viewmodels
