// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "session/command.h"
#include "viewmodels/lesson/block_list_model.h"
#include "viewmodels/lesson/goal_list_model.h"
#include "viewmodels/lesson/lesson_content.h"
#include "viewmodels/lesson/pair_list_model.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <set>

namespace minato::viewmodels {

/// The open lesson: its pages (introduction, steps, end), the blocks of the one that is shown, the goals of
/// its step. Reading ahead is free; the goals that are judged are those of the page that is shown.
class LessonModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(minato::viewmodels::BlockListModel *blocks READ blocks CONSTANT)
    Q_PROPERTY(minato::viewmodels::GoalListModel *goals READ goals CONSTANT)
    Q_PROPERTY(minato::viewmodels::PairListModel *pairs READ pairs CONSTANT)
    Q_PROPERTY(bool isBilingual READ isBilingual WRITE setBilingual NOTIFY bilingualChanged)
    Q_PROPERTY(bool isJapanese READ isJapanese NOTIFY pageChanged)
    Q_PROPERTY(QString otherTitle READ otherTitle NOTIFY pageChanged)
    Q_PROPERTY(QString title READ title NOTIFY pageChanged)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY pageChanged)
    Q_PROPERTY(QString lessonTitle READ lessonTitle NOTIFY pageChanged)
    Q_PROPERTY(QString plainTitle READ plainTitle NOTIFY pageChanged)
    Q_PROPERTY(QString positionText READ positionText NOTIFY pageChanged)
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY pageChanged)
    Q_PROPERTY(int pageCount READ pageCount NOTIFY pageChanged)
    Q_PROPERTY(bool isFirst READ isFirst NOTIFY pageChanged)
    Q_PROPERTY(bool isLast READ isLast NOTIFY pageChanged)
    Q_PROPERTY(bool isStep READ isStep NOTIFY pageChanged)
    Q_PROPERTY(bool isReady READ isReady NOTIFY readyChanged)
    Q_PROPERTY(QList<bool> donePages READ donePages NOTIFY donePagesChanged)

public:
    explicit LessonModel(session::CommandSink commands, QObject *parent = nullptr);

    [[nodiscard]] BlockListModel *blocks() { return &m_blocks; }
    [[nodiscard]] GoalListModel *goals() { return &m_goals; }
    /// The blocks in both languages; empty unless isBilingual().
    [[nodiscard]] PairListModel *pairs() { return &m_pairs; }
    [[nodiscard]] bool isBilingual() const { return m_isBilingual; }
    [[nodiscard]] bool isJapanese() const { return m_language == QLatin1String("ja"); }
    /// In the other language; empty unless isBilingual().
    [[nodiscard]] QString otherTitle() const;
    /// Of the page; of the first one, what stands before the colon of the lesson's title.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const; ///< what stands after it
    [[nodiscard]] QString lessonTitle() const;
    [[nodiscard]] QString plainTitle() const { return plainText(lessonTitle()); }
    [[nodiscard]] QString positionText() const; ///< "Step 2 of 5"
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_content.pages.size()); }
    [[nodiscard]] bool isFirst() const { return m_page == 0; }
    [[nodiscard]] bool isLast() const { return m_page + 1 >= pageCount(); }
    [[nodiscard]] bool isStep() const { return step() >= 0; }
    [[nodiscard]] int step() const;
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] QList<bool> donePages() const;
    [[nodiscard]] QStringList pageTitles() const; ///< plain text
    [[nodiscard]] QString lessonId() const { return m_content.id; }
    [[nodiscard]] QString pageId() const;

    void open(LessonSource source, const QString &language, const QString &stepId = {});
    void setLanguage(const QString &language);
    void setPage(int page);
    void setBilingual(bool isBilingual);
    Q_INVOKABLE void next() { setPage(m_page + 1); }
    Q_INVOKABLE void previous() { setPage(m_page - 1); }
    /// Runs the commands of a code block in the terminal.
    Q_INVOKABLE void run(int row);
    Q_INVOKABLE void copy(const QString &text);
    /// Steps that were finished earlier.
    void setDoneSteps(const std::set<QString> &ids);

    void apply(const session::Batch &batch);

Q_SIGNALS:
    void bilingualChanged();
    void pageChanged();
    void readyChanged();
    void donePagesChanged();
    void runRequested(const QString &commands);
    void goalReached(const QString &text);
    void stepDone(const QString &stepId);

private:
    void showPage();
    void showPairs();
    void load();
    [[nodiscard]] QString wholeTitle() const;

    session::CommandSink m_commands;
    LessonSource m_source;
    QString m_language;
    LessonContent m_content, m_otherContent; ///< the other one only while it is read
    BlockListModel m_blocks, m_otherBlocks;
    PairListModel m_pairs{m_blocks, m_otherBlocks};
    GoalListModel m_goals;
    std::set<QString> m_doneSteps;
    int m_page = 0;
    bool m_isReady = true, m_isBilingual = false;
};

} // namespace minato::viewmodels
