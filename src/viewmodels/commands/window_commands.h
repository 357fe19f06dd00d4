// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/commands/command_registry.h"

namespace minato::viewmodels {

class AppModel;

/// Everything that the lab's window can do. What a page can do with an object of its own is the page's business.
void addWindowCommands(CommandRegistry &commands, AppModel &app);

} // namespace minato::viewmodels
