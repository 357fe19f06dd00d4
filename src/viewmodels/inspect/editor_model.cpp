// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inspect/editor_model.h"

#include "viewmodels/inspect/finding_words.h"
#include "viewmodels/inspect/line_diff.h"
#include "viewmodels/inspect/sheet.h"
#include "viewmodels/inspect/templates.h"

#include <QRegularExpression>

#include <algorithm>

namespace minato::viewmodels {
namespace {

/// The editor's questions have ids of their own: those of others begin elsewhere.
constexpr std::uint64_t kFirstId = 1'000'000;

/// "Deployment/web", as far as the text says it.
session::ObjectName nameIn(const QString &text)
{
    static const QRegularExpression kind(QStringLiteral("^kind: (\\S+)"),
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression name(QStringLiteral("^metadata:\\n(?:  .*\\n)*?  name: (\\S+)"),
                                         QRegularExpression::MultilineOption);
    return {kind.match(text).captured(1).toStdString(), "", name.match(text).captured(1).toStdString()};
}

} // namespace

EditorModel::EditorModel(session::CommandSink commands, QObject *parent)
    : QObject(parent), m_commands(std::move(commands)), m_asked(kFirstId), m_aids(m_commands)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &EditorModel::check);
}

QStringList EditorModel::documents() const
{
    QStringList names;
    for (const Document &each : m_documents) {
        QString name =
            qText(each.object.name.empty() ? each.object.kind : each.object.kind + "/" + each.object.name);
        if (each.edit != 0)
            name = QStringLiteral("kubectl edit: ") + name;
        //: A manifest in the editor with changes that are not applied. %1: its name, "Deployment/web".
        //% "%1 (changed)"
        names += each.text == each.base ? name : qtTrId("editor.document.changed").arg(name);
    }
    return names;
}

void EditorModel::show(int index)
{
    m_at = std::clamp(index, 0, std::max(0, static_cast<int>(m_documents.size()) - 1));
    m_isApplying = false;
    m_aids.forgetSuggestions();
    Q_EMIT documentsChanged();
    Q_EMIT documentChanged();
    check();
}

void EditorModel::setCurrent(int index)
{
    if (index != m_at && index >= 0 && index < static_cast<int>(m_documents.size()))
        show(index);
}

/// The document of an object that no command waits for.
std::vector<EditorModel::Document>::iterator EditorModel::find(const session::ObjectName &object)
{
    return std::ranges::find_if(
        m_documents, [&object](const Document &each) { return each.edit == 0 && each.object == object; });
}

void EditorModel::open(const QString &kind, const QString &ns, const QString &name, const QString &text)
{
    const session::ObjectName object{kind.toStdString(), ns.toStdString(), name.toStdString()};
    auto known = find(object);
    if (known == m_documents.end())
        known = m_documents.insert(m_documents.end(),
                                   {.object = object, .text = text, .base = text, .live = text});
    else if (known->text == known->base)
        *known = {.object = object, .text = text, .base = text, .live = text};
    show(static_cast<int>(known - m_documents.begin()));
}

void EditorModel::openTemplate(int index)
{
    const auto &all = manifestTemplates();
    if (index < 0 || index >= static_cast<int>(all.size()))
        return;
    const ManifestTemplate &chosen = all[static_cast<std::size_t>(index)];
    const session::ObjectName object{chosen.kind.toStdString(), "", "web"};
    const auto known = find(object);
    const auto at = static_cast<int>(known - m_documents.begin());
    if (known == m_documents.end())
        m_documents.push_back({.object = object, .text = chosen.text, .base = {}, .live = {}});
    show(at);
}

void EditorModel::revert()
{
    if (isEmpty())
        return;
    if (!m_answer.live.empty() && !isAwaited())
        here().live = here().base = qText(m_answer.live);
    here().text = here().base;
    show(m_at);
}

void EditorModel::close()
{
    if (isEmpty())
        return;
    if (isAwaited()) {
        leaveUnchanged();
        return;
    }
    m_documents.erase(m_documents.begin() + m_at);
    show(m_at);
}

void EditorModel::edited(const QString &text)
{
    if (isEmpty() || here().text == text)
        return;
    const bool wasDirty = isDirty();
    here().text = text;
    m_verdict = Checking;
    m_pause.start();
    if (wasDirty != isDirty())
        Q_EMIT documentsChanged();
    Q_EMIT checked();
}

void EditorModel::check()
{
    m_pause.stop();
    m_commands(session::CancelAsk{m_asked});
    m_answer = {};
    if (isEmpty() || here().text.size() > kMostText) {
        m_verdict = NoVerdict;
        m_problems.setRows({});
        m_changes.setRows({});
    } else {
        m_verdict = Checking;
        m_aids.prepare(here().text);
        m_commands(session::Ask{++m_asked, session::DryRun{here().text.toStdString()}});
    }
    Q_EMIT checked();
}

void EditorModel::apply(const session::Batch &batch)
{
    for (const session::EditNews &news : batch.edits)
        take(news);
    m_aids.apply(batch.answers);
    const auto answer = batch.answers.find(m_asked);
    if (answer == batch.answers.end() || isEmpty() || m_pause.isActive())
        return;
    if (const auto *dryRun = std::get_if<session::DryRunAnswer>(&answer->second))
        take(*dryRun);
}

void EditorModel::take(const session::DryRunAnswer &answer)
{
    using Outcome = session::DryRunAnswer::Outcome;
    m_answer = answer;
    switch (answer.outcome) {
    case Outcome::Refused:
        m_verdict = Wrong;
        break;
    case Outcome::Creates:
        m_verdict = Creates;
        break;
    case Outcome::Changes:
        m_verdict = Changes;
        break;
    case Outcome::Unchanged:
        m_verdict = Unchanged;
        break;
    }
    if (m_verdict == Unchanged && !isAwaited()) { // the cluster has what is written here
        here().base = here().text;
        here().live = qText(answer.live);
        m_isApplying = false;
        Q_EMIT documentsChanged();
    }
    retranslate();
}

void EditorModel::retranslate()
{
    m_problems.setRows(findingRows(m_answer.findings));
    m_changes.setRows(canApply() ? lineDiff(qText(m_answer.live), qText(m_answer.result))
                                 : std::vector<InfoRow>());
    Q_EMIT documentsChanged();
    Q_EMIT checked();
}

QString EditorModel::verdictText() const
{
    switch (m_verdict) {
    case NoVerdict:
        return {};
    case Checking:
        //: Below the editor, while the API server is asked.
        //% "Checking…"
        return qtTrId("editor.checking");
    case Wrong:
        //: Below the editor. %n: the number of problems.
        //% "%n problem(s)"
        return qtTrId("editor.problems", static_cast<int>(m_answer.findings.size()));
    case Creates:
        //: Below the editor.
        //% "The API server would take it: a new object."
        return qtTrId("editor.creates");
    case Changes:
        //: Below the editor.
        //% "The API server would take it. These lines change:"
        return qtTrId("editor.changes");
    case Unchanged:
        break;
    }
    //: Below the editor.
    //% "The cluster has just this."
    return qtTrId("editor.unchanged");
}

QString EditorModel::notice() const
{
    if (isEmpty())
        return {};
    if (!here().live.isEmpty() && !m_answer.live.empty() && here().live != qText(m_answer.live))
        //: In the editor.
        //% "The object has changed in the cluster since you opened it. Applying changes only what you wrote; “Take the cluster's” starts again from there."
        return qtTrId("editor.conflict");
    QStringList warnings;
    for (const std::string &warning : m_answer.warnings)
        warnings += qText(warning);
    return warnings.join(u'\n');
}

QString EditorModel::fileName() const
{
    QString name = qText(m_answer.object.name.empty() ? here().object.name : m_answer.object.name);
    QString kind = qText(m_answer.object.kind.empty() ? here().object.kind : m_answer.object.kind);
    return name + u'-' + kind.toLower() + QStringLiteral(".yaml");
}

QString EditorModel::applyCommand() const
{
    return isEmpty() ? QString() : QStringLiteral("kubectl apply -f ") + fileName();
}

QList<int> EditorModel::problemLines() const
{
    QList<int> lines;
    for (const session::Finding &finding : m_answer.findings)
        lines += finding.line;
    return lines;
}

QStringList EditorModel::templates() const
{
    QStringList kinds;
    for (const ManifestTemplate &each : manifestTemplates())
        kinds += each.kind;
    return kinds;
}

void EditorModel::apply()
{
    if (isEmpty() || !canApply())
        return;
    m_isApplying = true;
    m_commands(session::WriteFile{fileName().toStdString(), here().text.toStdString()});
    Q_EMIT runRequested(applyCommand());
}

void EditorModel::take(const session::EditNews &news)
{
    const auto known = std::ranges::find(m_documents, news.id, &Document::edit);
    if (news.kind == session::EditNews::Kind::Opened) {
        const QString text = qText(news.text);
        m_documents.push_back(
            {.object = nameIn(text), .text = text, .base = text, .live = {}, .edit = news.id});
        show(static_cast<int>(m_documents.size()) - 1);
        Q_EMIT editBegan();
    } else if (known != m_documents.end()) {
        const auto index = static_cast<int>(known - m_documents.begin());
        m_documents.erase(known);
        show(index < m_at ? m_at - 1 : m_at);
        Q_EMIT editEnded();
    }
}

void EditorModel::giveBack(const QString &text)
{
    m_commands(session::FinishEdit{here().edit, text.toStdString()});
}

void EditorModel::save()
{
    if (isAwaited())
        giveBack(here().text);
}

void EditorModel::leaveUnchanged()
{
    if (isAwaited())
        giveBack(here().base);
}

void EditorModel::commandFinished(int exitStatus)
{
    static_cast<void>(exitStatus); // refused or taken: the question tells how things stand now
    if (m_isApplying)
        check();
}

} // namespace minato::viewmodels
