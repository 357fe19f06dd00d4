// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"fmt"
	"math/rand"
	"time"
	_ "unsafe"

	apps "k8s.io/api/apps/v1"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/kubernetes/pkg/controller"
	"k8s.io/kubernetes/pkg/controller/replicaset"
	"k8s.io/utils/ptr"
)

//go:linkname syncReplicaSet k8s.io/kubernetes/pkg/controller/replicaset.(*ReplicaSetController).syncReplicaSet
func syncReplicaSet(rsc *replicaset.ReplicaSetController, ctx context.Context, key string) error

// replicaSets: one sync of a ReplicaSet with all sorts of Pods, its own, its siblings' and nobody's.
func replicaSets(random *rand.Rand) []testCase {
	cases := []testCase{}
	for range 300 {
		now := thisMoment()
		set := randomReplicaSet(random, now, "web-a")
		sibling := randomReplicaSet(random, now, "web-b")
		objects := []runtime.Object{set}
		if oneIn(random, 2) {
			set.OwnerReferences = owners("Deployment", "web")
			sibling.OwnerReferences = owners("Deployment", "web")
		}
		for i := range random.Intn(9) {
			objects = append(objects, randomPod(random, now, set, fmt.Sprintf("a%d", i)))
		}
		for i := range random.Intn(5) {
			objects = append(objects, randomPod(random, now, sibling, fmt.Sprintf("b%d", i)))
		}
		cases = append(cases, syncOneReplicaSet(random, now, objects, sibling))
	}
	return cases
}

func owners(kind, name string) []metav1.OwnerReference {
	return []metav1.OwnerReference{{APIVersion: "apps/v1", Kind: kind, Name: name, UID: "uid-web", Controller: ptr.To(true),
		BlockOwnerDeletion: ptr.To(true)}}
}

// syncOneReplicaSet: the sibling is at rest, so that a controller that syncs both does the same as one that syncs one.
func syncOneReplicaSet(random *rand.Rand, now time.Time, objects []runtime.Object, sibling *apps.ReplicaSet) testCase {
	settle(sibling, objects)
	objects = append(objects, sibling)
	w := newWorld(random, now, objects...)
	if oneIn(random, 3) {
		w.room = random.Intn(4)
	}
	sets, pods := w.informer.Apps().V1().ReplicaSets(), w.informer.Core().V1().Pods()
	rsc := replicaset.NewReplicaSetController(quiet(), sets, pods, w.client, replicaset.BurstReplicas)
	setField(rsc, "podControl", controller.PodControlInterface(controller.RealPodControl{KubeClient: w.client, Recorder: w.events}))
	for _, object := range objects {
		switch object := object.DeepCopyObject().(type) {
		case *apps.ReplicaSet:
			sets.Informer().GetIndexer().Add(object)
		case *v1.Pod:
			pods.Informer().GetIndexer().Add(object)
		}
	}
	err := syncReplicaSet(rsc, quiet(), "default/web-a")
	return sorted(tell(w.result(map[string][][]string{
		"update replicasets/status": {{"status"}},
		"create pods/":              {{"metadata", "generateName"}, {"metadata", "labels"}, {"metadata", "ownerReferences"}, {"spec"}},
	}), err))
}

func settle(set *apps.ReplicaSet, objects []runtime.Object) {
	set.Spec.MinReadySeconds = 0
	set.Status = apps.ReplicaSetStatus{ObservedGeneration: set.Generation}
	for _, object := range objects {
		pod, ok := object.(*v1.Pod)
		if !ok || !metav1.IsControlledBy(pod, set) || !controller.IsPodActive(pod) {
			continue
		}
		pod.Labels = set.Spec.Template.Labels
		set.Status.Replicas++
		set.Status.FullyLabeledReplicas++
		if len(pod.Status.Conditions) > 0 && pod.Status.Conditions[0].Status == v1.ConditionTrue {
			set.Status.ReadyReplicas++
			set.Status.AvailableReplicas++
		}
	}
	set.Spec.Replicas = ptr.To(set.Status.Replicas)
}

func randomReplicaSet(random *rand.Rand, now time.Time, name string) *apps.ReplicaSet {
	labels := map[string]string{"app": "web", "pod-template-hash": name}
	set := &apps.ReplicaSet{
		TypeMeta:   metav1.TypeMeta{APIVersion: "apps/v1", Kind: "ReplicaSet"},
		ObjectMeta: meta(name, int64(1+random.Intn(3)), now.Add(-24*time.Hour)),
		Spec: apps.ReplicaSetSpec{Replicas: ptr.To(int32(random.Intn(8))), Template: template(1),
			Selector: &metav1.LabelSelector{MatchLabels: labels}},
	}
	set.Spec.Template.Labels = map[string]string{"app": "web", "pod-template-hash": name, "tier": "front"}
	if oneIn(random, 3) {
		set.Spec.MinReadySeconds = 60
	}
	set.Status.Replicas = int32(random.Intn(6))
	if oneIn(random, 6) {
		set.Status.Conditions = []apps.ReplicaSetCondition{{Type: apps.ReplicaSetReplicaFailure, Status: v1.ConditionTrue,
			Reason: "FailedCreate", Message: "no room", LastTransitionTime: metav1.NewTime(now.Add(-90 * time.Second))}}
	}
	if oneIn(random, 15) {
		set.DeletionTimestamp = ptr.To(metav1.NewTime(now.Add(-time.Minute)))
		set.Finalizers = []string{"foregroundDeletion"}
	}
	return set
}

func randomPod(random *rand.Rand, now time.Time, set *apps.ReplicaSet, name string) *v1.Pod {
	// In the middle between powers of two nanoseconds, so that a moment more or less does not move an age.
	age := func() metav1.Time {
		return metav1.NewTime(now.Add(-time.Duration(random.Intn(4)) * 7 * time.Second << random.Intn(12)).Add(-50 * time.Second))
	}
	pod := &v1.Pod{TypeMeta: metav1.TypeMeta{APIVersion: "v1", Kind: "Pod"}, ObjectMeta: meta(name, 0, age().Time),
		Spec: set.Spec.Template.Spec}
	pod.CreationTimestamp.Time = pod.CreationTimestamp.Add(-time.Duration(random.Intn(50)) * time.Second)
	pod.Labels = map[string]string{"app": "web", "pod-template-hash": set.Name}
	if oneIn(random, 2) {
		pod.Labels["tier"] = "front"
	}
	pod.OwnerReferences = []metav1.OwnerReference{*metav1.NewControllerRef(set, apps.SchemeGroupVersion.WithKind("ReplicaSet"))}
	pod.Spec.NodeName = pick(random, "", "node1", "node1", "node2", "node3")
	pod.Status.Phase = pick(random, v1.PodPending, v1.PodRunning, v1.PodRunning, v1.PodRunning, v1.PodUnknown, v1.PodFailed)
	if pod.Status.Phase == v1.PodRunning && !oneIn(random, 4) {
		pod.Status.Conditions = []v1.PodCondition{{Type: v1.PodReady, Status: v1.ConditionTrue, LastTransitionTime: age()}}
	}
	pod.Status.ContainerStatuses = []v1.ContainerStatus{{RestartCount: int32(random.Intn(3))}}
	if oneIn(random, 6) {
		pod.Annotations = map[string]string{"controller.kubernetes.io/pod-deletion-cost": pick(random, "5", "-5", "much", "+3", "007")}
	}
	if oneIn(random, 10) {
		pod.DeletionTimestamp = ptr.To(metav1.NewTime(now.Add(-10 * time.Second)))
		pod.DeletionGracePeriodSeconds = ptr.To(int64(30))
	}
	return pod
}
