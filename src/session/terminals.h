// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/console.h"
#include "session/edit_desk.h"
#include "shell/shell.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace minato::session {

/// The terminal's tabs: a shell each, with variables, files and jobs of its own; all have the files that the window
/// writes, and the ports of one computer: what listens in one tab is reached from the others.
///
/// Tabs      Numbers that the window chooses; a tab is there as soon as it is spoken of.
/// Hints     A hint that a tab has told is not told again within kHintPause lines.
/// Threads   One: the backend's.
class Terminals {
public:
    static constexpr int kHintPause = 10;

    /// `options`: without hint and editor, which are set here.
    explicit Terminals(shell::Shell::Options options);

    [[nodiscard]] shell::Shell &shell(int tab) { return this->tab(tab).shell; }
    [[nodiscard]] Console &console(int tab) { return this->tab(tab).console; }
    void close(int tab);
    /// Puts a file into the home folder of all tabs.
    void writeFile(const std::string &name, const std::string &text);
    [[nodiscard]] const std::map<std::string, std::string> &files() const { return m_files; }
    void finishEdit(std::uint64_t id, std::optional<std::string> text) { m_desk.finish(id, std::move(text)); }
    /// "ja" or "en": what is ours is told in it from now on ($LANG, unless a person has set it otherwise).
    void setLanguage(const std::string &language);
    /// Told of each line when it begins.
    void setOnEntered(std::function<void(const std::string &)> onEntered)
    {
        m_onEntered = std::move(onEntered);
    }

    /// Nothing runs but what waits for a person.
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] bool hasNews() const;
    [[nodiscard]] std::vector<TerminalChunk> takeOutput();
    [[nodiscard]] std::vector<EditNews> takeEdits() { return m_desk.take(); }

private:
    struct Tab {
        Tab(Terminals &terminals, int number);

        std::shared_ptr<shell::TypedInput> input;
        shell::Shell shell;
        Console console;
        int entered = 0;                  ///< lines so far
        std::map<std::string, int> hints; ///< told, and at which line
    };
    [[nodiscard]] Tab &tab(int number);
    void tell(int number, const shell::Hint &hint);

    shell::Shell::Options m_options;
    std::string m_locale = "C.UTF-8";
    EditDesk m_desk; ///< outlives the shells
    std::function<void(const std::string &)> m_onEntered;
    std::map<std::string, std::string> m_files; ///< that the window wrote
    std::map<int, Tab> m_tabs;
};

} // namespace minato::session
