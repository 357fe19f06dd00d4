// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"encoding/json"
	"log"

	apps "k8s.io/api/apps/v1"
	autoscaling "k8s.io/api/autoscaling/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/managedfields"
	"k8s.io/client-go/applyconfigurations"
	"sigs.k8s.io/structured-merge-diff/v6/fieldpath"
)

// The table is in ../../apiserver/data: go run . ../../apiserver/data
func init() {
	fillers["field_managers"] = fillFieldManagers
	fillers["scale_managers"] = fillFieldManagers
}

// resetFields are those of pkg/registry's strategies, for the kinds of the table.
func resetFields(gvk schema.GroupVersionKind, subresource string) map[fieldpath.APIVersion]fieldpath.Filter {
	set := fieldpath.NewSet(fieldpath.MakePathOrDie("status"))
	if subresource == "status" {
		set = fieldpath.NewSet(fieldpath.MakePathOrDie("spec"))
	}
	if subresource == "status" && gvk.Kind == "Deployment" {
		set.Insert(fieldpath.MakePathOrDie("metadata", "labels"))
	}
	if subresource == "status" && gvk.Kind == "Pod" {
		set.Insert(fieldpath.MakePathOrDie("metadata", "deletionTimestamp"))
		set.Insert(fieldpath.MakePathOrDie("metadata", "ownerReferences"))
	}
	return map[fieldpath.APIVersion]fieldpath.Filter{
		fieldpath.APIVersion(gvk.GroupVersion().String()): fieldpath.NewExcludeSetFilter(set),
	}
}

func fieldManager(scheme *runtime.Scheme, gvk schema.GroupVersionKind, subresource string) *managedfields.FieldManager {
	manager, err := managedfields.NewDefaultFieldManager(applyconfigurations.NewTypeConverter(scheme),
		runtime.UnsafeObjectConvertor(scheme), scheme, scheme, gvk, gvk.GroupVersion(), subresource,
		resetFields(gvk, subresource))
	if err != nil {
		log.Fatal(err)
	}
	return manager
}

// fillFieldManagers plays the writes of one object ("steps") and records after each what the object is, whose its
// fields are, or why the write was refused.
func fillFieldManagers(c testCase) {
	scheme := apiScheme()
	gvk := schema.FromAPIVersionAndKind(text(c, "apiVersion"), text(c, "kind"))
	live, err := scheme.New(gvk)
	if err != nil {
		log.Fatal(err)
	}
	live.GetObjectKind().SetGroupVersionKind(gvk)
	for _, raw := range c["steps"].([]any) {
		step := raw.(testCase)
		manager := fieldManager(scheme, gvk, text(step, "subresource"))
		next, err := play(scheme, gvk, manager, live, step)
		for _, key := range []string{"object", "managed", "timed", "error", "causes"} {
			delete(step, key)
		}
		if err != nil {
			step["error"] = err.Error()
			if status, ok := err.(*errors.StatusError); ok && status.ErrStatus.Details != nil {
				step["causes"] = status.ErrStatus.Details.Causes
			}
			continue
		}
		live = next
		live.GetObjectKind().SetGroupVersionKind(gvk)
		record(step, live)
	}
}

func play(scheme *runtime.Scheme, gvk schema.GroupVersionKind, manager *managedfields.FieldManager,
	live runtime.Object, step testCase) (runtime.Object, error) {
	if text(step, "subresource") == "scale" {
		return playScale(scheme, gvk, live, step)
	}
	if config, ok := step["apply"]; ok {
		force, _ := step["force"].(bool)
		patch := &unstructured.Unstructured{}
		body, _ := json.Marshal(config)
		if err := json.Unmarshal(body, &patch.Object); err != nil {
			log.Fatal(err)
		}
		normalize(patch.Object)
		return manager.Apply(live.DeepCopyObject(), patch, text(step, "manager"), force)
	}
	object, err := scheme.New(gvk)
	if err != nil {
		log.Fatal(err)
	}
	body, _ := json.Marshal(step["update"])
	if err := json.Unmarshal(body, object); err != nil {
		log.Fatal(err)
	}
	object.GetObjectKind().SetGroupVersionKind(gvk)
	return manager.Update(live.DeepCopyObject(), object, text(step, "manager"))
}

var scaleKind = schema.GroupVersionKind{Group: "autoscaling", Version: "v1", Kind: "Scale"}

// playScale does what pkg/registry/apps/deployment/storage (scaleUpdatedObjectInfo) does around a write of the scale.
func playScale(scheme *runtime.Scheme, gvk schema.GroupVersionKind, live runtime.Object, step testCase) (runtime.Object, error) {
	deployment := live.DeepCopyObject().(*apps.Deployment)
	path := fieldpath.MakePathOrDie("spec", "replicas")
	handler := managedfields.NewScaleHandler(deployment.ManagedFields, gvk.GroupVersion(),
		managedfields.ResourcePathMappings{gvk.GroupVersion().String(): path})
	entries, err := handler.ToSubresource()
	if err != nil {
		return nil, err
	}
	old := &autoscaling.Scale{ObjectMeta: metav1.ObjectMeta{Name: deployment.Name, UID: "uid", ManagedFields: entries}}
	old.GetObjectKind().SetGroupVersionKind(scaleKind)
	if deployment.Spec.Replicas != nil {
		old.Spec.Replicas = *deployment.Spec.Replicas
	}
	// The converter of the client does not know the type; it has nothing but maps and leaves.
	manager, err := managedfields.NewDefaultFieldManager(managedfields.NewDeducedTypeConverter(),
		runtime.UnsafeObjectConvertor(scheme), scheme, scheme, scaleKind, scaleKind.GroupVersion(), "scale", nil)
	if err != nil {
		log.Fatal(err)
	}
	scaled := testCase{}
	for key, value := range step {
		scaled[key] = value
	}
	delete(scaled, "subresource")
	next, err := play(scheme, scaleKind, manager, old, scaled)
	if err != nil {
		return nil, err
	}
	scale := next.(*autoscaling.Scale)
	deployment.Spec.Replicas = &scale.Spec.Replicas
	deployment.ManagedFields, err = handler.ToParent(scale.ManagedFields)
	return deployment, err
}

// normalize makes whole numbers integers, as the server reads YAML.
func normalize(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key, inside := range v {
			v[key] = normalize(inside)
		}
	case []any:
		for i, inside := range v {
			v[i] = normalize(inside)
		}
	case float64:
		if v == float64(int64(v)) {
			return int64(v)
		}
	}
	return value
}

func record(step testCase, live runtime.Object) {
	accessor, err := meta.Accessor(live)
	if err != nil {
		log.Fatal(err)
	}
	managed, timed := []any{}, []any{}
	for _, entry := range accessor.GetManagedFields() {
		timed = append(timed, entry.Time != nil)
		entry.Time = nil
		body, _ := json.Marshal(entry)
		var value any
		_ = json.Unmarshal(body, &value)
		managed = append(managed, value)
	}
	step["managed"] = managed
	if text(step, "subresource") == "scale" {
		step["timed"] = timed
	}
	body, _ := json.Marshal(live)
	var object testCase
	_ = json.Unmarshal(body, &object)
	delete(object["metadata"].(testCase), "managedFields")
	step["object"] = object
}
