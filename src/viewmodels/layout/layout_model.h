// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/layout/dock_models.h"
#include "viewmodels/layout/dock_set.h"

#include <QSettings>

#include <memory>

namespace minato::viewmodels {

/// Which panes the window shows, and where; kept in an INI file. The window tells how much room there is and
/// which panes it has pages for.
///
/// Errors    A file that cannot be read or written costs only the memory.
class LayoutModel : public QObject, public DockSet {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QQmlListProperty<minato::viewmodels::PaneModel> panes READ panes CONSTANT)
    Q_PROPERTY(QQmlListProperty<minato::viewmodels::DockModel> docks READ docks CONSTANT)
    Q_PROPERTY(QQmlListProperty<minato::viewmodels::SplitModel> splits READ splits CONSTANT)
    Q_PROPERTY(QStringList available READ available WRITE setAvailable NOTIFY availableChanged)
    Q_PROPERTY(minato::viewmodels::LayoutModel::Mode mode READ mode WRITE setMode NOTIFY modeChanged)
    Q_PROPERTY(bool isStacked READ isStacked NOTIFY formChanged)
    Q_PROPERTY(bool hasDocks READ hasDocks NOTIFY formChanged)
    Q_PROPERTY(QString active READ active WRITE setActive NOTIFY activeChanged)

public:
    /// Focus: the lesson and one other pane. Presenter: one pane, large.
    enum Mode { Normal, Focus, Presenter };
    Q_ENUM(Mode)
    enum Dock { Left, Centre, Right, Lower, Bottom };
    Q_ENUM(Dock)
    /// Of the window, in units of the text's size: below these it shows fewer panes at a time.
    static constexpr double kCompactWidth = 1180, kStackedWidth = 880;

    /// `file`: an INI file; empty: nothing is kept.
    explicit LayoutModel(const QString &file, QObject *parent = nullptr);

    [[nodiscard]] QQmlListProperty<PaneModel> panes(); ///< all there are, in reading order
    [[nodiscard]] QQmlListProperty<DockModel> docks(); ///< by Dock
    [[nodiscard]] QQmlListProperty<SplitModel> splits();
    [[nodiscard]] QStringList available() const { return m_available; }
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool isStacked() const { return m_room.form == LayoutForm::Stacked; }
    /// Whether every dock is a place of its own now.
    [[nodiscard]] bool hasDocks() const { return m_room.form == LayoutForm::Full; }
    /// The pane that has the keyboard, or had it last; one that is in sight.
    [[nodiscard]] QString active() const;

    void setAvailable(const QStringList &panes);
    void setMode(Mode mode);
    void setActive(const QString &pane);
    /// How much room there is; `unit`: what a length of 1 is drawn as.
    Q_INVOKABLE void setRoom(int width, int height, double unit);

    /// In front of the other panes of its dock; shown when it was hidden.
    Q_INVOKABLE void show(const QString &pane);
    /// In front, but only if the learner has not hidden it.
    Q_INVOKABLE void raise(const QString &pane);
    /// In front and with the keyboard.
    Q_INVOKABLE void go(const QString &pane);
    Q_INVOKABLE void hide(const QString &pane);
    Q_INVOKABLE void toggle(const QString &pane);
    Q_INVOKABLE void move(const QString &pane, minato::viewmodels::LayoutModel::Dock dock);
    /// The pane beside the one in front, around the end.
    Q_INVOKABLE void turn(minato::viewmodels::DockModel *dock, int by);
    /// Gives the keyboard to the pane in front of the next dock (or the one before), around the end.
    Q_INVOKABLE void goToDock(int by);
    Q_INVOKABLE void usePreset(const QString &preset);
    [[nodiscard]] Q_INVOKABLE static QString dockTitle(minato::viewmodels::LayoutModel::Dock dock);
    void retranslate();

Q_SIGNALS:
    void availableChanged();
    void modeChanged();
    void formChanged();
    void activeChanged();
    /// The keyboard should go to that pane.
    void focusAsked(const QString &pane);
    /// For screen readers: what the learner did to the layout.
    void announced(const QString &text);

private:
    void load();
    void change(Arrangement arrangement);
    [[nodiscard]] LayoutForm form() const;
    void refresh();
    void refreshPanes(std::array<bool, kDockCount> &isShown);

    std::unique_ptr<QSettings> m_settings;
    Arrangement m_arrangement = preset(presetIds().front());
    QStringList m_available;
    Mode m_mode = Normal;
    DockRoom m_room;
    QString m_active;
};

} // namespace minato::viewmodels
