// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"time"
	"unsafe"

	apps "k8s.io/api/apps/v1"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/kubernetes/pkg/controller/statefulset"
	"k8s.io/utils/ptr"
)

//go:linkname syncStatefulSet k8s.io/kubernetes/pkg/controller/statefulset.(*StatefulSetController).sync
func syncStatefulSet(ssc *statefulset.StatefulSetController, ctx context.Context, key string) error

//go:linkname newStatefulSetRevision k8s.io/kubernetes/pkg/controller/statefulset.newRevision
func newStatefulSetRevision(set *apps.StatefulSet, revision int64, collisionCount *int32) (*apps.ControllerRevision, error)

// statefulSets: one sync of StatefulSets that work on one Pod after the other.
func statefulSets(random *rand.Rand) []testCase { return someStatefulSets(random, 300, false) }

// statefulSetsAtOnce: of those that do not, so that the order of writes is nobody's.
func statefulSetsAtOnce(random *rand.Rand) []testCase { return someStatefulSets(random, 200, true) }

func someStatefulSets(random *rand.Rand, count int, atOnce bool) []testCase {
	cases := []testCase{}
	for range count {
		now := thisMoment()
		set := randomStatefulSet(random, now)
		if atOnce {
			set.Spec.PodManagementPolicy = apps.ParallelPodManagement
		}
		legacyscheme.Scheme.Default(set)
		revisions := randomRevisions(random, now, set)
		objects := []runtime.Object{set}
		for _, revision := range revisions {
			objects = append(objects, revision)
		}
		for _, pod := range randomStatefulPods(random, now, set, revisions) {
			objects = append(objects, pod)
		}
		each := syncOneStatefulSet(random, now, set, objects)
		if atOnce {
			each = sorted(each)
		}
		cases = append(cases, each)
	}
	return cases
}

func syncOneStatefulSet(random *rand.Rand, now time.Time, set *apps.StatefulSet, objects []runtime.Object) testCase {
	w := newWorld(random, now, objects...)
	sets, pods := w.informer.Apps().V1().StatefulSets(), w.informer.Core().V1().Pods()
	claims, revisions := w.informer.Core().V1().PersistentVolumeClaims(), w.informer.Apps().V1().ControllerRevisions()
	ssc := statefulset.NewStatefulSetController(quiet(), pods, sets, claims, revisions, w.client)
	control := fieldOf(ssc, "control").Elem().Interface()
	setField(fieldOf(control, "podControl").Interface(), "recorder", w.events)
	for _, object := range objects {
		switch object := object.DeepCopyObject().(type) {
		case *apps.StatefulSet:
			sets.Informer().GetIndexer().Add(object)
		case *apps.ControllerRevision:
			revisions.Informer().GetIndexer().Add(object)
		case *v1.Pod:
			pods.Informer().GetIndexer().Add(object)
		}
	}
	for i := range 20 {
		for _, claim := range set.Spec.VolumeClaimTemplates {
			claim.Name = fmt.Sprintf("%s-%s-%d", claim.Name, set.Name, i)
			claim.Namespace = set.Namespace
			claims.Informer().GetIndexer().Add(claim.DeepCopy())
		}
	}
	obstruct(random, now, w, set)
	err := syncStatefulSet(ssc, quiet(), "default/web")
	return tell(w.result(map[string][][]string{
		"update statefulsets/status": {{"status"}},
		"create pods/":               {{"metadata"}, {"spec"}},
		"update pods/":               {{"metadata", "labels"}, {"spec", "volumes"}},
		"create controllerrevisions/": {{"metadata", "name"}, {"metadata", "labels"}, {"metadata", "annotations"},
			{"metadata", "ownerReferences"}, {"data"}, {"revision"}},
		"update controllerrevisions/": {{"revision"}},
	}), err)
}

// fieldOf gives a field that only its package may read.
func fieldOf(object any, name string) reflect.Value {
	field := reflect.ValueOf(object).Elem().FieldByName(name)
	return reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem()
}

// obstruct refuses some of what the sync may ask for, or lets the server know more than the cache.
func obstruct(random *rand.Rand, now time.Time, w *world, set *apps.StatefulSet) {
	someone := fmt.Sprintf("web-%d", random.Intn(6))
	switch random.Intn(12) {
	case 0:
		w.refuse("create", "pods", someone)
	case 1:
		w.refuse("delete", "pods", someone)
	case 2:
		w.refuse("update", "pods", someone)
	case 3:
		w.refuse("update", "statefulsets", "web")
	case 4, 5:
		collisions := ptr.Deref(set.Status.CollisionCount, 0)
		fresh, err := newStatefulSetRevision(set, 1, &collisions)
		if err != nil {
			panic(err)
		}
		if _, err := w.client.Tracker().Get(apps.SchemeGroupVersion.WithResource("controllerrevisions"), "default", fresh.Name); err == nil {
			w.refuse("update", "controllerrevisions", fresh.Name)
			return
		}
		if oneIn(random, 4) {
			w.refuse("create", "controllerrevisions", fresh.Name)
			return
		}
		fresh.TypeMeta = metav1.TypeMeta{APIVersion: "apps/v1", Kind: "ControllerRevision"}
		fresh.Namespace, fresh.UID, fresh.ResourceVersion = "default", "uid-hidden", "1"
		fresh.CreationTimestamp = metav1.NewTime(now.Add(-time.Minute))
		if oneIn(random, 2) { // another template with this hash
			fresh.Data.Raw = []byte(`{"spec":{"template":{"$patch":"replace"}}}`)
		}
		w.hide(fresh)
	}
}

func randomStatefulSet(random *rand.Rand, now time.Time) *apps.StatefulSet {
	set := &apps.StatefulSet{
		TypeMeta:   metav1.TypeMeta{APIVersion: "apps/v1", Kind: "StatefulSet"},
		ObjectMeta: meta("web", int64(1+random.Intn(3)), now.Add(-24*time.Hour)),
		Spec: apps.StatefulSetSpec{
			Replicas:             ptr.To(int32(random.Intn(6))),
			Selector:             &metav1.LabelSelector{MatchLabels: map[string]string{"app": "web"}},
			Template:             template(random.Intn(3)),
			ServiceName:          pick(random, "web", "web", ""),
			RevisionHistoryLimit: ptr.To(pick[int32](random, 0, 1, 2, 10, 10)),
		},
	}
	set.Spec.Template.Spec.Containers[0].Env = []v1.EnvVar{{Name: "WHAT", Value: pick(random, "a<b && c>d", "港", "x")}}
	if oneIn(random, 4) {
		set.Spec.MinReadySeconds = 60
	}
	if oneIn(random, 4) {
		set.Spec.Ordinals = &apps.StatefulSetOrdinals{Start: int32(random.Intn(4))}
	}
	switch random.Intn(6) {
	case 0:
		set.Spec.UpdateStrategy.Type = apps.OnDeleteStatefulSetStrategyType
	case 1:
		set.Spec.UpdateStrategy.Type = apps.RollingUpdateStatefulSetStrategyType // without a partition
	case 2:
		set.Spec.UpdateStrategy = apps.StatefulSetUpdateStrategy{Type: apps.RollingUpdateStatefulSetStrategyType,
			RollingUpdate: &apps.RollingUpdateStatefulSetStrategy{Partition: ptr.To(int32(random.Intn(5)))}}
	}
	if oneIn(random, 5) {
		set.Spec.VolumeClaimTemplates = []v1.PersistentVolumeClaim{{ObjectMeta: metav1.ObjectMeta{Name: "data"}}}
		set.Spec.Template.Spec.Volumes = []v1.Volume{{Name: "cache"}}
	}
	if oneIn(random, 3) {
		set.Annotations = map[string]string{"kubernetes.io/change-cause": "a change"}
	}
	few := func() int32 { return int32(random.Intn(6)) }
	set.Status = apps.StatefulSetStatus{ObservedGeneration: set.Generation - int64(random.Intn(2)), Replicas: few(),
		ReadyReplicas: few(), CurrentReplicas: few(), UpdatedReplicas: few(), AvailableReplicas: few()}
	if oneIn(random, 2) {
		set.Status.CollisionCount = ptr.To(int32(random.Intn(2)))
	}
	if oneIn(random, 20) {
		set.DeletionTimestamp = ptr.To(metav1.NewTime(now.Add(-time.Minute)))
		set.Finalizers = []string{"foregroundDeletion"}
	}
	return set
}

// randomRevisions are those of some templates of the set, perhaps with its present one.
func randomRevisions(random *rand.Rand, now time.Time, set *apps.StatefulSet) []*apps.ControllerRevision {
	revisions := []*apps.ControllerRevision{}
	strangers := 0
	for version := range 5 {
		if oneIn(random, 3) {
			continue
		}
		former := set.DeepCopy()
		former.Spec.Template.Spec.Containers[0].Image = fmt.Sprintf("web:v%d", version)
		revision, err := newStatefulSetRevision(former, int64(1+random.Intn(6)), set.Status.CollisionCount)
		if err != nil {
			panic(err)
		}
		revision.TypeMeta = metav1.TypeMeta{APIVersion: "apps/v1", Kind: "ControllerRevision"}
		owners := revision.OwnerReferences
		labels := revision.Labels
		revision.ObjectMeta = meta(revision.Name, 0, now.Add(-time.Duration(1+random.Intn(3))*time.Hour))
		revision.Labels, revision.OwnerReferences = labels, owners
		if oneIn(random, 6) { // as older releases wrote it
			revision.Data.Raw = []byte(strings.Replace(string(revision.Data.Raw), `"metadata":{`, `"metadata":{"creationTimestamp":null,`, 1))
			revision.Name += "-old"
		}
		if strangers == 0 && oneIn(random, 12) {
			revision.OwnerReferences = nil
			strangers++
		} else if oneIn(random, 20) {
			revision.OwnerReferences[0].UID = "uid-other"
		}
		revisions = append(revisions, revision)
	}
	random.Shuffle(len(revisions), func(i, j int) { revisions[i], revisions[j] = revisions[j], revisions[i] })
	if len(revisions) > 0 && !oneIn(random, 4) {
		set.Status.CurrentRevision = revisions[0].Name
		set.Status.UpdateRevision = revisions[len(revisions)-1].Name
	}
	return revisions
}

func randomStatefulPods(random *rand.Rand, now time.Time, set *apps.StatefulSet, revisions []*apps.ControllerRevision) []*v1.Pod {
	pods := []*v1.Pod{}
	strangers := 0
	health := random.Intn(3) // 0: nearly all are well
	for i := range 8 {
		if oneIn(random, 4) || i > random.Intn(9) {
			continue
		}
		pod := randomStatefulPod(random, now, set, revisions, i, health)
		if strangers == 0 && oneIn(random, 10) {
			strangers++
			switch random.Intn(4) {
			case 0:
				pod.Labels["app"] = "other"
			case 1:
				pod.OwnerReferences = nil
			case 2:
				pod.Name = fmt.Sprintf("other-%d", i)
			case 3:
				pod.Name = "web-x"
			}
		} else if oneIn(random, 25) {
			pod.OwnerReferences[0].UID = "uid-other"
		}
		pods = append(pods, pod)
	}
	return pods
}

func randomStatefulPod(random *rand.Rand, now time.Time, set *apps.StatefulSet, revisions []*apps.ControllerRevision, i, health int) *v1.Pod {
	name := fmt.Sprintf("web-%d", i)
	pod := &v1.Pod{TypeMeta: metav1.TypeMeta{APIVersion: "v1", Kind: "Pod"}, ObjectMeta: meta(name, 0, now.Add(-time.Hour)),
		Spec: *set.Spec.Template.Spec.DeepCopy()}
	pod.Labels = map[string]string{"app": "web", "statefulset.kubernetes.io/pod-name": name, "apps.kubernetes.io/pod-index": fmt.Sprint(i)}
	pod.OwnerReferences = []metav1.OwnerReference{*metav1.NewControllerRef(set, apps.SchemeGroupVersion.WithKind("StatefulSet"))}
	if len(revisions) > 0 && !oneIn(random, 10) {
		revision := revisions[random.Intn(len(revisions))]
		if !oneIn(random, 3) {
			revision = revisions[len(revisions)-1]
		}
		pod.Labels["controller-revision-hash"] = revision.Name
	}
	for _, claim := range set.Spec.VolumeClaimTemplates {
		pod.Spec.Volumes = append(pod.Spec.Volumes, v1.Volume{Name: claim.Name, VolumeSource: v1.VolumeSource{
			PersistentVolumeClaim: &v1.PersistentVolumeClaimVolumeSource{ClaimName: fmt.Sprintf("%s-web-%d", claim.Name, i)}}})
	}
	pod.Status.Phase = v1.PodRunning
	pod.Status.Conditions = []v1.PodCondition{{Type: v1.PodReady, Status: v1.ConditionTrue,
		LastTransitionTime: metav1.NewTime(now.Add(-time.Duration(pick(random, 30, 90, 600)) * time.Second))}}
	if health == 0 && !oneIn(random, 8) {
		return pod
	}
	switch random.Intn(12) {
	case 0:
		pod.Status.Phase = pick(random, v1.PodPending, v1.PodUnknown)
		pod.Status.Conditions = nil
	case 1:
		pod.Status.Phase = pick(random, v1.PodFailed, v1.PodSucceeded)
	case 2:
		pod.Status.Conditions[0].Status = v1.ConditionFalse
	case 3:
		delete(pod.Labels, "statefulset.kubernetes.io/pod-name")
	case 4:
		pod.Spec.Volumes = nil
	case 5:
		pod.DeletionTimestamp = ptr.To(metav1.NewTime(now.Add(-10 * time.Second)))
		pod.DeletionGracePeriodSeconds = ptr.To(int64(30))
	}
	return pod
}
