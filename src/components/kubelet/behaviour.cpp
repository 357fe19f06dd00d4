// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/kubelet/behaviour.h"

#include "base/assert.h"
#include "kube/duration.h"
#include "kube/quantity.h"
#include "kube/yaml.h"

#include <algorithm>
#include <format>
#include <initializer_list>
#include <optional>

namespace minato::components {

extern const std::string_view kBuiltInBehaviour; // made by CMake

namespace {

using kube::Value;

/// Reads the fields of one map.
class MapReader {
public:
    MapReader(const Value &map, std::string where, const BehaviourProblem &problem)
        : m_map(map), m_where(std::move(where)), m_problem(problem)
    {
        if (!map.isMap())
            m_problem(m_where, {"expected a map", "マップが必要です"});
    }
    void allow(std::initializer_list<std::string_view> keys) const
    {
        for (const kube::Member &member : m_map.members()) {
            if (std::ranges::find(keys, member.key()) == keys.end())
                m_problem(path(member.key()), {"unknown field", "知らないフィールドです"});
        }
    }
    [[nodiscard]] std::string path(std::string_view key) const { return std::format("{}.{}", m_where, key); }
    [[nodiscard]] const Value &operator[](std::string_view key) const { return m_map[key]; }

    void text(std::string_view key, std::string &into) const
    {
        if (m_map[key].isNull())
            return;
        if (!m_map[key].isString())
            m_problem(path(key), {"expected text", "文字列が必要です"});
        else
            into = m_map[key].asString();
    }
    void flag(std::string_view key, bool &into) const
    {
        if (m_map[key].isNull())
            return;
        if (!m_map[key].isBool())
            m_problem(path(key), {"expected true or false", "trueかfalseが必要です"});
        else
            into = m_map[key].asBool();
    }
    template <class Int>
    void number(std::string_view key, Int &into, std::int64_t from, std::int64_t to) const
    {
        if (m_map[key].isNull())
            return;
        const auto value = m_map[key].asInt(from - 1);
        if (!m_map[key].isInt() || value < from || value > to)
            m_problem(path(key), {std::format("expected a whole number from {} to {}", from, to),
                                  std::format("{}から{}までの整数が必要です", from, to)});
        else
            into = static_cast<Int>(value);
    }
    void range(std::string_view key, DurationRange &into) const
    {
        if (m_map[key].isNull())
            return;
        const auto text = m_map[key].asString();
        const auto dots = text.find("..");
        const auto from = kube::parseGoDuration(text.substr(0, dots));
        const auto to = dots == std::string_view::npos ? from : kube::parseGoDuration(text.substr(dots + 2));
        if (!from || !to || *from < base::Duration::zero() || *to < *from)
            m_problem(path(key), {"expected a duration such as 300ms, or two such as 300ms..900ms",
                                  "300msのような時間、または300ms..900msのような範囲が必要です"});
        else
            into = {*from, *to};
    }
    void duration(std::string_view key, base::Duration &into, bool mayBeZero = false) const
    {
        DurationRange both{into, into};
        range(key, both);
        if (both.from != both.to || (both.to == base::Duration::zero() && !mayBeZero && !m_map[key].isNull()))
            m_problem(path(key),
                      {"expected one duration above zero", "0より大きい時間を1つ指定してください"});
        else
            into = both.from;
    }
    void duration(std::string_view key, std::optional<base::Duration> &into) const
    {
        if (m_map[key].isNull())
            return;
        base::Duration one{};
        duration(key, one, true);
        into = one;
    }
    /// A quantity in whole units, or thousandths.
    void amount(std::string_view key, std::int64_t &into, bool inMilli = false) const
    {
        if (m_map[key].isNull())
            return;
        const auto quantity = kube::Quantity::fromValue(m_map[key]);
        if (!quantity || quantity->sign() < 0)
            m_problem(path(key),
                      {"expected a quantity such as 64Mi or 500m", "64Miや500mのような数量が必要です"});
        else
            into = inMilli ? quantity->milliValue() : quantity->value();
    }
    void problem(std::string_view key, const base::Sentence &sentence) const
    {
        m_problem(path(key), sentence);
    }

private:
    const Value &m_map;
    std::string m_where;
    const BehaviourProblem &m_problem;
};

void readStages(const Value &value, KubeletStages &stages, const BehaviourProblem &problem)
{
    const MapReader map(value, "stages", problem);
    map.allow({"notice", "sandbox", "create", "start", "resolveImage", "kill", "tearDown", "nodeReady",
               "nodeBoot", "relistPeriod", "nodeStatusPeriod", "nodeReportPeriod", "leasePeriod", "pullSpeed",
               "crashBackOff", "pullBackOff"});
    map.range("notice", stages.notice);
    map.range("sandbox", stages.sandbox);
    map.range("create", stages.create);
    map.range("start", stages.start);
    map.range("resolveImage", stages.resolveImage);
    map.range("kill", stages.kill);
    map.range("tearDown", stages.tearDown);
    map.range("nodeReady", stages.nodeReady);
    map.range("nodeBoot", stages.nodeBoot);
    map.range("crashBackOff", stages.crashBackOff);
    map.range("pullBackOff", stages.pullBackOff);
    map.duration("relistPeriod", stages.relistPeriod);
    map.duration("nodeStatusPeriod", stages.nodeStatusPeriod);
    map.duration("nodeReportPeriod", stages.nodeReportPeriod);
    map.duration("leasePeriod", stages.leasePeriod);
    if (map["pullSpeed"].isNull())
        return;
    const auto text = map["pullSpeed"].asString();
    const auto dots = text.find("..");
    const auto from = kube::Quantity::parse(text.substr(0, dots));
    const auto to = dots == std::string_view::npos ? from : kube::Quantity::parse(text.substr(dots + 2));
    if (!from || !to || from->value() <= 0 || to->value() < from->value()) {
        map.problem("pullSpeed", {"expected bytes a second such as 10M, or two such as 25M..60M",
                                  "1秒あたりのバイト数を10M、または25M..60Mのような範囲で指定してください"});
        return;
    }
    stages.pullBytesPerSecondFrom = from->value();
    stages.pullBytesPerSecondTo = to->value();
}

AppModel::Route readRoute(const Value &value, const std::string &where, const BehaviourProblem &problem)
{
    const MapReader map(value, where, problem);
    map.allow({"path", "status", "failing", "exit"});
    AppModel::Route route;
    map.text("path", route.path);
    map.number("status", route.status, 100, 599);
    if (route.path != "*" && !route.path.starts_with('/'))
        map.problem("path",
                    {"expected a path such as /healthz, or *", "/healthzのようなパス、または*が必要です"});
    if (!map["exit"].isNull()) {
        int code = 0;
        map.number("exit", code, 0, 255);
        route.exit = code;
    }
    if (map["failing"].isNull())
        return route;
    const MapReader failing(map["failing"], map.path("failing"), problem);
    failing.allow({"from", "until", "status"});
    failing.duration("from", route.failsFrom);
    failing.duration("until", route.failsUntil);
    failing.number("status", route.failStatus, 0, 599);
    if (!route.failsFrom)
        route.failsFrom = base::Duration::zero();
    return route;
}

void readUse(const MapReader &map, AppModel &app, const BehaviourProblem &problem)
{
    if (!map["cpu"].isNull()) {
        const MapReader cpu(map["cpu"], map.path("cpu"), problem);
        cpu.allow({"base", "perRequest"});
        cpu.amount("base", app.milliCpu, true);
        cpu.duration("perRequest", app.cpuPerRequest);
    }
    if (!map["memory"].isNull()) {
        const MapReader memory(map["memory"], map.path("memory"), problem);
        memory.allow({"base", "perRequest", "perSecond"});
        memory.amount("base", app.memory);
        memory.amount("perRequest", app.memoryPerRequest);
        memory.amount("perSecond", app.memoryPerSecond);
    }
}

void readEnds(const MapReader &map, AppModel &app, const BehaviourProblem &problem)
{
    if (!map["term"].isNull()) {
        const MapReader term(map["term"], map.path("term"), problem);
        term.allow({"ignored", "after", "code"});
        term.flag("ignored", app.ignoresTerm);
        term.range("after", app.exitDelay);
        term.number("code", app.exitCode, 0, 255);
    }
    if (!map["exits"].isNull()) {
        const MapReader exits(map["exits"], map.path("exits"), problem);
        exits.allow({"after", "code", "failing", "failCode"});
        AppModel::Exit exit;
        exits.range("after", exit.after);
        exits.number("code", exit.code, 0, 255);
        exits.number("failing", exit.failing, 0, 100);
        exits.number("failCode", exit.failCode, 0, 255);
        app.exit = exit;
    }
}

void readApp(const Value &value, const std::string &where, Behaviour &behaviour,
             const BehaviourProblem &problem)
{
    const MapReader map(value, where, problem);
    map.allow({"name", "port", "usesDeclaredPort", "startup", "latency", "concurrency", "cpu", "memory",
               "term", "exits", "routes", "contentType", "body", "startLog", "requestLog"});
    AppModel app;
    map.text("name", app.name);
    map.number("port", app.port, 0, 65535);
    map.flag("usesDeclaredPort", app.usesDeclaredPort);
    map.range("startup", app.startup);
    map.range("latency", app.latency);
    map.number("concurrency", app.concurrency, 0, 10000);
    map.text("contentType", app.contentType);
    map.text("body", app.body);
    map.text("startLog", app.startLog);
    map.text("requestLog", app.requestLog);
    readUse(map, app, problem);
    readEnds(map, app, problem);
    const auto routes = map["routes"].items();
    if (!map["routes"].isNull() && !map["routes"].isArray())
        map.problem("routes", {"expected a list", "リストが必要です"});
    for (std::size_t i = 0; i < routes.size(); ++i)
        app.routes.push_back(readRoute(routes[i], std::format("{}.routes[{}]", where, i), problem));
    if (app.name.empty())
        map.problem("name", {"expected a name", "名前が必要です"});
    else
        behaviour.images.add(std::move(app));
}

AppModelPtr appNamed(const Value &name, const std::string &where, const Behaviour &behaviour,
                     const BehaviourProblem &problem)
{
    auto app = behaviour.images.app(name.asString());
    if (!app)
        problem(where, {std::format("there is no app \"{}\"", name.asString()),
                        std::format("アプリ「{}」はありません", name.asString())});
    return app;
}

void readImage(const Value &value, const std::string &where, Behaviour &behaviour,
               const BehaviourProblem &problem)
{
    const MapReader map(value, where, problem);
    map.allow({"name", "tags", "bytes", "digest", "version", "app"});
    ImageCatalog::Image image;
    std::string name;
    map.text("name", name);
    map.text("digest", image.digest);
    map.text("version", image.version);
    image.bytes = 50'000'000;
    map.amount("bytes", image.bytes);
    for (const Value &tag : map["tags"].items())
        image.tags.emplace_back(tag.asString());
    image.app = appNamed(map["app"], map.path("app"), behaviour, problem);
    if (name.empty()) {
        map.problem("name", {"expected the name of an image, without a tag",
                             "イメージの名前をタグなしで指定してください"});
        return;
    }
    const std::string full = fullImageName(name);
    image.repository = full.substr(0, full.find_first_of(":@", full.rfind('/')));
    if (image.app)
        behaviour.images.add(std::move(image));
}

template <class Read>
void readList(const Value &list, const char *key, const BehaviourProblem &problem, Read read)
{
    if (!list.isNull() && !list.isArray())
        problem(key, {"expected a list", "リストが必要です"});
    for (std::size_t i = 0; i < list.items().size(); ++i)
        read(list.items()[i], std::format("{}[{}]", key, i));
}

} // namespace

void readBehaviour(const Value &root, Behaviour &behaviour, const BehaviourProblem &problem)
{
    if (!root["stages"].isNull())
        readStages(root["stages"], behaviour.stages, problem);
    readList(root["apps"], "apps", problem,
             [&](const Value &app, const std::string &where) { readApp(app, where, behaviour, problem); });
    readList(root["images"], "images", problem, [&](const Value &image, const std::string &where) {
        readImage(image, where, behaviour, problem);
    });
    if (!root["otherImages"].isNull())
        behaviour.images.setOtherImages(appNamed(root["otherImages"], "otherImages", behaviour, problem));
    std::vector<std::string> words;
    readList(root["missingTags"], "missingTags", problem, [&](const Value &word, const std::string &where) {
        if (word.asString().empty())
            problem(where, {"expected a word", "単語が必要です"});
        words.emplace_back(word.asString());
    });
    if (!words.empty())
        behaviour.images.setMissingTags(std::move(words));
}

std::shared_ptr<const Behaviour> Behaviour::builtIn()
{
    auto behaviour = std::make_shared<Behaviour>();
    const auto documents = kube::parseYaml(kBuiltInBehaviour, "behaviour.yaml");
    MINATO_ASSERT(documents && documents->size() == 1);
    readBehaviour(documents->front().value, *behaviour,
                  [](const std::string &, const base::Sentence &) { MINATO_ASSERT(false); });
    return behaviour;
}

base::Parsed<std::shared_ptr<const Behaviour>> Behaviour::parse(std::string_view yaml,
                                                                std::string_view fileName)
{
    const auto documents = kube::parseYaml(yaml, fileName);
    if (!documents)
        return std::unexpected(documents.error());
    auto behaviour = std::make_shared<Behaviour>(*builtIn());
    base::Diagnostics diagnostics;
    const auto lines = kube::yamlLines(yaml);
    const auto complain = [&](const std::string &field, const base::Sentence &sentence) {
        const auto line = lines.find(field);
        diagnostics.push_back({std::string(fileName), line == lines.end() ? 0 : line->second, 0,
                               std::format("{}: {}", field, sentence.en),
                               std::format("{}: {}", field, sentence.ja)});
    };
    for (const auto &document : *documents)
        readBehaviour(document.value, *behaviour, complain);
    if (!diagnostics.empty())
        return std::unexpected(std::move(diagnostics));
    return behaviour;
}

} // namespace minato::components
