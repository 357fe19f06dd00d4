// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_loader.h"

#include "kube/yaml.h"
#include "lessons/fields.h"
#include "lessons/lesson_lint.h"
#include "lessons/structure_reader.h"
#include "lessons/text_file.h"

#include <algorithm>
#include <filesystem>
#include <format>

namespace minato::lessons {
namespace {

namespace fs = std::filesystem;

void readTexts(const fs::path &folder, Lesson &lesson, base::Diagnostics &problems)
{
    for (const std::string_view language : kLanguages) {
        const fs::path path = folder / std::format("lesson.{}.md", language);
        const auto markdown = readTextFile(path);
        if (!markdown) {
            problems.push_back({.file = path.string(), .message = markdown.error()});
            continue;
        }
        auto text = LessonText::parse(*markdown, path.string());
        if (text)
            lesson.texts.emplace(language, *std::move(text));
        else
            problems.insert(problems.end(), text.error().begin(), text.error().end());
    }
}

/// The order of index.yaml: a list of ids. Without the file, none.
std::vector<std::string> readIndex(const fs::path &path, base::Diagnostics &problems)
{
    std::vector<std::string> ids;
    if (!fs::exists(path))
        return ids;
    const auto report = [&](int line, std::string message) {
        problems.push_back({.file = path.string(), .line = line, .message = std::move(message)});
    };
    const auto text = readTextFile(path);
    if (!text) {
        report(0, text.error());
        return ids;
    }
    const auto documents = kube::parseYaml(*text, path.string());
    if (!documents) {
        problems.insert(problems.end(), documents.error().begin(), documents.error().end());
        return ids;
    }
    const auto lines = kube::yamlLines(*text);
    std::vector<PathProblem> faults;
    Fields fields(documents->size() == 1 ? documents->front().value : kube::Value(), "", faults);
    for (std::string &id : fields.texts("lessons")) {
        if (std::ranges::contains(ids, id))
            fields.report("lessons", std::format("\"{}\" occurs twice", id));
        else
            ids.push_back(std::move(id));
    }
    fields.finish();
    for (const PathProblem &fault : faults) {
        const auto line = lines.find(fault.path);
        report(line == lines.end() ? 1 : line->second,
               fault.path.empty() ? fault.message : fault.path + ": " + fault.message);
    }
    return ids;
}

/// Folders, but for hidden ones, by name.
std::vector<std::string> foldersIn(const std::string &folder, base::Diagnostics &problems)
{
    std::vector<std::string> found;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_directory() && !name.starts_with('.'))
            found.push_back(name);
    }
    if (error)
        problems.push_back(
            {.file = folder, .message = "the folder of lessons cannot be read: " + error.message()});
    std::ranges::sort(found);
    return found;
}

} // namespace

base::Parsed<Lesson> loadLesson(const std::string &folder)
{
    base::Diagnostics problems;
    fs::path path(folder);
    if (path.filename().empty()) // "lessons/scale/"
        path = path.parent_path();
    if (std::error_code error; !fs::is_directory(path, error))
        return std::unexpected(base::Diagnostics{
            {.file = folder.empty() ? "\"\"" : folder, .message = "there is no such folder"}});
    Lesson lesson = readStructure(path, problems);
    readTexts(path, lesson, problems);
    if (lesson.texts.size() == kLanguages.size() && !lesson.steps.empty())
        std::ranges::move(lintTexts(lesson), std::back_inserter(problems));
    if (!problems.empty())
        return std::unexpected(std::move(problems));
    return lesson;
}

Catalogue loadCatalogue(const std::string &folder)
{
    Catalogue catalogue;
    std::vector<std::string> found = foldersIn(folder, catalogue.problems);
    std::vector<std::string> ids = readIndex(fs::path(folder) / "index.yaml", catalogue.problems);
    std::erase_if(found, [&ids](const std::string &id) { return std::ranges::contains(ids, id); });
    std::ranges::move(found, std::back_inserter(ids));
    for (const std::string &id : ids) {
        auto lesson = loadLesson((fs::path(folder) / id).string());
        if (lesson)
            catalogue.lessons.push_back(*std::move(lesson));
        else
            std::ranges::move(lesson.error(), std::back_inserter(catalogue.problems));
    }
    return catalogue;
}

} // namespace minato::lessons
