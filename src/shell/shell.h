// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clock.h"
#include "api/sim_control.h"
#include "api/traffic_target.h"
#include "api/transport.h"
#include "client/task.h"
#include "shell/completion/completion.h"
#include "shell/sh/streams.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace minato::shell {

class LocalPorts;

enum class Stream : std::uint8_t { Out, Err };
using OutputSink = std::function<void(Stream, std::string_view)>;

/// What a learner may want to know beside what a command printed: that a tutorial's words are out of date.
struct Hint {
    std::string english, japanese;
};
using HintSink = std::function<void(const Hint &)>;
/// Shows a text to a person, who changes it; what has become of it. Nullopt: the editor was given up.
using TextEditor = std::function<client::Task<std::optional<std::string>>(std::string text)>;

/// Hears of the lines of a script, one after the other. A line is what a person enters before the prompt
/// comes back: several when a quote, a loop or a here-document goes on.
class LineObserver {
public:
    virtual ~LineObserver() = default;
    /// The line runs when the task has ended. `number`: where it begins in the script, from 1.
    [[nodiscard]] virtual client::Task<void> lineBegins(std::string text, int number) = 0;
    virtual void lineEnded(int status) = 0;
};

/// A small POSIX shell and its commands (kubectl, curl, echo, …) over one cluster. Output is text.
///
/// Errors    As sh and kubectl print them, on Stream::Err, with their exit status.
/// Cancel    Destroying the Task that run() gave stops everything that the line had started.
/// Threads   One: the transport's.
class Shell {
public:
    struct Options {
        api::KubeTransport &transport;
        api::TrafficTarget &traffic;
        api::Timers &timers;
        std::string serverUrl = "https://127.0.0.1:6443"; ///< what kubectl's messages name
        std::string context = "minato"; ///< what kubectl's configuration calls cluster, context and user
        std::string ns = {};            ///< the context's namespace; empty: "default"
        /// Files that `kubectl apply -f` may read; the text, or nullopt. Default: there are none.
        std::function<std::optional<std::string>(std::string_view path)> readFile = {};
        int kubectlMinor =
            34; ///< whose texts kubectl prints: those of v1.34, which differ from v1.32's in a few
        /// For `minikube node stop`; null: the machines are not simulated, and it says so.
        api::SimControl *control = nullptr;
        /// The ports of the learner's computer, when several shells share them; null: this one has its own.
        std::shared_ptr<LocalPorts> ports = {};
        InPtr input = {};       ///< what is typed while a line of run() runs; null: nothing
        HintSink hint = {};     ///< hints are no output: they go where the window likes
        TextEditor editor = {}; ///< for `kubectl edit`, when $KUBE_EDITOR and $EDITOR name no program
    };
    explicit Shell(Options options);
    ~Shell();

    /// Runs a line or a whole script; the exit status of its last command. Variables persist between calls.
    /// One run at a time. A job started with `&` outlives its run (until this Shell dies) and keeps `output`.
    [[nodiscard]] client::Task<int> run(std::string script, OutputSink output);
    /// The same for a text that ends the shell, as `sh FILE` does: `trap … EXIT` runs at its end.
    [[nodiscard]] client::Task<int> runScript(std::string script, OutputSink output,
                                              LineObserver *observer = nullptr);

    /// True when the last run ended the shell: by `exit`, or by `set -e`.
    [[nodiscard]] bool hasExited() const;

    /// True when the text so far is an unfinished construct (open quote, `for` without `done`): prompt "> ".
    [[nodiscard]] static bool needsMore(std::string_view script);

    /// What Tab offers at the end of this unfinished line. Lines may run meanwhile.
    [[nodiscard]] client::Task<Completion> complete(std::string line);

    /// A file of the home folder; it is made or replaced. False: no space left, or not a name.
    bool writeFile(std::string_view name, std::string_view text);

    [[nodiscard]] std::string variable(std::string_view name) const;
    void setVariable(std::string name, std::string value);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace minato::shell
