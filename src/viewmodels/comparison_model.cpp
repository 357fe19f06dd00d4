// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/comparison_model.h"

#include "viewmodels/comparison_words.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace minato::viewmodels {
namespace {

using Stage = session::ComparisonState::Stage;

} // namespace

ComparisonModel::ComparisonModel(session::CommandSink commands, const ConnectionModel &connection,
                                 QObject *parent)
    : QObject(parent), m_commands(std::move(commands)), m_connection(connection)
{
    connect(&m_connection, &ConnectionModel::changed, this, &ComparisonModel::changed);
}

QString ComparisonModel::whyNot() const
{
    if (!m_connection.isReal())
        //: Why two clusters cannot be compared.
        //% "The simulated cluster is open. Open a real one from the start page: then both can take the same step."
        return qtTrId("compare.why.simulated");
    if (!m_connection.isConnected())
        return m_connection.state();
    if (!m_connection.mayWrite())
        //: Why two clusters cannot be compared.
        //% "The real cluster is open for reading only. A step is taken in the lesson's namespace: allow changes there first (press the cluster's name in the top bar)."
        return qtTrId("compare.why.read-only");
    return {};
}

void ComparisonModel::setStep(const QString &step)
{
    if (m_step == step)
        return;
    m_step = step;
    Q_EMIT stepChanged();
}

void ComparisonModel::setLessonStep(const QString &step)
{
    if (m_lessonStep == step)
        return;
    m_lessonStep = step;
    Q_EMIT stepChanged();
}

bool ComparisonModel::isRunning() const
{
    return m_state && m_state->stage != Stage::Done && m_state->stage != Stage::Refused;
}

bool ComparisonModel::hasReport() const
{
    return m_state && m_state->stage == Stage::Done;
}

QString ComparisonModel::stage() const
{
    if (!m_state)
        return {};
    switch (m_state->stage) {
    case Stage::Preparing:
        //: What is going on while two clusters are compared.
        //% "A simulated cluster is given what the real one has…"
        return qtTrId("compare.stage.preparing");
    case Stage::Playing:
        //: What is going on while two clusters are compared.
        //% "Both run the commands…"
        return qtTrId("compare.stage.playing");
    case Stage::Settling:
        //: What is going on while two clusters are compared.
        //% "Waiting until nothing changes any more…"
        return qtTrId("compare.stage.settling");
    case Stage::Refused:
        return QString::fromStdString(m_state->refusal);
    case Stage::Done:
        break;
    }
    return {};
}

QString ComparisonModel::summary() const
{
    return hasReport() ? comparisonSummary(m_state->report) : QString();
}

QStringList ComparisonModel::remarks() const
{
    return hasReport() ? comparisonRemarks(*m_state) : QStringList();
}

void ComparisonModel::run()
{
    const QString step = m_step.trimmed();
    if (step.isEmpty() || isRunning() || !whyNot().isEmpty())
        return;
    const std::vector lines{step.toStdString()}; // one text: a loop may have several lines
    m_state = session::ComparisonState{
        .stage = Stage::Preparing, .lines = lines, .report = {}, .unseen = {}, .notTaken = {}, .refusal = {}};
    rebuild();
    m_commands(session::CompareStep{lines});
}

void ComparisonModel::cancel()
{
    if (!isRunning())
        return;
    m_state.reset();
    rebuild();
    m_commands(session::CancelComparison{});
}

void ComparisonModel::copy() const
{
    QGuiApplication::clipboard()->setText(text());
}

QString ComparisonModel::text() const
{
    if (!hasReport())
        return {};
    QStringList lines;
    for (const std::string &text : m_state->lines) {
        for (const QString &line : QString::fromStdString(text).split(u'\n'))
            lines += QStringLiteral("$ ") + line;
    }
    lines << QString() << summary();
    lines += remarks();
    //: In a difference report: what is so in the simulated cluster. %1: a value.
    //% "simulated: %1"
    const QString ours = qtTrId("compare.text.simulated");
    //: In a difference report: what is so in the real cluster. %1: a value.
    //% "real: %1"
    const QString theirs = qtTrId("compare.text.real");
    for (const InfoRow &row : m_rows.rows()) {
        if (row.level == 1)
            lines << QString() << row.label;
        else if (!row.label.isEmpty())
            lines += (row.level == 2 ? QStringLiteral("  ") : QStringLiteral("    ")) + row.label;
        if (row.level != 1 && !row.value.isEmpty())
            lines << QStringLiteral("      ") + ours.arg(row.value)
                  << QStringLiteral("      ") + theirs.arg(row.note);
    }
    return lines.join(u'\n') + u'\n';
}

void ComparisonModel::apply(const session::Batch &batch)
{
    for (const session::TerminalChunk &chunk : batch.terminal) {
        if (chunk.kind == session::TerminalChunk::Kind::Entered)
            m_lastTyped = QString::fromStdString(chunk.text);
    }
    if (!batch.terminal.empty())
        Q_EMIT stepChanged();
    if (!batch.comparison)
        return;
    m_state = batch.comparison;
    rebuild();
}

void ComparisonModel::retranslate()
{
    rebuild();
}

void ComparisonModel::rebuild()
{
    m_rows.setRows(hasReport() ? comparisonRows(m_state->report) : std::vector<InfoRow>());
    Q_EMIT changed();
}

} // namespace minato::viewmodels
