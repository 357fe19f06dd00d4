// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/minato/workspace.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace minato::tests {

/// A lab for a test: the view models of the program over a simulated cluster that runs only when the test
/// says so. Nothing of it is imitated.
class TestLab : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(minato::viewmodels::AppModel *app READ app NOTIFY opened)
    Q_PROPERTY(minato::viewmodels::StartModel *start READ start NOTIFY opened)
    Q_PROPERTY(QQuickWindow *window READ window NOTIFY opened)
    Q_PROPERTY(QString progressFile MEMBER m_progressFile NOTIFY opened)
    /// Empty: those of the source tree.
    Q_PROPERTY(QString lessonsFolder MEMBER m_lessonsFolder NOTIFY opened)

public:
    explicit TestLab(QObject *parent = nullptr);
    ~TestLab() override;

    [[nodiscard]] viewmodels::AppModel *app() { return m_workspace ? m_workspace->app() : nullptr; }
    [[nodiscard]] viewmodels::StartModel *start() { return m_workspace ? m_workspace->start() : nullptr; }
    [[nodiscard]] QQuickWindow *window() { return m_window.get(); }

    /// Opens the window with the seed lesson at a page, in a language; an empty page: where the learner left
    /// it.
    Q_INVOKABLE void open(const QString &language, const QString &page);
    /// Opens the window on its start page.
    Q_INVOKABLE void openAtStart(const QString &language);
    /// Runs the cluster until the terminal's commands have ended; false when they do not within an hour.
    Q_INVOKABLE bool settle();
    Q_INVOKABLE void runFor(double seconds);

    /// Shows a large cluster instead of the real one: as a backend would tell of it.
    Q_INVOKABLE void crowd(int nodes, int pods, int zones);

    /// A file in a folder of this lab's own.
    Q_INVOKABLE QString filePath(const QString &name) const { return m_folder.filePath(name); }
    Q_INVOKABLE void writeFile(const QString &path, const QString &text) const;
    Q_INVOKABLE bool fileExists(const QString &path) const;
    /// Puts a lesson of the source tree into a folder of lessons.
    Q_INVOKABLE void copyLesson(const QString &id, const QString &folder) const;
    /// The window as NAME.png below $MINATO_PICTURES; nothing where that is not set.
    Q_INVOKABLE void takePicture(const QString &name) const;

private:
    void makeWorkspace(const QString &language);
    void openWindow();
    void show(viewmodels::AppModel &app);
    [[nodiscard]] QStringList nodeNames();

    QTemporaryDir m_folder;
    QString m_progressFile, m_lessonsFolder;
    std::unique_ptr<app::Workspace> m_workspace;
    std::unique_ptr<QQuickWindow> m_window; ///< closes before what it shows goes

Q_SIGNALS:
    void opened();
};

/// What assistive tools and eyes find in a window.
class WindowReader : public QObject {
    Q_OBJECT
    QML_ELEMENT

public:
    /// The visible item whose accessible name matches; null when there is none.
    Q_INVOKABLE QQuickItem *find(QQuickWindow *window, const QString &namePattern) const;
    /// "x,y width height" of the visible items whose accessible names match.
    Q_INVOKABLE QStringList places(QQuickWindow *window, const QString &namePattern) const;
    /// "role|name" of everything that can have the keyboard, in reading order.
    Q_INVOKABLE QStringList focusable(QQuickWindow *window) const;
    /// "role|name" of what has it.
    Q_INVOKABLE QString focused(QQuickWindow *window) const;
    /// Every accessible name in the window, in reading order.
    Q_INVOKABLE QStringList names(QQuickWindow *window) const;
    /// Texts that are seen.
    Q_INVOKABLE QStringList texts(QQuickWindow *window) const;
    /// Texts that are cut off by an end "…", or stand where no scrolling brings them into sight.
    Q_INVOKABLE QStringList cutTexts(QQuickWindow *window) const;
    /// "one|other" of texts that stand on each other.
    Q_INVOKABLE QStringList overlappingTexts(QQuickWindow *window) const;
};

} // namespace minato::tests
