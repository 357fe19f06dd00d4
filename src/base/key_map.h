// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace minato::base {

/// A map by text in which one that is there is found at once.
///
/// Why       Many keys begin alike ("default/web-5d…"): each step down a tree of them waits for memory.
/// Order     All iteration is by the bytes of the keys.
/// Cost      find() looks into a table; adding and removing is O(log n).
/// Threads   One.
template <class T>
class KeyMap {
public:
    using Ordered = std::map<std::string, T, std::less<>>;
    using Iterator = typename Ordered::iterator;

    KeyMap() = default;
    KeyMap(KeyMap &&) noexcept = default;
    KeyMap &operator=(KeyMap &&) noexcept = default;
    KeyMap(const KeyMap &other) : m_ordered(other.m_ordered)
    {
        for (auto it = m_ordered.begin(); it != m_ordered.end(); ++it)
            m_places.emplace(it->first, it);
    }
    KeyMap &operator=(const KeyMap &other) { return *this = KeyMap(other); }
    ~KeyMap() = default;

    [[nodiscard]] const Ordered &ordered() const { return m_ordered; }
    [[nodiscard]] std::size_t size() const { return m_ordered.size(); }
    /// Null: it is not there.
    [[nodiscard]] const T *find(std::string_view key) const
    {
        const auto it = m_places.find(key);
        return it == m_places.end() ? nullptr : &it->second->second;
    }
    [[nodiscard]] T *find(std::string_view key) { return const_cast<T *>(std::as_const(*this).find(key)); }
    /// Precondition: it is not there.
    T &add(std::string_view key, T value)
    {
        const Iterator it = m_ordered.emplace(key, std::move(value)).first;
        m_places.emplace(it->first, it);
        return it->second;
    }
    /// Precondition: it is there.
    void erase(std::string_view key)
    {
        const auto it = m_places.find(key);
        const Iterator place = it->second;
        m_places.erase(it);
        m_ordered.erase(place);
    }

private:
    Ordered m_ordered;
    // determinism: only looked up
    std::unordered_map<std::string_view, Iterator> m_places;
};

} // namespace minato::base
