// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/cluster/pod_store.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <tuple>

namespace minato::viewmodels {

struct PodColors {
    QList<QColor> fills, edges; ///< in the order of PodListModel::Phase
    QList<bool> isFilled;
    QColor ground, frame, line, ink, accent, text, warn, bad;

    [[nodiscard]] QColor fill(session::PodPhase phase) const { return fills.value(int(phase), line); }
    [[nodiscard]] QColor edge(session::PodPhase phase) const { return edges.value(int(phase), line); }
    friend bool operator==(const PodColors &, const PodColors &) = default;
};

/// The colours in which Pods are drawn in C++, from the window's theme.
class PodLook : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<QColor> fills READ fills WRITE setFills NOTIFY changed)
    Q_PROPERTY(QList<QColor> edges READ edges WRITE setEdges NOTIFY changed)
    Q_PROPERTY(QList<bool> isFilled READ isFilled WRITE setFilled NOTIFY changed)
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY changed)
    Q_PROPERTY(QColor frame READ frame WRITE setFrame NOTIFY changed)
    Q_PROPERTY(QColor line READ line WRITE setLine NOTIFY changed)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY changed)
    Q_PROPERTY(QColor accent READ accent WRITE setAccent NOTIFY changed)
    Q_PROPERTY(QColor text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QColor warn READ warn WRITE setWarn NOTIFY changed)
    Q_PROPERTY(QColor bad READ bad WRITE setBad NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] const PodColors &colors() const { return m_colors; }
    [[nodiscard]] QList<QColor> fills() const { return m_colors.fills; }
    [[nodiscard]] QList<QColor> edges() const { return m_colors.edges; }
    [[nodiscard]] QList<bool> isFilled() const { return m_colors.isFilled; }
    [[nodiscard]] QColor ground() const { return m_colors.ground; }
    [[nodiscard]] QColor frame() const { return m_colors.frame; }
    [[nodiscard]] QColor line() const { return m_colors.line; }
    [[nodiscard]] QColor ink() const { return m_colors.ink; }
    [[nodiscard]] QColor accent() const { return m_colors.accent; }
    [[nodiscard]] QColor text() const { return m_colors.text; }
    [[nodiscard]] QColor warn() const { return m_colors.warn; }
    [[nodiscard]] QColor bad() const { return m_colors.bad; }
    void setFills(const QList<QColor> &fills) { set(m_colors.fills, fills); }
    void setEdges(const QList<QColor> &edges) { set(m_colors.edges, edges); }
    void setFilled(const QList<bool> &isFilled) { set(m_colors.isFilled, isFilled); }
    void setGround(const QColor &ground) { set(m_colors.ground, ground); }
    void setFrame(const QColor &frame) { set(m_colors.frame, frame); }
    void setLine(const QColor &line) { set(m_colors.line, line); }
    void setInk(const QColor &ink) { set(m_colors.ink, ink); }
    void setAccent(const QColor &accent) { set(m_colors.accent, accent); }
    void setText(const QColor &text) { set(m_colors.text, text); }
    void setWarn(const QColor &warn) { set(m_colors.warn, warn); }
    void setBad(const QColor &bad) { set(m_colors.bad, bad); }

Q_SIGNALS:
    void changed();

private:
    template <class T>
    void set(T &member, const T &value)
    {
        if (member == value)
            return;
        member = value;
        Q_EMIT changed();
    }

    PodColors m_colors;
};

/// Squares for Pods, each kind drawn once: colour, filled or hollow, and a glyph where there is room for it.
class PodSquares {
public:
    void setColors(const PodColors &colors);
    /// In device pixels.
    [[nodiscard]] const QImage &square(const PodCell &pod, int size);

private:
    using Key = std::tuple<int, int, bool, int>; ///< phase, mark, found, size

    PodColors m_look;
    std::map<Key, QImage> m_squares;
};

} // namespace minato::viewmodels
