// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/stop.h"

#include <QStringList>

#include <cstdio>
#include <print>

namespace minato::app {

Stop usageError(const Words &words, const QString &sentence, const QString &program)
{
    //: %1: what is wrong, a sentence without a full stop. %2: the program, "minato-sim run".
    //% "%1; see %2 --help"
    return {words(QT_TRID_NOOP("program.see-help")).arg(sentence, program), kUsage};
}

Stop failure(const base::Diagnostics &faults)
{
    QStringList lines;
    for (const base::Diagnostic &fault : faults)
        lines += QString::fromStdString(base::toString(fault));
    return {lines.join(u'\n'), kFailed};
}

int tell(const char *program, const Stop &stop)
{
    if (stop.status == 0) {
        std::print("{}{}", stop.text.toStdString(), stop.text.endsWith(u'\n') ? "" : "\n");
        return 0;
    }
    for (const QString &line : stop.text.split(u'\n', Qt::SkipEmptyParts))
        std::println(stderr, "{}: {}", program, line.toStdString());
    return stop.status;
}

} // namespace minato::app
