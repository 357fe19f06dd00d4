// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/share_history.h"

#include "base/assert.h"

#include <algorithm>

namespace minato::traffic {

double ShareHistory::Window::share(std::string_view podUid) const
{
    const auto found = requests.find(podUid);
    return found == requests.end() ? 0 : double(found->second) / double(total);
}

ShareHistory::ShareHistory(Options options) : m_options(options)
{
    MINATO_ASSERT(options.window > base::Duration(0) && options.windows > 0);
}

base::Instant ShareHistory::startOf(base::Instant at) const
{
    const std::int64_t width = m_options.window.count();
    const std::int64_t into = (at.ns % width + width) % width;
    return at - base::Duration(into);
}

void ShareHistory::add(base::Instant at, std::string_view podUid, std::uint64_t requests)
{
    if (requests == 0)
        return;
    const base::Instant start = startOf(at);
    auto place = std::ranges::lower_bound(m_windows, start, {}, &Window::start);
    if (place == m_windows.end() || place->start != start) {
        const bool isFull = m_windows.size() == m_options.windows;
        if (isFull && place == m_windows.begin())
            return;
        place = m_windows.insert(place, Window{.start = start});
        if (isFull) {
            const auto index = place - m_windows.begin();
            m_windows.pop_front();
            place = m_windows.begin() + (index - 1);
        }
    }
    Window &window = *place;
    window.total += requests;
    const auto known = window.requests.find(podUid);
    if (known != window.requests.end())
        known->second += requests;
    else if (window.requests.size() < m_options.pods)
        window.requests.emplace(podUid, requests);
    else
        window.others += requests;
}

void ShareHistory::add(const Window &window)
{
    for (const auto &[podUid, requests] : window.requests)
        add(window.start, podUid, requests);
    const auto place = std::ranges::find(m_windows, window.start, &Window::start);
    if (place == m_windows.end())
        return;
    place->others += window.others;
    place->total += window.others;
}

} // namespace minato::traffic
