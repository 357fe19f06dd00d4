// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/minato/lab.h"

#include <QString>

#include <functional>
#include <memory>
#include <string>

namespace minato::tests {

/// Somebody who uses the window over a real control plane by what it shows: waits, presses, takes pictures.
class WindowHand {
public:
    /// Opens the window on a context of that kubeconfig (empty: the current one), with the seed lesson. Pictures go into
    /// the folder. Null when it could not be opened, which is said on stderr.
    [[nodiscard]] static std::unique_ptr<WindowHand> open(const QString &kubeconfig, const QString &context,
                                                          const QString &folder, const QString &language);

    [[nodiscard]] app::Lab &lab() { return *m_lab; }
    [[nodiscard]] viewmodels::ConnectionModel &connection() { return *m_lab->app().connection(); }
    [[nodiscard]] QString word(const char *id) const { return m_words(id); }
    /// False, and said on stderr, when it does not come true in three minutes.
    [[nodiscard]] bool wait(const std::string &what, const std::function<bool()> &condition);
    /// Presses what begins with that name.
    [[nodiscard]] bool press(const QString &name);
    /// Runs a line in the terminal, to its end.
    [[nodiscard]] bool type(const std::string &line);
    /// In both languages: NAME-en.png and NAME-ja.png.
    void picture(const std::string &name);
    /// What `text` gives in English and in Japanese.
    [[nodiscard]] std::pair<QString, QString> inBoth(const std::function<QString()> &text);

private:
    WindowHand(const QString &folder, const QString &language)
        : m_language(language), m_words(language), m_folder(folder)
    {
    }
    void speak(const QString &language);

    QString m_language;
    app::Words m_words;
    QString m_folder;
    std::unique_ptr<app::Lab> m_lab;
};

} // namespace minato::tests
