// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/object_printer.h"
#include "shell/kubectl/resource_args.h"
#include "shell/kubectl/table_printer.h"

namespace minato::shell::kubectl {

/// What the flags of `get` ask for, shared by its listing and its watching halves.
struct GetPlan {
    explicit GetPlan(const Session &session);

    std::string format; ///< what follows -o
    bool isTable = true;
    bool isServerPrinted = true; ///< the server chooses the columns
    bool isWide = false;
    bool isAcrossNamespaces = false, hasNoHeaders = false, ignoresNotFound = false;
    bool watches = false, onlyWatches = false, showsEvents = false;
    std::string sortBy;
    ObjectPrinter::Options print;

    [[nodiscard]] TablePrinter::Options tableOptions(const Session &session, const ApiResource &type,
                                                     bool showsKind) const;
};

[[nodiscard]] client::Task<int> watchGet(Session &session, GetPlan plan);

} // namespace minato::shell::kubectl
