// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "shell/shell.h"
#include "viewmodels/app_model.h"

namespace minato::tests {

/// The program's view models over a simulated cluster that runs when the test says so.
class SimLab {
public:
    explicit SimLab(cluster::Topology topology = cluster::Topology::chapter(), const char *language = "en")
        : session({.topology = std::move(topology)}, session::Session::Mode::Inline)
    {
        app.preferences()->setLanguage(QString::fromLatin1(language));
        QObject::connect(&session, &session::Session::batchReady, &app, &viewmodels::AppModel::apply);
        session.open();
    }
    /// Runs commands as the terminal does, then the cluster for so long.
    void run(const char *commands, base::Duration then = std::chrono::seconds(60))
    {
        app.terminal()->runCommands(QString::fromUtf8(commands));
        session.runUntilIdle(std::chrono::hours(1));
        session.runFor(then);
    }
    void select(const char *kind, const char *ns, const QString &name)
    {
        app.selection()->select(QString::fromLatin1(kind), QString::fromLatin1(ns), name);
        session.runFor(std::chrono::milliseconds(200));
    }

    session::Session session;
    viewmodels::AppModel app{
        {.commands = [this](const session::Command &command) { session.send(command); },
         .needsMore = [](const QString &text) { return shell::Shell::needsMore(text.toStdString()); }}};
};

/// "label | value | note" of rows, for messages.
inline QString shown(const viewmodels::InfoList &list)
{
    QString text;
    for (const auto &row : list.rows())
        text += QString(2 * row.level, u' ') + row.time + u' ' + row.span + u' ' + row.value + u' ' +
                row.label + (row.note.isEmpty() ? QString() : QStringLiteral(" | ") + row.note) + u'\n';
    return text;
}

} // namespace minato::tests
