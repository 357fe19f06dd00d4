// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "session/command.h"
#include "viewmodels/inspect/editor_aids.h"
#include "viewmodels/inspect/info_list.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace minato::viewmodels {

/// Manifests that the learner writes: several at a time, none ever lost by looking elsewhere. While one types,
/// the text is read, then tried at the API server; applying it is a command of the terminal.
///
/// kubectl edit  A command of the terminal that waits for a text shows it here; saving gives it back, and so does
///               leaving it unchanged. What becomes of it, the command says, in the terminal or by opening it anew.
class EditorModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY documentChanged)
    Q_PROPERTY(QStringList documents READ documents NOTIFY documentsChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY documentChanged)
    Q_PROPERTY(bool isDirty READ isDirty NOTIFY documentsChanged)
    Q_PROPERTY(QString text READ text NOTIFY documentChanged)
    Q_PROPERTY(Verdict verdict READ verdict NOTIFY checked)
    Q_PROPERTY(QString verdictText READ verdictText NOTIFY checked)
    Q_PROPERTY(QString notice READ notice NOTIFY checked)
    Q_PROPERTY(bool canApply READ canApply NOTIFY checked)
    Q_PROPERTY(bool isAwaited READ isAwaited NOTIFY documentChanged)
    Q_PROPERTY(QString applyCommand READ applyCommand NOTIFY checked)
    Q_PROPERTY(QList<int> problemLines READ problemLines NOTIFY checked)
    Q_PROPERTY(QStringList templates READ templates CONSTANT)
    Q_PROPERTY(minato::viewmodels::InfoList *problems READ problems CONSTANT)
    Q_PROPERTY(minato::viewmodels::InfoList *changes READ changes CONSTANT)
    Q_PROPERTY(minato::viewmodels::EditorAids *aids READ aids CONSTANT)

public:
    enum Verdict { NoVerdict, Checking, Wrong, Creates, Changes, Unchanged };
    Q_ENUM(Verdict)
    static constexpr int kPause = 300; ///< ms without typing before the text is tried
    static constexpr qsizetype kMostText = 256 * 1024;

    explicit EditorModel(session::CommandSink commands, QObject *parent = nullptr);

    [[nodiscard]] bool isEmpty() const { return m_documents.empty(); }
    [[nodiscard]] QStringList documents() const;
    [[nodiscard]] int current() const { return m_at; }
    void setCurrent(int index);
    [[nodiscard]] bool isDirty() const { return !isEmpty() && here().text != here().base; }
    [[nodiscard]] QString text() const { return isEmpty() ? QString() : here().text; }
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    [[nodiscard]] QString verdictText() const;
    /// That the object has changed in the cluster meanwhile, or what the server warns of.
    [[nodiscard]] QString notice() const;
    /// A command of the terminal waits for what is shown.
    [[nodiscard]] bool isAwaited() const { return !isEmpty() && here().edit != 0; }
    [[nodiscard]] bool canApply() const { return m_verdict == Creates || m_verdict == Changes; }
    [[nodiscard]] QString applyCommand() const;
    [[nodiscard]] QList<int> problemLines() const;
    [[nodiscard]] QStringList templates() const;
    [[nodiscard]] InfoList *problems() { return &m_problems; }
    [[nodiscard]] InfoList *changes() { return &m_changes; }
    [[nodiscard]] EditorAids *aids() { return &m_aids; }

    /// Shows the object's text, or what was written in it before and not applied yet.
    Q_INVOKABLE void open(const QString &kind, const QString &ns, const QString &name, const QString &text);
    Q_INVOKABLE void openTemplate(int index);
    /// Takes the text as it is in the cluster now; what was written is lost.
    Q_INVOKABLE void revert();
    Q_INVOKABLE void close();
    /// The view's text, after each change.
    Q_INVOKABLE void edited(const QString &text);
    /// Gives the text back to the command that waits for it: as it is here, or as it was.
    Q_INVOKABLE void save();
    Q_INVOKABLE void leaveUnchanged();
    /// Writes the text into the terminal's home folder and applies it there.
    Q_INVOKABLE void apply();

    void apply(const session::Batch &batch);
    void commandFinished(int exitStatus);
    void retranslate();

Q_SIGNALS:
    void documentChanged();
    void documentsChanged();
    void checked();
    /// A command of the terminal has begun to wait for a text, or waits no more.
    void editBegan();
    void editEnded();
    /// Commands for the terminal.
    void runRequested(const QString &commands);

private:
    struct Document {
        session::ObjectName object;
        QString text, base;
        QString live;           ///< what the cluster had when it was opened; empty: nothing, or not known
        std::uint64_t edit = 0; ///< of the command that waits for it; 0: none
    };
    [[nodiscard]] const Document &here() const { return m_documents[static_cast<std::size_t>(m_at)]; }
    [[nodiscard]] Document &here() { return m_documents[static_cast<std::size_t>(m_at)]; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] std::vector<Document>::iterator find(const session::ObjectName &object);
    void show(int index);
    void check();
    void take(const session::DryRunAnswer &answer);
    void take(const session::EditNews &news);
    void giveBack(const QString &text);

    session::CommandSink m_commands;
    std::vector<Document> m_documents;
    int m_at = 0;
    QTimer m_pause;
    std::uint64_t m_asked = 0; ///< the id of the newest question
    session::DryRunAnswer m_answer;
    Verdict m_verdict = NoVerdict;
    bool m_isApplying = false;
    EditorAids m_aids;
    InfoList m_problems, m_changes;
};

} // namespace minato::viewmodels
