// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/words.h"
#include "base/diagnostic.h"

#include <QString>

namespace minato::app {

inline constexpr int kFailed = 1; ///< what was asked for could not be done
inline constexpr int kUsage = 2;  ///< it was not asked for in a way that can be understood

/// Why a program ends at once: what to say, and its exit status (0 for --help and --version).
struct Stop {
    QString text; ///< a sentence without a full stop
    int status = kFailed;
    base::Diagnostics faults = {}; ///< of files, told before it
};

/// "SENTENCE; see PROGRAM --help", with status 2. `program` is as it is called: "minato-sim run".
[[nodiscard]] Stop usageError(const Words &words, const QString &sentence, const QString &program);

/// A failure that says all that is wrong with files, a line each; in that language what has words in it.
[[nodiscard]] Stop failure(base::Diagnostics faults, base::Language language = base::Language::English);

/// Prints it: a text with status 0 to stdout; else to stderr the faults as "FILE:LINE: MESSAGE", where
/// editors can jump to, and the sentence as "PROGRAM: TEXT". Gives the status.
int tell(const char *program, const Stop &stop);

} // namespace minato::app
