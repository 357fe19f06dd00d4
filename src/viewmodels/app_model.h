// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/charts/series_model.h"
#include "viewmodels/charts/traffic_model.h"
#include "viewmodels/cluster/actions_model.h"
#include "viewmodels/cluster/cluster_model.h"
#include "viewmodels/cluster/scale_model.h"
#include "viewmodels/code_highlighter.h"
#include "viewmodels/commands/command_registry.h"
#include "viewmodels/commands/key_display.h"
#include "viewmodels/commands/palette_model.h"
#include "viewmodels/comparison_model.h"
#include "viewmodels/connection_model.h"
#include "viewmodels/events_model.h"
#include "viewmodels/inspect/editor_model.h"
#include "viewmodels/inspect/inspector_model.h"
#include "viewmodels/inspect/story_model.h"
#include "viewmodels/layout/layout_model.h"
#include "viewmodels/learner.h"
#include "viewmodels/lesson/lesson_model.h"
#include "viewmodels/object_book.h"
#include "viewmodels/selection_model.h"
#include "viewmodels/served_model.h"
#include "viewmodels/sim_control_model.h"
#include "viewmodels/terminal/terminal_tabs.h"
#include "viewmodels/window_memory.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace minato::viewmodels {

/// Everything that the window shows of one open cluster, fed by batches and answering with commands. It knows
/// no thread and no backend: who feeds it may be a session or a test.
///
/// Lifetime  One cluster's: with another cluster comes another AppModel, so that nothing of the old one is left
///           over. What stays is the Learner's.
class AppModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(minato::viewmodels::Preferences *preferences READ preferences CONSTANT)
    Q_PROPERTY(minato::viewmodels::LessonModel *lesson READ lesson CONSTANT)
    Q_PROPERTY(minato::viewmodels::ClusterModel *cluster READ cluster CONSTANT)
    Q_PROPERTY(minato::viewmodels::ActionsModel *actions READ actions CONSTANT)
    Q_PROPERTY(minato::viewmodels::ScaleModel *replicaWish READ replicaWish CONSTANT)
    Q_PROPERTY(minato::viewmodels::TrafficModel *traffic READ traffic CONSTANT)
    Q_PROPERTY(minato::viewmodels::SeriesModel *series READ series CONSTANT)
    Q_PROPERTY(minato::viewmodels::TerminalTabs *terminals READ terminals CONSTANT)
    Q_PROPERTY(minato::viewmodels::TerminalModel *terminal READ terminal NOTIFY terminalChanged)
    Q_PROPERTY(minato::viewmodels::EventsModel *events READ events CONSTANT)
    Q_PROPERTY(minato::viewmodels::SelectionModel *selection READ selection CONSTANT)
    Q_PROPERTY(minato::viewmodels::InspectorModel *inspector READ inspector CONSTANT)
    Q_PROPERTY(minato::viewmodels::StoryModel *story READ story CONSTANT)
    Q_PROPERTY(minato::viewmodels::EditorModel *editor READ editor CONSTANT)
    Q_PROPERTY(minato::viewmodels::SimControlModel *time READ time CONSTANT)
    Q_PROPERTY(minato::viewmodels::LayoutModel *layout READ layout CONSTANT)
    Q_PROPERTY(minato::viewmodels::CommandRegistry *commands READ commands CONSTANT)
    Q_PROPERTY(minato::viewmodels::PaletteModel *palette READ palette CONSTANT)
    Q_PROPERTY(minato::viewmodels::KeyDisplay *keyDisplay READ keyDisplay CONSTANT)
    Q_PROPERTY(minato::viewmodels::WindowMemory *windowMemory READ windowMemory CONSTANT)
    Q_PROPERTY(minato::viewmodels::SyntaxRepository *syntax READ syntax CONSTANT)
    Q_PROPERTY(minato::viewmodels::ServedModel *served READ served CONSTANT)
    Q_PROPERTY(minato::viewmodels::ConnectionModel *connection READ connection CONSTANT)
    Q_PROPERTY(minato::viewmodels::ComparisonModel *comparison READ comparison CONSTANT)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    struct Options {
        session::CommandSink commands;
        TerminalModel::NeedsMore needsMore = {};
        QString preferencesFile = {};          ///< empty: nothing is kept
        QString progressFile = {};             ///< likewise
        std::shared_ptr<Learner> learner = {}; ///< null: one of its own, with these files
    };
    explicit AppModel(Options options, QObject *parent = nullptr);

    [[nodiscard]] Preferences *preferences() { return &m_learner->preferences; }
    [[nodiscard]] LessonModel *lesson() { return &m_lesson; }
    [[nodiscard]] ClusterModel *cluster() { return &m_cluster; }
    [[nodiscard]] ActionsModel *actions() { return &m_actions; }
    [[nodiscard]] ScaleModel *replicaWish() { return &m_replicaWish; }
    [[nodiscard]] TrafficModel *traffic() { return &m_traffic; }
    [[nodiscard]] SeriesModel *series() { return &m_series; }
    [[nodiscard]] const ObjectBook &objects() const { return m_objects; }
    [[nodiscard]] TerminalTabs *terminals() { return &m_terminals; }
    [[nodiscard]] TerminalModel *terminal() { return m_terminals.shown(); } ///< the one in front
    [[nodiscard]] EventsModel *events() { return &m_events; }
    [[nodiscard]] SelectionModel *selection() { return &m_selection; }
    [[nodiscard]] InspectorModel *inspector() { return &m_inspector; }
    [[nodiscard]] StoryModel *story() { return &m_story; }
    [[nodiscard]] EditorModel *editor() { return &m_editor; }
    [[nodiscard]] SimControlModel *time() { return &m_time; }
    [[nodiscard]] LayoutModel *layout() { return &m_layout; }
    [[nodiscard]] CommandRegistry *commands() { return &m_windowCommands; }
    [[nodiscard]] PaletteModel *palette() { return &m_palette; }
    [[nodiscard]] KeyDisplay *keyDisplay() { return &m_keyDisplay; }
    [[nodiscard]] WindowMemory *windowMemory() { return &m_windowMemory; }
    [[nodiscard]] SyntaxRepository *syntax() { return &m_syntax; }
    [[nodiscard]] ServedModel *served() { return &m_served; }
    [[nodiscard]] ConnectionModel *connection() { return &m_connection; }
    [[nodiscard]] ComparisonModel *comparison() { return &m_comparison; }
    /// What went wrong first, as a sentence; empty when nothing did or it was read.
    [[nodiscard]] QString problem() const;
    Q_INVOKABLE void dismissProblem();

    /// Opens a lesson at a page; an empty one: where the learner left it.
    void openLesson(LessonSource source, const QString &page = {});
    void apply(const session::Batch &batch);
    /// Tells all parts that their texts are to be asked for anew.
    void loadLanguage();

Q_SIGNALS:
    /// The language's texts are loaded: the QML engine should retranslate.
    void retranslated();
    void problemChanged();
    void terminalChanged();

private:
    std::shared_ptr<Learner> m_learner;
    Preferences &m_preferences;
    ProgressKeeper &m_progress;
    LessonModel m_lesson;
    ClusterModel m_cluster;
    ConnectionModel m_connection;
    ComparisonModel m_comparison;
    ActionsModel m_actions{m_cluster, m_connection};
    ScaleModel m_replicaWish{*m_cluster.deployment(), m_connection};
    TrafficModel m_traffic;
    SeriesModel m_series;
    session::CommandSink m_commands;
    ObjectBook m_objects; ///< outlives what looks into it
    TerminalTabs m_terminals;
    SelectionModel m_selection;
    EventsModel m_events{&m_selection};
    InspectorModel m_inspector;
    StoryModel m_story{&m_selection};
    EditorModel m_editor;
    SimControlModel m_time;
    LayoutModel m_layout;
    WindowMemory m_windowMemory;
    CommandRegistry m_windowCommands;
    PaletteModel m_palette{*this};
    KeyDisplay m_keyDisplay;
    SyntaxRepository m_syntax;
    ServedModel m_served;
    std::vector<session::Problem> m_problems;
};

} // namespace minato::viewmodels
