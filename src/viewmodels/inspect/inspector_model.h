// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/batch.h"
#include "session/command.h"
#include "viewmodels/inspect/estimate_model.h"
#include "viewmodels/inspect/info_list.h"
#include "viewmodels/selection_model.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace minato::viewmodels {

/// The selected object from all sides: what a learner needs at a glance, its YAML, Events, conditions and
/// relatives. It asks the backend to follow the object and shows what comes.
class InspectorModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(minato::viewmodels::SelectionModel *selection READ selection CONSTANT)
    Q_PROPERTY(Presence presence READ presence NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(QString description READ description NOTIFY changed)
    Q_PROPERTY(QString yaml READ yaml NOTIFY yamlChanged)
    Q_PROPERTY(bool showsStatus READ showsStatus WRITE setShowsStatus NOTIFY yamlChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY changed)
    Q_PROPERTY(minato::viewmodels::InfoList *tiles READ tiles CONSTANT)
    Q_PROPERTY(minato::viewmodels::InfoList *facts READ facts CONSTANT)
    Q_PROPERTY(minato::viewmodels::InfoList *conditions READ conditions CONSTANT)
    Q_PROPERTY(minato::viewmodels::InfoList *events READ events CONSTANT)
    Q_PROPERTY(minato::viewmodels::InfoList *owners READ owners CONSTANT)
    Q_PROPERTY(minato::viewmodels::InfoList *relatives READ relatives CONSTANT)
    Q_PROPERTY(minato::viewmodels::EstimateModel *estimate READ estimate CONSTANT)

public:
    enum Presence { Nothing, Loading, There, Gone, NotFound };
    Q_ENUM(Presence)
    static constexpr std::size_t kMostVisited = 50;

    InspectorModel(session::CommandSink commands, SelectionModel *selection, QObject *parent = nullptr);

    [[nodiscard]] SelectionModel *selection() const { return m_selection; }
    [[nodiscard]] Presence presence() const;
    [[nodiscard]] QString kind() const { return QString::fromStdString(m_now.name.kind); }
    [[nodiscard]] QString name() const { return QString::fromStdString(m_now.name.name); }
    /// "in namespace default"; empty for what has none
    [[nodiscard]] QString place() const;
    /// That it is gone, and since when; that there is none; empty otherwise.
    [[nodiscard]] QString notice() const;
    /// For screen readers: what it is and how it is.
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString yaml() const;
    [[nodiscard]] bool showsStatus() const { return m_showsStatus; }
    void setShowsStatus(bool showsStatus);
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_visited.size(); }
    [[nodiscard]] InfoList *tiles() { return &m_tiles; }
    [[nodiscard]] InfoList *facts() { return &m_facts; }
    [[nodiscard]] InfoList *conditions() { return &m_conditions; }
    [[nodiscard]] InfoList *events() { return &m_events; }
    /// From the topmost owner down to the object itself.
    [[nodiscard]] InfoList *owners() { return &m_owners; }
    [[nodiscard]] InfoList *relatives() { return &m_relatives; }
    [[nodiscard]] EstimateModel *estimate() { return &m_estimate; }

    Q_INVOKABLE void back() { visit(m_at - 1); }
    Q_INVOKABLE void forward() { visit(m_at + 1); }
    Q_INVOKABLE void copyYaml() const;
    /// Shows or hides the raw text of an Event or condition.
    Q_INVOKABLE void toggle(const QString &key);
    /// Opens the object in the editor.
    Q_INVOKABLE void edit();

    void apply(const session::Batch &batch);
    void retranslate();

Q_SIGNALS:
    void changed();
    void yamlChanged();
    /// `text`: what `kubectl apply` would take to write the object again.
    void editRequested(const QString &kind, const QString &ns, const QString &name, const QString &text);

private:
    void onSelected();
    void visit(std::size_t at);
    void rebuild();
    void rebuildOwners();
    [[nodiscard]] std::optional<session::Usage> usage() const;

    session::CommandSink m_commands;
    SelectionModel *m_selection;
    session::Inspected m_now;
    base::Instant m_start = base::kSimEpoch;
    std::vector<session::ObjectName> m_visited;
    std::size_t m_at = 0;
    bool m_isVisiting = false;
    bool m_showsStatus = true;
    std::set<QString> m_open;
    std::map<std::string, session::Usage> m_podUsage, m_nodeUsage; ///< by UID, by name
    InfoList m_tiles, m_facts, m_conditions, m_events, m_owners, m_relatives;
    EstimateModel m_estimate;
};

} // namespace minato::viewmodels
