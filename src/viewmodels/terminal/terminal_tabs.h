// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/terminal/terminal_model.h"

#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace minato::viewmodels {

/// The terminal's tabs. There is always one; what other parts of the window run goes to the one in front.
class TerminalTabs : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QList<QObject *> all READ models NOTIFY allChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(minato::viewmodels::TerminalModel *shown READ shown NOTIFY currentChanged)
    Q_PROPERTY(int count READ count NOTIFY allChanged)

public:
    static constexpr int kMost = 12;

    TerminalTabs(session::CommandSink commands, TerminalModel::NeedsMore needsMore,
                 QObject *parent = nullptr);

    [[nodiscard]] QList<TerminalModel *> all() const;
    [[nodiscard]] QList<QObject *> models() const; ///< the same, for a view
    [[nodiscard]] int count() const { return int(m_tabs.size()); }
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int index);
    [[nodiscard]] TerminalModel *shown() const { return m_tabs[std::size_t(m_current)].get(); }

    /// Opens one behind the others and brings it to the front, unless there are kMost.
    Q_INVOKABLE void open();
    /// Ends all that runs in it. The last one stays.
    Q_INVOKABLE void close(int index);
    /// Brings the next one to the front (or the one before: -1), around the end.
    Q_INVOKABLE void turn(int by);

    /// For the window's commands: what shows the terminal does it.
    void askFind() { Q_EMIT findAsked(); }
    void askExplore() { Q_EMIT exploreAsked(); }

    void runCommands(const QString &text) { shown()->runCommands(text); }
    void setHistory(HistoryFile file);
    /// Whose names lead to the objects; the book must outlive this.
    void setObjects(const ObjectBook &objects);
    void apply(const session::Batch &batch);
    void retranslate();

Q_SIGNALS:
    void allChanged();
    void currentChanged();
    void findAsked();
    void exploreAsked();
    /// Of a tab.
    void commandFinished(int exitStatus);

private:
    [[nodiscard]] std::unique_ptr<TerminalModel> make();

    session::CommandSink m_commands;
    TerminalModel::NeedsMore m_needsMore;
    HistoryFile m_history;
    const ObjectBook *m_objects = nullptr;
    std::vector<std::unique_ptr<TerminalModel>> m_tabs; ///< never empty
    int m_current = 0;
    int m_nextNumber = session::kFirstTab;
};

} // namespace minato::viewmodels
