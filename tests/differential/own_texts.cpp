// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "differential/own_texts.h"

#include <QFile>

namespace minato::tests {

std::set<std::string> ownTexts(int minor, const std::string &script)
{
    std::set<std::string> commands;
    QFile file(QStringLiteral(MINATO_SOURCE_DIR "/tests/differential/versions/1.%1.txt").arg(minor));
    if (!file.open(QIODevice::ReadOnly))
        return commands;
    const std::string prefix = script + ": ";
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(prefix.c_str()))
            commands.insert(line.mid(static_cast<qsizetype>(prefix.size())).toStdString());
    }
    return commands;
}

} // namespace minato::tests
