// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/commands/command_registry.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>

namespace minato::viewmodels {

QString groupText(CommandRegistry::Group group)
{
    using enum CommandRegistry::Group;
    switch (group) {
    case Time:
        //: A group of commands.
        //% "Time in the cluster"
        return qtTrId("commands.time");
    case Lesson:
        //: A group of commands.
        //% "Lesson"
        return qtTrId("commands.lesson");
    case Panes:
        //: A group of commands.
        //% "Panes"
        return qtTrId("commands.panes");
    case Looks:
        //: A group of commands.
        //% "Appearance"
        return qtTrId("commands.looks");
    case Help:
        //: A group of commands.
        //% "Help"
        return qtTrId("commands.help");
    case Window:
        break;
    }
    //: A group of commands.
    //% "Window"
    return qtTrId("commands.window");
}

QString keyText(const QString &key)
{
    return QKeySequence(key, QKeySequence::PortableText).toString(QKeySequence::NativeText);
}

QString CommandRegistry::Label::in(const std::function<QString(const char *)> &words) const
{
    const QString text = words(id.constData());
    if (!argument.isEmpty())
        return text.arg(words(argument.constData()));
    return name.isEmpty() ? text : text.arg(name);
}

QString CommandRegistry::Label::text() const
{
    return in([](const char *text) { return qtTrId(text); });
}

void CommandRegistry::add(Command command)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_commands.push_back(std::move(command));
    endInsertRows();
}

int CommandRegistry::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_commands.size());
}

QVariant CommandRegistry::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Command &command = m_commands[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole:
        return command.id;
    case TextRole:
    case Qt::DisplayRole:
        return command.label.text();
    case GroupRole:
        return groupText(command.group);
    case KeysRole: {
        QStringList texts;
        for (const QString &key : command.keys)
            texts += keyText(key);
        texts.removeDuplicates();
        return texts;
    }
    case SequencesRole:
        return command.hasOwnKeys ? QStringList() : command.keys;
    default:
        return {};
    }
}

QHash<int, QByteArray> CommandRegistry::roleNames() const
{
    return {{IdRole, "commandId"},
            {TextRole, "label"},
            {GroupRole, "group"},
            {KeysRole, "keys"},
            {SequencesRole, "bindings"}};
}

const CommandRegistry::Command *CommandRegistry::find(const QString &id) const
{
    const auto found = std::ranges::find(m_commands, id, &Command::id);
    return found == m_commands.end() ? nullptr : &*found;
}

bool CommandRegistry::trigger(const QString &id)
{
    const Command *command = find(id);
    if (!command || (command->isEnabled && !command->isEnabled()))
        return false;
    const auto run = command->run; // which may add commands
    run();
    Q_EMIT triggered(id);
    return true;
}

QString CommandRegistry::text(const QString &id) const
{
    const Command *command = find(id);
    return command ? command->label.text() : QString();
}

QString CommandRegistry::keys(const QString &id) const
{
    const Command *command = find(id);
    return command && !command->keys.isEmpty() ? keyText(command->keys.first()) : QString();
}

bool CommandRegistry::isEnabled(const QString &id) const
{
    const Command *command = find(id);
    return command && (!command->isEnabled || command->isEnabled());
}

WindowCommand *CommandRegistry::of(const QString &id)
{
    auto &shown = m_shown[id];
    if (!shown)
        shown = new WindowCommand(*this, id);
    return shown;
}

void CommandRegistry::retranslate()
{
    if (!m_commands.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    for (const auto &[id, shown] : m_shown)
        Q_EMIT shown->changed();
}

WindowCommand::WindowCommand(CommandRegistry &commands, QString id)
    : QObject(&commands), m_commands(commands), m_id(std::move(id))
{
}

QString WindowCommand::text() const
{
    return m_commands.text(m_id);
}

QString WindowCommand::keys() const
{
    return m_commands.keys(m_id);
}

QString WindowCommand::hint() const
{
    //: Tool tip of a button. %1: what it does. %2: the key that does it, too.
    //% "%1 (%2)"
    return keys().isEmpty() ? text() : qtTrId("commands.hint").arg(text(), keys());
}

void WindowCommand::trigger()
{
    m_commands.trigger(m_id);
}

} // namespace minato::viewmodels
