// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/requests.h"
#include "kube/table.h"

#include <QString>

#include <string>

/// Tables of claims about the kinds that are stored, completed and checked, and of which nothing else happens
/// yet. A test has the rows of its family and lets check…() look at each.
namespace minato::tests::kept {

/// An object "x" of the resource from its members in JSON with single quotes; "TEMPLATE" and "JOB" stand for
/// Pods.
[[nodiscard]] Value objectOf(const GroupVersionResource &resource, const QString &members);
[[nodiscard]] api::Request creation(const GroupVersionResource &resource, Value object);
[[nodiscard]] std::string cells(const kube::TableRow &row);

/// What is completed: `part` of the object that was made.
void addDefaultsColumns();
void defaultsRow(const char *name, const char *resource, const char *members, const char *part,
                 const char *expected);
void checkDefaults();

/// What is refused, and in what words.
void addFaultsColumns();
void faultsRow(const char *resource, const char *members, const char *message);
void checkFaults();

/// What a patch may not change, and in what words it is told.
void addFixedColumns();
void fixedRow(const char *resource, const char *members, const char *patch, const char *message);
void checkFixed();

/// What a Table says, with a status or without.
void addCellsColumns();
void cellsRow(const char *name, const char *resource, const char *members, const char *status,
              const char *expected);
void checkCells();

} // namespace minato::tests::kept
