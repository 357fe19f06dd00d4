// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"context"
	"fmt"
	"math"
	"math/rand"
	"time"
	_ "unsafe"

	batch "k8s.io/api/batch/v1"
	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/kubernetes/pkg/controller"
	"k8s.io/kubernetes/pkg/controller/job"
	"k8s.io/utils/ptr"
)

//go:linkname syncJob k8s.io/kubernetes/pkg/controller/job.(*Controller).syncJob
func syncJob(jm *job.Controller, ctx context.Context, key string) error

// jobs: one sync of a Job with all sorts of Pods, its own and nobody's, with some requests refused.
func jobs(random *rand.Rand) []testCase {
	cases := []testCase{}
	for range 450 {
		now := thisMoment()
		j := randomJob(random, now)
		objects := []runtime.Object{j}
		for i := range random.Intn(9) {
			objects = append(objects, randomJobPod(random, now, j, i))
		}
		cases = append(cases, syncOneJob(random, now, j, objects))
	}
	return cases
}

func syncOneJob(random *rand.Rand, now time.Time, j *batch.Job, objects []runtime.Object) testCase {
	w := newWorld(random, now, objects...)
	if oneIn(random, 4) {
		w.room = pick(random, 0, 1, 3) // at the end of a batch: within one, chance says who gets the room
	}
	if oneIn(random, 4) {
		for _, object := range objects[1:] {
			if oneIn(random, 3) {
				name := object.(*v1.Pod).Name
				w.refuse(pick(random, "patch", "delete"), "pods", name)
			}
		}
		if oneIn(random, 5) {
			w.refuse("update", "jobs", "pi")
		}
	}
	pods, informer := w.informer.Core().V1().Pods(), w.informer.Batch().V1().Jobs()
	jm, err := job.NewController(quiet(), pods, informer, w.client)
	if err != nil {
		panic(err)
	}
	setField(jm, "recorder", w.events)
	setField(jm, "podControl", controller.PodControlInterface(controller.RealPodControl{KubeClient: w.client, Recorder: w.events}))
	for _, object := range objects {
		switch object := object.DeepCopyObject().(type) {
		case *batch.Job:
			informer.Informer().GetIndexer().Add(object)
		case *v1.Pod:
			pods.Informer().GetIndexer().Add(object)
		}
	}
	err = syncJob(jm, quiet(), "default/"+j.Name)
	return tell(w.result(map[string][][]string{
		"update jobs/status": {{"status"}},
		"patch pods/":        {{"metadata"}},
		"create pods/": {{"metadata", "generateName"}, {"metadata", "labels"}, {"metadata", "annotations"},
			{"metadata", "finalizers"}, {"metadata", "ownerReferences"}, {"spec"}},
	}), err)
}

func randomJob(random *rand.Rand, now time.Time) *batch.Job {
	labels := map[string]string{"batch.kubernetes.io/controller-uid": "uid-pi", "job-name": "pi"}
	j := &batch.Job{TypeMeta: metav1.TypeMeta{APIVersion: "batch/v1", Kind: "Job"},
		ObjectMeta: meta("pi", int64(1+random.Intn(3)), now.Add(-24*time.Hour))}
	j.Spec = batch.JobSpec{
		Parallelism:          ptr.To(int32(random.Intn(10))),
		Completions:          ptr.To(int32(1 + random.Intn(14))),
		BackoffLimit:         ptr.To(pick[int32](random, 6, 6, 0, 1, 3)),
		CompletionMode:       ptr.To(batch.NonIndexedCompletion),
		Suspend:              ptr.To(oneIn(random, 8)),
		PodReplacementPolicy: ptr.To(pick(random, batch.TerminatingOrFailed, batch.Failed)),
		Selector:             &metav1.LabelSelector{MatchLabels: map[string]string{"batch.kubernetes.io/controller-uid": "uid-pi"}},
		Template: v1.PodTemplateSpec{ObjectMeta: metav1.ObjectMeta{Labels: labels}, Spec: v1.PodSpec{
			RestartPolicy: pick(random, v1.RestartPolicyNever, v1.RestartPolicyOnFailure),
			Containers:    []v1.Container{{Name: "pi", Image: "perl"}},
		}},
	}
	switch {
	case oneIn(random, 3):
		randomIndexed(random, j)
	case oneIn(random, 5):
		j.Spec.Completions = nil
	}
	if oneIn(random, 4) {
		j.Spec.ActiveDeadlineSeconds = ptr.To(int64(pick(random, 50, 100, 1000)))
	}
	if oneIn(random, 4) {
		randomFailurePolicy(random, j)
	}
	if oneIn(random, 20) {
		j.Spec.Template.Finalizers = []string{"example.com/mine", batch.JobTrackingFinalizer}[:1+random.Intn(2)]
	}
	if oneIn(random, 20) {
		j.DeletionTimestamp = ptr.To(metav1.NewTime(now.Add(-time.Minute)))
		j.Finalizers = []string{"foregroundDeletion"}
	}
	j.Status = randomJobStatus(random, now, j)
	return j
}

func randomIndexed(random *rand.Rand, j *batch.Job) {
	j.Spec.CompletionMode = ptr.To(batch.IndexedCompletion)
	if oneIn(random, 3) {
		j.Spec.Template.Spec.InitContainers = []v1.Container{{Name: "first", Image: "busybox"}}
		j.Spec.Template.Spec.Containers[0].Env = []v1.EnvVar{{Name: pick(random, "JOB_COMPLETION_INDEX", "OTHER"), Value: "5"}}
		j.Spec.Template.Annotations = map[string]string{"note": "kept"}
	}
	if oneIn(random, 2) {
		j.Spec.BackoffLimitPerIndex = ptr.To(int32(random.Intn(3)))
		j.Spec.BackoffLimit = ptr.To[int32](math.MaxInt32)
		if oneIn(random, 2) {
			j.Spec.MaxFailedIndexes = ptr.To(int32(random.Intn(3)))
		}
	}
	if oneIn(random, 3) {
		rule := batch.SuccessPolicyRule{SucceededIndexes: ptr.To(pick(random, "0", "1-2", "0,3-5", "2,4"))}
		if oneIn(random, 2) {
			rule.SucceededCount = ptr.To(int32(1 + random.Intn(2)))
		}
		j.Spec.SuccessPolicy = &batch.SuccessPolicy{Rules: []batch.SuccessPolicyRule{rule}}
		if oneIn(random, 2) {
			j.Spec.SuccessPolicy.Rules = append(j.Spec.SuccessPolicy.Rules,
				batch.SuccessPolicyRule{SucceededCount: ptr.To(int32(1 + random.Intn(3)))})
		}
	}
}

// randomFailurePolicy: only one Pod ends with code 42 (the first of those that failed), so that it does not hang on
// the order of Pods which of them fails the Job.
func randomFailurePolicy(random *rand.Rand, j *batch.Job) {
	j.Spec.Template.Spec.RestartPolicy = v1.RestartPolicyNever
	j.Spec.PodReplacementPolicy = ptr.To(batch.Failed)
	action := pick(random, batch.PodFailurePolicyActionCount, batch.PodFailurePolicyActionIgnore)
	if j.Spec.BackoffLimitPerIndex != nil && oneIn(random, 2) {
		action = batch.PodFailurePolicyActionFailIndex
	}
	rules := []batch.PodFailurePolicyRule{
		{Action: batch.PodFailurePolicyActionIgnore, OnPodConditions: []batch.PodFailurePolicyOnPodConditionsPattern{
			{Type: v1.DisruptionTarget, Status: v1.ConditionTrue}}},
		{Action: action, OnExitCodes: &batch.PodFailurePolicyOnExitCodesRequirement{
			Operator: batch.PodFailurePolicyOnExitCodesOpIn, Values: []int32{1, 2}}},
		{Action: batch.PodFailurePolicyActionFailJob, OnExitCodes: &batch.PodFailurePolicyOnExitCodesRequirement{
			ContainerName: ptr.To("pi"), Operator: batch.PodFailurePolicyOnExitCodesOpNotIn, Values: []int32{1, 2, 3}}},
	}
	j.Spec.PodFailurePolicy = &batch.PodFailurePolicy{Rules: rules[random.Intn(3):]}
}

func randomJobStatus(random *rand.Rand, now time.Time, j *batch.Job) batch.JobStatus {
	few := func() int32 { return int32(random.Intn(4)) }
	past := metav1.NewTime(now.Add(-time.Duration(pick(random, 10, 60, 500)) * time.Second))
	status := batch.JobStatus{}
	if oneIn(random, 6) {
		return status
	}
	status = batch.JobStatus{StartTime: &past, Active: few(), Ready: ptr.To(few()), Terminating: ptr.To(few()),
		UncountedTerminatedPods: &batch.UncountedTerminatedPods{}}
	if oneIn(random, 2) {
		status.Failed = few()
	}
	if oneIn(random, 2) {
		status.Succeeded = few()
	}
	if *j.Spec.CompletionMode == batch.IndexedCompletion {
		status.CompletedIndexes = pick(random, "", "0", "1", "0,2", "3-5")
		status.Succeeded = int32(map[string]int{"": 0, "0": 1, "1": 1, "0,2": 2, "3-5": 3}[status.CompletedIndexes])
		if j.Spec.BackoffLimitPerIndex != nil && oneIn(random, 2) {
			status.FailedIndexes = ptr.To(pick(random, "", "6", "4"))
		}
	}
	for i := range random.Intn(3) {
		uid := types.UID(fmt.Sprintf("uid-%s", pick(random, podName(i), "gone")))
		if oneIn(random, 2) {
			status.UncountedTerminatedPods.Succeeded = append(status.UncountedTerminatedPods.Succeeded, uid)
		} else {
			status.UncountedTerminatedPods.Failed = append(status.UncountedTerminatedPods.Failed, uid)
		}
	}
	condition := func(kind batch.JobConditionType, state v1.ConditionStatus, reason string) {
		status.Conditions = append(status.Conditions, batch.JobCondition{Type: kind, Status: state, Reason: reason,
			Message: "as before", LastProbeTime: past, LastTransitionTime: past})
	}
	switch random.Intn(14) {
	case 0, 1:
		condition(batch.JobSuspended, pick(random, v1.ConditionTrue, v1.ConditionFalse), "JobSuspended")
	case 2:
		condition(batch.JobFailureTarget, v1.ConditionTrue, "BackoffLimitExceeded")
	case 3:
		condition(batch.JobSuccessCriteriaMet, v1.ConditionTrue, "CompletionsReached")
	}
	return status
}

func podName(i int) string { return fmt.Sprintf("pi-p%d", i) }

// randomJobPod: no two Pods are of one age, and none of its times is that of another.
func randomJobPod(random *rand.Rand, now time.Time, j *batch.Job, i int) *v1.Pod {
	age := time.Duration(100+random.Intn(100)*10+i) * time.Second
	pod := &v1.Pod{TypeMeta: metav1.TypeMeta{APIVersion: "v1", Kind: "Pod"}, ObjectMeta: meta(podName(i), 0, now.Add(-age)),
		Spec: j.Spec.Template.Spec}
	pod.Labels = map[string]string{"batch.kubernetes.io/controller-uid": "uid-pi"}
	pod.OwnerReferences = []metav1.OwnerReference{*metav1.NewControllerRef(j, batch.SchemeGroupVersion.WithKind("Job"))}
	pod.Finalizers = []string{batch.JobTrackingFinalizer}
	switch random.Intn(20) {
	case 0: // to be adopted
		pod.OwnerReferences, pod.Finalizers = nil, nil
	case 1: // to be released
		pod.Labels = map[string]string{"app": "other"}
	case 2, 3: // counted before
		pod.Finalizers = nil
	}
	pod.Spec.NodeName = pick(random, "", "node1", "node2", "node2")
	pod.Status.Phase = pick(random, v1.PodPending, v1.PodRunning, v1.PodRunning, v1.PodSucceeded, v1.PodSucceeded, v1.PodFailed)
	container := v1.ContainerStatus{Name: "pi", RestartCount: int32(random.Intn(3) / 2)}
	ended := metav1.NewTime(now.Add(-time.Duration(random.Intn(6)*pick(random, 10, 100)+i) * time.Second))
	switch pod.Status.Phase {
	case v1.PodRunning:
		pod.Status.Conditions = []v1.PodCondition{{Type: v1.PodReady, Status: pick(random, v1.ConditionTrue, v1.ConditionFalse),
			LastTransitionTime: metav1.NewTime(now.Add(-age + time.Duration(random.Intn(3))*time.Second))}}
	case v1.PodSucceeded:
		container.State.Terminated = &v1.ContainerStateTerminated{FinishedAt: ended}
	case v1.PodFailed:
		code := int32(1 + random.Intn(3))
		if j.Annotations == nil && oneIn(random, 3) {
			code = 42
			j.Annotations = map[string]string{"failed": "once"}
		}
		container.State.Terminated = &v1.ContainerStateTerminated{FinishedAt: ended, ExitCode: code}
	}
	if oneIn(random, 6) {
		container.State.Terminated = nil
	}
	pod.Status.ContainerStatuses = []v1.ContainerStatus{container}
	if oneIn(random, 10) {
		pod.Status.Conditions = append(pod.Status.Conditions, v1.PodCondition{Type: v1.DisruptionTarget, Status: v1.ConditionTrue,
			LastTransitionTime: ended})
	}
	if oneIn(random, 7) && pod.OwnerReferences != nil {
		pod.DeletionTimestamp = ptr.To(metav1.NewTime(now.Add(-10 * time.Second)))
		pod.DeletionGracePeriodSeconds = ptr.To(int64(30))
	}
	if *j.Spec.CompletionMode == batch.IndexedCompletion {
		randomIndex(random, j, pod, i)
	}
	return pod
}

// randomIndex: an index has several failed Pods only when their numbers of failures tell which is the last one.
func randomIndex(random *rand.Rand, j *batch.Job, pod *v1.Pod, i int) {
	index := fmt.Sprint(random.Intn(7))
	if j.Spec.BackoffLimitPerIndex != nil {
		index = fmt.Sprint(i)
		pod.Annotations = map[string]string{batch.JobIndexFailureCountAnnotation: pick(random, "0", "0", "1", "2", "much")}
		if oneIn(random, 5) {
			pod.Annotations[batch.JobIndexIgnoredFailureCountAnnotation] = "2"
		}
	} else {
		pod.Annotations = map[string]string{}
	}
	if oneIn(random, 15) {
		index = pick(random, "-1", "x", "+2", "99")
	}
	pod.Annotations[batch.JobCompletionIndexAnnotation] = index
}
