// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/instant.h"

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace minato::shell {

/// The terminal's files: a few folders in memory, and behind them what the lesson offers to read.
///
/// Bounds    All files together hold kMaxBytes; more is "No space left on device".
class Files {
public:
    using ReadFallback = std::function<std::optional<std::string>(std::string_view path)>;
    static constexpr std::size_t kMaxBytes = 64U << 20U;
    static constexpr std::string_view kHome = "/home/minato";

    using Clock = std::function<base::Instant()>;

    /// Without a clock all files are of one age.
    explicit Files(ReadFallback fallback, Clock clock = {});

    /// Absolute and without ".", ".." and double slashes.
    [[nodiscard]] static std::string resolve(std::string_view path, std::string_view folder);

    [[nodiscard]] bool isFolder(std::string_view absolute) const { return m_folders.contains(absolute); }
    [[nodiscard]] bool exists(std::string_view absolute) const;
    /// The text, or errno's words: "No such file or directory", "Is a directory". `asTyped` is what the
    /// fallback gets.
    [[nodiscard]] std::expected<std::string, std::string> read(std::string_view absolute,
                                                               std::string_view asTyped) const;
    /// Makes or empties a file. Errors: "Directory nonexistent", "Is a directory".
    [[nodiscard]] std::expected<void, std::string> create(std::string_view absolute);
    /// The file is made when it is missing. False: no space left.
    bool append(std::string_view absolute, std::string_view text);
    [[nodiscard]] std::expected<void, std::string> makeFolder(std::string_view absolute);
    bool remove(std::string_view absolute);
    /// A folder with all that is in it. False: it is none, or the home folder stands in it.
    bool removeFolder(std::string_view absolute);
    /// A file or a folder with all that is in it goes to another name; what a file replaces is gone.
    /// Errors: "No such file or directory", "Is a directory", …
    [[nodiscard]] std::expected<void, std::string> rename(std::string_view from, std::string_view to);
    /// When it was last written; of a folder, when it was made.
    [[nodiscard]] base::Instant changedAt(std::string_view absolute) const;
    void touch(std::string_view absolute);
    [[nodiscard]] std::size_t size(std::string_view absolute) const;
    [[nodiscard]] bool isExecutable(std::string_view absolute) const
    {
        return m_executables.contains(absolute);
    }
    void setExecutable(std::string_view absolute, bool isExecutable);
    /// Names directly in a folder, sorted.
    [[nodiscard]] std::vector<std::string> list(std::string_view folder) const;

private:
    ReadFallback m_fallback;
    std::map<std::string, std::string, std::less<>> m_files;
    std::set<std::string, std::less<>> m_folders, m_executables;
    std::map<std::string, base::Instant, std::less<>> m_changed;
    Clock m_clock;
    std::size_t m_bytes = 0;
};

} // namespace minato::shell
