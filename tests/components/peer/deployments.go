// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"fmt"
	"math"
	"math/rand"
	"strings"
	"time"
	_ "unsafe"

	apps "k8s.io/api/apps/v1"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/kubernetes/pkg/controller/deployment"
	"k8s.io/kubernetes/pkg/controller/deployment/util"
	"k8s.io/utils/ptr"
)

//go:linkname syncDeployment k8s.io/kubernetes/pkg/controller/deployment.(*DeploymentController).syncDeployment
func syncDeployment(dc *deployment.DeploymentController, ctx context.Context, key string) error

// fenceposts: numbers and percentages, of what a person may write.
func fenceposts(random *rand.Rand) []testCase {
	cases := []testCase{}
	for range 300 {
		surge, unavailable, replicas := bound(random), bound(random), int32(random.Intn(120))
		each := testCase{"maxSurge": surge, "maxUnavailable": unavailable, "replicas": replicas}
		resolvedSurge, resolvedUnavailable, err := util.ResolveFenceposts(surge, unavailable, replicas)
		if err == nil {
			each["surge"], each["unavailable"] = resolvedSurge, resolvedUnavailable
		} else {
			each["error"] = err.Error()
		}
		cases = append(cases, each)
	}
	return cases
}

func bound(random *rand.Rand) *intstr.IntOrString {
	switch random.Intn(12) {
	case 0:
		return nil
	case 1:
		return ptr.To(intstr.FromString(pick(random, "oops", "5", "%", "-5%", "7.5%", "1 %", "")))
	case 2, 3, 4, 5:
		return ptr.To(intstr.FromInt32(int32(random.Intn(12))))
	}
	return ptr.To(intstr.FromString(fmt.Sprintf("%d%%", random.Intn(130))))
}

// deployments: one sync of Deployments in all sorts of states.
func deployments(random *rand.Rand) []testCase {
	cases := []testCase{}
	for range 400 {
		now := thisMoment()
		d := randomDeployment(random, now)
		objects := []runtime.Object{d}
		sets := randomSets(random, now, d)
		for _, set := range sets {
			objects = append(objects, set)
		}
		for _, pod := range randomSetPods(random, sets) {
			objects = append(objects, pod)
		}
		cases = append(cases, syncOneDeployment(random, now, objects))
	}
	return cases
}

func syncOneDeployment(random *rand.Rand, now time.Time, objects []runtime.Object) testCase {
	w := newWorld(random, now, objects...)
	dc, err := deployment.NewDeploymentController(quiet(), w.informer.Apps().V1().Deployments(),
		w.informer.Apps().V1().ReplicaSets(), w.informer.Core().V1().Pods(), w.client)
	if err != nil {
		panic(err)
	}
	setField(dc, "eventRecorder", w.events)
	for _, object := range objects {
		switch object := object.DeepCopyObject().(type) {
		case *apps.Deployment:
			w.informer.Apps().V1().Deployments().Informer().GetIndexer().Add(object)
		case *apps.ReplicaSet:
			w.informer.Apps().V1().ReplicaSets().Informer().GetIndexer().Add(object)
		case *v1.Pod:
			w.informer.Core().V1().Pods().Informer().GetIndexer().Add(object)
		}
	}
	err = syncDeployment(dc, quiet(), "default/web")
	set := [][]string{{"spec", "replicas"}, {"spec", "minReadySeconds"}, {"metadata", "annotations"}}
	each := w.result(map[string][][]string{
		"update deployments/":       {{"spec", "template"}, {"metadata", "annotations"}},
		"update deployments/status": {{"metadata", "annotations"}, {"status"}},
		"create replicasets/":       set,
		"update replicasets/":       set,
	})
	return tell(withoutHash(each, w), err)
}

// withoutHash gives the set that is made a name that does not hang on how its template is hashed.
func withoutHash(each testCase, w *world) testCase {
	for _, action := range w.client.Actions() {
		if created, ok := action.(interface{ GetObject() runtime.Object }); ok && action.GetVerb() == "create" {
			if set, ok := created.GetObject().(*apps.ReplicaSet); ok {
				return replaced(each, set.Name, "web-NEW")
			}
		}
	}
	return each
}

func replaced(each testCase, old, new string) testCase {
	var changed testCase
	decode(strings.ReplaceAll(text(each), old, new), &changed)
	changed["named"] = new
	return changed
}

func meta(name string, generation int64, created time.Time) metav1.ObjectMeta {
	return metav1.ObjectMeta{Name: name, Namespace: "default", UID: types.UID("uid-" + name), Generation: generation,
		CreationTimestamp: metav1.NewTime(created), ResourceVersion: "1"}
}

func template(version int) v1.PodTemplateSpec {
	return v1.PodTemplateSpec{
		ObjectMeta: metav1.ObjectMeta{Labels: map[string]string{"app": "web"}},
		Spec:       v1.PodSpec{Containers: []v1.Container{{Name: "web", Image: fmt.Sprintf("web:v%d", version)}}},
	}
}

func randomDeployment(random *rand.Rand, now time.Time) *apps.Deployment {
	d := &apps.Deployment{
		TypeMeta:   metav1.TypeMeta{APIVersion: "apps/v1", Kind: "Deployment"},
		ObjectMeta: meta("web", int64(1+random.Intn(4)), now.Add(-24*time.Hour)),
		Spec: apps.DeploymentSpec{
			Replicas:                ptr.To(int32(random.Intn(13))),
			Selector:                &metav1.LabelSelector{MatchLabels: map[string]string{"app": "web"}},
			Template:                template(random.Intn(3)),
			Paused:                  oneIn(random, 8),
			RevisionHistoryLimit:    ptr.To(pick[int32](random, 0, 1, 2, 10, math.MaxInt32)),
			ProgressDeadlineSeconds: ptr.To(pick[int32](random, 600, 600, 60, math.MaxInt32)),
		},
	}
	if oneIn(random, 4) {
		d.Spec.MinReadySeconds = 5
	}
	d.Spec.Strategy.Type = apps.RecreateDeploymentStrategyType
	if !oneIn(random, 5) {
		d.Spec.Strategy = apps.DeploymentStrategy{Type: apps.RollingUpdateDeploymentStrategyType,
			RollingUpdate: &apps.RollingUpdateDeployment{MaxSurge: randomBound(random), MaxUnavailable: randomBound(random)}}
	}
	d.Annotations = map[string]string{}
	if oneIn(random, 2) {
		d.Annotations["kubernetes.io/change-cause"] = "a change"
	}
	if oneIn(random, 2) {
		d.Annotations[util.RevisionAnnotation] = fmt.Sprint(1 + random.Intn(5))
	}
	if oneIn(random, 20) {
		d.Annotations[apps.DeprecatedRollbackTo] = fmt.Sprint(random.Intn(4))
	}
	if oneIn(random, 30) {
		d.DeletionTimestamp = ptr.To(metav1.NewTime(now.Add(-time.Minute)))
		d.Finalizers = []string{"foregroundDeletion"}
	}
	d.Status = randomDeploymentStatus(random, now, d)
	return d
}

func randomBound(random *rand.Rand) *intstr.IntOrString {
	if oneIn(random, 2) {
		return ptr.To(intstr.FromInt32(int32(random.Intn(4))))
	}
	return ptr.To(intstr.FromString(fmt.Sprintf("%d%%", 5*random.Intn(12))))
}

func randomDeploymentStatus(random *rand.Rand, now time.Time, d *apps.Deployment) apps.DeploymentStatus {
	few := func() int32 { return int32(random.Intn(8)) }
	status := apps.DeploymentStatus{ObservedGeneration: d.Generation, Replicas: few(), UpdatedReplicas: few(),
		ReadyReplicas: few(), AvailableReplicas: few()}
	if oneIn(random, 10) {
		status.CollisionCount = ptr.To(int32(1))
	}
	if oneIn(random, 3) {
		status.ObservedGeneration--
	}
	if oneIn(random, 3) { // complete
		*d.Spec.Replicas = status.Replicas
		status.UpdatedReplicas, status.AvailableReplicas = status.Replicas, status.Replicas
	}
	condition := func(kind apps.DeploymentConditionType, state v1.ConditionStatus, reason string) {
		past := metav1.NewTime(now.Add(-time.Duration(pick(random, 10, 30, 100, 500, 700)) * time.Second))
		status.Conditions = append(status.Conditions, apps.DeploymentCondition{Type: kind, Status: state, Reason: reason,
			Message: "as before", LastUpdateTime: past, LastTransitionTime: past})
	}
	switch random.Intn(3) {
	case 0:
		condition(apps.DeploymentAvailable, v1.ConditionTrue, util.MinimumReplicasAvailable)
	case 1:
		condition(apps.DeploymentAvailable, v1.ConditionFalse, util.MinimumReplicasUnavailable)
	}
	switch random.Intn(8) {
	case 0, 1:
		condition(apps.DeploymentProgressing, v1.ConditionTrue, util.ReplicaSetUpdatedReason)
	case 2:
		condition(apps.DeploymentProgressing, v1.ConditionTrue, util.NewRSAvailableReason)
	case 3:
		condition(apps.DeploymentProgressing, v1.ConditionFalse, util.TimedOutReason)
	case 4:
		condition(apps.DeploymentProgressing, v1.ConditionUnknown, util.PausedDeployReason)
	case 5:
		condition(apps.DeploymentProgressing, v1.ConditionTrue, util.NewReplicaSetReason)
	}
	if oneIn(random, 8) {
		condition(apps.DeploymentReplicaFailure, v1.ConditionTrue, "FailedCreate")
	}
	return status
}

func randomSets(random *rand.Rand, now time.Time, d *apps.Deployment) []*apps.ReplicaSet {
	sets := []*apps.ReplicaSet{}
	for i := range random.Intn(5) {
		name := fmt.Sprintf("web-%d", i)
		// Ages in a random order; some of one age.
		created := now.Add(-time.Duration(1+random.Intn(6)) * time.Hour)
		set := &apps.ReplicaSet{
			TypeMeta:   metav1.TypeMeta{APIVersion: "apps/v1", Kind: "ReplicaSet"},
			ObjectMeta: meta(name, int64(1+random.Intn(3)), created),
			Spec: apps.ReplicaSetSpec{Replicas: ptr.To(int32(random.Intn(8))), Template: template(random.Intn(4)),
				Selector: &metav1.LabelSelector{MatchLabels: map[string]string{"app": "web", "pod-template-hash": name}}},
		}
		set.Labels = map[string]string{"app": "web", "pod-template-hash": name}
		set.Spec.Template.Labels["pod-template-hash"] = name
		set.OwnerReferences = []metav1.OwnerReference{*metav1.NewControllerRef(d, apps.SchemeGroupVersion.WithKind("Deployment"))}
		if oneIn(random, 3) {
			set.Spec.Replicas = ptr.To(int32(0))
		}
		set.Annotations = randomSetAnnotations(random, d)
		set.Status = randomSetStatus(random, now, set)
		if oneIn(random, 20) {
			set.DeletionTimestamp = ptr.To(metav1.NewTime(now.Add(-time.Minute)))
			set.Finalizers = []string{"foregroundDeletion"}
		}
		sets = append(sets, set)
	}
	return sets
}

func randomSetAnnotations(random *rand.Rand, d *apps.Deployment) map[string]string {
	annotations := map[string]string{}
	if !oneIn(random, 6) {
		annotations[util.RevisionAnnotation] = fmt.Sprint(1 + random.Intn(4))
	}
	if oneIn(random, 25) {
		annotations[util.RevisionAnnotation] = "first"
	}
	if oneIn(random, 4) {
		annotations[util.RevisionHistoryAnnotation] = pick(random, "1", "1,2", "")
	}
	if !oneIn(random, 6) {
		annotations[util.DesiredReplicasAnnotation] = fmt.Sprint(*d.Spec.Replicas)
		annotations[util.MaxReplicasAnnotation] = fmt.Sprint(*d.Spec.Replicas + util.MaxSurge(*d))
	}
	if oneIn(random, 4) {
		annotations[util.DesiredReplicasAnnotation] = pick(random, "3", "10", "20", "many", "-1", "4294967296")
		annotations[util.MaxReplicasAnnotation] = pick(random, "4", "13", "25", "0", "-1", "4294967296", "2147483647")
	}
	if oneIn(random, 3) {
		annotations["kubernetes.io/change-cause"] = pick(random, "a change", "another change")
	}
	if annotations[util.RevisionAnnotation] == "first" {
		// Upstream then copies the others in memory only: not worth following.
		for key, value := range d.Annotations {
			if key == "kubernetes.io/change-cause" {
				annotations[key] = value
			}
		}
	}
	return annotations
}

func randomSetStatus(random *rand.Rand, now time.Time, set *apps.ReplicaSet) apps.ReplicaSetStatus {
	replicas := *set.Spec.Replicas
	status := apps.ReplicaSetStatus{Replicas: replicas, ReadyReplicas: replicas, AvailableReplicas: replicas,
		ObservedGeneration: set.Generation}
	if oneIn(random, 2) {
		status.ReadyReplicas = int32(random.Intn(int(replicas) + 1))
		status.AvailableReplicas = int32(random.Intn(int(status.ReadyReplicas) + 1))
	}
	if oneIn(random, 5) {
		status.Replicas = int32(random.Intn(6))
	}
	if oneIn(random, 6) {
		status.ObservedGeneration--
	}
	if oneIn(random, 10) {
		status.Conditions = []apps.ReplicaSetCondition{{Type: apps.ReplicaSetReplicaFailure, Status: v1.ConditionTrue,
			Reason: "FailedCreate", Message: "no room for " + set.Name, LastTransitionTime: metav1.NewTime(now.Add(-90 * time.Second))}}
	}
	return status
}

// randomSetPods are a few Pods of the sets: only Recreate looks at them.
func randomSetPods(random *rand.Rand, sets []*apps.ReplicaSet) []*v1.Pod {
	pods := []*v1.Pod{}
	for _, set := range sets {
		if !oneIn(random, 3) {
			continue
		}
		name := set.Name + "-pod"
		pod := &v1.Pod{TypeMeta: metav1.TypeMeta{APIVersion: "v1", Kind: "Pod"}, ObjectMeta: meta(name, 0, set.CreationTimestamp.Time)}
		pod.Labels = set.Spec.Template.Labels
		pod.OwnerReferences = []metav1.OwnerReference{*metav1.NewControllerRef(set, apps.SchemeGroupVersion.WithKind("ReplicaSet"))}
		pod.Status.Phase = pick(random, v1.PodPending, v1.PodRunning, v1.PodSucceeded, v1.PodFailed, v1.PodUnknown)
		pods = append(pods, pod)
	}
	return pods
}
