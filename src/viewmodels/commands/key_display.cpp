// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/commands/key_display.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QWindow>

namespace minato::viewmodels {
namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_unknown || key == 0;
}

bool isTyping(const QKeyEvent &event)
{
    return !event.text().isEmpty() && event.text().at(0).isPrint() &&
           !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace

KeyDisplay::KeyDisplay(QObject *parent) : QObject(parent), m_forget(this)
{
    m_forget.setSingleShot(true);
    m_forget.setInterval(kShown);
    connect(&m_forget, &QTimer::timeout, this, &KeyDisplay::clear);
}

QStringList KeyDisplay::keys() const
{
    QStringList texts;
    for (const Piece &piece : m_pieces)
        texts += piece.times > 1 ? QStringLiteral("%1 ×%2").arg(piece.text).arg(piece.times) : piece.text;
    return texts;
}

void KeyDisplay::setOn(bool isOn)
{
    if (m_isOn == isOn)
        return;
    m_isOn = isOn;
    if (isOn)
        qGuiApp->installEventFilter(this);
    else
        qGuiApp->removeEventFilter(this);
    clear();
}

void KeyDisplay::clear()
{
    m_pieces.clear();
    m_action.clear();
    Q_EMIT changed();
}

void KeyDisplay::showAction(const QString &text)
{
    if (!m_isOn)
        return;
    m_action = text;
    m_forget.start();
    Q_EMIT changed();
}

bool KeyDisplay::eventFilter(QObject *watched, QEvent *event)
{
    // A key comes to the window first, then to items; one that is a shortcut of the window comes no further.
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QWindow *>(watched))
        take(*static_cast<QKeyEvent *>(event));
    return false;
}

void KeyDisplay::take(const QKeyEvent &event)
{
    if (isModifier(event.key()))
        return;
    m_action.clear();
    if (isTyping(event) && !m_pieces.isEmpty() && m_pieces.last().isTyped)
        m_pieces.last().text += event.text();
    else if (isTyping(event))
        m_pieces += Piece{event.text(), 1, true};
    else {
        const QString text = QKeySequence(event.keyCombination()).toString(QKeySequence::NativeText);
        if (!m_pieces.isEmpty() && !m_pieces.last().isTyped && m_pieces.last().text == text)
            ++m_pieces.last().times;
        else
            m_pieces += Piece{text, 1, false};
    }
    if (m_pieces.size() > kMost)
        m_pieces.removeFirst();
    m_forget.start();
    Q_EMIT changed();
}

} // namespace minato::viewmodels
