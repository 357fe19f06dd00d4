// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/program.h"
#include "support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace minato::tests {

/// One row of a table of calls. In arguments, environment and expectations %d is a folder of the row's own.
/// An expectation with … says how a long text begins and ends.
struct CalledRow {
    QStringList arguments;
    int status = 0;
    QByteArray err;                           ///< exactly
    QByteArray out = {};                      ///< exactly
    QByteArray input = {};                    ///< on standard input
    std::map<QString, QByteArray> files = {}; ///< made in the folder
    std::map<QString, QString> environment = {};
    bool isPowerless = false;
};

inline bool isAsExpected(const QByteArray &actual, const QByteArray &expected)
{
    const auto cut = expected.indexOf("…");
    if (cut < 0)
        return actual == expected;
    const QByteArray begin = expected.left(cut), end = expected.mid(cut + qstrlen("…"));
    return actual.size() >= begin.size() + end.size() && actual.startsWith(begin) && actual.endsWith(end);
}

inline void checkCall(const char *program, const CalledRow &row)
{
    QTemporaryDir folder;
    for (const auto &[name, text] : row.files) {
        QFile file(folder.filePath(name));
        QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), qPrintable(name));
        if (row.isPowerless)
            QVERIFY(file.setPermissions({}));
    }
    QStringList arguments = row.arguments;
    arguments.replaceInStrings(QStringLiteral("%d"), folder.path());
    std::map<QString, QString> environment = row.environment;
    for (auto &[name, value] : environment)
        value.replace(QStringLiteral("%d"), folder.path());
    const Ended ended = run(program, arguments,
                            {.input = row.input, .environment = environment, .isPowerless = row.isPowerless});
    const auto inFolder = [&folder](QByteArray text) { return text.replace("%d", folder.path().toUtf8()); };
    const auto shown = [](const QByteArray &text) {
        return QString::fromUtf8(text.size() > 2000 ? text.left(1000) + "\n[…]\n" + text.right(1000) : text);
    };
    QVERIFY2(isAsExpected(ended.err, inFolder(row.err)),
             qPrintable(QStringLiteral("stderr: ") + shown(ended.err)));
    QVERIFY2(isAsExpected(ended.out, inFolder(row.out)),
             qPrintable(QStringLiteral("stdout: ") + shown(ended.out)));
    QCOMPARE(ended.status, row.status);
    if (row.status != 0)
        for (const QFileInfo &left : QDir(folder.path()).entryInfoList(QDir::Files))
            QVERIFY2(left.size() > 0 || row.files.contains(left.fileName()),
                     qPrintable(left.fileName() + QStringLiteral(" was left behind, empty")));
}

} // namespace minato::tests

Q_DECLARE_METATYPE(minato::tests::CalledRow)
