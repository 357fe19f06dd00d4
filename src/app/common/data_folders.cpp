// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/data_folders.h"

#include <QCoreApplication>
#include <QDir>

namespace minato::app {

QString lessonsFolder()
{
    if (const QString named = qEnvironmentVariable("MINATO_LESSONS"); !named.isEmpty())
        return named;
    const QDir installed(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/minato/lessons"));
    return installed.exists() ? installed.canonicalPath() : QStringLiteral(MINATO_SOURCE_DIR "/lessons");
}

} // namespace minato::app
