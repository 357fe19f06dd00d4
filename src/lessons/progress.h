// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace minato::lessons {

/// What a learner has finished, by ids that never change.
struct Progress {
    std::map<std::string, std::set<std::string>> finishedSteps; ///< lesson id → step ids
    std::map<std::string, std::string> currentStep;             ///< lesson id → step id

    friend bool operator==(const Progress &, const Progress &) = default;
};

/// Keeps progress in one small file, safely: a crash while writing leaves the old file, and a damaged file is
/// put aside and the copy before it is used.
///
/// Files     FILE, and beside it FILE.bak (the one before) and FILE.damaged-N.
class ProgressStore {
public:
    explicit ProgressStore(std::string file) : m_file(std::move(file)) {}

    struct Loaded {
        Progress progress;
        std::optional<base::Diagnostic> notice; ///< what was wrong and what became of it
    };
    [[nodiscard]] Loaded load();
    [[nodiscard]] std::optional<base::Diagnostic> save(const Progress &progress);

private:
    std::string m_file;
};

} // namespace minato::lessons
