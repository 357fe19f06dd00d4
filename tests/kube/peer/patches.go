// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"encoding/json"
	"log"
	"reflect"
	"strings"

	jsonpatch "gopkg.in/evanphx/json-patch.v4"
	appsv1 "k8s.io/api/apps/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/strategicpatch"
)

func init() {
	fillers["json_patches"] = fillJSONPatch
	fillers["merge_patches"] = fillMergePatch
	fillers["strategic_patches"] = fillStrategicPatch
	fillers["strategic_patches_random"] = fillStrategicPatch
	fillers["list_merges"] = fillListMerge
}

var kinds = map[string]any{
	"Pod": corev1.Pod{}, "Service": corev1.Service{}, "Node": corev1.Node{}, "Namespace": corev1.Namespace{},
	"ConfigMap": corev1.ConfigMap{}, "ServiceAccount": corev1.ServiceAccount{}, "Endpoints": corev1.Endpoints{},
	"Event": corev1.Event{}, "Secret": corev1.Secret{}, "PersistentVolumeClaim": corev1.PersistentVolumeClaim{},
	"LimitRange": corev1.LimitRange{}, "ResourceQuota": corev1.ResourceQuota{},
	"Deployment": appsv1.Deployment{}, "ReplicaSet": appsv1.ReplicaSet{}, "DaemonSet": appsv1.DaemonSet{},
	"StatefulSet": appsv1.StatefulSet{}, "Job": batchv1.Job{}, "CronJob": batchv1.CronJob{},
	"HorizontalPodAutoscaler": autoscalingv2.HorizontalPodAutoscaler{}, "EndpointSlice": discoveryv1.EndpointSlice{},
	"Ingress": networkingv1.Ingress{}, "NetworkPolicy": networkingv1.NetworkPolicy{},
	"PodDisruptionBudget": policyv1.PodDisruptionBudget{},
}

func encode(value any) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		log.Fatal(err)
	}
	return text
}

func result(c testCase, text []byte, err error) {
	if setResult(c, err, "out") {
		var out any
		decoder := json.NewDecoder(strings.NewReader(string(text)))
		decoder.UseNumber()
		if err := decoder.Decode(&out); err != nil {
			log.Fatal(err)
		}
		c["out"] = out
	}
}

func fillJSONPatch(c testCase) {
	patch, err := jsonpatch.DecodePatch(encode(c["patch"]))
	var out []byte
	if err == nil {
		out, err = patch.Apply(encode(c["doc"]))
	}
	result(c, out, err)
}

func fillMergePatch(c testCase) {
	out, err := jsonpatch.MergePatch(encode(c["doc"]), encode(c["patch"]))
	result(c, out, err)
}

func fillStrategicPatch(c testCase) {
	var doc, patch map[string]any
	if err := utiljson.Unmarshal(encode(c["doc"]), &doc); err != nil {
		log.Fatal(err)
	}
	err := utiljson.Unmarshal(encode(c["patch"]), &patch)
	var out map[string]any
	if err == nil {
		out, err = strategicpatch.StrategicMergeMapPatch(doc, patch, kinds[text(c, "kind")])
	}
	dropUndecodable(out)
	result(c, encode(out), err)
}

// dropUndecodable does what decoding into the Go type does with directives left behind and with nulls.
func dropUndecodable(value any) {
	switch v := value.(type) {
	case map[string]any:
		for key, item := range v {
			if item == nil || key == "$patch" || key == "$retainKeys" || strings.HasPrefix(key, "$setElementOrder") ||
				strings.HasPrefix(key, "$deleteFromPrimitiveList") {
				delete(v, key)
			} else {
				dropUndecodable(item)
			}
		}
	case []any:
		for _, item := range v {
			dropUndecodable(item)
		}
	}
}

// fillListMerge records the merge key of every list of a kind; null: the list is replaced.
func fillListMerge(c testCase) {
	lists := testCase{}
	collectLists(reflect.TypeOf(kinds[text(c, "in")]), "", map[reflect.Type]bool{}, lists)
	c["lists"] = lists
}

func collectLists(t reflect.Type, path string, above map[reflect.Type]bool, lists testCase) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || above[t] {
		return
	}
	above[t] = true
	defer delete(above, t)
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		name := strings.Split(f.Tag.Get("json"), ",")[0]
		if name == "" && !f.Anonymous {
			continue
		}
		child := strings.TrimPrefix(path+"."+name, ".")
		if name == "" {
			child = path
		}
		if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() != reflect.Uint8 {
			lists[child] = nil
			if strings.Contains(f.Tag.Get("patchStrategy"), "merge") {
				lists[child] = f.Tag.Get("patchMergeKey")
			}
		}
		collectLists(f.Type, child, above, lists)
	}
}
