// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/trouble.h"

#include "base/assert.h"
#include "remote/sentences.h"

#include <array>
#include <string_view>
#include <utility>

namespace minato::remote {
namespace {

Sentence entryWords(const Entry &entry)
{
    const auto named = [&entry](std::string_view en, std::string_view ja) {
        return Sentence{std::string(en) + " \"" + entry.name + "\"",
                        std::string(ja) + "「" + entry.name + "」"};
    };
    switch (entry.section) {
    case Entry::Section::Cluster:
        return named("cluster", "クラスター");
    case Entry::Section::Context:
        return named("context", "コンテキスト");
    case Entry::Section::User:
        return named("user", "ユーザー");
    case Entry::Section::None:
        break;
    }
    return {};
}

/// Puts the values where their names stand in braces.
std::string filled(std::string_view pattern, const std::string &entry, const Trouble &trouble)
{
    const std::array<std::pair<std::string_view, const std::string *>, 4> values{
        {{"{entry}", &entry},
         {"{field}", &trouble.field},
         {"{detail}", &trouble.detail},
         {"{file}", &trouble.place.file}}};
    std::string text;
    while (!pattern.empty()) {
        bool isName = false;
        for (const auto &[name, value] : values) {
            if (!pattern.starts_with(name))
                continue;
            text += *value;
            pattern.remove_prefix(name.size());
            isName = true;
            break;
        }
        if (isName)
            continue;
        text += pattern.front();
        pattern.remove_prefix(1);
    }
    return text;
}

} // namespace

Sentence sentenceOf(const Trouble &trouble)
{
    const SentencePattern &pattern = sentencePattern(trouble.kind);
    MINATO_ASSERT(pattern.kind == trouble.kind);
    const Sentence entry = entryWords(trouble.entry);
    return {filled(pattern.en, entry.en, trouble), filled(pattern.ja, entry.ja, trouble)};
}

base::Diagnostic diagnosticOf(const Trouble &trouble, Language language)
{
    Sentence sentence = sentenceOf(trouble);
    return {trouble.place.file, trouble.place.line, 0,
            language == Language::Japanese ? std::move(sentence.ja) : std::move(sentence.en)};
}

} // namespace minato::remote
