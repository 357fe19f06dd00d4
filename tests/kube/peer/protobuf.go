// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"log"
	"reflect"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	authenticationv1 "k8s.io/api/authentication/v1"
	authorizationv1 "k8s.io/api/authorization/v1"
	autoscalingv1 "k8s.io/api/autoscaling/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	batchv1 "k8s.io/api/batch/v1"
	coordinationv1 "k8s.io/api/coordination/v1"
	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	eventsv1 "k8s.io/api/events/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	schedulingv1 "k8s.io/api/scheduling/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer/protobuf"
	"k8s.io/apimachinery/pkg/util/intstr"
)

func init() {
	fillers["protobufs"] = fillProtobuf
}

func apiScheme() *runtime.Scheme {
	scheme := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{
		appsv1.AddToScheme, authenticationv1.AddToScheme, authorizationv1.AddToScheme, autoscalingv1.AddToScheme,
		autoscalingv2.AddToScheme, batchv1.AddToScheme, coordinationv1.AddToScheme, corev1.AddToScheme,
		discoveryv1.AddToScheme, eventsv1.AddToScheme, networkingv1.AddToScheme, policyv1.AddToScheme,
		schedulingv1.AddToScheme,
	} {
		if err := add(scheme); err != nil {
			log.Fatal(err)
		}
	}
	return scheme
}

// fillProtobuf makes an object of the kind "in" that has every field ("isFull") or none, and writes it both ways.
func fillProtobuf(c testCase) {
	scheme := apiScheme()
	gvk := schema.FromAPIVersionAndKind(text(c, "apiVersion"), text(c, "in"))
	object, err := scheme.New(gvk)
	if err != nil {
		log.Fatal(err)
	}
	if full, _ := c["isFull"].(bool); full {
		f := filler{withPodSpec: gvk.Kind == "Pod"}
		f.fill(reflect.ValueOf(object).Elem())
	}
	object.GetObjectKind().SetGroupVersionKind(gvk)
	var wire bytes.Buffer
	if err := protobuf.NewSerializer(scheme, scheme).Encode(object, &wire); err != nil {
		log.Fatal(err)
	}
	c["protobuf"] = base64.StdEncoding.EncodeToString(wire.Bytes())
	result(c, encode(object), nil)
}

// filler gives every field a value of its own.
type filler struct {
	count       int
	withPodSpec bool
}

func (f *filler) next() int {
	f.count++
	return f.count
}

func (f *filler) fill(v reflect.Value) {
	if f.fillSpecial(v) {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("t%d", f.next()))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(f.next()) * map[bool]int64{true: 1, false: -1}[f.count%2 == 0])
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.fill(v.Index(0))
		f.fill(v.Index(1))
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		f.fill(key)
		f.fill(value)
		v.SetMapIndex(key, value)
	case reflect.Struct:
		for i := 0; i < v.NumField(); i++ {
			f.fill(v.Field(i))
		}
	default:
		log.Fatalf("cannot fill a %s", v.Type())
	}
}

// fillSpecial fills what has a form of its own.
func (f *filler) fillSpecial(v reflect.Value) bool {
	moment := time.Date(2026, 1, 5, 1, 2, f.count%60, 250000000, time.UTC)
	switch value := v.Addr().Interface().(type) {
	case *metav1.TypeMeta:
	case *metav1.Time:
		*value = metav1.NewTime(moment.Truncate(time.Second))
	case *metav1.MicroTime:
		*value = metav1.NewMicroTime(moment)
	case *resource.Quantity:
		*value = resource.MustParse(fmt.Sprintf("%dm", 1000+f.next()))
	case *intstr.IntOrString:
		if f.next()%2 == 0 {
			*value = intstr.FromInt32(int32(f.count))
		} else {
			*value = intstr.FromString(fmt.Sprintf("%d%%", f.count))
		}
	case *runtime.RawExtension:
		value.Raw = []byte(`{"spec":{"a":[1,"b",null]}}`)
	case *metav1.FieldsV1:
		value.Raw = []byte(`{"f:metadata":{}}`)
	case *[]byte:
		*value = []byte{0, 255, byte(f.next())}
	case *corev1.PodSpec:
		if !f.withPodSpec {
			value.Containers = []corev1.Container{{Name: "a", Image: "b"}}
			return true
		}
		return false
	default:
		return false
	}
	return true
}
