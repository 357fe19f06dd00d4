// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/json.h"
#include "support/test_registry.h"

#include <QFile>

Q_DECLARE_METATYPE(minato::kube::Value)

namespace minato::tests {

/// Gives the running data-driven test one row a case of data/<name>.json, in the column "testCase". The files
/// hold what Kubernetes' own libraries answered (see peer/main.go).
inline void addCases(const char *name)
{
    QTest::addColumn<kube::Value>("testCase");
    QFile file(QStringLiteral(MINATO_SOURCE_DIR "/tests/kube/data/%1.json").arg(QLatin1String(name)));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const auto table = kube::parseJson(file.readAll().toStdString());
    QVERIFY2(table, qPrintable(file.fileName()));
    QVERIFY(table->size() > 0);
    for (std::size_t i = 0; i < table->size(); ++i)
        QTest::addRow("%s[%zu] %.60s", name, i, kube::toJson((*table)[i]["in"]).c_str()) << (*table)[i];
}

/// The strings of a list; none for null, as Go encodes an empty slice.
inline std::vector<std::string> strings(const kube::Value &list)
{
    std::vector<std::string> texts;
    for (const kube::Value &item : list.items())
        texts.emplace_back(item.asString());
    return texts;
}

inline std::string text(const kube::Value &value)
{
    return std::string(value.asString());
}

} // namespace minato::tests

#define MINATO_FETCH_CASE QFETCH(minato::kube::Value, testCase)
