// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "session/command.h"
#include "viewmodels/connection_model.h"
#include "viewmodels/inspect/info_list.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace minato::viewmodels {

/// The difference report: a step that a real cluster and a simulated one take, and what differs afterwards.
///
/// Rows      Level 1: a heading; level 2: an object; level 0: a field or a line, with what is so in the simulated
///           cluster as its value and in the real one as its note.
class ComparisonModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString whyNot READ whyNot NOTIFY changed)
    Q_PROPERTY(QString step READ step WRITE setStep NOTIFY stepChanged)
    Q_PROPERTY(QString lessonStep READ lessonStep NOTIFY stepChanged)
    Q_PROPERTY(QString lastTyped READ lastTyped NOTIFY stepChanged)
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(bool hasReport READ hasReport NOTIFY changed)
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QStringList remarks READ remarks NOTIFY changed)
    Q_PROPERTY(minato::viewmodels::InfoList *rows READ rows CONSTANT)

public:
    ComparisonModel(session::CommandSink commands, const ConnectionModel &connection,
                    QObject *parent = nullptr);

    [[nodiscard]] QString whyNot() const; ///< why nothing can be compared now, a sentence; empty: it can
    [[nodiscard]] QString step() const { return m_step; } ///< the commands, a line each
    void setStep(const QString &step);
    [[nodiscard]] QString lessonStep() const
    {
        return m_lessonStep;
    } ///< of the lesson's page; empty: it has none
    [[nodiscard]] QString lastTyped() const { return m_lastTyped; } ///< in the terminal; empty: nothing yet
    void setLessonStep(const QString &step);
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool hasReport() const;
    [[nodiscard]] QString stage() const; ///< what is going on; empty: nothing
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QStringList remarks() const; ///< what to know when reading the report
    [[nodiscard]] InfoList *rows() { return &m_rows; }

    Q_INVOKABLE void run();
    Q_INVOKABLE void cancel();
    /// The whole report as plain text.
    Q_INVOKABLE void copy() const;
    [[nodiscard]] QString text() const;

    void apply(const session::Batch &batch);
    void retranslate();

Q_SIGNALS:
    void changed();
    void stepChanged();

private:
    void rebuild();

    session::CommandSink m_commands;
    const ConnectionModel &m_connection;
    QString m_step, m_lessonStep, m_lastTyped;
    std::optional<session::ComparisonState> m_state;
    InfoList m_rows;
};

} // namespace minato::viewmodels
