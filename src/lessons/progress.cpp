// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/progress.h"

#include "kube/json.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <expected>
#include <format>

namespace minato::lessons {
namespace {

using kube::Value;

Value toValue(const Progress &progress)
{
    Value lessons = Value::emptyMap();
    for (const auto &[lesson, steps] : progress.finishedSteps) {
        Value::Array ids;
        for (const std::string &id : steps)
            ids.emplace_back(id);
        lessons.edit(lesson).set("finished", Value(std::move(ids)));
    }
    for (const auto &[lesson, step] : progress.currentStep)
        lessons.edit(lesson).set("current", step);
    for (const auto &[lesson, time] : progress.openedAt)
        lessons.edit(lesson).set("openedAt", time);
    return Value::map({{"format", 1}, {"lessons", std::move(lessons)}});
}

std::expected<Progress, std::string> fromValue(const Value &value)
{
    if (value["format"].asInt() != 1 || !value["lessons"].isMap())
        return std::unexpected("expected format 1 with a map of lessons");
    Progress progress;
    for (const kube::Member &lesson : value["lessons"].members()) {
        for (const Value &step : lesson.value["finished"].items())
            progress.finishedSteps[std::string(lesson.key())].emplace(step.asString());
        if (const auto current = lesson.value["current"].asString(); !current.empty())
            progress.currentStep[std::string(lesson.key())] = current;
        if (const auto &time = lesson.value["openedAt"]; time.isInt())
            progress.openedAt[std::string(lesson.key())] = time.asInt();
    }
    return progress;
}

std::expected<Progress, std::string> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(file.errorString().toStdString());
    const auto value = kube::parseJson(file.readAll().toStdString());
    if (!value)
        return std::unexpected(base::toString(value.error().front()));
    return fromValue(*value);
}

/// Renames to the first free FILE.damaged-N; empty when that cannot be done, or when it is no file of ours
/// but a folder.
QString putAside(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    for (int number = 1;; ++number) {
        const QString aside = QStringLiteral("%1.damaged-%2").arg(path).arg(number);
        if (!QFileInfo::exists(aside))
            return QFile::rename(path, aside) ? aside : QString();
    }
}

std::optional<QString> write(const QString &path, const QByteArray &data)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size() || !file.commit())
        return file.errorString();
    return std::nullopt;
}

} // namespace

ProgressStore::Loaded ProgressStore::load()
{
    const QString path = QString::fromStdString(m_file);
    if (!QFileInfo::exists(path))
        return {};
    auto progress = read(path);
    if (progress)
        return {.progress = *std::move(progress), .damage = {}};
    const QString aside = putAside(path);
    m_isBlocked = aside.isEmpty();
    auto before = read(path + QStringLiteral(".bak"));
    Damage damage{.file = m_file,
                  .reason = progress.error(),
                  .keptAs = aside.toStdString(),
                  .isCopyUsed = before.has_value()};
    if (before && !m_isBlocked)
        (void)save(*before); // what fails here fails again, and is told, at the next save
    return {.progress = before ? *std::move(before) : Progress(), .damage = std::move(damage)};
}

std::optional<base::Diagnostic> ProgressStore::save(const Progress &progress)
{
    if (m_isBlocked)
        return base::Diagnostic{.file = m_file, .message = "a file that cannot be read is in its place"};
    const QString path = QString::fromStdString(m_file);
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (read(path)) {
        QFile old(path);
        if (old.open(QIODevice::ReadOnly))
            (void)write(path + QStringLiteral(".bak"), old.readAll());
    }
    const QByteArray text =
        QByteArray::fromStdString(kube::toJson(toValue(progress), kube::JsonStyle::Pretty) + "\n");
    if (const auto error = write(path, text))
        return base::Diagnostic{.file = m_file, .message = error->toStdString()};
    return std::nullopt;
}

} // namespace minato::lessons
