// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/commands/window_commands.h"

#include "viewmodels/app_model.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace minato::viewmodels {
namespace {

using Group = CommandRegistry::Group;
using Label = CommandRegistry::Label;

QString key(const char *keys)
{
    return QString::fromLatin1(keys);
}

/// A platform's own keys, and those that work everywhere.
QStringList standardKeys(QKeySequence::StandardKey standard, const QStringList &more)
{
    QStringList keys = more;
    for (const QKeySequence &each : QKeySequence::keyBindings(standard))
        keys += each.toString(QKeySequence::PortableText);
    keys.removeDuplicates();
    return keys;
}

class Adder {
public:
    Adder(CommandRegistry &commands, AppModel &app) : m_commands(commands), m_app(app) {}

    void addTime()
    {
        SimControlModel *time = m_app.time();
        //: A command.
        //% "Pause or resume time"
        add("time.pause", Group::Time, {QT_TRID_NOOP("command.pause")}, {key("Ctrl+P")},
            [time] { time->togglePaused(); });
        //: A command: runs the cluster's time until something changes, then pauses.
        //% "Step to the next change"
        add("time.step", Group::Time, {QT_TRID_NOOP("command.step")}, {key("F8")}, [time] { time->step(); });
        //: A command: runs the cluster's time fast until nothing is on its way any more; again: stops that.
        //% "Run until it settles"
        add("time.settle", Group::Time, {QT_TRID_NOOP("command.settle")}, {key("F9")},
            [time] { time->toggleSettle(); });
        //: A command: the next higher speed of the cluster's time.
        //% "Faster"
        add("time.faster", Group::Time, {QT_TRID_NOOP("command.faster")}, {key("Alt+Up")},
            [time] { time->faster(1); });
        //: A command: the next lower speed of the cluster's time.
        //% "Slower"
        add("time.slower", Group::Time, {QT_TRID_NOOP("command.slower")}, {key("Alt+Down")},
            [time] { time->faster(-1); });
        for (const double speed : SimControlModel::kSpeeds)
            //: A command. %1: "10×".
            //% "Speed of time: %1"
            add(QByteArray("time.speed-") + QByteArray::number(speed), Group::Time,
                {QT_TRID_NOOP("command.speed"), {}, SimControlModel::speedText(speed)}, {},
                [time, speed] { time->setSpeed(speed); });
    }

    void addLesson()
    {
        LessonModel *lesson = m_app.lesson();
        //: A command.
        //% "Next page of the lesson"
        add("lesson.next", Group::Lesson, {QT_TRID_NOOP("command.next-page")}, {key("Alt+Right")},
            [lesson] { lesson->next(); });
        //: A command.
        //% "Previous page of the lesson"
        add("lesson.previous", Group::Lesson, {QT_TRID_NOOP("command.previous-page")}, {key("Alt+Left")},
            [lesson] { lesson->previous(); });
    }

    void addPanes()
    {
        LayoutModel *layout = m_app.layout();
        int number = 0;
        for (const QString &pane : paneIds()) {
            QStringList keys;
            if (pane == u"terminal")
                keys += key("Ctrl+T");
            keys += QStringLiteral("Ctrl+%1").arg(++number);
            const auto isOffered = [layout, pane] { return layout->available().contains(pane); };
            //: A command. %1: a pane of the window, "Cluster".
            //% "Go to: %1"
            add(
                "pane.go-" + pane.toLatin1(), Group::Panes,
                {QT_TRID_NOOP("command.go"), "pane." + pane.toLatin1()}, keys,
                [layout, pane] { layout->go(pane); }, isOffered);
        }
        for (const QString &pane : paneIds())
            //: A command. %1: a pane of the window, "Cluster".
            //% "Show or hide: %1"
            add(
                "pane.toggle-" + pane.toLatin1(), Group::Panes,
                {QT_TRID_NOOP("command.toggle"), "pane." + pane.toLatin1()}, {},
                [layout, pane] { layout->toggle(pane); },
                [layout, pane] { return layout->available().contains(pane); });
        addMoves(*layout);
    }

    void addTerminal()
    {
        LayoutModel *layout = m_app.layout();
        TerminalTabs *tabs = m_app.terminals();
        const auto show = [layout](auto act) {
            return [layout, act] {
                act();
                layout->go(QStringLiteral("terminal"));
            };
        };
        const auto hasSeveral = [tabs] { return tabs->count() > 1; };
        //: A command.
        //% "Terminal: new tab"
        add("terminal.new-tab", Group::Panes, {QT_TRID_NOOP("command.terminal-new")}, {key("Ctrl+Shift+T")},
            show([tabs] { tabs->open(); }));
        //: A command. What runs in the tab ends.
        //% "Terminal: close this tab"
        add("terminal.close-tab", Group::Panes, {QT_TRID_NOOP("command.terminal-close")},
            {key("Ctrl+Shift+W")}, show([tabs] { tabs->close(tabs->current()); }), hasSeveral);
        //: A command.
        //% "Terminal: next tab"
        add("terminal.next-tab", Group::Panes, {QT_TRID_NOOP("command.terminal-next")}, {key("Ctrl+Tab")},
            show([tabs] { tabs->turn(1); }), hasSeveral);
        //: A command.
        //% "Terminal: previous tab"
        add("terminal.previous-tab", Group::Panes, {QT_TRID_NOOP("command.terminal-previous")},
            {key("Ctrl+Shift+Tab")}, show([tabs] { tabs->turn(-1); }), hasSeveral);
        //: A command: looks for a text in what the terminal has printed.
        //% "Terminal: find"
        add("terminal.find", Group::Panes, {QT_TRID_NOOP("command.terminal-find")}, {key("Ctrl+Shift+F")},
            [layout, tabs] {
                layout->go(QStringLiteral("terminal"));
                tabs->askFind();
            });
        //: A command: with the keyboard through names and column headings in the terminal.
        //% "Terminal: go through names and headings"
        add("terminal.explore", Group::Panes, {QT_TRID_NOOP("command.terminal-explore")},
            {key("Ctrl+Shift+O")}, [layout, tabs] {
                layout->go(QStringLiteral("terminal"));
                tabs->askExplore();
            });
    }

    void addWindow()
    {
        LayoutModel *layout = m_app.layout();
        const auto isNormal = [layout] { return layout->mode() == LayoutModel::Normal; };
        //: A command: the lesson and one other pane, nothing else.
        //% "Focus mode"
        add("mode.focus", Group::Window, {QT_TRID_NOOP("command.focus-mode")}, {key("Shift+F11")},
            [layout, isNormal] { layout->setMode(isNormal() ? LayoutModel::Focus : LayoutModel::Normal); });
        //: A command: one pane, large, and pressed keys are shown.
        //% "Presenter mode"
        add("mode.presenter", Group::Window, {QT_TRID_NOOP("command.presenter-mode")}, {key("F5")},
            [layout, isNormal] {
                layout->setMode(isNormal() ? LayoutModel::Presenter : LayoutModel::Normal);
            });
        //: A command.
        //% "Full screen"
        ask("mode.full-screen", Group::Window, {QT_TRID_NOOP("command.full-screen")},
            standardKeys(QKeySequence::FullScreen, {key("F11")}));
        //: A command.
        //% "Leave focus mode, presenter mode, full screen"
        ask("mode.leave", Group::Window, {QT_TRID_NOOP("command.leave-mode")}, {key("Esc")}, true);
        for (const QString &preset : presetIds())
            //: A command. %1: an arrangement of the window's panes, "Traffic".
            //% "Layout: %1"
            add("layout." + preset.toLatin1(), Group::Window,
                {QT_TRID_NOOP("command.layout"), "preset." + preset.toLatin1()}, {},
                [layout, preset] { layout->usePreset(preset); });
        //: A command: runs a step on the real cluster and on a simulated one, and tells what differs then.
        //% "Compare a step: real and simulated cluster"
        ask("cluster.compare", Group::Window, {QT_TRID_NOOP("command.compare")}, {key("Ctrl+Shift+D")});
        //: A command. What is open stays open.
        //% "Start page"
        ask("window.home", Group::Window, {QT_TRID_NOOP("command.home")}, {key("Alt+Home")});
        //: A command.
        //% "Settings"
        ask("window.settings", Group::Window, {QT_TRID_NOOP("command.settings")},
            standardKeys(QKeySequence::Preferences, {key("Ctrl+,")}));
        //: A command.
        //% "Quit"
        ask("window.quit", Group::Window, {QT_TRID_NOOP("command.quit")},
            standardKeys(QKeySequence::Quit, {key("Ctrl+Q")}));
    }

    void addLooks()
    {
        Preferences *looks = m_app.preferences();
        //: A command.
        //% "Larger text"
        add("looks.larger", Group::Looks, {QT_TRID_NOOP("command.larger")},
            standardKeys(QKeySequence::ZoomIn, {key("Ctrl++"), key("Ctrl+=")}), [looks] { looks->zoom(1); });
        //: A command.
        //% "Smaller text"
        add("looks.smaller", Group::Looks, {QT_TRID_NOOP("command.smaller")},
            standardKeys(QKeySequence::ZoomOut, {key("Ctrl+-")}), [looks] { looks->zoom(-1); });
        //: A command.
        //% "Normal text size"
        add("looks.normal", Group::Looks, {QT_TRID_NOOP("command.normal-size")}, {key("Ctrl+0")},
            [looks] { looks->resetZoom(); });
        //: A command.
        //% "Japanese or English"
        add("looks.language", Group::Looks, {QT_TRID_NOOP("command.language")}, {key("Ctrl+Shift+L")},
            [looks] {
                looks->setLanguage(looks->language() == u"ja" ? QStringLiteral("en") : QStringLiteral("ja"));
            });
        const auto theme = [this, looks](const char *id, const char *text, Preferences::ThemeChoice choice) {
            add(id, Group::Looks, {text}, {}, [looks, choice] { looks->setTheme(choice); });
        };
        //: A command.
        //% "Theme: light"
        theme("looks.light", QT_TRID_NOOP("command.light"), Preferences::Light);
        //: A command.
        //% "Theme: dark"
        theme("looks.dark", QT_TRID_NOOP("command.dark"), Preferences::Dark);
        //: A command.
        //% "Theme: high contrast"
        theme("looks.contrast", QT_TRID_NOOP("command.contrast"), Preferences::HighContrast);
        //: A command.
        //% "Theme: as the desktop has it"
        theme("looks.system", QT_TRID_NOOP("command.system-theme"), Preferences::System);
        //: A command.
        //% "Reduce motion, or not"
        add("looks.motion", Group::Looks, {QT_TRID_NOOP("command.motion")}, {},
            [looks] { looks->setReducedMotion(!looks->reducedMotion()); });
    }

    void addHelp()
    {
        //: A command: finds every other one.
        //% "Find a command"
        ask("help.palette", Group::Help, {QT_TRID_NOOP("command.palette")}, {key("Ctrl+Shift+P")});
        //: A command.
        //% "Keyboard shortcuts"
        ask("help.keys", Group::Help, {QT_TRID_NOOP("command.keys")}, {key("F1"), key("Ctrl+/")});
        //: A command.
        //% "How this cluster differs from a real one"
        ask("help.differences", Group::Help, {QT_TRID_NOOP("command.differences")}, {key("Shift+F1")});
    }

private:
    void add(const QByteArray &id, Group group, Label label, const QStringList &keys,
             std::function<void()> run, std::function<bool()> isEnabled = {})
    {
        m_commands.add({QString::fromLatin1(id), group, std::move(label), keys, std::move(run),
                        std::move(isEnabled), false});
    }

    /// Something that only the window can do.
    void ask(const QByteArray &id, Group group, Label label, const QStringList &keys, bool hasOwnKeys = false)
    {
        const QString name = QString::fromLatin1(id);
        m_commands.add({name,
                        group,
                        std::move(label),
                        keys,
                        [commands = &m_commands, name] { Q_EMIT commands->asked(name); },
                        {},
                        hasOwnKeys});
    }

    void addMoves(LayoutModel &layout)
    {
        const std::array<std::pair<LayoutModel::Dock, QStringList>, kDockCount> moves{{
            {LayoutModel::Left, {key("Alt+Shift+Left")}},
            {LayoutModel::Centre, {key("Alt+Shift+Up")}},
            {LayoutModel::Right, {key("Alt+Shift+Right")}},
            {LayoutModel::Lower, {}},
            {LayoutModel::Bottom, {key("Alt+Shift+Down")}},
        }};
        for (const auto &[dock, keys] : moves)
            //: A command. %1: a place in the window, "Left".
            //% "Move this pane to: %1"
            add(
                "pane.move-" + QByteArray::number(static_cast<int>(dock)), Group::Panes,
                {QT_TRID_NOOP("command.move"), LayoutModel::dockTextId(dock)}, keys,
                [&layout, dock] { layout.move(layout.active(), dock); },
                [&layout] { return layout.mode() == LayoutModel::Normal; });
        //: A command.
        //% "Hide this pane"
        add("pane.hide", Group::Panes, {QT_TRID_NOOP("dock.hide")}, {key("Ctrl+Shift+H")},
            [&layout] { layout.hide(layout.active()); });
        //: A command: to the pane that is in front in the next dock.
        //% "Next dock"
        add("pane.next", Group::Panes, {QT_TRID_NOOP("command.next-dock")}, {key("F6")},
            [&layout] { layout.goToDock(1); });
        //: A command.
        //% "Previous dock"
        add("pane.previous", Group::Panes, {QT_TRID_NOOP("command.previous-dock")}, {key("Shift+F6")},
            [&layout] { layout.goToDock(-1); });
        //: A command: to the pane behind the next tab of this dock.
        //% "Next tab"
        add("pane.next-tab", Group::Panes, {QT_TRID_NOOP("command.next-tab")}, {key("Ctrl+PgDown")},
            [&layout] { layout.turn(1); });
        //: A command.
        //% "Previous tab"
        add("pane.previous-tab", Group::Panes, {QT_TRID_NOOP("command.previous-tab")}, {key("Ctrl+PgUp")},
            [&layout] { layout.turn(-1); });
    }

    CommandRegistry &m_commands;
    AppModel &m_app;
};

} // namespace

void addWindowCommands(CommandRegistry &commands, AppModel &app)
{
    Adder adder(commands, app);
    adder.addTime();
    adder.addLesson();
    adder.addPanes();
    adder.addTerminal();
    adder.addWindow();
    adder.addLooks();
    adder.addHelp();
}

} // namespace minato::viewmodels
