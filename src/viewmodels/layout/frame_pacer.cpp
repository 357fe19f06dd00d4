// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/layout/frame_pacer.h"

#include <algorithm>

namespace minato::viewmodels {

using namespace std::chrono_literals;

FramePacer::FramePacer(QObject *parent) : QObject(parent)
{
    m_withoutFrame.setSingleShot(true);
    m_withoutFrame.setInterval(100ms);
    connect(&m_withoutFrame, &QTimer::timeout, this, &FramePacer::onFrame);
}

void FramePacer::setWindow(QQuickWindow *window)
{
    if (m_window == window)
        return;
    if (m_window)
        m_window->disconnect(this);
    m_window = window;
    m_shown = {};
    if (m_window) // queued: what comes next is no longer the frame's work
        connect(m_window, &QQuickWindow::frameSwapped, this, &FramePacer::onFrame, Qt::QueuedConnection);
    Q_EMIT windowChanged();
}

bool FramePacer::isPacing() const
{
    return m_isPacing || (m_window && m_shown.isValid() && m_window->size() != m_shown);
}

void FramePacer::begin()
{
    if (m_isPacing || !m_shown.isValid())
        return;
    setPacing(true);
    waitForFrame();
}

void FramePacer::setPacing(bool isPacing)
{
    m_isPacing = isPacing;
    Q_EMIT busyChanged();
}

void FramePacer::ask(Paced *value)
{
    const auto isIt = [value](const QPointer<Paced> &one) { return one == value; };
    if (std::ranges::none_of(m_waiting, isIt))
        m_waiting.emplace_back(value);
    begin();
}

void FramePacer::waitForFrame()
{
    m_withoutFrame.start();
    if (m_window)
        m_window->update();
}

void FramePacer::onFrame()
{
    if (m_window)
        m_shown = m_window->size();
    if (!m_isPacing)
        return;
    std::erase(m_waiting, nullptr);
    if (m_waiting.empty()) {
        m_withoutFrame.stop();
        setPacing(false);
        return;
    }
    const QPointer<Paced> next = m_waiting.front();
    m_waiting.pop_front();
    waitForFrame();
    next->follow();
}

void Paced::setWanted(const QVariant &wanted)
{
    if (m_wanted == wanted)
        return;
    m_wanted = wanted;
    Q_EMIT wantedChanged();
    if (m_isComplete && m_pacer && m_isLate)
        m_pacer->begin();
    if (m_isComplete && m_pacer && m_pacer->isPacing())
        m_pacer->ask(this);
    else
        follow();
}

void Paced::follow()
{
    if (m_current == m_wanted)
        return;
    m_current = m_wanted;
    Q_EMIT currentChanged();
}

void Paced::componentComplete()
{
    m_isComplete = true;
}

} // namespace minato::viewmodels
