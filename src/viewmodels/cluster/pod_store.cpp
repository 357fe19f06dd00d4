// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/cluster/pod_store.h"

#include <tuple>

namespace minato::viewmodels {

int PodStore::find(const std::string &uid) const
{
    const auto slot = m_slots.find(uid);
    return slot == m_slots.end() ? -1 : slot->second;
}

bool PodStore::isBefore(int a, int b) const
{
    const auto order = [this](int slot) {
        const session::PodState &pod = at(slot).state;
        return std::tie(pod.createdAt, pod.name, pod.uid);
    };
    return order(a) < order(b);
}

int PodStore::add(session::PodState pod)
{
    int slot = slotEnd();
    if (m_free.empty()) {
        m_cells.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    m_slots.emplace(pod.uid, slot);
    PodCell &cell = edit(slot);
    cell = PodCell{};
    cell.state = std::move(pod);
    cell.isUsed = true;
    return slot;
}

void PodStore::remove(int slot)
{
    m_slots.erase(at(slot).state.uid);
    edit(slot) = PodCell{};
    m_free.push_back(slot);
}

} // namespace minato::viewmodels
