// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/lesson_loader.h"

#include "kube/yaml.h"
#include "lessons/lesson_lint.h"

#include <algorithm>
#include <filesystem>
#include <format>
#include <fstream>
#include <sstream>

namespace minato::lessons {
namespace {

namespace fs = std::filesystem;
using kube::Value;

std::optional<std::string> readFile(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Turns lesson.yaml into a Lesson, collecting everything that is wrong with it.
class StructureReader {
public:
    StructureReader(const fs::path &folder, Lesson &lesson, base::Diagnostics &problems)
        : m_folder(folder), m_file((folder / "lesson.yaml").string()), m_lesson(lesson), m_problems(problems)
    {
    }

    void read()
    {
        const auto text = readFile(m_file);
        if (!text) {
            report("", "the file cannot be read");
            return;
        }
        auto documents = kube::parseYaml(*text, m_file);
        if (!documents) {
            m_problems.insert(m_problems.end(), documents.error().begin(), documents.error().end());
            return;
        }
        m_lines = kube::yamlLines(*text);
        if (documents->size() == 1)
            readLesson(documents->front().value);
        else
            report("", std::format("expected one YAML document, found {}", documents->size()));
    }

private:
    void report(const std::string &path, std::string message)
    {
        const auto it = m_lines.find(path);
        m_problems.push_back({.file = m_file,
                              .line = it == m_lines.end() ? 0 : it->second,
                              .message = path.empty() ? std::move(message) : path + ": " + message});
    }

    void checkKeys(const Value &map, const std::string &path, std::initializer_list<std::string_view> known)
    {
        for (const kube::Member &member : map.members()) {
            if (std::ranges::find(known, member.key()) == known.end())
                report(join(path, member.key()), "unknown field");
        }
    }
    static std::string join(const std::string &path, std::string_view key)
    {
        return path.empty() ? std::string(key) : path + "." + std::string(key);
    }

    std::string text(const Value &map, const std::string &path, std::string_view key)
    {
        if (!map[key].isString() || map[key].asString().empty())
            report(map.contains(key) ? join(path, key) : path, std::format("expected a text in \"{}\"", key));
        return std::string(map[key].asString());
    }
    std::vector<std::string> texts(const Value &map, const std::string &path, std::string_view key)
    {
        std::vector<std::string> all;
        const Value &list = map[key];
        if (!list.isNull() && !list.isArray())
            report(join(path, key), "expected a list of texts");
        for (const Value &item : list.items()) {
            if (!item.isString())
                report(join(path, key), "expected a list of texts");
            all.emplace_back(item.asString());
        }
        return all;
    }
    int positive(const Value &map, const std::string &path, std::string_view key)
    {
        if (!map[key].isInt() || map[key].asInt() < 1)
            report(map.contains(key) ? join(path, key) : path,
                   std::format("expected a whole number from 1 in \"{}\"", key));
        return static_cast<int>(map[key].asInt());
    }
    Check check(const Value &value, const std::string &path)
    {
        auto parsed = parseCheck(value, path, m_lesson.ns);
        if (parsed)
            return *std::move(parsed);
        for (const PathProblem &problem : parsed.error())
            report(problem.path, problem.message);
        return {AllOf{}};
    }

    void readLesson(const Value &root)
    {
        checkKeys(root, "",
                  {"format", "id", "source", "level", "minutes", "needs", "title", "summary", "intro",
                   "outro", "setup", "steps"});
        if (root["format"].asInt() != 1)
            report("format", "expected 1, the only format that there is");
        m_lesson.id = text(root, "", "id");
        m_lesson.source = text(root, "", "source");
        if (m_lesson.id != m_folder.filename().string())
            report("id",
                   std::format("expected \"{}\", the name of the folder", m_folder.filename().string()));
        m_lesson.level = text(root, "", "level");
        m_lesson.minutes = positive(root, "", "minutes");
        m_lesson.needs = texts(root, "", "needs");
        m_lesson.title = text(root, "", "title");
        m_lesson.summary = text(root, "", "summary");
        m_lesson.intro = texts(root, "", "intro");
        m_lesson.outro = texts(root, "", "outro");
        readSetup(root["setup"]);
        for (std::size_t i = 0; i < root["steps"].items().size(); ++i)
            readStep(root["steps"][i], std::format("steps[{}]", i));
        if (m_lesson.steps.empty())
            report("steps", "expected a list of at least one step");
    }

    void readSetup(const Value &setup)
    {
        checkKeys(setup, "setup", {"namespace", "manifests", "ready"});
        if (!setup["namespace"].isNull())
            m_lesson.ns = text(setup, "setup", "namespace");
        for (const std::string &name : texts(setup, "setup", "manifests"))
            readManifest(name);
        if (!setup["ready"].isNull())
            m_lesson.ready = check(setup["ready"], "setup.ready");
    }

    void readManifest(const std::string &name)
    {
        const fs::path path = m_folder / name;
        const auto yaml = readFile(path);
        if (!yaml) {
            report("setup.manifests", std::format("\"{}\" cannot be read", name));
            return;
        }
        auto documents = kube::parseYaml(*yaml, path.string());
        if (!documents) {
            m_problems.insert(m_problems.end(), documents.error().begin(), documents.error().end());
            return;
        }
        for (kube::YamlDocument &document : *documents)
            m_lesson.manifests.push_back(std::move(document.value));
    }

    void readStep(const Value &value, const std::string &path)
    {
        checkKeys(value, path, {"id", "title", "page", "predict", "solution", "checks"});
        Step step;
        step.id = text(value, path, "id");
        if (m_lesson.step(step.id))
            report(path + ".id", std::format("step \"{}\" occurs twice", step.id));
        step.title = text(value, path, "title");
        step.page = texts(value, path, "page");
        if (!value["predict"].isNull())
            step.prediction = prediction(value["predict"], path + ".predict");
        for (std::size_t i = 0; i < value["checks"].items().size(); ++i)
            step.goals.push_back(goal(value["checks"][i], std::format("{}.checks[{}]", path, i), step));
        if (step.goals.empty())
            report(path,
                   "expected a list \"checks\" of at least one check: a step without one cannot be finished");
        readSolution(value["solution"], path + ".solution", step);
        m_lesson.steps.push_back(std::move(step));
    }

    Prediction prediction(const Value &value, const std::string &path)
    {
        checkKeys(value, path, {"question", "choices", "answer", "explain"});
        Prediction prediction{.question = text(value, path, "question"),
                              .explain = text(value, path, "explain"),
                              .choices = positive(value, path, "choices"),
                              .answer = positive(value, path, "answer")};
        if (prediction.answer > prediction.choices)
            report(path + ".answer", std::format("expected 1 to {}", prediction.choices));
        return prediction;
    }

    Goal goal(const Value &value, const std::string &path, const Step &step)
    {
        checkKeys(value, path, {"id", "goal", "hints", "needs", "that"});
        Goal goal{.id = text(value, path, "id"),
                  .text = text(value, path, "goal"),
                  .hints = texts(value, path, "hints"),
                  .needs = texts(value, path, "needs"),
                  .check = check(value["that"], path + ".that")};
        for (const std::string &need : goal.needs) {
            if (!std::ranges::contains(step.goals, need, &Goal::id))
                report(path + ".needs", std::format("no check \"{}\" comes before this one", need));
        }
        return goal;
    }

    void readSolution(const Value &list, const std::string &path, Step &step)
    {
        for (std::size_t i = 0; i < list.items().size(); ++i) {
            const Value &item = list[i];
            const std::string until(item["until"].asString());
            if (item.isString())
                step.solution.push_back({SolutionLine::Kind::Command, std::string(item.asString())});
            else if (std::ranges::contains(step.goals, until, &Goal::id))
                step.solution.push_back({SolutionLine::Kind::Until, until});
            else
                report(std::format("{}[{}]", path, i),
                       "expected a command, or \"until: ID\" with a check of this step");
        }
        if (step.solution.empty())
            report(path, "expected a list of at least one command: every step shows how it is solved");
    }

    fs::path m_folder;
    std::string m_file;
    Lesson &m_lesson;
    base::Diagnostics &m_problems;
    std::map<std::string, int> m_lines;
};

void readTexts(const fs::path &folder, Lesson &lesson, base::Diagnostics &problems)
{
    for (const std::string_view language : kLanguages) {
        const fs::path path = folder / std::format("lesson.{}.md", language);
        const auto markdown = readFile(path);
        if (!markdown) {
            problems.push_back({.file = path.string(), .message = "the file cannot be read"});
            continue;
        }
        auto text = LessonText::parse(*markdown, path.string());
        if (text)
            lesson.texts.emplace(language, *std::move(text));
        else
            problems.insert(problems.end(), text.error().begin(), text.error().end());
    }
}

/// The order of index.yaml: a list of ids.
std::vector<std::string> readIndex(const fs::path &folder, base::Diagnostics &problems)
{
    std::vector<std::string> ids;
    const fs::path path = folder / "index.yaml";
    const auto text = readFile(path);
    if (!text)
        return ids;
    const auto documents = kube::parseYaml(*text, path.string());
    if (!documents) {
        problems.insert(problems.end(), documents.error().begin(), documents.error().end());
        return ids;
    }
    for (const kube::YamlDocument &document : *documents) {
        for (const Value &id : document.value["lessons"].items())
            ids.emplace_back(id.asString());
    }
    return ids;
}

} // namespace

base::Parsed<Lesson> loadLesson(const std::string &folder)
{
    Lesson lesson{.folder = folder};
    base::Diagnostics problems;
    // Without a trailing slash, so that the folder has a name.
    const fs::path path =
        fs::path(folder) / "" == fs::path(folder) ? fs::path(folder).parent_path() : fs::path(folder);
    StructureReader(path, lesson, problems).read();
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
    std::error_code error;
    std::vector<std::string> ids = readIndex(folder, catalogue.problems);
    std::vector<std::string> found;
    for (const auto &entry : fs::directory_iterator(folder, error)) {
        if (entry.is_directory() && fs::exists(entry.path() / "lesson.yaml"))
            found.push_back(entry.path().filename().string());
    }
    if (error)
        catalogue.problems.push_back(
            {.file = folder, .message = "the folder of lessons cannot be read: " + error.message()});
    std::ranges::sort(found);
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
