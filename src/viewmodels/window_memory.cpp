// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/window_memory.h"

#include <QGuiApplication>
#include <QScreen>

namespace minato::viewmodels {
namespace {

constexpr QSize kLeast{640, 480};
const QString kPlace = QStringLiteral("window/place"), kMaximised = QStringLiteral("window/maximised");

} // namespace

QRect seenPlace(QRect place, const QList<QRect> &screens)
{
    if (place.width() < kLeast.width() || place.height() < kLeast.height())
        return {};
    for (const QRect &screen : screens) {
        const QRect seen = screen & place;
        // Enough of it to take hold of.
        if (seen.width() < 200 || seen.height() < 100)
            continue;
        place.setSize(place.size().boundedTo(screen.size()));
        place.moveLeft(std::clamp(place.left(), screen.left(), screen.right() + 1 - place.width()));
        place.moveTop(std::clamp(place.top(), screen.top(), screen.bottom() + 1 - place.height()));
        return place;
    }
    return {};
}

WindowMemory::WindowMemory(const QString &file, QObject *parent) : QObject(parent), m_later(this)
{
    if (file.isEmpty())
        return;
    m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
    QList<QRect> screens;
    for (const QScreen *screen : QGuiApplication::screens())
        screens += screen->availableGeometry();
    m_kept = seenPlace(m_settings->value(kPlace).toRect(), screens);
    m_place = m_kept;
    m_wasMaximised = m_isMaximised = m_settings->value(kMaximised).toBool();
    m_later.setSingleShot(true);
    m_later.setInterval(500);
    connect(&m_later, &QTimer::timeout, this, &WindowMemory::write);
}

WindowMemory::~WindowMemory()
{
    if (m_later.isActive())
        write();
}

void WindowMemory::keepPlace(int x, int y, int width, int height)
{
    const QRect place(x, y, width, height);
    if (!m_settings || m_place == place)
        return;
    m_place = place;
    m_later.start();
}

void WindowMemory::keepMaximised(bool isMaximised)
{
    if (!m_settings || m_isMaximised == isMaximised)
        return;
    m_isMaximised = isMaximised;
    m_later.start();
}

void WindowMemory::write()
{
    m_settings->setValue(kPlace, m_place);
    m_settings->setValue(kMaximised, m_isMaximised);
}

} // namespace minato::viewmodels
