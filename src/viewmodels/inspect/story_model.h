// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "viewmodels/inspect/story.h"
#include "viewmodels/selection_model.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace minato::viewmodels {

/// What followed from each change that the learner made: one causal timeline for each, the newest in front.
class StoryModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(minato::viewmodels::SelectionModel *selection READ selection CONSTANT)
    Q_PROPERTY(minato::viewmodels::InfoList *rows READ rows CONSTANT)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString position READ position NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY changed)

public:
    static constexpr std::size_t kMostStories = 20;

    explicit StoryModel(SelectionModel *selection, QObject *parent = nullptr)
        : QObject(parent), m_selection(selection)
    {
    }

    [[nodiscard]] SelectionModel *selection() const { return m_selection; }
    [[nodiscard]] InfoList *rows() { return &m_rows; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString position() const; ///< "2 of 3"
    /// Over a real cluster: why nothing is told of reasons, and where they are estimated; else empty.
    [[nodiscard]] QString note() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_stories.size()); }
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_stories.size(); }
    Q_INVOKABLE void back() { show(m_at - 1); }
    Q_INVOKABLE void forward() { show(m_at + 1); }
    /// Shows or hides what is below a row: raw Events, further Pods.
    Q_INVOKABLE void toggle(const QString &key);

    void apply(const session::Batch &batch);
    void retranslate() { rebuild(); }
    [[nodiscard]] const std::vector<Story> &stories() const { return m_stories; }

Q_SIGNALS:
    void changed();

private:
    void show(std::size_t at);
    void rebuild();

    SelectionModel *m_selection;
    std::vector<Story> m_stories;
    std::size_t m_at = 0;
    bool m_hasDecisions = true; ///< somebody writes down why
    StoryView m_view{.start = base::kSimEpoch, .now = base::kSimEpoch, .open = {}};
    QString m_title;
    InfoList m_rows;
};

} // namespace minato::viewmodels
