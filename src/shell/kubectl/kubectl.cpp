// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/programs.h"

namespace minato::shell {
client::Task<int> runKubectl(Process &)
{
    co_return 1;
}
} // namespace minato::shell
