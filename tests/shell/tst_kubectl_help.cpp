// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/kubectl/command.h"
#include "shell/kubectl/help_japanese.h"
#include "support/test_registry.h"

#include <set>

using namespace minato::shell::kubectl;

namespace {

/// All texts that the help of a command shows to people.
std::set<std::string> textsOf(const Command &command)
{
    std::set<std::string> texts{std::string(command.brief), std::string(command.text)};
    std::string_view examples = command.examples;
    while (!examples.empty()) {
        const std::string_view line = examples.substr(0, examples.find('\n'));
        examples.remove_prefix(std::min(line.size() + 1, examples.size()));
        if (line.starts_with("# "))
            texts.emplace(line.substr(2));
    }
    for (const FlagSpecs group : command.flags)
        for (const FlagSpec &flag : group)
            texts.emplace(flag.help);
    texts.erase("");
    return texts;
}

bool hasJapanese(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

} // namespace

/// Every command of the terminal's kubectl helps in Japanese and in English.
class TestKubectlHelp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void command_helpsInBothLanguages_data()
    {
        QTest::addColumn<const Command *>("command");
        for (const Command *command : allCommands())
            QTest::newRow(std::string(command->path).c_str()) << command;
    }
    void command_helpsInBothLanguages()
    {
        QFETCH(const Command *, command);
        QVERIFY(!command->brief.empty());
        for (const std::string &text : textsOf(*command)) {
            QVERIFY2(!hasJapanese(text), text.c_str());
            QVERIFY2(hasJapanese(inJapanese(text)), text.c_str());
        }
        const std::string english = helpOf(*command, Language::English);
        QVERIFY(english.contains("Usage:\n  kubectl " + std::string(command->path)));
        QVERIFY(!hasJapanese(english));
        QVERIFY(helpOf(*command, Language::Japanese)
                    .contains("使い方:\n  kubectl " + std::string(command->path)));
    }

    void root_helpsInBothLanguages()
    {
        QVERIFY(rootHelp(Language::English).contains("kubectl controls the Kubernetes cluster manager."));
        QVERIFY(!hasJapanese(rootHelp(Language::English)));
        QVERIFY(rootHelp(Language::Japanese).contains("基本のコマンド"));
        QVERIFY(globalOptionsHelp(Language::Japanese).contains("名前空間"));
        for (const FlagSpec &flag : globalFlags())
            QVERIFY2(hasJapanese(inJapanese(flag.help)), std::string(flag.name).c_str());
    }

    void language_isThatOfTheEnvironment()
    {
        QCOMPARE(languageOf({}), Language::English);
        QCOMPARE(languageOf({{"LANG", "ja_JP.UTF-8"}}), Language::Japanese);
        QCOMPARE(languageOf({{"LANG", "ja_JP.UTF-8"}, {"LC_ALL", "C"}}), Language::English);
        QCOMPARE(languageOf({{"LANG", "C"}, {"LC_MESSAGES", "ja_JP"}}), Language::Japanese);
    }
};

MINATO_TEST(TestKubectlHelp)
#include "tst_kubectl_help.moc"
