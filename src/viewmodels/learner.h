// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/lesson/progress_keeper.h"
#include "viewmodels/preferences.h"
#include "viewmodels/terminal/history_file.h"

#include <QObject>
#include <QTranslator>

#include <functional>
#include <memory>

namespace minato::viewmodels {

/// Makes the translators that texts are loaded into; null: plain ones.
using TextsMaker = std::function<std::unique_ptr<QTranslator>()>;

/// What stays when one cluster goes and another comes: the learner's choices and progress, and the texts of
/// the window in the learner's language.
class Learner : public QObject {
    Q_OBJECT

public:
    /// Empty file names: nothing is kept.
    explicit Learner(const QString &preferencesFile = {}, const QString &progressFile = {},
                     TextsMaker makeTexts = {});
    ~Learner() override;

    /// Loads all texts anew: of a new language, or by translators that say something else now.
    void loadTexts();

    Preferences preferences;
    ProgressKeeper progress;
    HistoryFile history; ///< of the terminal; beside the progress

Q_SIGNALS:
    /// The texts of another language are there.
    void languageChanged();

private:
    TextsMaker m_makeTexts;
    std::unique_ptr<QTranslator> m_texts, m_qtTexts;
};

} // namespace minato::viewmodels
