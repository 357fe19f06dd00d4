// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/commands/palette_model.h"

#include "viewmodels/app_model.h"
#include "viewmodels/commands/fuzzy.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace minato::viewmodels {

PaletteModel::PaletteModel(AppModel &app) : m_app(app) {}

PaletteModel::~PaletteModel() = default;

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[m_rows[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case TextRole:
    case Qt::DisplayRole:
        return entry.text;
    case GroupRole:
        return entry.group;
    case KeysRole:
        return entry.keys;
    case GlyphRole:
        return entry.glyph;
    default:
        return {};
    }
}

QHash<int, QByteArray> PaletteModel::roleNames() const
{
    return {{TextRole, "label"}, {GroupRole, "group"}, {KeysRole, "keys"}, {GlyphRole, "glyph"}};
}

QString PaletteModel::countText() const
{
    //: For screen readers, while one types in the command palette. %n: how many commands fit.
    //% "%n found"
    return qtTrId("palette.found", count());
}

void PaletteModel::setQuery(const QString &query)
{
    if (m_query == query)
        return;
    m_query = query;
    search();
}

void PaletteModel::open()
{
    beginResetModel();
    m_rows.clear();
    m_entries.clear();
    m_query.clear();
    endResetModel();
    addCommands();
    addPages();
    addObjects();
    search();
}

void PaletteModel::retranslate()
{
    if (m_entries.empty())
        return; // it was never open
    const QString query = m_query;
    open();
    setQuery(query);
}

QStringList PaletteModel::inBothLanguages(const CommandRegistry::Label &label)
{
    QStringList texts{folded(label.text())};
    const QString other =
        m_app.preferences()->language() == u"ja" ? QStringLiteral("en") : QStringLiteral("ja");
    if (m_otherLanguage != other) {
        m_otherLanguage = other;
        m_other = std::make_unique<QTranslator>();
        if (!m_other->load(QStringLiteral("minato_") + other, QStringLiteral(":/i18n")))
            m_other.reset();
    }
    if (m_other)
        texts += folded(label.in([this](const char *id) { return m_other->translate(nullptr, id); }));
    return texts;
}

void PaletteModel::addCommands()
{
    for (const auto &command : m_app.commands()->all()) {
        if (!m_app.commands()->isEnabled(command.id) || command.id == u"help.palette" ||
            command.id == u"mode.leave")
            continue;
        m_entries.push_back({command.id, command.label.text(), groupText(command.group),
                             m_app.commands()->keys(command.id), QStringLiteral("play"),
                             inBothLanguages(command.label),
                             [this, id = command.id] { m_app.commands()->trigger(id); }});
    }
}

void PaletteModel::addPages()
{
    LessonModel *lesson = m_app.lesson();
    const QStringList titles = lesson->pageTitles();
    for (int page = 0; page < titles.size(); ++page)
        m_entries.push_back({QStringLiteral("page.%1").arg(page),
                             titles[page],
                             groupText(CommandRegistry::Group::Lesson),
                             {},
                             QStringLiteral("book"),
                             {folded(titles[page])},
                             [this, lesson, page] {
                                 lesson->setPage(page);
                                 m_app.layout()->go(QStringLiteral("lesson"));
                             }});
}

void PaletteModel::addObjects()
{
    std::vector<const session::ObjectName *> objects;
    for (const auto &[uid, object] : m_app.objects().byUid())
        if (object.kind != "ReplicaSet")
            objects.push_back(&object);
    std::ranges::sort(objects, {}, [](const session::ObjectName *object) {
        return std::tuple(std::string_view(object->kind), std::string_view(object->name),
                          std::string_view(object->ns));
    });
    if (objects.size() > kMaxObjects)
        objects.resize(kMaxObjects);
    for (const session::ObjectName *object : objects)
        addObject(*object);
}

void PaletteModel::addObject(const session::ObjectName &object)
{
    const QString kind = QString::fromStdString(object.kind), ns = QString::fromStdString(object.ns),
                  name = QString::fromStdString(object.name);
    const QString text = kind + u' ' + name;
    //: A group of what the command palette finds: objects of the cluster, to be selected.
    //% "Cluster"
    const QString group = qtTrId("palette.objects");
    m_entries.push_back({QStringLiteral("object.%1/%2").arg(text, ns),
                         text,
                         group,
                         {},
                         QStringLiteral("anchor"),
                         {folded(text)},
                         [this, kind, ns, name] {
                             m_app.selection()->select(kind, ns, name);
                             LayoutModel *layout = m_app.layout();
                             const QString inspector = QStringLiteral("inspector");
                             layout->go(layout->available().contains(inspector) ? inspector
                                                                                : QStringLiteral("cluster"));
                         }});
}

void PaletteModel::search()
{
    const QString typed = folded(m_query.trimmed());
    struct Found {
        std::size_t entry;
        qsizetype age; ///< since it was chosen
        int score;
    };
    std::vector<Found> found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        int score = 0;
        for (const QString &text : m_entries[i].sought)
            score = std::max(score, fuzzyScore(typed, text));
        const qsizetype chosen = m_recent.indexOf(m_entries[i].id);
        if (score > 0)
            found.push_back({i, chosen < 0 ? kMaxRecent : chosen, score});
    }
    const bool isTyped = !typed.isEmpty();
    std::ranges::stable_sort(found, [isTyped](const Found &a, const Found &b) {
        if (!isTyped)
            return a.age < b.age;
        // What was chosen lately counts like a few letters more.
        const auto weight = [](const Found &each) { return each.score + (each.age < kMaxRecent ? 60 : 0); };
        return weight(a) > weight(b);
    });
    beginResetModel();
    m_rows.clear();
    for (const Found &each : found)
        if (m_rows.size() < kMaxRows)
            m_rows.push_back(each.entry);
    endResetModel();
    Q_EMIT queryChanged();
}

void PaletteModel::choose(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const Entry entry = m_entries[m_rows[static_cast<std::size_t>(row)]];
    m_recent.removeOne(entry.id);
    m_recent.prepend(entry.id);
    m_recent.resize(std::min<qsizetype>(m_recent.size(), kMaxRecent));
    entry.run();
}

} // namespace minato::viewmodels
