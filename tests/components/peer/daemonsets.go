// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"time"
	_ "unsafe"

	apps "k8s.io/api/apps/v1"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/client-go/util/flowcontrol"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/controller"
	"k8s.io/kubernetes/pkg/controller/daemon"
	"k8s.io/utils/ptr"
)

//go:linkname syncDaemonSet k8s.io/kubernetes/pkg/controller/daemon.(*DaemonSetsController).syncDaemonSet
func syncDaemonSet(dsc *daemon.DaemonSetsController, ctx context.Context, key string) error

//go:linkname daemonSetPatch k8s.io/kubernetes/pkg/controller/daemon.getPatch
func daemonSetPatch(ds *apps.DaemonSet) ([]byte, error)

// daemonSets: one sync of DaemonSets over all sorts of nodes with all sorts of Pods.
func daemonSets(random *rand.Rand) []testCase {
	cases := []testCase{}
	for len(cases) < 250 {
		now := thisMoment()
		ds := randomDaemonSet(random, now)
		legacyscheme.Scheme.Default(ds)
		if oneIn(random, 15) { // the server refuses it, a controller does not rely on that
			ds.Spec.UpdateStrategy.RollingUpdate = &apps.RollingUpdateDaemonSet{MaxUnavailable: ptr.To(intstr.FromInt32(0)), MaxSurge: ptr.To(intstr.FromInt32(0))}
		}
		revisions := randomDaemonRevisions(random, now, ds)
		objects := []runtime.Object{ds}
		for _, revision := range revisions {
			objects = append(objects, revision)
		}
		nodes := randomNodes(random)
		for _, node := range nodes {
			objects = append(objects, node)
		}
		pods := randomDaemonPods(random, now, ds, revisions, nodes)
		for _, pod := range pods {
			objects = append(objects, pod)
		}
		if each := syncOneDaemonSet(random, now, ds, pods, objects); each != nil {
			cases = append(cases, each)
		}
	}
	return cases
}

func syncOneDaemonSet(random *rand.Rand, now time.Time, ds *apps.DaemonSet, pods []*v1.Pod, objects []runtime.Object) testCase {
	w := newWorld(random, now, objects...)
	sets, revisions := w.informer.Apps().V1().DaemonSets(), w.informer.Apps().V1().ControllerRevisions()
	podInformer, nodes := w.informer.Core().V1().Pods(), w.informer.Core().V1().Nodes()
	dsc, err := daemon.NewDaemonSetsController(quiet(), sets, revisions, podInformer, nodes, w.client,
		flowcontrol.NewBackOff(time.Second, 15*time.Minute))
	if err != nil {
		panic(err)
	}
	setField(dsc, "eventRecorder", w.events)
	setField(dsc, "podControl", controller.PodControlInterface(controller.RealPodControl{KubeClient: w.client, Recorder: w.events}))
	for _, object := range objects {
		switch object := object.DeepCopyObject().(type) {
		case *apps.DaemonSet:
			sets.Informer().GetIndexer().Add(object)
		case *apps.ControllerRevision:
			revisions.Informer().GetIndexer().Add(object)
		case *v1.Pod:
			podInformer.Informer().GetIndexer().Add(object)
		case *v1.Node:
			nodes.Informer().GetIndexer().Add(object)
		}
	}
	hash := controller.ComputeHash(&ds.Spec.Template, ds.Status.CollisionCount)
	alike := alikePods(now, ds, pods, hash)
	obstructDaemonSet(random, now, w, ds, pods, alike, hash)
	err = syncDaemonSet(dsc, quiet(), "default/web")
	each := tell(w.result(map[string][][]string{
		"update daemonsets/status": {{"status"}},
		"create pods/":             {{"metadata", "generateName"}, {"metadata", "labels"}, {"metadata", "ownerReferences"}, {"spec"}},
		"create controllerrevisions/": {{"metadata", "name"}, {"metadata", "labels"}, {"metadata", "annotations"},
			{"metadata", "ownerReferences"}, {"data"}, {"revision"}},
		"update controllerrevisions/": {{"metadata", "labels"}, {"revision"}},
	}), err)
	each["hash"] = hash
	surge := ds.Spec.UpdateStrategy.RollingUpdate != nil && ds.Spec.UpdateStrategy.RollingUpdate.MaxSurge != nil &&
		ds.Spec.UpdateStrategy.RollingUpdate.MaxSurge.String() != "0"
	if surge || w.room >= 0 {
		for _, node := range nodeNames {
			alike[node] = "SOME-NODE"
		}
	}
	each["alike"] = alike
	if isClaimRepeated(each) || stopsAmongPods(each) {
		return nil
	}
	return masked(each, alike)
}

// masked makes one of what is alike, and drops repeated claims, so that the case is the same each time.
func masked(each testCase, alike map[string]string) testCase {
	plain := func(text string) string {
		for _, name := range slices.Sorted(maps.Keys(alike)) {
			text = strings.ReplaceAll(text, name, alike[name])
		}
		return text
	}
	var writes []any
	decode(plain(text(each["writes"])), &writes)
	events := each["events"].([]string)
	for i := range events {
		events[i] = plain(events[i])
	}
	each["writes"] = writes
	sorted(each)
	each["writes"] = slices.CompactFunc(writes, func(a, b any) bool {
		return a.(map[string]any)["verb"] == "patch" && text(a) == text(b)
	})
	if failure, _ := each["error"].(string); len(failure) > 80 {
		each["error"] = failure[:80]
	}
	return each
}

// isClaimRepeated: upstream claims from its cache what it has already deleted. A real cache shows something of that.
func isClaimRepeated(each testCase) bool {
	patched := map[any]bool{}
	for _, write := range each["writes"].([]any) {
		write := write.(map[string]any)
		if write["verb"] == "patch" {
			patched[write["name"]] = true
		} else if write["verb"] == "delete" && patched[write["name"]] {
			return true
		}
	}
	return false
}

// stopsAmongPods: a Pod could not get the label of its revision; which ones got it before is up to no order.
func stopsAmongPods(each testCase) bool {
	failure, _ := each["error"].(string)
	return strings.Contains(failure, "failed to construct revisions of DaemonSet: pods ")
}

// alikePods are those of which a rolling update takes some, in no order: old ones that are available.
func alikePods(now time.Time, ds *apps.DaemonSet, pods []*v1.Pod, hash string) map[string]string {
	alike := map[string]string{}
	for _, pod := range pods {
		ready := len(pod.Status.Conditions) > 0 && pod.Status.Conditions[0].Status == v1.ConditionTrue &&
			now.Sub(pod.Status.Conditions[0].LastTransitionTime.Time) >= time.Duration(ds.Spec.MinReadySeconds)*time.Second
		if ready && pod.DeletionTimestamp == nil {
			alike[pod.Name] = "SOME-POD"
		}
	}
	return alike
}

func obstructDaemonSet(random *rand.Rand, now time.Time, w *world, ds *apps.DaemonSet, pods []*v1.Pod, alike map[string]string, hash string) {
	switch random.Intn(10) {
	case 0:
		w.room = random.Intn(4)
	case 1:
		if len(pods) > 0 && alike[pods[0].Name] == "" {
			w.refuse("delete", "pods", pods[0].Name)
		}
	case 2:
		w.refuse("update", "daemonsets", "web")
	case 3, 4:
		name := "web-" + hash
		if _, err := w.client.Tracker().Get(apps.SchemeGroupVersion.WithResource("controllerrevisions"), "default", name); err == nil {
			w.refuse("update", "controllerrevisions", name)
			return
		}
		if oneIn(random, 3) {
			w.refuse("create", "controllerrevisions", name)
			return
		}
		fresh := daemonRevision(now, ds, name, 1)
		if oneIn(random, 2) { // another template with this hash
			fresh.Data.Raw = []byte(`{"spec":{"template":{"$patch":"replace"}}}`)
		}
		w.hide(fresh)
	case 5:
		if len(pods) > 0 {
			w.refuse("patch", "pods", pods[0].Name)
		}
	}
}

func randomDaemonSet(random *rand.Rand, now time.Time) *apps.DaemonSet {
	ds := &apps.DaemonSet{
		TypeMeta:   metav1.TypeMeta{APIVersion: "apps/v1", Kind: "DaemonSet"},
		ObjectMeta: meta("web", int64(1+random.Intn(3)), now.Add(-24*time.Hour)),
		Spec: apps.DaemonSetSpec{
			Selector:             &metav1.LabelSelector{MatchLabels: map[string]string{"app": "web"}},
			Template:             template(random.Intn(3)),
			RevisionHistoryLimit: ptr.To(pick[int32](random, 0, 1, 2, 10)),
		},
	}
	spec := &ds.Spec.Template.Spec
	if oneIn(random, 4) {
		spec.NodeSelector = map[string]string{"zone": pick(random, "x", "y")}
	}
	if oneIn(random, 4) {
		spec.Affinity = randomNodeAffinity(random)
	}
	for _, toleration := range []v1.Toleration{
		{Key: "only", Operator: v1.TolerationOpExists, Effect: v1.TaintEffectNoSchedule},
		{Key: "only", Operator: v1.TolerationOpEqual, Value: "web"},
		{Key: "node.kubernetes.io/not-ready", Operator: v1.TolerationOpExists, Effect: v1.TaintEffectNoExecute, TolerationSeconds: ptr.To(int64(5))},
		{Operator: v1.TolerationOpExists},
	} {
		if oneIn(random, 8) {
			spec.Tolerations = append(spec.Tolerations, toleration)
		}
	}
	spec.HostNetwork = oneIn(random, 6)
	if oneIn(random, 25) {
		spec.NodeName = "node-b"
	}
	if oneIn(random, 4) {
		ds.Spec.MinReadySeconds = 60
	}
	some := func() *intstr.IntOrString {
		if oneIn(random, 3) {
			return ptr.To(intstr.FromString(pick(random, "10%", "34%", "50%", "100%")))
		}
		return ptr.To(intstr.FromInt32(int32(1 + random.Intn(3))))
	}
	ds.Spec.UpdateStrategy.Type = apps.RollingUpdateDaemonSetStrategyType
	switch random.Intn(5) {
	case 0:
		ds.Spec.UpdateStrategy.Type = apps.OnDeleteDaemonSetStrategyType
	case 1, 2:
		ds.Spec.UpdateStrategy.RollingUpdate = &apps.RollingUpdateDaemonSet{MaxUnavailable: ptr.To(intstr.FromInt32(0)), MaxSurge: some()}
	case 3:
		ds.Spec.UpdateStrategy.RollingUpdate = &apps.RollingUpdateDaemonSet{MaxUnavailable: some()}
	}
	if !oneIn(random, 3) {
		ds.Annotations = map[string]string{apps.DeprecatedTemplateGeneration: pick(random, "1", "2", "oops")}
	}
	few := func() int32 { return int32(random.Intn(6)) }
	ds.Status = apps.DaemonSetStatus{ObservedGeneration: ds.Generation - int64(random.Intn(2)), DesiredNumberScheduled: few(),
		CurrentNumberScheduled: few(), NumberMisscheduled: few(), NumberReady: few()}
	if oneIn(random, 2) {
		ds.Status.CollisionCount = ptr.To(int32(random.Intn(2)))
	}
	if oneIn(random, 25) {
		ds.DeletionTimestamp = ptr.To(metav1.NewTime(now.Add(-time.Minute)))
		ds.Finalizers = []string{"foregroundDeletion"}
	}
	if oneIn(random, 40) {
		ds.Spec.Selector = &metav1.LabelSelector{}
	}
	return ds
}

func randomNodeAffinity(random *rand.Rand) *v1.Affinity {
	term := func() v1.NodeSelectorTerm {
		return v1.NodeSelectorTerm{MatchExpressions: []v1.NodeSelectorRequirement{
			{Key: "zone", Operator: pick(random, v1.NodeSelectorOpIn, v1.NodeSelectorOpNotIn), Values: []string{"x"}}}}
	}
	affinity := &v1.Affinity{NodeAffinity: &v1.NodeAffinity{}}
	if oneIn(random, 2) {
		affinity.NodeAffinity.RequiredDuringSchedulingIgnoredDuringExecution = &v1.NodeSelector{NodeSelectorTerms: []v1.NodeSelectorTerm{term()}}
	} else {
		affinity.NodeAffinity.PreferredDuringSchedulingIgnoredDuringExecution = []v1.PreferredSchedulingTerm{{Weight: 1, Preference: term()}}
	}
	return affinity
}

func daemonRevision(now time.Time, ds *apps.DaemonSet, name string, number int64) *apps.ControllerRevision {
	patch, err := daemonSetPatch(ds)
	if err != nil {
		panic(err)
	}
	revision := &apps.ControllerRevision{TypeMeta: metav1.TypeMeta{APIVersion: "apps/v1", Kind: "ControllerRevision"},
		ObjectMeta: meta(name, 0, now.Add(-time.Hour)), Data: runtime.RawExtension{Raw: patch}, Revision: number}
	revision.Labels = map[string]string{"app": "web", "controller-revision-hash": strings.TrimPrefix(name, "web-")}
	revision.OwnerReferences = []metav1.OwnerReference{*metav1.NewControllerRef(ds, apps.SchemeGroupVersion.WithKind("DaemonSet"))}
	return revision
}

// randomDaemonRevisions are those of some templates, no two of one number; sometimes two of one template.
func randomDaemonRevisions(random *rand.Rand, now time.Time, ds *apps.DaemonSet) []*apps.ControllerRevision {
	revisions := []*apps.ControllerRevision{}
	numbers := random.Perm(8)
	strangers := 0
	for version := range 5 {
		for copy := range 2 {
			if oneIn(random, 3) || (copy == 1 && !oneIn(random, 8)) {
				continue
			}
			former := ds.DeepCopy()
			former.Spec.Template.Spec.Containers[0].Image = fmt.Sprintf("web:v%d", version)
			hash := controller.ComputeHash(&former.Spec.Template, ds.Status.CollisionCount)
			if copy == 1 {
				hash += "-again"
			}
			revision := daemonRevision(now, former, "web-"+hash, int64(1+numbers[len(revisions)%8]))
			if strangers == 0 && oneIn(random, 15) {
				strangers++
				revision.OwnerReferences = nil
			} else if oneIn(random, 25) {
				revision.OwnerReferences[0].UID = "uid-other"
			} else if oneIn(random, 25) {
				revision.Labels["app"] = "other"
			}
			if oneIn(random, 15) {
				delete(revision.Labels, "controller-revision-hash")
			}
			revisions = append(revisions, revision)
		}
	}
	return revisions
}

var nodeNames = []string{"node-a", "node-b", "node-c", "node-d", "node-e", "node-f", "node-g"}

func randomNodes(random *rand.Rand) []*v1.Node {
	nodes := []*v1.Node{}
	for _, name := range nodeNames {
		if oneIn(random, 4) {
			continue
		}
		node := &v1.Node{TypeMeta: metav1.TypeMeta{APIVersion: "v1", Kind: "Node"},
			ObjectMeta: metav1.ObjectMeta{Name: name, UID: "uid-" + "node", ResourceVersion: "1", Labels: map[string]string{"zone": pick(random, "x", "y")}}}
		switch random.Intn(9) {
		case 0:
			node.Spec.Taints = []v1.Taint{{Key: "only", Value: pick(random, "web", "other"), Effect: v1.TaintEffectNoSchedule}}
		case 1:
			node.Spec.Taints = []v1.Taint{{Key: "only", Value: pick(random, "web", "other"), Effect: v1.TaintEffectNoExecute}}
		case 2:
			node.Spec.Taints = []v1.Taint{{Key: "node.kubernetes.io/unschedulable", Effect: v1.TaintEffectNoSchedule},
				{Key: "node.kubernetes.io/not-ready", Effect: v1.TaintEffectNoExecute}}
		case 3:
			node.Spec.Taints = []v1.Taint{{Key: "node.kubernetes.io/network-unavailable", Effect: v1.TaintEffectNoSchedule},
				{Key: "soft", Effect: v1.TaintEffectPreferNoSchedule}}
		}
		nodes = append(nodes, node)
	}
	return nodes
}

func randomDaemonPods(random *rand.Rand, now time.Time, ds *apps.DaemonSet, revisions []*apps.ControllerRevision, nodes []*v1.Node) []*v1.Pod {
	pods := []*v1.Pod{}
	health := random.Intn(3) // 0: nearly all are well
	hash := controller.ComputeHash(&ds.Spec.Template, ds.Status.CollisionCount)
	for _, name := range nodeNames {
		gone := !slices.ContainsFunc(nodes, func(node *v1.Node) bool { return node.Name == name })
		if gone && !oneIn(random, 5) {
			continue
		}
		failed := false
		for range pick(random, 0, 1, 1, 1, 1, 2, 3) {
			pod := randomDaemonPod(random, now, ds, revisions, fmt.Sprintf("pod-%02d", len(pods)), name, hash, health)
			if pod.Status.Phase == v1.PodFailed {
				if failed { // which one is killed first is up to no order
					continue
				}
				failed = true
			}
			pods = append(pods, pod)
		}
	}
	return pods
}

func randomDaemonPod(random *rand.Rand, now time.Time, ds *apps.DaemonSet, revisions []*apps.ControllerRevision, name, node, hash string, health int) *v1.Pod {
	pod := &v1.Pod{TypeMeta: metav1.TypeMeta{APIVersion: "v1", Kind: "Pod"},
		ObjectMeta: meta(name, 0, now.Add(-time.Duration(1+random.Intn(3))*time.Hour)),
		Spec:       v1.PodSpec{Containers: []v1.Container{{Name: "web", Image: "web"}}}}
	pod.Labels = map[string]string{"app": "web"}
	pod.OwnerReferences = []metav1.OwnerReference{*metav1.NewControllerRef(ds, apps.SchemeGroupVersion.WithKind("DaemonSet"))}
	switch {
	case oneIn(random, 2):
		pod.Labels["controller-revision-hash"] = hash
	case len(revisions) > 0 && !oneIn(random, 6):
		if label, ok := revisions[random.Intn(len(revisions))].Labels["controller-revision-hash"]; ok {
			pod.Labels["controller-revision-hash"] = label
		}
	}
	if oneIn(random, 4) {
		pod.Labels["pod-template-generation"] = pick(random, "1", "2", "3")
	}
	pod.Spec.NodeName = node
	pod.Status.Phase = v1.PodRunning
	pod.Status.Conditions = []v1.PodCondition{{Type: v1.PodReady, Status: v1.ConditionTrue,
		LastTransitionTime: metav1.NewTime(now.Add(-time.Duration(pick(random, 30, 90, 600)) * time.Second))}}
	if oneIn(random, 20) {
		pod.OwnerReferences = nil
	} else if oneIn(random, 30) {
		pod.Labels["app"] = "other"
	} else if oneIn(random, 30) {
		pod.OwnerReferences[0].UID = "uid-other"
	}
	if health == 0 && !oneIn(random, 8) {
		return pod
	}
	switch random.Intn(10) {
	case 0:
		pod.Status.Phase, pod.Status.Conditions = v1.PodPending, nil
		pod.Spec.NodeName = ""
		pod.Spec.Affinity = &v1.Affinity{NodeAffinity: &v1.NodeAffinity{RequiredDuringSchedulingIgnoredDuringExecution: &v1.NodeSelector{
			NodeSelectorTerms: []v1.NodeSelectorTerm{{MatchFields: []v1.NodeSelectorRequirement{
				{Key: "metadata.name", Operator: v1.NodeSelectorOpIn, Values: []string{node}}}}}}}}
	case 1:
		pod.Status.Phase, pod.Status.Conditions = pick(random, v1.PodFailed, v1.PodSucceeded), nil
	case 2:
		pod.Status.Conditions[0].Status = v1.ConditionFalse
	case 3:
		pod.DeletionTimestamp = ptr.To(metav1.NewTime(now.Add(-10 * time.Second)))
		pod.DeletionGracePeriodSeconds = ptr.To(int64(30))
		pod.Status.Phase = pick(random, v1.PodRunning, v1.PodSucceeded)
	}
	return pod
}
