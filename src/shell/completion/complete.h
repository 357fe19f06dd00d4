// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/task.h"
#include "shell/completion/completion.h"
#include "shell/process.h"

namespace minato::shell {

/// What may be typed where the line ends: commands, files, and what kubectl knows of the cluster at this moment.
///
/// Bounds    Of objects of one type at most kMostNames are asked for.
[[nodiscard]] client::Task<Completion> completeLine(Services &services, std::string line, std::string folder,
                                                    std::vector<std::string> ownNames);

inline constexpr int kMostNames = 500;

/// Those that begin with what was typed, in order, each once; `from` as typedWords gave it.
[[nodiscard]] Completion filtered(const TypedWords &typed, std::vector<Candidate> candidates);

/// Files and folders below the folder that the path names so far.
[[nodiscard]] std::vector<Candidate> fileCandidates(const Files &files, std::string_view typed,
                                                    std::string_view folder);

} // namespace minato::shell
