// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/verdict.h"

#include <QString>

#include <functional>
#include <string>

namespace minato::viewmodels {

/// A verdict in words that a learner understands.
///
/// Words     "Connections" where clients keep theirs or the Service holds a client to its Pod: there kube-proxy
///           does not choose a Pod for each request, and what is counted as a choice is told as such.
/// Threads   The window's: the texts are in its language.
struct VerdictText {
    enum class Tone { Neutral, Good, Notice };
    Tone tone = Tone::Neutral;
    QString headline; ///< a few words
    QString detail;   ///< one or two sentences
};

using PodLabel = std::function<QString(const std::string &uid)>;

/// `hasAny`: whether there was a request before the sample began.
[[nodiscard]] VerdictText verdictText(const traffic::Verdict &verdict, const traffic::Sample &sample,
                                      const PodLabel &label, bool hasAny = false);

/// How many Pods have been seen, how many further requests one would expect to need for the rest, and how
/// likely it is to have seen all; empty where there is no choice.
[[nodiscard]] QString occupancyText(const traffic::Verdict &verdict, const traffic::ConnectionMode &mode);

/// "9.4%", "0.03%", "under 0.01%".
[[nodiscard]] QString percentText(double share);

} // namespace minato::viewmodels
