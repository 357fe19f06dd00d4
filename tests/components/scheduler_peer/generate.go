// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"fmt"
	"math/rand"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	v1 "k8s.io/api/core/v1"
	policyv1 "k8s.io/api/policy/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// dice makes small clusters in which things often clash.
type dice struct {
	*rand.Rand
	now time.Time
}

func (d dice) chance(percent int) bool { return d.Intn(100) < percent }

func pick[T any](d dice, from ...T) T { return from[d.Intn(len(from))] }

func ptr[T any](value T) *T { return &value }

func (d dice) labels() map[string]string {
	labels := map[string]string{}
	for _, key := range []string{"app", "tier"} {
		if d.chance(70) {
			labels[key] = pick(d, "a", "b", "c")
		}
	}
	return labels
}

func (d dice) selector() *metav1.LabelSelector {
	switch d.Intn(10) {
	case 0:
		return nil
	case 1:
		return &metav1.LabelSelector{}
	case 2, 3:
		return &metav1.LabelSelector{MatchExpressions: []metav1.LabelSelectorRequirement{{
			Key: pick(d, "app", "tier"), Operator: pick(d, metav1.LabelSelectorOpIn, metav1.LabelSelectorOpNotIn),
			Values: []string{pick(d, "a", "b"), "c"}}}}
	case 4:
		return &metav1.LabelSelector{MatchExpressions: []metav1.LabelSelectorRequirement{{
			Key: pick(d, "app", "tier"), Operator: pick(d, metav1.LabelSelectorOpExists, metav1.LabelSelectorOpDoesNotExist)}}}
	}
	return &metav1.LabelSelector{MatchLabels: map[string]string{pick(d, "app", "tier"): pick(d, "a", "b", "c")}}
}

func (d dice) node(i int) *v1.Node {
	name := fmt.Sprintf("n%d", i)
	labels := map[string]string{v1.LabelHostname: name}
	if d.chance(80) {
		labels[v1.LabelTopologyZone] = pick(d, "z1", "z2", "z3")
	}
	if d.chance(40) {
		labels["disk"] = pick(d, "ssd", "hdd")
	}
	if d.chance(40) {
		labels["size"] = pick(d, "1", "5", "10")
	}
	if d.chance(8) {
		delete(labels, v1.LabelHostname)
	}
	node := &v1.Node{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: labels}}
	node.Spec.Unschedulable = d.chance(8)
	for _, key := range []string{"k1", "k2"} {
		if d.chance(25) {
			node.Spec.Taints = append(node.Spec.Taints, v1.Taint{Key: key, Value: pick(d, "", "v"),
				Effect: pick(d, v1.TaintEffectNoSchedule, v1.TaintEffectPreferNoSchedule, v1.TaintEffectPreferNoSchedule,
					v1.TaintEffectNoExecute)})
		}
	}
	node.Status.Allocatable = v1.ResourceList{
		v1.ResourceCPU:    resource.MustParse(pick(d, "1", "2", "4", "1500m")),
		v1.ResourceMemory: resource.MustParse(pick(d, "1Gi", "2Gi", "4Gi", "3G")),
		v1.ResourcePods:   resource.MustParse(pick(d, "3", "10", "110")),
	}
	if d.chance(20) {
		node.Status.Allocatable["example.com/gpu"] = resource.MustParse(pick(d, "1", "2"))
	}
	if d.chance(20) {
		node.Status.Allocatable[v1.ResourceEphemeralStorage] = resource.MustParse("10Gi")
	}
	for _, image := range []string{"web:1", "db:latest"} {
		if d.chance(40) {
			node.Status.Images = append(node.Status.Images, v1.ContainerImage{Names: []string{image},
				SizeBytes: int64(d.Intn(900)) * 1024 * 1024})
		}
	}
	return node
}

func (d dice) requests() v1.ResourceList {
	requests := v1.ResourceList{}
	if d.chance(70) {
		requests[v1.ResourceCPU] = resource.MustParse(pick(d, "100m", "250m", "500m", "1", "0"))
	}
	if d.chance(60) {
		requests[v1.ResourceMemory] = resource.MustParse(pick(d, "64Mi", "256Mi", "512Mi", "1Gi"))
	}
	if d.chance(10) {
		requests["example.com/gpu"] = resource.MustParse("1")
	}
	if d.chance(8) {
		requests[v1.ResourceEphemeralStorage] = resource.MustParse(pick(d, "1Gi", "6Gi"))
	}
	return requests
}

func (d dice) container(name string) v1.Container {
	container := v1.Container{Name: name, Image: pick(d, "web:1", "db", "other:2"),
		Resources: v1.ResourceRequirements{Requests: d.requests()}}
	if d.chance(12) {
		container.Ports = []v1.ContainerPort{{ContainerPort: 80, HostPort: pick(d, int32(80), int32(8080)),
			Protocol: pick(d, v1.ProtocolTCP, v1.ProtocolTCP, v1.ProtocolUDP), HostIP: pick(d, "", "10.0.0.1", "10.0.0.2")}}
	}
	return container
}

func (d dice) term() v1.PodAffinityTerm {
	term := v1.PodAffinityTerm{LabelSelector: d.selector(), TopologyKey: pick(d, v1.LabelHostname, v1.LabelTopologyZone, "disk")}
	switch d.Intn(6) {
	case 0:
		term.Namespaces = []string{pick(d, "default", "other")}
	case 1:
		term.NamespaceSelector = pick(d, &metav1.LabelSelector{},
			&metav1.LabelSelector{MatchLabels: map[string]string{"team": pick(d, "x", "y")}})
	}
	return term
}

func (d dice) neighbours() *v1.Affinity {
	affinity := &v1.Affinity{}
	weighted := func() []v1.WeightedPodAffinityTerm {
		return []v1.WeightedPodAffinityTerm{{Weight: int32(1 + d.Intn(100)), PodAffinityTerm: d.term()}}
	}
	if d.chance(40) {
		affinity.PodAffinity = &v1.PodAffinity{}
		if d.chance(60) {
			affinity.PodAffinity.RequiredDuringSchedulingIgnoredDuringExecution = []v1.PodAffinityTerm{d.term()}
			if d.chance(20) {
				affinity.PodAffinity.RequiredDuringSchedulingIgnoredDuringExecution =
					append(affinity.PodAffinity.RequiredDuringSchedulingIgnoredDuringExecution, d.term())
			}
		} else {
			affinity.PodAffinity.PreferredDuringSchedulingIgnoredDuringExecution = weighted()
		}
	}
	if d.chance(50) {
		affinity.PodAntiAffinity = &v1.PodAntiAffinity{}
		if d.chance(60) {
			affinity.PodAntiAffinity.RequiredDuringSchedulingIgnoredDuringExecution = []v1.PodAffinityTerm{d.term()}
		} else {
			affinity.PodAntiAffinity.PreferredDuringSchedulingIgnoredDuringExecution = weighted()
		}
	}
	return affinity
}

func (d dice) nodeTerm() v1.NodeSelectorTerm {
	if d.chance(12) {
		return v1.NodeSelectorTerm{MatchFields: []v1.NodeSelectorRequirement{{Key: "metadata.name",
			Operator: pick(d, v1.NodeSelectorOpIn, v1.NodeSelectorOpIn, v1.NodeSelectorOpNotIn), Values: []string{pick(d, "n0", "n1", "n9")}}}}
	}
	key := pick(d, "disk", "size", v1.LabelTopologyZone)
	switch d.Intn(5) {
	case 0:
		return v1.NodeSelectorTerm{MatchExpressions: []v1.NodeSelectorRequirement{{Key: "size",
			Operator: pick(d, v1.NodeSelectorOpGt, v1.NodeSelectorOpLt), Values: []string{pick(d, "3", "5", "7")}}}}
	case 1:
		return v1.NodeSelectorTerm{MatchExpressions: []v1.NodeSelectorRequirement{{Key: key,
			Operator: pick(d, v1.NodeSelectorOpExists, v1.NodeSelectorOpDoesNotExist)}}}
	}
	return v1.NodeSelectorTerm{MatchExpressions: []v1.NodeSelectorRequirement{{Key: key,
		Operator: pick(d, v1.NodeSelectorOpIn, v1.NodeSelectorOpIn, v1.NodeSelectorOpNotIn),
		Values:   []string{pick(d, "ssd", "z1", "5"), pick(d, "hdd", "z2", "10")}}}}
}

func (d dice) nodeAffinity() *v1.NodeAffinity {
	affinity := &v1.NodeAffinity{}
	if d.chance(50) {
		affinity.RequiredDuringSchedulingIgnoredDuringExecution = &v1.NodeSelector{NodeSelectorTerms: []v1.NodeSelectorTerm{d.nodeTerm()}}
		if d.chance(40) {
			terms := &affinity.RequiredDuringSchedulingIgnoredDuringExecution.NodeSelectorTerms
			*terms = append(*terms, d.nodeTerm())
		}
	}
	if d.chance(60) {
		for range 1 + d.Intn(2) {
			affinity.PreferredDuringSchedulingIgnoredDuringExecution = append(affinity.PreferredDuringSchedulingIgnoredDuringExecution,
				v1.PreferredSchedulingTerm{Weight: int32(1 + d.Intn(100)), Preference: d.nodeTerm()})
		}
	}
	return affinity
}

func (d dice) constraint() v1.TopologySpreadConstraint {
	constraint := v1.TopologySpreadConstraint{MaxSkew: int32(1 + d.Intn(2)), LabelSelector: d.selector(),
		TopologyKey:       pick(d, v1.LabelHostname, v1.LabelTopologyZone, v1.LabelTopologyZone, "disk"),
		WhenUnsatisfiable: pick(d, v1.DoNotSchedule, v1.ScheduleAnyway)}
	if d.chance(20) && constraint.WhenUnsatisfiable == v1.DoNotSchedule {
		constraint.MinDomains = ptr(int32(1 + d.Intn(4)))
	}
	if d.chance(25) {
		constraint.NodeAffinityPolicy = ptr(pick(d, v1.NodeInclusionPolicyHonor, v1.NodeInclusionPolicyIgnore))
	}
	if d.chance(25) {
		constraint.NodeTaintsPolicy = ptr(pick(d, v1.NodeInclusionPolicyHonor, v1.NodeInclusionPolicyIgnore))
	}
	if d.chance(20) && constraint.LabelSelector != nil {
		constraint.MatchLabelKeys = []string{pick(d, "app", "tier", "none")}
	}
	return constraint
}

func (d dice) pod(name string) *v1.Pod {
	pod := &v1.Pod{ObjectMeta: metav1.ObjectMeta{Name: name, UID: types.UID(name), Namespace: pick(d, "default", "default", "default", "other"),
		Labels: d.labels()}}
	pod.Spec.Containers = []v1.Container{d.container("c")}
	if d.chance(20) {
		pod.Spec.Containers = append(pod.Spec.Containers, d.container("d"))
	}
	if d.chance(15) {
		init := d.container("i")
		if d.chance(50) {
			init.RestartPolicy = ptr(v1.ContainerRestartPolicyAlways)
		}
		pod.Spec.InitContainers = append(pod.Spec.InitContainers, init, d.container("j"))
	}
	if d.chance(10) {
		pod.Spec.Overhead = v1.ResourceList{v1.ResourceCPU: resource.MustParse("50m"), v1.ResourceMemory: resource.MustParse("16Mi")}
	}
	if d.chance(5) {
		pod.Spec.Resources = &v1.ResourceRequirements{Requests: v1.ResourceList{v1.ResourceCPU: resource.MustParse("600m")}}
	}
	pod.Spec.Priority = ptr(pick(d, int32(0), int32(0), int32(10), int32(100)))
	if d.chance(30) {
		pod.Spec.Affinity = d.neighbours()
	}
	return pod
}

func (d dice) placed(name, node string) *v1.Pod {
	pod := d.pod(name)
	pod.Spec.NodeName = node
	pod.Status.StartTime = ptr(metav1.NewTime(d.now.Add(time.Duration(-d.Intn(100)) * time.Minute)))
	if d.chance(8) {
		pod.DeletionTimestamp = ptr(metav1.NewTime(d.now))
		pod.DeletionGracePeriodSeconds = ptr(int64(30))
		if d.chance(50) {
			pod.Status.Conditions = []v1.PodCondition{{Type: v1.DisruptionTarget, Status: v1.ConditionTrue,
				Reason: v1.PodReasonPreemptionByScheduler}}
		}
	}
	return pod
}

func (d dice) incoming() *v1.Pod {
	pod := d.pod("p")
	pod.Spec.SchedulerName = "default-scheduler"
	if d.chance(25) {
		if pod.Spec.Affinity == nil {
			pod.Spec.Affinity = &v1.Affinity{}
		}
		pod.Spec.Affinity.NodeAffinity = d.nodeAffinity()
	}
	if d.chance(8) {
		pod.Spec.NodeSelector = map[string]string{"disk": pick(d, "ssd", "hdd")}
	}
	if d.chance(60) {
		pod.Spec.Tolerations = append(pod.Spec.Tolerations, v1.Toleration{Key: pick(d, "", "k1", "k1", "k2"),
			Operator: pick(d, v1.TolerationOpExists, v1.TolerationOpExists, v1.TolerationOpEqual), Effect: pick(d, "", v1.TaintEffectNoSchedule)})
		if pod.Spec.Tolerations[0].Key == "" {
			pod.Spec.Tolerations[0].Operator = v1.TolerationOpExists
		}
	}
	for d.chance(35) && len(pod.Spec.TopologySpreadConstraints) < 3 {
		pod.Spec.TopologySpreadConstraints = append(pod.Spec.TopologySpreadConstraints, d.constraint())
	}
	if d.chance(6) {
		pod.Spec.PreemptionPolicy = ptr(v1.PreemptNever)
	}
	if d.chance(40) { // something that hardly fits
		pod.Spec.Containers[0].Resources.Requests = v1.ResourceList{v1.ResourceCPU: resource.MustParse(pick(d, "900m", "1200m", "3500m", "5"))}
	}
	if d.chance(40) {
		pod.Spec.Priority = ptr(int32(1000))
	}
	return pod
}

func (d dice) owners(c *testCase) {
	if d.chance(50) {
		c.Services = append(c.Services, &v1.Service{ObjectMeta: metav1.ObjectMeta{Name: "s", Namespace: "default"},
			Spec: v1.ServiceSpec{Selector: map[string]string{"app": pick(d, "a", "b")}}})
	}
	if d.chance(40) {
		labels := map[string]string{"tier": c.Pod.Labels["tier"]}
		c.Pod.OwnerReferences = []metav1.OwnerReference{{APIVersion: "apps/v1", Name: "o", UID: "o", Controller: ptr(true),
			Kind: pick(d, "ReplicaSet", "StatefulSet")}}
		meta := metav1.ObjectMeta{Name: "o", UID: "o", Namespace: c.Pod.Namespace}
		selector := &metav1.LabelSelector{MatchLabels: labels}
		if c.Pod.OwnerReferences[0].Kind == "ReplicaSet" {
			c.ReplicaSets = []*appsv1.ReplicaSet{{ObjectMeta: meta, Spec: appsv1.ReplicaSetSpec{Selector: selector}}}
		} else {
			c.StatefulSets = []*appsv1.StatefulSet{{ObjectMeta: meta, Spec: appsv1.StatefulSetSpec{Selector: selector}}}
		}
	}
	for i := range d.Intn(3) {
		c.Budgets = append(c.Budgets, &policyv1.PodDisruptionBudget{
			ObjectMeta: metav1.ObjectMeta{Name: fmt.Sprintf("b%d", i), Namespace: pick(d, "default", "default", "other")},
			Spec:       policyv1.PodDisruptionBudgetSpec{Selector: d.selector(), MinAvailable: ptr(intstr.FromInt32(1))},
			Status:     policyv1.PodDisruptionBudgetStatus{DisruptionsAllowed: int32(d.Intn(2))}})
	}
}

func (d dice) event(c *testCase) event {
	switch d.Intn(9) {
	case 0:
		return event{Kind: "NodeAdded", NodeAfter: d.node(20)}
	case 1:
		return event{Kind: "NodeGone", NodeBefore: pick(d, c.Nodes...)}
	case 2, 3, 4:
		before := pick(d, c.Nodes...)
		after := before.DeepCopy()
		other := d.node(30)
		switch d.Intn(3) {
		case 0:
			after.Labels = other.Labels
			return event{Kind: "NodeLabels", NodeBefore: before, NodeAfter: after}
		case 1:
			after.Spec = other.Spec
			return event{Kind: "NodeTaints", NodeBefore: before, NodeAfter: after}
		}
		after.Status.Allocatable = other.Status.Allocatable
		return event{Kind: "NodeAllocatable", NodeBefore: before, NodeAfter: after}
	case 5:
		return event{Kind: "PodAdded", PodAfter: d.placed("e", "n0")}
	case 6:
		return event{Kind: "PodGone", PodBefore: d.placed("e", pick(d, "n0", "n1"))}
	case 7:
		before := d.placed("e", "n0")
		after := before.DeepCopy()
		after.Labels = d.labels()
		return event{Kind: "PodLabels", PodBefore: before, PodAfter: after}
	}
	after := c.Pod.DeepCopy()
	after.Spec.Tolerations = append(after.Spec.Tolerations, v1.Toleration{Operator: v1.TolerationOpExists})
	return event{Kind: "PodTolerations", PodBefore: c.Pod.DeepCopy(), PodAfter: after}
}

func generate(seed int64, count int) []testCase {
	d := dice{rand.New(rand.NewSource(seed)), time.Date(2026, 1, 5, 12, 0, 0, 0, time.UTC)}
	var cases []testCase
	for i := range count {
		c := testCase{Name: fmt.Sprintf("random %d", i), Pod: d.incoming()}
		for n := range 2 + d.Intn(5) {
			c.Nodes = append(c.Nodes, d.node(n))
		}
		for p := range d.Intn(4 * len(c.Nodes)) {
			c.Pods = append(c.Pods, d.placed(fmt.Sprintf("e%d", p), pick(d, c.Nodes...).Name))
		}
		c.Namespaces = []*v1.Namespace{{ObjectMeta: metav1.ObjectMeta{Name: "default", Labels: map[string]string{"team": pick(d, "x", "y")}}},
			{ObjectMeta: metav1.ObjectMeta{Name: "other", Labels: map[string]string{"team": "y"}}}}
		d.owners(&c)
		if d.chance(25) {
			other := d.pod("nominated")
			other.Spec.Priority = ptr(pick(d, int32(5), int32(1000), int32(2000)))
			c.Nominated = []nominated{{other, pick(d, c.Nodes...).Name}}
		}
		if d.chance(15) {
			c.Pod.Status.NominatedNodeName = pick(d, c.Nodes...).Name
		}
		if d.chance(50) {
			for n, node := range c.Nodes {
				if n == 0 || d.chance(60) {
					c.Scored = append(c.Scored, node.Name)
				}
			}
		}
		for range d.Intn(3) {
			c.Events = append(c.Events, d.event(&c))
		}
		cases = append(cases, c)
	}
	return cases
}
