// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/state.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace minato::viewmodels {

/// How an object is marked by the selection.
enum class Mark : std::uint8_t { None, Related, Selected };

/// A Pod as every level of detail draws it.
struct PodCell {
    session::PodState state;
    std::uint64_t hits = 0;              ///< requests that it answered since the count began
    std::uint64_t window = 0;            ///< of them, in the second that is being measured
    double rate = 0;                     ///< requests a second
    std::optional<session::Usage> usage; ///< null: not measured
    Mark mark = Mark::None;
    bool isFound = true; ///< the search matches it, or nothing is searched
    bool isUsed = false;
};

/// Every Pod that is drawn, once: lists, squares and heat map refer to it by its slot, which stays while it
/// lives.
///
/// Cost      Constant a look-up: a batch costs what it changes, however many Pods there are.
class PodStore {
public:
    /// -1: unknown.
    [[nodiscard]] int find(const std::string &uid) const;
    [[nodiscard]] const PodCell &at(int slot) const { return m_cells[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] PodCell &edit(int slot) { return m_cells[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] int size() const { return static_cast<int>(m_slots.size()); }
    /// Slots in use are below it.
    [[nodiscard]] int slotEnd() const { return static_cast<int>(m_cells.size()); }
    /// Oldest first, so that what comes later is added at the end.
    [[nodiscard]] bool isBefore(int a, int b) const;

    int add(session::PodState pod);
    /// Nobody may refer to the slot any more.
    void remove(int slot);

    base::Instant now; ///< what ages are told by

private:
    std::vector<PodCell> m_cells;
    std::vector<int> m_free;
    std::unordered_map<std::string, int> m_slots; ///< by UID
};

} // namespace minato::viewmodels
