// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/typed_input.h"

#include <utility>

namespace minato::shell {
namespace {

constexpr const char *kEndKey = "\x04";

/// Counts somebody for as long as it lives, also when the coroutine is destroyed.
class Counted {
public:
    explicit Counted(int &count) : m_count(count) { ++m_count; }
    ~Counted() { --m_count; }
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;

private:
    int &m_count;
};

} // namespace

void TypedInput::type(std::string line)
{
    m_pending += line;
    m_typed.notify();
}

void TypedInput::end()
{
    if (m_isRaw)
        return type(kEndKey);
    m_isEnded = true;
    m_typed.notify();
}

void TypedInput::reset()
{
    m_pending.clear();
    m_isEnded = m_isRaw = false;
}

client::Task<bool> TypedInput::fill()
{
    const Counted waiting(m_waiting);
    if (isWaiting() && m_onWaiting)
        m_onWaiting();
    while (m_pending.empty() && !m_isEnded)
        co_await m_typed.wait();
    if (m_pending.empty()) {
        m_isEnded = false; // the next program may read on
        co_return false;
    }
    append(std::exchange(m_pending, {}));
    co_return true;
}

} // namespace minato::shell
