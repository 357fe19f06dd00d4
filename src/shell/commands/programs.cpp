// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commands/programs.h"

#include "shell/commands/own_text.h"
#include "shell/container_shell.h"

#include <algorithm>
#include <array>

namespace minato::shell {
namespace {

struct Entry {
    std::string_view name;
    Program program;
    OwnText help = {}; ///< one line for `help`; empty: not listed
};

constexpr std::array kPrograms{
    Entry{"[", runBuiltinProgram},
    Entry{"ab", runAb, {"send load: ab -n 1000 -c 10 URL/", "負荷をかける: ab -n 1000 -c 10 URL/"}},
    Entry{"awk",
          runAwk,
          {"work on the fields of lines: awk '{print $1}'", "行を項目ごとに扱う: awk '{print $1}'"}},
    Entry{"base64", runBase64, {"encode, or decode with -d", "Base64 にする（-d で元に戻す）"}},
    Entry{"basename", runBasename},
    Entry{"cat", runCat, {"print files or what comes in", "ファイルや入力の中身を表示する"}},
    Entry{"chmod",
          runChmod,
          {"let a script run: chmod +x FILE", "スクリプトを実行できるようにする: chmod +x ファイル"}},
    Entry{"clear", runClear, {"clear the screen", "画面を消す"}},
    Entry{"column", runColumn, {"make a table: column -t", "表の形にそろえる: column -t"}},
    Entry{"comm", runComm},
    Entry{"cp", runCp, {"copy files", "ファイルをコピーする"}},
    Entry{"curl", runCurl, {"send an HTTP request to the cluster", "クラスターに HTTP リクエストを送る"}},
    Entry{"cut", runCut, {"print parts of lines", "行の一部を取り出す"}},
    Entry{"date", runDate, {"print the cluster's time", "クラスターの時刻を表示する"}},
    Entry{"dirname", runDirname},
    Entry{"echo", runEchoProgram},
    Entry{"egrep", runGrep},
    Entry{"env",
          runEnv,
          {"print exported variables, or run a command with others",
           "環境変数を表示する、変えてコマンドを実行する"}},
    Entry{"expr", runExpr},
    Entry{"false", runBuiltinProgram},
    Entry{"fgrep", runGrep},
    Entry{"find", runFind, {"look for files", "ファイルを探す"}},
    Entry{"fold", runFold},
    Entry{"grep", runGrep, {"print lines that match a pattern", "パターンに合う行を表示する"}},
    Entry{"head", runHead, {"print the first lines", "先頭の行を表示する"}},
    Entry{"help", runHelp, {"this list", "この一覧"}},
    Entry{"hey", runHey, {"send load: hey -n 1000 -c 10 URL", "負荷をかける: hey -n 1000 -c 10 URL"}},
    Entry{"hostname", runHostname},
    Entry{"jq",
          runJq,
          {"work on JSON: kubectl get … -o json | jq .items",
           "JSON を扱う: kubectl get … -o json | jq .items"}},
    Entry{"k", runKubectl, {"kubectl, in short", "kubectl の短い名前"}},
    Entry{"kind", runKind},
    Entry{"kubectl", runKubectl, {"talk to the Kubernetes cluster", "Kubernetes クラスターを操作する"}},
    Entry{"less", runCat},
    Entry{"ls", runLs, {"list files", "ファイルの一覧を表示する"}},
    Entry{"man", runMan},
    Entry{"minikube", runMinikube, {"switch machines on and off", "マシンの電源を入れる、切る"}},
    Entry{"mkdir", runMkdir, {"make a folder", "フォルダーを作る"}},
    Entry{"more", runCat},
    Entry{"mv", runMv, {"move or rename files", "ファイルを移動する、名前を変える"}},
    Entry{"nl", runNl, {"number lines", "行に番号を付ける"}},
    Entry{"nohup", runNohup},
    Entry{"paste", runPaste, {"join lines side by side", "行を横につなげる"}},
    Entry{"printenv", runEnv},
    Entry{"printf", runBuiltinProgram},
    Entry{"pwd", runBuiltinProgram},
    Entry{"realpath", runRealpath},
    Entry{"rev", runRev},
    Entry{"rm", runRm, {"remove files", "ファイルを削除する"}},
    Entry{"rmdir", runRmdir},
    Entry{"sed", runSed, {"change lines: sed 's/old/new/'", "行を書き換える: sed 's/前/後/'"}},
    Entry{"seq", runSeq, {"print numbers", "連続した数を表示する"}},
    Entry{"sh", runSh, {"run a script: sh FILE", "スクリプトを実行する: sh ファイル"}},
    Entry{"sleep", runSleep, {"wait, in the cluster's time", "クラスターの時間で待つ"}},
    Entry{"sort", runSort, {"sort lines", "行を並べ替える"}},
    Entry{"tac", runTac},
    Entry{"tail", runTail, {"print the last lines", "末尾の行を表示する"}},
    Entry{"tee", runTee, {"print and write to a file", "表示しながらファイルにも書く"}},
    Entry{"test", runBuiltinProgram},
    Entry{"timeout", runTimeout, {"end a command that takes too long", "長くかかるコマンドを打ち切る"}},
    Entry{"touch", runTouch, {"make an empty file", "空のファイルを作る"}},
    Entry{"tr", runTr, {"replace or delete characters", "文字を置き換える、取り除く"}},
    Entry{"true", runBuiltinProgram},
    Entry{"uniq",
          runUniq,
          {"drop repeated lines, or count them (-c)", "続けて重なる行をまとめる、数える（-c）"}},
    Entry{"watch", runWatch, {"run a command again and again", "コマンドを繰り返し実行する"}},
    Entry{"wc", runWc, {"count lines, words, characters", "行、単語、文字を数える"}},
    Entry{"which", runWhich},
    Entry{"whoami", runHostname},
    Entry{"xargs",
          runXargs,
          {"run a command with arguments that come in", "入力を引数にしてコマンドを実行する"}},
    Entry{"yes", runYes},
};

} // namespace

Program findProgram(const Services &services, std::string_view name)
{
    for (const std::string_view folder : {"/bin/", "/usr/bin/", "/usr/local/bin/"})
        if (name.starts_with(folder))
            name.remove_prefix(folder.size());
    if (name.ends_with(".exe")) // as PowerShell has it: curl there is another command
        name.remove_suffix(4);
    if (services.container && !services.container->programs.contains(name))
        return nullptr;
    if (services.container && name == "ps")
        return runPs;
    const auto found = std::ranges::find(kPrograms, name, &Entry::name);
    return found == kPrograms.end() ? nullptr : found->program;
}

std::vector<std::string_view> programNames()
{
    std::vector<std::string_view> names;
    for (const Entry &entry : kPrograms)
        names.push_back(entry.name);
    return names;
}

client::Task<int> runHelp(Process &process)
{
    const auto lang = process.environment.find("LANG");
    const bool isJapanese = lang != process.environment.end() && lang->second.starts_with("ja");
    process.print(isJapanese ? "Kubernetes クラスターにつながった小さな POSIX シェルです。使えるコマンド:\n\n"
                             : "This is a small POSIX shell on a Kubernetes cluster. Its commands:\n\n");
    for (const Entry &entry : kPrograms)
        if (!entry.help.en.empty())
            process.print("  " + std::string(entry.name) + std::string(12 - entry.name.size(), ' ') +
                          std::string(isJapanese ? entry.help.ja : entry.help.en) + "\n");
    process.print(
        isJapanese ? "\n組み込み: cd, echo, eval, exit, export, getopts, jobs, printf, pwd, read, set, test, "
                     "trap, type, unset, wait, …\n"
                     "文法:     パイプ、&& と "
                     "||、$(…)、$((…))、for、while、until、if、case、関数、リダイレクト、ヒアドキュメント。\n"
                     "kubectl でできることは `kubectl --help` で見られます。English: LANG=en_US.UTF-8 help\n"
                   : "\nBuiltins: cd, echo, eval, exit, export, getopts, jobs, printf, pwd, read, set, test, "
                     "trap, type, unset, wait, …\n"
                     "Grammar:  pipes, && and ||, $(…), $((…)), for, while, until, if, case, functions, "
                     "redirections, here-documents.\n"
                     "`kubectl --help` lists what kubectl can do. 日本語: LANG=ja_JP.UTF-8 help\n");
    co_return 0;
}

} // namespace minato::shell
