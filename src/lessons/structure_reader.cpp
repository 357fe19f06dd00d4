// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/structure_reader.h"

#include "kube/yaml.h"
#include "lessons/fields.h"
#include "lessons/text_file.h"
#include "lessons/yaml_restraint.h"

#include <algorithm>
#include <format>
#include <set>

namespace minato::lessons {
namespace {

namespace fs = std::filesystem;
using kube::Value;

/// One lesson.yaml: reads it field by field, complains by path.
class StructureReader {
public:
    StructureReader(const fs::path &folder, base::Diagnostics &problems)
        : m_folder(folder), m_file((folder / "lesson.yaml").string()), m_problems(problems)
    {
    }

    Lesson read()
    {
        m_lesson.folder = m_folder.string();
        const auto text = readTextFile(m_file);
        if (!text) {
            m_problems.push_back({.file = m_file, .message = text.error()});
            return std::move(m_lesson);
        }
        auto documents = kube::parseYaml(*text, m_file);
        if (!documents) {
            add(documents.error());
            return std::move(m_lesson);
        }
        m_lines = kube::yamlLines(*text);
        add(lintYamlRestraint(*text, m_file));
        if (documents->size() == 1 && documents->front().value.isMap())
            readLesson(documents->front().value);
        else
            m_problems.push_back({.file = m_file, .line = 1, .message = "expected one YAML document, a map"});
        return std::move(m_lesson);
    }

private:
    void add(const base::Diagnostics &faults)
    {
        m_problems.insert(m_problems.end(), faults.begin(), faults.end());
    }
    void report(const std::string &path, const std::string &message)
    {
        m_problems.push_back({.file = m_file,
                              .line = lineOf(path),
                              .message = path.empty() ? message : path + ": " + message});
    }
    /// Of the path, or of what it would be in when it is missing.
    [[nodiscard]] int lineOf(std::string path) const
    {
        for (;;) {
            if (const auto it = m_lines.find(path); it != m_lines.end())
                return it->second;
            if (path.empty())
                return 1;
            const auto cut = path.find_last_of(".[");
            path.resize(cut == std::string::npos ? 0 : cut);
        }
    }
    /// Calls `read` for each item of a list that must have at least one.
    template <class Read>
    void forEach(const Value &list, const std::string &path, const char *what, Read read)
    {
        if (!list.isArray() || list.size() == 0)
            report(path, std::format("expected a list of at least one {}", what));
        for (std::size_t i = 0; i < list.items().size(); ++i)
            read(list[i], std::format("{}[{}]", path, i));
    }
    struct FaultList {
        std::vector<PathProblem> m_faults;
    };
    /// A map whose faults are reported when it has been read.
    class Map : private FaultList, public Fields {
    public:
        Map(StructureReader &reader, const Value &value, const std::string &path)
            : Fields(value, path, m_faults), m_reader(reader)
        {
        }
        ~Map()
        {
            finish();
            for (const PathProblem &fault : m_faults)
                m_reader.report(fault.path, fault.message);
        }
        Map(const Map &) = delete;
        Map &operator=(const Map &) = delete;

    private:
        StructureReader &m_reader;
    };

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
        Map map(*this, root, "");
        if (map.take("format").asInt() != 1)
            map.report("format", "expected 1, the only format that there is");
        m_lesson.id = map.id("id");
        // Even of a folder that was named ".".
        if (const std::string name = fs::absolute(m_folder).lexically_normal().filename().string();
            !m_lesson.id.empty() && m_lesson.id != name && !name.empty())
            map.report("id", std::format("expected \"{}\", the name of the folder", name));
        m_lesson.source = map.oneOf("source", kLanguages);
        m_lesson.level = map.oneOf("level", kLevels);
        m_lesson.minutes = map.positive("minutes");
        m_lesson.needs = map.texts("needs");
        for (const std::string &need : m_lesson.needs) {
            if (!std::ranges::contains(kCapabilities, need))
                map.report("needs", std::format("unknown capability \"{}\"; there are {}", need,
                                                listed(kCapabilities)));
        }
        m_lesson.title = map.text("title", true);
        m_lesson.summary = map.text("summary", true);
        m_lesson.intro = map.texts("intro");
        m_lesson.outro = map.texts("outro");
        readSetup(map.take("setup"));
        forEach(map.take("steps"), "steps", "step",
                [this](const Value &step, const std::string &path) { readStep(step, path); });
        checkSegments();
    }

    /// Each segment belongs to the lesson or to its step, and has one place.
    void checkSegments()
    {
        checkSegments("title", {m_lesson.title}, "lesson");
        checkSegments("summary", {m_lesson.summary}, "lesson");
        checkSegments("intro", m_lesson.intro, "lesson");
        checkSegments("outro", m_lesson.outro, "lesson");
        for (std::size_t i = 0; i < m_lesson.steps.size(); ++i) {
            const Step &step = m_lesson.steps[i];
            const std::string path = std::format("steps[{}]", i);
            checkSegments(path + ".title", {step.title}, step.id);
            checkSegments(path + ".page", step.page, step.id);
            for (std::size_t j = 0; j < step.goals.size(); ++j) {
                const std::string goalPath = std::format("{}.checks[{}]", path, j);
                checkSegments(goalPath + ".goal", {step.goals[j].text}, step.id);
                checkSegments(goalPath + ".hints", step.goals[j].hints, step.id);
            }
        }
    }
    void checkSegments(const std::string &path, const std::vector<std::string> &ids, const std::string &group)
    {
        for (const std::string &id : ids) {
            if (id.empty() || group.empty())
                continue; // has been reported
            if (!isSegmentId(id) || !id.starts_with(group + "."))
                report(path, std::format("expected a segment of the group \"{}\", not \"{}\"", group, id));
            else if (!m_segments.insert(id).second)
                report(path, std::format("segment \"{}\" is used twice", id));
        }
    }

    void readSetup(const Value &value)
    {
        Map map(*this, value, "setup");
        if (const std::string ns = map.text("namespace", false); !ns.empty())
            m_lesson.ns = ns;
        const auto manifests = map.texts("manifests");
        for (std::size_t i = 0; i < manifests.size(); ++i)
            readManifest(manifests[i], std::format("setup.manifests[{}]", i));
        if (const Value &ready = map.take("ready"); !ready.isNull())
            m_lesson.ready = check(ready, "setup.ready");
    }

    void readManifest(const std::string &name, const std::string &where)
    {
        const fs::path inside = fs::path(name).lexically_normal();
        if (inside.is_absolute() || inside.string().starts_with("..")) {
            report(where, std::format("\"{}\" is not in the folder of the lesson", name));
            return;
        }
        const fs::path path = m_folder / inside;
        const auto yaml = readTextFile(path);
        if (!yaml) {
            report(where, std::format("\"{}\" {}", name, yaml.error()));
            return;
        }
        auto documents = kube::parseYaml(*yaml, path.string());
        if (!documents) {
            add(documents.error());
            return;
        }
        if (documents->empty())
            m_problems.push_back({.file = path.string(), .line = 1, .message = "there is no manifest in it"});
        for (kube::YamlDocument &document : *documents) {
            const Value &object = document.value;
            if (object["apiVersion"].asString().empty() || object["kind"].asString().empty() ||
                object.at("metadata", "name").asString().empty())
                m_problems.push_back({.file = path.string(),
                                      .line = document.line,
                                      .message = "a manifest needs apiVersion, kind and metadata.name"});
            m_lesson.manifests.push_back(std::move(document.value));
        }
    }

    void readStep(const Value &value, const std::string &path)
    {
        Map map(*this, value, path);
        Step step;
        step.id = map.id("id");
        if (step.id == "lesson")
            map.report("id", "\"lesson\" is taken: it is the group of the segments around the steps");
        if (!step.id.empty() && m_lesson.step(step.id))
            map.report("id", std::format("step \"{}\" occurs twice", step.id));
        step.title = map.text("title", true);
        step.page = map.texts("page");
        if (step.page.empty())
            map.report("page", "expected a list of at least one segment");
        if (const Value &predict = map.take("predict"); !predict.isNull())
            step.prediction = prediction(predict, map.child("predict"), step);
        forEach(map.take("checks"), map.child("checks"), "check",
                [&](const Value &item, const std::string &itemPath) {
                    step.goals.push_back(goal(item, itemPath, step));
                });
        forEach(
            map.take("solution"), map.child("solution"), "line",
            [&](const Value &item, const std::string &itemPath) { readSolutionLine(item, itemPath, step); });
        m_lesson.steps.push_back(std::move(step));
    }

    Prediction prediction(const Value &value, const std::string &path, const Step &step)
    {
        Map map(*this, value, path);
        Prediction prediction{.question = map.text("question", true),
                              .explain = map.text("explain", true),
                              .choices = map.positive("choices"),
                              .answer = map.positive("answer")};
        if (prediction.answer > prediction.choices)
            map.report("answer", std::format("expected 1 to {}", prediction.choices));
        for (const auto &[key, segment] :
             {std::pair("question", prediction.question), {"explain", prediction.explain}}) {
            if (!segment.empty() && !std::ranges::contains(step.page, segment))
                map.report(key, std::format("\"{}\" is no segment of the page", segment));
        }
        return prediction;
    }

    Goal goal(const Value &value, const std::string &path, const Step &step)
    {
        Map map(*this, value, path);
        Goal goal{.id = map.id("id"),
                  .text = map.text("goal", true),
                  .hints = map.texts("hints"),
                  .needs = map.texts("needs"),
                  .check = check(map.take("that"), map.child("that"))};
        if (!goal.id.empty() && std::ranges::contains(step.goals, goal.id, &Goal::id))
            map.report("id", std::format("check \"{}\" occurs twice in this step", goal.id));
        for (const std::string &need : goal.needs) {
            if (!std::ranges::contains(step.goals, need, &Goal::id))
                map.report("needs", std::format("no check \"{}\" comes before this one", need));
        }
        return goal;
    }

    void readSolutionLine(const Value &item, const std::string &path, Step &step)
    {
        const std::string until(item["until"].asString());
        if (item.isString() && !item.asString().empty())
            step.solution.push_back({SolutionLine::Kind::Command, std::string(item.asString())});
        else if (item.size() == 1 && std::ranges::contains(step.goals, until, &Goal::id))
            step.solution.push_back({SolutionLine::Kind::Until, until});
        else
            report(path, "expected a command, or \"until: ID\" with a check of this step");
    }

    fs::path m_folder;
    std::string m_file;
    Lesson m_lesson;
    base::Diagnostics &m_problems;
    std::map<std::string, int> m_lines;
    std::set<std::string> m_segments;
};

} // namespace

Lesson readStructure(const fs::path &folder, base::Diagnostics &problems)
{
    return StructureReader(folder, problems).read();
}

} // namespace minato::lessons
