// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "session/command.h"
#include "viewmodels/terminal/history_file.h"
#include "viewmodels/terminal/history_search.h"
#include "viewmodels/terminal/line_editor.h"
#include "viewmodels/terminal/scrollback.h"
#include "viewmodels/terminal/terminal_find.h"
#include "viewmodels/terminal/terminal_links.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace minato::viewmodels {

/// A line console: what was printed, the line that is being typed, and what waits to be run.
///
/// Order     Lines run one after another; what is entered meanwhile waits, as in a shell that is busy.
/// Asking    A command that waits for a line gets what is entered, behind what it asked.
class TerminalModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(int tab READ tab CONSTANT)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY busyChanged)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed)
    Q_PROPERTY(QString lastOutput READ lastOutput NOTIFY changed)
    Q_PROPERTY(minato::viewmodels::TerminalFind *find READ find CONSTANT)

public:
    /// Tells whether the text so far is an unfinished construct.
    using NeedsMore = std::function<bool(const QString &)>;

    /// `tab`: which of the terminal's, for the backend.
    TerminalModel(session::CommandSink commands, NeedsMore needsMore, int tab = session::kFirstTab,
                  QObject *parent = nullptr);

    [[nodiscard]] int tab() const { return m_tab; }
    [[nodiscard]] const std::deque<TerminalLine> &lines() const { return m_text.lines(); }
    [[nodiscard]] qint64 firstLine() const { return m_text.first(); }
    [[nodiscard]] qint64 endLine() const { return m_text.end(); }
    [[nodiscard]] const TerminalLine &line(qint64 number) const { return m_text.line(number); }
    /// The line below them: the prompt with what is being typed; nothing while a command runs that does not ask.
    [[nodiscard]] TerminalLine inputLine() const;
    [[nodiscard]] int inputStart() const; ///< where the typed text begins in it
    [[nodiscard]] TerminalFind *find() { return &m_find; }
    /// Whose names lead to the objects; null: none do. The book must outlive this.
    void setObjects(const ObjectBook *objects) { m_objects = objects; }
    /// Names of objects and headings in a line of output.
    [[nodiscard]] std::vector<TerminalLink> linksIn(qint64 number) const;
    /// The heading of the table that the line stands in; empty: it stands in none.
    [[nodiscard]] QString headerOf(qint64 number) const;
    [[nodiscard]] LineEditor &editor() { return m_editor; }
    /// Nothing printed, nothing typed.
    [[nodiscard]] bool isEmpty() const { return lines().empty() && m_editor.text().isEmpty() && !isBusy(); }
    [[nodiscard]] bool isBusy() const { return m_running > 0; }
    /// There is a line to type in: no command runs, or the one that does asks for it.
    [[nodiscard]] bool takesInput() const { return !isBusy() || m_isAsked; }
    /// For screen readers: the last lines that were printed.
    [[nodiscard]] QString lastOutput() const;
    /// Text of an input method that is not accepted yet; drawn at the cursor.
    void setPreedit(const QString &text);
    [[nodiscard]] const QString &preedit() const { return m_preedit; }

    /// Enter: runs the line, or asks for more of it.
    void enter();
    /// Runs commands as if they had been typed, line by line; constructs over several lines stay together.
    Q_INVOKABLE void runCommands(const QString &text);
    /// Ctrl+C.
    Q_INVOKABLE void cancel();
    /// Ctrl+D on an empty line: the command that waits for one finds the end of its input. False: none waits.
    bool endInput();
    /// Ctrl+L.
    Q_INVOKABLE void clear();
    /// Takes pasted text: all but its last line is entered.
    void paste(const QString &text);
    void edited() { Q_EMIT changed(); }

    /// The commands of earlier sessions; those that are entered from now on are added to the file.
    void setHistory(HistoryFile file);
    /// The same without the commands of earlier sessions.
    void setKeeper(HistoryFile file);
    /// Tab: completes the word before the cursor, or shows what it may become. False: there is nothing typed that
    /// could be completed.
    bool complete();
    /// Columns of the window that draws this, for what is shown in columns.
    void setColumns(int columns) { m_columns = columns; }

    /// Ctrl+R: looks for what is typed next in the lines that were entered; again: the next older one.
    void searchHistory();
    [[nodiscard]] bool isSearching() const { return m_search.isOn(); }
    void extendSearch(const QString &text);
    void shortenSearch();
    /// Ends the search: with the line that was found, or with the one before.
    void endSearch(bool isAccepted);

    void apply(const session::Batch &batch);
    void retranslate();

Q_SIGNALS:
    void changed();
    /// All lines are others than before: positions in them mean nothing any more.
    void trimmed();
    /// The lines from there on were thrown away; others may have come.
    void erased(qint64 from);
    void busyChanged();
    void commandFinished(int exitStatus);

private:
    void takeCompletion(const shell::Completion &completion);
    void showChoices(const shell::Completion &completion);
    void showFound();
    void submit(const QString &line);
    void submitConstruct(const QString &text);
    void take(const session::TerminalChunk &chunk);
    void echo(const QString &entered);
    void answer(const QString &line);
    void beginQuestion();
    void endQuestion();
    [[nodiscard]] QString prompt() const;

    session::CommandSink m_commands;
    NeedsMore m_needsMore;
    int m_tab;
    Scrollback m_text;
    TerminalFind m_find{m_text};
    const ObjectBook *m_objects = nullptr;
    LineEditor m_editor;
    HistorySearch m_search;
    QString m_completed; ///< the text before the cursor that Tab was pressed at
    std::uint64_t m_asked;
    int m_columns = 80;
    QString m_unfinished;              ///< the lines before of an unfinished construct
    bool m_isUnfinishedHidden = false; ///< they were typed while a command ran, and are not shown yet
    QString m_preedit;
    bool m_isEchoed = false; ///< what was entered last stands there; else the backend's echo shows it
    bool m_isAsked = false;  ///< the command that runs waits for a line
    QString m_question;      ///< what stood on the last line then
    int m_running = 0;       ///< commands handed over and not finished
};

} // namespace minato::viewmodels
