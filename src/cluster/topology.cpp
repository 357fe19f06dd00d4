// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/topology.h"

#include "kube/quantity.h"
#include "kube/yaml.h"

#include <algorithm>
#include <array>
#include <format>
#include <set>

namespace minato::cluster {
namespace {

constexpr std::int64_t kMostNodes = 10'000;
constexpr std::string_view kBootcamp = "kubernetes-bootcamp";
constexpr std::string_view kBootcampImage = "gcr.io/google-samples/kubernetes-bootcamp:v1";
constexpr int kBootcampPort = 8080;

/// What `kubectl create deployment kubernetes-bootcamp --image=…` makes.
kube::Value bootcampDeployment(const kube::Value &labels)
{
    const auto container = kube::Value::map({{"name", kBootcamp}, {"image", kBootcampImage}});
    const auto podTemplate =
        kube::Value::map({{"metadata", kube::Value::map({{"labels", labels}})},
                          {"spec", kube::Value::map({{"containers", kube::Value::array({container})}})}});
    const auto spec = kube::Value::map({{"replicas", 1},
                                        {"selector", kube::Value::map({{"matchLabels", labels}})},
                                        {"template", podTemplate}});
    const auto metadata =
        kube::Value::map({{"name", kBootcamp}, {"namespace", "default"}, {"labels", labels}});
    return kube::Value::map(
        {{"apiVersion", "apps/v1"}, {"kind", "Deployment"}, {"metadata", metadata}, {"spec", spec}});
}

/// What `kubectl expose deployment/kubernetes-bootcamp --type=NodePort --port 8080` makes.
kube::Value bootcampService(const kube::Value &labels)
{
    const auto port =
        kube::Value::map({{"port", kBootcampPort}, {"protocol", "TCP"}, {"targetPort", kBootcampPort}});
    const auto spec =
        kube::Value::map({{"type", "NodePort"}, {"selector", labels}, {"ports", kube::Value::array({port})}});
    const auto metadata =
        kube::Value::map({{"name", kBootcamp}, {"namespace", "default"}, {"labels", labels}});
    return kube::Value::map(
        {{"apiVersion", "v1"}, {"kind", "Service"}, {"metadata", metadata}, {"spec", spec}});
}

/// Reads a topology file; collects all that is wrong.
class TopologyReader {
public:
    TopologyReader(std::string_view fileName, std::string_view text, int line)
        : m_file(fileName), m_lines(kube::yamlLines(text)), m_line(line)
    {
    }

    void read(const kube::Value &root, Topology &topology)
    {
        checkKeys(root, "",
                  {"nodes", "objects", "metricsServer", "loadBalancers", "kubeProxy", "stages", "apps",
                   "images", "otherImages", "missingTags"});
        topology.hasMetricsServer = readFlag(root, "metricsServer", true);
        topology.hasLoadBalancers = readFlag(root, "loadBalancers", false);
        if (!root["kubeProxy"].isNull())
            readProxy(root["kubeProxy"], topology);
        if (!root["nodes"].isArray() || root["nodes"].size() == 0)
            complain("nodes", {"expected a list of nodes", "ノードのリストが必要です"});
        for (std::size_t i = 0; i < root["nodes"].size(); ++i)
            readNode(root["nodes"][i], std::format("nodes[{}]", i), topology);
        if (!root["objects"].isNull() && !root["objects"].isArray())
            complain("objects", {"expected a list of manifests", "マニフェストのリストが必要です"});
        for (std::size_t i = 0; i < root["objects"].size(); ++i)
            readObject(root["objects"][i], std::format("objects[{}]", i), topology);
        readHow(root, topology);
    }
    /// How machines and programs behave.
    void readHow(const kube::Value &root, Topology &topology)
    {
        auto behaviour = std::make_shared<components::Behaviour>(*components::Behaviour::builtIn());
        components::readBehaviour(
            root, *behaviour,
            [this](const std::string &where, const base::Sentence &what) { complain(where, what); });
        topology.behaviour = std::move(behaviour);
    }
    void readObject(const kube::Value &object, const std::string &where, Topology &topology)
    {
        if (object["apiVersion"].asString().empty() || object["kind"].asString().empty() ||
            object.at("metadata", "name").asString().empty())
            complain(where, {"a manifest needs apiVersion, kind and metadata.name",
                             "マニフェストにはapiVersion、kind、metadata.nameが必要です"});
        else
            topology.objects.push_back(object);
    }
    /// Of a further document.
    void setLine(int line)
    {
        m_line = line;
        m_lines.clear();
    }
    [[nodiscard]] base::Diagnostics take() { return std::move(m_diagnostics); }

private:
    void complain(const std::string &where, const base::Sentence &what)
    {
        const auto line = m_lines.find(where);
        const std::string before = where.empty() ? "" : where + ": ";
        m_diagnostics.push_back(
            {m_file, line == m_lines.end() ? m_line : line->second, 0, before + what.en, before + what.ja});
    }

    void checkKeys(const kube::Value &map, const std::string &where,
                   std::initializer_list<std::string_view> allowed)
    {
        if (!map.isMap()) {
            complain(where, {"expected a map", "マップが必要です"});
            return;
        }
        for (const kube::Member &member : map.members()) {
            if (std::ranges::find(allowed, member.key()) == allowed.end())
                complain(where, {std::format("unknown field \"{}\"", member.key()),
                                 std::format("「{}」は知らないフィールドです", member.key())});
        }
    }

    bool readFlag(const kube::Value &root, const char *name, bool otherwise)
    {
        if (!root[name].isNull() && !root[name].isBool())
            complain(name, {"expected true or false", "trueかfalseが必要です"});
        return root[name].asBool(otherwise);
    }

    void readProxy(const kube::Value &value, Topology &topology)
    {
        using Mode = components::KubeProxies::Mode;
        checkKeys(value, "kubeProxy", {"mode", "scheduler"});
        const auto mode = value["mode"].asString("iptables");
        if (mode != "iptables" && mode != "nftables" && mode != "ipvs")
            complain("kubeProxy.mode",
                     {std::format("\"{}\" is not iptables, nftables or ipvs", mode),
                      std::format("「{}」はiptables、nftables、ipvsのどれでもありません", mode)});
        topology.proxyMode = mode == "ipvs"       ? Mode::Ipvs
                             : mode == "nftables" ? Mode::NfTables
                                                  : Mode::IpTables;
        const auto name = value["scheduler"].asString("rr");
        const auto scheduler = components::ipvsScheduler(name);
        if (!scheduler)
            complain("kubeProxy.scheduler",
                     {std::format("\"{}\" is not one of rr, wrr, lc, wlc, sh, dh, sed, nq, lblc, mh", name),
                      std::format("「{}」はrr、wrr、lc、wlc、sh、dh、sed、nq、lblc、mhのどれでもありません",
                                  name)});
        topology.ipvsScheduler = scheduler.value_or(topology.ipvsScheduler);
    }

    /// A quantity, as text or number.
    void readQuantity(const kube::Value &value, const std::string &where, std::string &into)
    {
        if (value.isNull())
            return;
        const std::string text =
            value.isInt() ? std::to_string(value.asInt()) : std::string(value.asString());
        const auto quantity = kube::Quantity::parse(text);
        if (!quantity || quantity->milliValue() <= 0)
            complain(where, {std::format("\"{}\" is not a quantity above zero, such as 4 or 8Gi", text),
                             std::format("「{}」は4や8Giのような0より大きい数量ではありません", text)});
        else
            into = text;
    }

    void readNode(const kube::Value &value, const std::string &where, Topology &topology)
    {
        checkKeys(value, where,
                  {"name", "controlPlane", "cpu", "memory", "pods", "labels", "hostNames", "count"});
        Topology::Node node;
        node.name = value["name"].asString();
        if (node.name.empty())
            complain(where + ".name", {"expected a name", "名前が必要です"});
        node.isControlPlane = value["controlPlane"].asBool();
        readQuantity(value["cpu"], where + ".cpu", node.cpu);
        readQuantity(value["memory"], where + ".memory", node.memory);
        node.pods = static_cast<int>(value["pods"].asInt(node.pods));
        if (node.pods < 0 || (!value["pods"].isNull() && !value["pods"].isInt()))
            complain(where + ".pods", {"expected a number of Pods", "Podの数が必要です"});
        for (const kube::Member &label : value["labels"].members())
            node.labels.emplace(label.key(), label.value.asString());
        for (const kube::Value &hostName : value["hostNames"].items())
            node.hostNames.emplace_back(hostName.asString());
        addNodes(value["count"], where, node, topology);
    }

    void addNodes(const kube::Value &count, const std::string &where, const Topology::Node &node,
                  Topology &topology)
    {
        const auto number = count.asInt(1);
        if (number < 1 || std::ssize(topology.nodes) + number > kMostNodes) {
            complain(where + ".count", {std::format("expected 1 to {} nodes in all", kMostNodes),
                                        std::format("ノードは全部で1から{}までです", kMostNodes)});
            return;
        }
        for (std::int64_t i = 1; i <= number; ++i) {
            topology.nodes.push_back(node);
            if (!count.isNull())
                topology.nodes.back().name += std::to_string(i);
            if (!m_names.insert(topology.nodes.back().name).second)
                complain(where + ".name",
                         {std::format("there are two nodes \"{}\"", topology.nodes.back().name),
                          std::format("ノード「{}」が2つあります", topology.nodes.back().name)});
        }
    }

    std::string m_file;
    std::map<std::string, int> m_lines; ///< by path
    int m_line;
    std::set<std::string> m_names;
    base::Diagnostics m_diagnostics;
};

} // namespace

Topology Topology::empty(int workers)
{
    Topology topology;
    topology.nodes.push_back(
        {.name = "minato-control-plane", .isControlPlane = true, .labels = {}, .hostNames = {"host01"}});
    for (int i = 1; i <= workers; ++i)
        topology.nodes.push_back({.name = i == 1 ? "minato-worker" : std::format("minato-worker{}", i),
                                  .labels = {},
                                  .hostNames = {}});
    return topology;
}

Topology Topology::chapter(int workers)
{
    Topology topology = empty(workers);
    const auto labels = kube::Value::map({{"app", kBootcamp}});
    topology.objects = {bootcampDeployment(labels), bootcampService(labels)};
    return topology;
}

base::Parsed<Topology> Topology::parse(std::string_view yaml, std::string_view fileName)
{
    const auto documents = kube::parseYaml(yaml, fileName);
    if (!documents)
        return std::unexpected(documents.error());
    if (documents->empty())
        return std::unexpected(
            base::Diagnostics{{std::string(fileName), 1, 0, "the file describes no cluster",
                               "このファイルにはクラスターが書かれていません"}});
    Topology topology;
    TopologyReader reader(fileName, yaml, documents->front().line);
    reader.read(documents->front().value, topology);
    for (std::size_t i = 1; i < documents->size(); ++i) {
        reader.setLine((*documents)[i].line);
        reader.readObject((*documents)[i].value, {}, topology);
    }
    if (auto diagnostics = reader.take(); !diagnostics.empty())
        return std::unexpected(std::move(diagnostics));
    return topology;
}

} // namespace minato::cluster
