// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/terminal/history_file.h"

#include "viewmodels/terminal/line_editor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace minato::viewmodels {
namespace {

QByteArray lineOf(const QString &entry)
{
    // An array, because Qt writes documents, not bare texts.
    return QJsonDocument(QJsonArray{entry}).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QStringList HistoryFile::read() const
{
    QFile file(m_path);
    QStringList entries;
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return entries;
    qsizetype lines = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        ++lines;
        const QString entry = QJsonDocument::fromJson(line).array().at(0).toString();
        if (!entry.isEmpty())
            entries += entry;
    }
    file.close();
    if (entries.size() > LineEditor::kMaxHistory)
        entries = entries.last(LineEditor::kMaxHistory);
    if (lines > 2 * LineEditor::kMaxHistory) {
        QSaveFile shorter(m_path);
        if (shorter.open(QIODevice::WriteOnly)) {
            for (const QString &entry : entries)
                shorter.write(lineOf(entry));
            shorter.commit();
        }
    }
    return entries;
}

void HistoryFile::append(const QString &entry) const
{
    if (m_path.isEmpty() || entry.trimmed().isEmpty())
        return;
    QDir().mkpath(QFileInfo(m_path).path());
    QFile file(m_path);
    if (file.open(QIODevice::Append))
        file.write(lineOf(entry));
}

} // namespace minato::viewmodels
