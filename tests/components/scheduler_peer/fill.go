// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"context"
	"log"
	"slices"
	"sort"
	"strings"

	v1 "k8s.io/api/core/v1"
	policyv1 "k8s.io/api/policy/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/tools/events"
	"k8s.io/component-helpers/scheduling/corev1/nodeaffinity"
	"k8s.io/klog/v2"
	fwk "k8s.io/kube-scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/apis/config"
	"k8s.io/kubernetes/pkg/scheduler/apis/config/latest"
	"k8s.io/kubernetes/pkg/scheduler/backend/cache"
	"k8s.io/kubernetes/pkg/scheduler/backend/queue"
	"k8s.io/kubernetes/pkg/scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/defaultpreemption"
	frameworkruntime "k8s.io/kubernetes/pkg/scheduler/framework/runtime"
	"k8s.io/kubernetes/pkg/scheduler/metrics"
)

type verdict struct {
	Resolvable bool     `json:"resolvable"`
	Reasons    []string `json:"reasons"`
}

type pluginVerdict struct {
	Skip     bool               `json:"skip,omitempty"`
	Rejected string             `json:"rejected,omitempty"` // by PreFilter: no node will do
	OnlyOn   []string           `json:"onlyOn,omitempty"`
	Nodes    map[string]verdict `json:"nodes,omitempty"` // those that the filter refuses
}

type candidate struct {
	Node       string   `json:"node"`
	Victims    []string `json:"victims"`
	Violations int64    `json:"violations"`
}

type want struct {
	Filters    map[string]pluginVerdict `json:"filters"`
	Scores     map[string][]int64       `json:"scores"` // normalised; by the order of the nodes scored
	Feasible   []string                 `json:"feasible"`
	Rejecters  []string                 `json:"rejecters"`            // the plugins that events have to convince
	Message    string                   `json:"message,omitempty"`    // when nothing is feasible
	Candidates []candidate              `json:"candidates,omitempty"` // nodes where others could make way
	Best       []string                 `json:"best,omitempty"`       // any of these would be chosen
}

var filterNames = []string{"NodeUnschedulable", "NodeName", "TaintToleration", "NodeAffinity", "NodePorts",
	"NodeResourcesFit", "PodTopologySpread", "InterPodAffinity"}
var scoreNames = []string{"NodeResourcesBalancedAllocation", "ImageLocality"}

type world struct {
	ctx       context.Context
	framework framework.Framework
	snapshot  *cache.Snapshot
	nodes     []fwk.NodeInfo // by name
	registry  frameworkruntime.Registry
	args      map[string]runtime.Object
}

func profile() (*config.KubeSchedulerProfile, map[string]runtime.Object) {
	defaults, err := latest.Default()
	if err != nil {
		log.Fatal(err)
	}
	p := &defaults.Profiles[0]
	modelled := append(append([]string{"PrioritySort", "DefaultPreemption", "DefaultBinder", "SchedulingGates"}, filterNames...),
		scoreNames...)
	p.Plugins.MultiPoint.Enabled = slices.DeleteFunc(p.Plugins.MultiPoint.Enabled,
		func(plugin config.Plugin) bool { return !slices.Contains(modelled, plugin.Name) })
	args := map[string]runtime.Object{}
	for _, each := range p.PluginConfig {
		args[each.Name] = each.Args
	}
	p.PluginConfig = slices.DeleteFunc(p.PluginConfig,
		func(each config.PluginConfig) bool { return !slices.Contains(modelled, each.Name) })
	return p, args
}

func addAll[T any](store interface{ Add(any) error }, objects []T) {
	for _, object := range objects {
		if err := store.Add(object); err != nil {
			log.Fatal(err)
		}
	}
}

func build(c *testCase) *world {
	metrics.Register()
	ctx := context.Background()
	factory := informers.NewSharedInformerFactory(fake.NewClientset(), 0)
	addAll(factory.Core().V1().Pods().Informer().GetStore(), append([]*v1.Pod{c.Pod}, c.Pods...))
	addAll(factory.Core().V1().Nodes().Informer().GetStore(), c.Nodes)
	addAll(factory.Core().V1().Services().Informer().GetStore(), c.Services)
	addAll(factory.Core().V1().Namespaces().Informer().GetStore(), c.Namespaces)
	addAll(factory.Apps().V1().ReplicaSets().Informer().GetStore(), c.ReplicaSets)
	addAll(factory.Apps().V1().StatefulSets().Informer().GetStore(), c.StatefulSets)
	addAll(factory.Policy().V1().PodDisruptionBudgets().Informer().GetStore(), c.Budgets)
	nominator := queue.NewSchedulingQueue(nil, factory)
	for _, each := range c.Nominated {
		addAll(factory.Core().V1().Pods().Informer().GetStore(), []*v1.Pod{each.Pod})
		info, err := framework.NewPodInfo(each.Pod)
		if err != nil {
			log.Fatal(err)
		}
		nominator.Add(klog.Background(), each.Pod) // what does not wait, it knows only by name
		nominator.AddNominatedPod(klog.Background(), info,
			&framework.NominatingInfo{NominatingMode: framework.ModeOverride, NominatedNodeName: each.Node})
	}
	w := &world{ctx: ctx, registry: plugins.NewInTreeRegistry(), snapshot: cache.NewSnapshot(c.Pods, c.Nodes)}
	p, args := profile()
	w.args = args
	var err error
	w.framework, err = frameworkruntime.NewFramework(ctx, w.registry, p,
		frameworkruntime.WithSnapshotSharedLister(w.snapshot), frameworkruntime.WithInformerFactory(factory),
		frameworkruntime.WithClientSet(fake.NewClientset()), frameworkruntime.WithPodNominator(nominator),
		frameworkruntime.WithEventRecorder(&events.FakeRecorder{}),
		frameworkruntime.WithWaitingPods(frameworkruntime.NewWaitingPodsMap()))
	if err != nil {
		log.Fatal(err)
	}
	for _, node := range c.Nodes {
		info, err := w.snapshot.Get(node.Name)
		if err != nil {
			log.Fatal(err)
		}
		w.nodes = append(w.nodes, info)
	}
	return w
}

func (w *world) plugin(name string) framework.Plugin {
	plugin, err := w.registry[name](w.ctx, w.args[name], w.framework)
	if err != nil {
		log.Fatal(err)
	}
	return plugin
}

// ask tells what one filter alone says.
func (w *world) ask(name string, pod *v1.Pod) pluginVerdict {
	plugin := w.plugin(name)
	state := framework.NewCycleState()
	result := pluginVerdict{Nodes: map[string]verdict{}}
	if before, ok := plugin.(framework.PreFilterPlugin); ok {
		all, _ := w.snapshot.NodeInfos().List()
		only, status := before.PreFilter(w.ctx, state, pod, all)
		if status.IsSkip() {
			return pluginVerdict{Skip: true}
		}
		if !status.IsSuccess() {
			return pluginVerdict{Rejected: status.Message()}
		}
		if !only.AllNodes() {
			result.OnlyOn = only.NodeNames.UnsortedList()
			sort.Strings(result.OnlyOn)
		}
	}
	for _, node := range w.nodes {
		status := plugin.(framework.FilterPlugin).Filter(w.ctx, state, pod, node)
		if !status.IsSuccess() {
			reasons := slices.Clone(status.Reasons())
			sort.Strings(reasons)
			result.Nodes[node.Node().Name] = verdict{status.Code() == fwk.Unschedulable, reasons}
		}
	}
	return result
}

func (w *world) score(c *testCase) map[string][]int64 {
	var nodes []fwk.NodeInfo
	for _, node := range w.nodes {
		if len(c.Scored) == 0 || slices.Contains(c.Scored, node.Node().Name) {
			nodes = append(nodes, node)
		}
	}
	scores := map[string][]int64{}
	state := framework.NewCycleState()
	if status := w.framework.RunPreScorePlugins(w.ctx, state, c.Pod, nodes); !status.IsSuccess() {
		panic(status.Message())
	}
	all, status := w.framework.RunScorePlugins(w.ctx, state, c.Pod, nodes)
	if !status.IsSuccess() {
		panic(status.Message())
	}
	weights := map[string]int64{"TaintToleration": 3, "NodeAffinity": 2, "PodTopologySpread": 2, "InterPodAffinity": 2}
	for _, node := range all {
		for _, each := range node.Scores {
			scores[each.Name] = append(scores[each.Name], each.Score/max(1, weights[each.Name]))
		}
	}
	return scores
}

// attempt plays one scheduling attempt as far as the choice of a node.
func (w *world) attempt(c *testCase) {
	state := framework.NewCycleState()
	statuses := framework.NewDefaultNodeToStatus()
	diagnosis := framework.Diagnosis{NodeToStatus: statuses}
	result, status, named := w.framework.RunPreFilterPlugins(w.ctx, state, c.Pod)
	diagnosis.UnschedulablePlugins = named
	if !status.IsSuccess() {
		statuses.SetAbsentNodesStatus(status)
		diagnosis.PreFilterMsg = status.Message()
		diagnosis.AddPluginStatus(status)
	} else {
		if !result.AllNodes() {
			statuses.SetAbsentNodesStatus(fwk.NewStatus(fwk.UnschedulableAndUnresolvable,
				"node(s) didn't satisfy plugin(s) ["+strings.Join(named.UnsortedList(), " ")+"]"))
		}
		for _, node := range w.nodes {
			name := node.Node().Name
			if !result.AllNodes() && !result.NodeNames.Has(name) {
				continue
			}
			status := w.framework.RunFilterPluginsWithNominatedPods(w.ctx, state, c.Pod, node)
			if status.IsSuccess() {
				c.Want.Feasible = append(c.Want.Feasible, name)
				continue
			}
			statuses.Set(name, status)
			diagnosis.AddPluginStatus(status)
		}
	}
	c.Want.Rejecters = diagnosis.UnschedulablePlugins.UnsortedList()
	sort.Strings(c.Want.Rejecters)
	if len(c.Want.Feasible) > 0 || len(c.Nodes) == 0 {
		return
	}
	w.preempt(c, state, &diagnosis)
	fit := framework.FitError{Pod: c.Pod, NumAllNodes: len(c.Nodes), Diagnosis: diagnosis}
	c.Want.Message = fit.Error()
}

func (w *world) preempt(c *testCase, state fwk.CycleState, diagnosis *framework.Diagnosis) {
	potential, err := diagnosis.NodeToStatus.NodesForStatusCode(w.snapshot.NodeInfos(), fwk.Unschedulable)
	if err != nil {
		log.Fatal(err)
	}
	plugin := w.plugin("DefaultPreemption").(*defaultpreemption.DefaultPreemption)
	nominatedStatus := diagnosis.NodeToStatus.Get(c.Pod.Status.NominatedNodeName)
	if may, _ := plugin.PodEligibleToPreemptOthers(w.ctx, c.Pod, nominatedStatus); may && len(potential) > 0 {
		budgets := make([]*policyv1.PodDisruptionBudget, 0, len(c.Budgets))
		budgets = append(budgets, c.Budgets...)
		found, _, _ := plugin.Evaluator.DryRunPreemption(w.ctx, state, c.Pod, potential, budgets, 0, int32(len(potential)))
		for _, each := range found {
			victims := []string{}
			for _, pod := range each.Victims().Pods {
				victims = append(victims, pod.Name)
			}
			c.Want.Candidates = append(c.Want.Candidates, candidate{each.Name(), victims, each.Victims().NumPDBViolations})
		}
		sort.Slice(c.Want.Candidates, func(i, j int) bool { return c.Want.Candidates[i].Node < c.Want.Candidates[j].Node })
		for i := 0; i < 40 && len(found) > 0; i++ {
			if best := plugin.Evaluator.SelectCandidate(w.ctx, found).Name(); !slices.Contains(c.Want.Best, best) {
				c.Want.Best = append(c.Want.Best, best)
			}
		}
		sort.Strings(c.Want.Best)
	}
	if len(c.Want.Candidates) == 0 {
		_, status := w.framework.RunPostFilterPlugins(w.ctx, state, c.Pod, diagnosis.NodeToStatus)
		diagnosis.PostFilterMsg = status.Message()
	}
}

// check stumbles over node affinities that no API server would have let in: the plugin itself forgives them.
func check(pod *v1.Pod) {
	if affinity := pod.Spec.Affinity; affinity != nil && affinity.NodeAffinity != nil {
		if required := affinity.NodeAffinity.RequiredDuringSchedulingIgnoredDuringExecution; required != nil {
			if _, err := nodeaffinity.NewNodeSelector(required); err != nil {
				panic(err)
			}
		}
	}
}

func fill(c *testCase) {
	check(c.Pod)
	if c.Pod.Spec.SchedulerName == "" {
		c.Pod.Spec.SchedulerName = "default-scheduler"
	}
	w := build(c)
	c.Want = &want{Filters: map[string]pluginVerdict{}}
	for _, name := range filterNames {
		c.Want.Filters[name] = w.ask(name, c.Pod)
	}
	if len(c.Nodes) > 0 {
		c.Want.Scores = w.score(c)
	}
	w.attempt(c)
	w.hints(c)
}
