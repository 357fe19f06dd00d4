// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/stop.h"
#include "app/common/words.h"

#include <QCommandLineParser>
#include <QStringList>

#include <cstdint>
#include <expected>
#include <optional>
#include <string>

/// What all programs do with their arguments, and how they say what is wrong with one.
namespace minato::app {

/// A program, or a command of one, that is being called.
struct Called {
    const Words &words;
    QString name; ///< "minato-sim run": whose --help is recommended

    [[nodiscard]] Stop usage(const QString &sentence) const { return usageError(words, sentence, name); }
    [[nodiscard]] Stop unexpected(const QString &argument) const;
    [[nodiscard]] Stop valueMissing(const QString &option) const;
    /// The command is none of those that there are; empty: it is missing.
    [[nodiscard]] Stop wrongCommand(const QString &command) const;
};

/// -h and --help, which parse() answers.
void addHelp(QCommandLineParser &parser);

/// Parses; the Stop is --help, or an option that is unknown or lacks its value.
[[nodiscard]] std::optional<Stop> parse(QCommandLineParser &parser, const QStringList &arguments,
                                        const Called &called);

/// The number after --seed.
[[nodiscard]] std::expected<std::uint64_t, Stop> parseSeed(const QString &text, const Called &called);

/// The number after --speed, from 0 (held) to 1000; "max" gives infinity.
[[nodiscard]] std::expected<double, Stop> parseSpeed(const QString &text, const Called &called);

/// A whole number of an option, from `least` to `most`.
[[nodiscard]] std::expected<int, Stop> parseNumber(const QString &option, const QString &text, int least,
                                                   int most, const Called &called);

/// A file's text, or standard input's for "-".
[[nodiscard]] std::expected<std::string, Stop> readWhole(const QString &file, const Words &words);

/// Whether a file can be written; makes it when it is not there.
[[nodiscard]] std::optional<Stop> tryToWrite(const QString &file, const Words &words);

/// "cannot write FILE: " and why, by errno.
[[nodiscard]] Stop cannotWrite(const QString &file, int error, const Words &words);

} // namespace minato::app
