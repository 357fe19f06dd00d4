// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/hints.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace minato::shell::kubectl {
namespace {

/// An old way, known by the command and a word that begins one of its arguments.
struct OldWay {
    std::string_view command; ///< empty: any
    std::string_view word;    ///< empty: the command itself is the old way
    std::string_view english, japanese;
};

constexpr auto kOldWays = std::to_array<OldWay>({
    {"run", "--replicas",
     "kubectl run makes one Pod nowadays. For several: kubectl create deployment NAME --image=IMAGE "
     "--replicas=N",
     "いまの kubectl run は Pod を 1 つだけ作ります。複数なら kubectl create deployment NAME --image=IMAGE "
     "--replicas=N です。"},
    {"run", "--generator", "kubectl run always makes a Pod nowadays; --generator is gone.",
     "いまの kubectl run は必ず Pod を作ります。--generator はなくなりました。"},
    {"run", "--schedule", "For a schedule today: kubectl create cronjob NAME --image=IMAGE --schedule=…",
     "定期実行は、いまは kubectl create cronjob NAME --image=IMAGE --schedule=… です。"},
    {"", "--record",
     "--record is deprecated. Today: kubectl annotate deployment NAME kubernetes.io/change-cause='why'",
     "--record は非推奨です。いまは kubectl annotate deployment NAME kubernetes.io/change-cause='理由' "
     "と書きます。"},
    {"", "--export", "--export is gone. Today: kubectl get … -o yaml, and take the status out by hand.",
     "--export はなくなりました。いまは kubectl get … -o yaml の結果から status などを手で除きます。"},
    {"drain", "--delete-local-data", "The flag is called --delete-emptydir-data today.",
     "このフラグは、いまは --delete-emptydir-data です。"},
    {"version", "--short", "The short form is the usual one today: kubectl version",
     "いまは短い形が標準です。kubectl version だけで使えます。"},
    {"get", "--show-all", "Finished Pods are shown anyway today.",
     "いまは、終了した Pod も常に表示されます。"},
    {"rolling-update", "",
     "Today: kubectl set image deployment/NAME CONTAINER=IMAGE, then kubectl rollout status",
     "いまは kubectl set image deployment/NAME コンテナ=イメージ のあと、kubectl rollout status "
     "で見守ります。"},
    {"resize", "", "The command is called kubectl scale today.",
     "このコマンドは、いまは kubectl scale です。"},
    {"convert", "", "convert is a plug-in of its own today.", "convert は、いまは別のプラグインです。"},
});

std::string_view commandOf(const std::vector<std::string> &arguments)
{
    const auto word =
        std::ranges::find_if(arguments, [](const std::string &a) { return !a.starts_with('-'); });
    return word == arguments.end() ? std::string_view() : std::string_view(*word);
}

bool fits(const OldWay &way, const std::vector<std::string> &arguments)
{
    if (!way.command.empty() && way.command != commandOf(arguments))
        return false;
    if (way.word.empty())
        return true;
    // What follows "--" is for the container.
    for (const std::string &argument : arguments) {
        if (argument == "--")
            return false;
        if (argument == way.word || argument.starts_with(std::string(way.word) + "="))
            return true;
    }
    return false;
}

bool isAny(std::string_view text, std::initializer_list<std::string_view> names)
{
    return std::ranges::contains(names, text);
}

/// `kubectl get deployments`, as a table: tutorials from before v1.14 show other columns.
bool printsDeployments(const std::vector<std::string> &arguments)
{
    if (commandOf(arguments) != "get" || std::ranges::any_of(arguments, [](const std::string &a) {
            return a.starts_with("-o") || a.starts_with("--output") || a.starts_with("--raw");
        }))
        return false;
    return std::ranges::any_of(arguments, [](const std::string &a) {
        return isAny(a.substr(0, a.find('/')), {"deployments", "deployment", "deploy", "deployments.apps"});
    });
}

} // namespace

std::optional<Hint> hintFor(const std::vector<std::string> &arguments)
{
    for (const OldWay &way : kOldWays)
        if (fits(way, arguments))
            return Hint{std::string(way.english), std::string(way.japanese)};
    const auto holds = [&](std::string_view text) {
        return std::ranges::any_of(arguments, [text](const std::string &a) { return a.contains(text); });
    };
    if (holds(".ports0"))
        return Hint{
            "The template lost a part: it must read (index .spec.ports 0), with brackets or a blank.",
            "テンプレートが壊れています。(index .spec.ports 0) のように、ports と 0 の間に空白が要ります。"};
    if (commandOf(arguments) == "exec" && !std::ranges::contains(arguments, "--") && arguments.size() > 2)
        return Hint{"Today the command comes after --: kubectl exec POD -- COMMAND",
                    "いまは -- のあとにコマンドを書きます: kubectl exec POD -- COMMAND"};
    if (printsDeployments(arguments))
        return Hint{"Older texts show DESIRED and CURRENT here; since v1.14 READY is ready/desired.",
                    "古い教材の DESIRED と CURRENT の列は、v1.14 から READY(準備完了/希望数)になりました。"};
    return std::nullopt;
}

} // namespace minato::shell::kubectl
