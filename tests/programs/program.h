// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>

namespace minato::tests {

/// How a program ended and what it said.
struct Ended {
    QByteArray out, err;
    int status = -1; ///< -1: a crash, -2: it did not end in time, -3: it did not start
};

struct Start {
    QByteArray input;
    std::map<QString, QString> environment; ///< on top of a plain one: English, no window, nobody's home
    int seconds = 100;
    bool isPowerless = false; ///< file modes hold, even for root
};

/// Runs a program of this build to its end.
[[nodiscard]] Ended run(const char *program, const QStringList &arguments, const Start &start = {});

} // namespace minato::tests
