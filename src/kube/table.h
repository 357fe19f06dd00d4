// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/object.h"

#include <string>
#include <vector>

namespace minato::kube {

struct TableColumn {
    std::string name, type, format, description;
    int priority = 0; ///< above 0: printed by `-o wide` only
};

struct TableRow {
    std::vector<Value> cells;
    ObjectPtr object; ///< for metadata (or whole, with includeObject=Object); may be null
};

/// What a server renders for `Accept: application/json;as=Table;g=meta.k8s.io;v=v1`, so that `kubectl get` is
/// one printer for every kind.
///
/// Mirrors   metav1.Table
struct Table {
    std::vector<TableColumn> columns; ///< empty in a watch after its first event
    std::vector<TableRow> rows;
    std::string resourceVersion, continueToken;
    std::int64_t remainingItemCount = -1;
};

} // namespace minato::kube
