// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/kubectl/command.h"

/// The commands; each is defined in the file of its name, command.cpp has their order.
namespace minato::shell::kubectl {

extern const Command kDelete;
extern const Command kDescribe;
extern const Command kGet;
extern const Command kScale;

} // namespace minato::shell::kubectl
