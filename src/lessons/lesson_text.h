// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace minato::lessons {

/// "look", "scale-up": a-z, 0-9 and '-', beginning with a letter.
[[nodiscard]] bool isId(std::string_view text);

/// "GROUP.NAME", both ids.
[[nodiscard]] bool isSegmentId(std::string_view text);

/// A piece of a lesson that has an id, so that both languages can be held side by side.
struct Segment {
    std::string id, markdown;
    int line = 0;     ///< of its marker, from 1
    int textLine = 0; ///< of its first line of Markdown
};

/// One language of a lesson: Markdown cut at `<!-- seg:ID -->` lines.
class LessonText {
public:
    /// Errors: text before the first marker, a repeated id, a bad marker, an empty segment, a line that is
    /// not UTF-8.
    [[nodiscard]] static base::Parsed<LessonText> parse(std::string_view markdown, std::string fileName);

    [[nodiscard]] const Segment *find(std::string_view id) const;
    [[nodiscard]] const std::vector<Segment> &segments() const { return m_segments; }
    [[nodiscard]] const std::string &fileName() const { return m_fileName; }

private:
    std::string m_fileName;
    std::vector<Segment> m_segments;
};

/// A fenced block of a segment.
struct Fence {
    std::string info; ///< "console run", "yaml", "output"
    std::string code; ///< without the last newline
    int line = 0;     ///< within the segment, from 1
};
[[nodiscard]] std::vector<Fence> fences(std::string_view markdown);

} // namespace minato::lessons
