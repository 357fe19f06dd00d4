// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// man kubectl-get shows what `kubectl get --help` prints; other pages there are none.
#include "shell/commands/own_text.h"
#include "shell/commands/programs.h"
#include "shell/commands/running.h"

namespace minato::shell {

client::Task<int> runMan(Process &process)
{
    std::vector<std::string> pages;
    for (std::size_t i = 1; i < process.arguments.size(); ++i)
        if (!process.arguments[i].starts_with('-') && process.arguments[i] != "1")
            pages.push_back(process.arguments[i]);
    if (pages.empty()) {
        process.complain("What manual page do you want?\nFor example, try 'man man'.\n");
        co_return 1;
    }
    int status = 0;
    for (const std::string &page : pages) {
        if (page == "kubectl" || page.starts_with("kubectl-")) {
            std::vector<std::string> call{"kubectl"};
            for (std::size_t at = 7; at < page.size();) { // kubectl-rollout-status
                const std::size_t end = std::min(page.find('-', at + 1), page.size());
                call.push_back(page.substr(at + 1, end - at - 1));
                at = end;
            }
            call.emplace_back("--help");
            status = co_await runOther(process, std::move(call));
            continue;
        }
        const auto lang = process.environment.find("LANG");
        process.complain(
            "No manual entry for " + page + "\n" +
            ownLines(lang == process.environment.end() ? "" : lang->second,
                     "Manual pages here are those of kubectl (man kubectl-get); `help` lists the commands.",
                     "ここで読めるのは kubectl のマニュアルです（例: man kubectl-get）。コマンドの一覧は "
                     "help で見られます。"));
        status = 16;
    }
    co_return status;
}

} // namespace minato::shell
