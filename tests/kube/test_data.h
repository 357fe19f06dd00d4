// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/json.h"

#include <QFile>

#include <string>
#include <string_view>

namespace minato::tests {

/// A file of tests/kube/data: expectations recorded from the upstream implementation. Null when it cannot be
/// read.
[[nodiscard]] inline kube::Value loadTestData(const char *name)
{
    QFile file(QString::fromUtf8(MINATO_SOURCE_DIR "/tests/kube/data/") + QString::fromUtf8(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    const auto value = kube::parseJson(std::string_view(bytes.constData(), std::size_t(bytes.size())));
    return value ? *value : kube::Value();
}

/// Row names are made of the input itself, so that a failure says what it was about.
[[nodiscard]] inline QByteArray rowName(std::size_t index, std::string_view text)
{
    QByteArray name = QByteArray::number(qulonglong(index)) + ": ";
    name +=
        QByteArray(text.data(), qsizetype(text.size())).left(90).replace('\n', "\\n").replace('\t', "\\t");
    return name;
}

[[nodiscard]] inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace minato::tests
