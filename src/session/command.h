// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/ask.h"
#include "traffic/load_shape.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace minato::session {

/// What the window asks of the backend: values, taken in order; nothing is answered but by later batches.
struct RunLine {
    std::string text; ///< a complete line or construct, as typed
    int tab = kFirstTab;
};
/// Ctrl+C: ends what runs and forgets what waits.
struct CancelLine {
    int tab = kFirstTab;
};
/// Ctrl+D: the command that waits for a line finds the end of its input.
struct EndInput {
    int tab = kFirstTab;
};
/// Ends a tab of the terminal and all that runs in it.
struct CloseTab {
    int tab = 0;
};
/// What becomes of a text that a command laid before a person (Batch::edits). Nullopt: the editor was given up.
struct FinishEdit {
    std::uint64_t id = 0;
    std::optional<std::string> text;
};
/// The window's language, "ja" or "en".
struct SetLanguage {
    std::string language;
};
struct SetSpeed {
    double speed = 1;
};
struct SetPaused {
    bool isPaused = true;
};
/// Runs until something changes that the window shows, then pauses. Works while time is paused.
struct StepTime {};
/// Runs fast until nothing is on its way any more; then time goes on (or stands) as before.
struct RunUntilSettled {};
/// Ends either before it has come to its end. A new speed or a pause does so, too.
struct CancelRun {};
struct BeginStep {
    std::size_t index = 0;
};
/// Sends requests to a Service; a load that still runs is stopped first.
struct StartLoad {
    std::string service; ///< "ns/name"
    traffic::LoadShape shape = traffic::oneRequest();
    traffic::Arrivals arrivals = traffic::Arrivals::EvenlySpaced;
    traffic::Clients clients = {};
};
struct StopLoad {};
/// Counts requests from 0. What was counted before comes with the number before, or not at all.
struct ResetTraffic {
    std::uint64_t count = 0;
};
struct CancelAsk {
    std::uint64_t id = 0;
};
/// Follows this object from now on, with Batch::inspected; an empty name: none.
struct Inspect {
    ObjectName object;
};
/// Puts a file into the terminal's home folder.
struct WriteFile {
    std::string name, text;
};
/// Of a real cluster: the learner's yes to changes in the lesson's own namespace, which is made with what the lesson
/// starts with; or the end of it.
struct AllowWrites {
    bool mayWrite = true;
};
/// Removes that namespace with all that is in it; afterwards the cluster is open for reading only.
struct RemoveNamespace {};
/// The learner says that the whole cluster may be thrown away: its nodes may be changed, too.
struct MarkDisposable {
    bool isDisposable = true;
};
/// Of a real cluster: it and a simulated one take this step; how they differ then is told by Batch::comparison.
struct CompareStep {
    std::vector<std::string> lines; ///< commands, as typed
};
struct CancelComparison {};
using Command = std::variant<RunLine, CancelLine, EndInput, CloseTab, FinishEdit, SetLanguage, SetSpeed,
                             SetPaused, StepTime, RunUntilSettled, CancelRun, BeginStep, StartLoad, StopLoad,
                             ResetTraffic, Ask, CancelAsk, Inspect, WriteFile, AllowWrites, RemoveNamespace,
                             MarkDisposable, CompareStep, CancelComparison>;
using CommandSink = std::function<void(Command)>;

} // namespace minato::session
