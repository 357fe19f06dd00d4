// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/stop.h"

#include <cstdio>
#include <print>
#include <utility>

namespace minato::app {

Stop usageError(const Words &words, const QString &sentence, const QString &program)
{
    //: %1: what is wrong, a sentence without a full stop. %2: the program, "minato-sim run".
    //% "%1; see %2 --help"
    return {words(QT_TRID_NOOP("program.see-help")).arg(sentence, program), kUsage};
}

Stop failure(base::Diagnostics faults, base::Language language)
{
    for (base::Diagnostic &fault : faults)
        if (language == base::Language::Japanese && !fault.japanese.empty())
            fault.message = fault.japanese;
    return {.text = {}, .faults = std::move(faults)};
}

int tell(const char *program, const Stop &stop)
{
    if (stop.status == 0) {
        std::print("{}{}", stop.text.toStdString(), stop.text.endsWith(u'\n') ? "" : "\n");
        return 0;
    }
    for (const base::Diagnostic &fault : stop.faults) {
        if (fault.file.empty())
            std::print(stderr, "{}: ", program);
        std::println(stderr, "{}", base::toString(fault));
    }
    if (!stop.text.isEmpty())
        std::println(stderr, "{}: {}", program, stop.text.toStdString());
    return stop.status;
}

} // namespace minato::app
