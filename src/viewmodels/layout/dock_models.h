// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/layout/dock_geometry.h"

#include <QObject>
#include <QQmlListProperty>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// A list for QML that cannot be changed there.
template <class T>
QQmlListProperty<T> listOf(QObject *owner, QList<T *> &items)
{
    using List = QQmlListProperty<T>;
    return {owner, &items, [](List *list) { return static_cast<QList<T *> *>(list->data)->size(); },
            [](List *list, qsizetype at) { return static_cast<QList<T *> *>(list->data)->at(at); }};
}

/// A pane, wherever it is.
class PaneModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString paneId READ paneId CONSTANT)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(bool isOffered READ isOffered NOTIFY changed)
    Q_PROPERTY(bool isHidden READ isHidden NOTIFY changed)
    Q_PROPERTY(bool isCurrent READ isCurrent NOTIFY changed)
    Q_PROPERTY(int dock READ dock NOTIFY changed)
    Q_PROPERTY(int home READ home NOTIFY changed)

public:
    struct State {
        bool isOffered = false; ///< the window has a page for it
        bool isHidden = false;  ///< by the learner
        bool isCurrent = false; ///< the one that its dock shows
        int dock = -1;          ///< where it is now; -1: nowhere
        int home = 0;           ///< where it is when there is room
        friend bool operator==(const State &, const State &) = default;
    };

    explicit PaneModel(QString id, QObject *parent = nullptr) : QObject(parent), m_id(std::move(id)) {}

    [[nodiscard]] const QString &paneId() const { return m_id; }
    [[nodiscard]] QString title() const { return paneTitle(m_id); }
    [[nodiscard]] bool isOffered() const { return m_state.isOffered; }
    [[nodiscard]] bool isHidden() const { return m_state.isHidden; }
    [[nodiscard]] bool isCurrent() const { return m_state.isCurrent; }
    [[nodiscard]] int dock() const { return m_state.dock; }
    [[nodiscard]] int home() const { return m_state.home; }

    void setState(const State &state)
    {
        if (m_state == state)
            return;
        m_state = state;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    QString m_id;
    State m_state;
};

/// A place for panes: one at a time, the others behind tabs.
class DockModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QRect place READ place NOTIFY placeChanged)
    Q_PROPERTY(bool isShown READ isShown NOTIFY placeChanged)
    Q_PROPERTY(QQmlListProperty<minato::viewmodels::PaneModel> panes READ panes NOTIFY panesChanged)
    Q_PROPERTY(int count READ count NOTIFY panesChanged)
    Q_PROPERTY(minato::viewmodels::PaneModel *current READ current NOTIFY currentChanged)

public:
    using QObject::QObject;

    [[nodiscard]] QRect place() const { return m_place; }
    [[nodiscard]] bool isShown() const { return !m_place.isEmpty(); }
    [[nodiscard]] QQmlListProperty<PaneModel> panes() { return listOf(this, m_panes); }
    [[nodiscard]] const QList<PaneModel *> &all() const { return m_panes; }
    [[nodiscard]] int count() const { return static_cast<int>(m_panes.size()); }
    [[nodiscard]] PaneModel *current() const { return m_current; } ///< null without panes

    void setPlace(QRect place);
    void setPanes(const QList<PaneModel *> &panes, PaneModel *current);

Q_SIGNALS:
    void placeChanged();
    void panesChanged();
    void currentChanged();

private:
    QRect m_place;
    QList<PaneModel *> m_panes;
    PaneModel *m_current = nullptr;
};

/// A border between docks that can be moved.
class SplitModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QRect place READ place NOTIFY changed)
    Q_PROPERTY(bool isShown READ isShown NOTIFY changed)
    Q_PROPERTY(bool isUpright READ isUpright CONSTANT)
    Q_PROPERTY(int percent READ percent NOTIFY changed)
    Q_PROPERTY(int least READ least NOTIFY changed)
    Q_PROPERTY(int most READ most NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)

public:
    explicit SplitModel(SplitId id, QObject *parent = nullptr) : QObject(parent), m_id(id) {}

    [[nodiscard]] QRect place() const { return m_split.strip; }
    [[nodiscard]] bool isShown() const { return !m_split.strip.isEmpty(); }
    [[nodiscard]] bool isUpright() const { return m_id == SplitId::Left || m_id == SplitId::Right; }
    /// Of the room that it divides, how much its dock has, may have at least and at most.
    [[nodiscard]] int percent() const { return qRound(m_split.share * 100); }
    [[nodiscard]] int least() const { return qRound(m_split.least * 100); }
    [[nodiscard]] int most() const { return qRound(m_split.most * 100); }
    /// For screen readers: what is resized.
    [[nodiscard]] QString name() const;

    /// By so many pixels: to the right, or down.
    Q_INVOKABLE void moveBy(int pixels);
    /// By so many per cent, in the same directions.
    Q_INVOKABLE void step(int percent);
    Q_INVOKABLE void setPercent(int percent);
    /// Back to what the window chooses.
    Q_INVOKABLE void reset() { Q_EMIT asked(0); }

    void setSplit(const Split &split);
    void retranslate() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();
    void asked(double share);

private:
    SplitId m_id;
    Split m_split;
};

} // namespace minato::viewmodels
