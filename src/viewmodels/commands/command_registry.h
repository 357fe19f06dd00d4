// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <map>
#include <vector>

namespace minato::viewmodels {

class CommandRegistry;

/// One command as a button shows it.
class WindowCommand : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString keys READ keys CONSTANT)
    Q_PROPERTY(QString hint READ hint NOTIFY changed)

public:
    WindowCommand(CommandRegistry &commands, QString id);

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString keys() const; ///< "Ctrl+P"; empty when it has none
    [[nodiscard]] QString hint() const; ///< "Pause (Ctrl+P)": for tool tips and names
    Q_INVOKABLE void trigger();

Q_SIGNALS:
    void changed();

private:
    CommandRegistry &m_commands;
    QString m_id;
};

/// What the window can do, each by a name that never changes: for buttons, menus, keys, the command palette and
/// the list of keys. There is no other place that gives a key a meaning for the whole window.
class CommandRegistry : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("")

public:
    /// A text by its id, perhaps with another one or a name in it, so that it can be told in any language.
    struct Label {
        QByteArray id, argument = {};
        QString name = {};
        [[nodiscard]] QString in(const std::function<QString(const char *)> &words) const;
        [[nodiscard]] QString text() const; ///< in the language of now
    };
    enum class Group { Time, Lesson, Panes, Window, Looks, Help };
    struct Command {
        QString id;
        Group group = Group::Window;
        Label label;
        QStringList keys; ///< as QKeySequence reads them; the first is told
        std::function<void()> run;
        std::function<bool()> isEnabled = {}; ///< none: always
        /// Another listens to the keys, and only while there is something to do.
        bool hasOwnKeys = false;
    };
    enum Role { IdRole = Qt::UserRole, TextRole, GroupRole, KeysRole, SequencesRole };

    using QAbstractListModel::QAbstractListModel;

    /// Commands of one group are added in a row: that is how they are listed.
    void add(Command command);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] const std::vector<Command> &all() const { return m_commands; }
    [[nodiscard]] const Command *find(const QString &id) const;

    /// Does it, if it can be done now.
    Q_INVOKABLE bool trigger(const QString &id);
    [[nodiscard]] QString text(const QString &id) const;
    [[nodiscard]] QString keys(const QString &id) const;
    [[nodiscard]] bool isEnabled(const QString &id) const;
    /// For a button; it stays the registry's.
    [[nodiscard]] Q_INVOKABLE minato::viewmodels::WindowCommand *of(const QString &id);
    void retranslate();

Q_SIGNALS:
    /// Something that only the window can do, such as opening a popup.
    void asked(const QString &id);
    void triggered(const QString &id);

private:
    std::vector<Command> m_commands;
    std::map<QString, WindowCommand *> m_shown;
};

[[nodiscard]] QString groupText(CommandRegistry::Group group);
/// How a key is written for people: "Ctrl+P".
[[nodiscard]] QString keyText(const QString &key);

} // namespace minato::viewmodels
