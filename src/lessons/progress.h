// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace minato::lessons {

/// What a learner has finished, by ids that never change.
struct Progress {
    std::map<std::string, std::set<std::string>> finishedSteps; ///< lesson id → step ids
    std::map<std::string, std::string> currentStep;             ///< lesson id → step id
    std::map<std::string, std::int64_t> openedAt; ///< lesson id → seconds since 1970 (UTC), when last at it

    friend bool operator==(const Progress &, const Progress &) = default;
};

/// Keeps progress in one small file, safely: a crash while writing leaves the old file, and a damaged file is
/// put aside and the copy before it is used.
///
/// Files     FILE, and beside it FILE.bak (the one before) and FILE.damaged-N.
class ProgressStore {
public:
    explicit ProgressStore(std::string file) : m_file(std::move(file)) {}

    /// A file that could not be read, and what became of it.
    struct Damage {
        std::string file, reason;
        std::string keptAs;      ///< empty: it could not be put aside and stays where it is
        bool isCopyUsed = false; ///< the copy before it was good
    };
    struct Loaded {
        Progress progress;
        std::optional<Damage> damage;
    };
    [[nodiscard]] Loaded load();
    /// Refused while a file that could not be read is still in its place: nothing is lost.
    [[nodiscard]] std::optional<base::Diagnostic> save(const Progress &progress);

private:
    std::string m_file;
    bool m_isBlocked = false; ///< a damaged file is in the way
};

} // namespace minato::lessons
