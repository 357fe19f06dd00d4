// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"encoding/json"
	"errors"
	"hash/fnv"
	"log"
	"strconv"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/fields"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/duration"
	"k8s.io/apimachinery/pkg/util/rand"
	"k8s.io/apimachinery/pkg/util/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// The label sets that every selector is tried on; the expectation lists the indices of those that match.
var labelSets = []labels.Set{
	{},
	{"x": ""},
	{"x": "a"},
	{"x": "b", "y": "1"},
	{"x": "c", "y": "10", "z": ""},
	{"app": "web", "tier": "front"},
	{"app": "web", "tier": "back", "canary": "true"},
	{"example.com/role": "db", "x": "-7"},
	{"in": "notin", "notin": "in"},
}

func matching(selector labels.Selector) []int {
	found := []int{}
	for i, set := range labelSets {
		if selector.Matches(set) {
			found = append(found, i)
		}
	}
	return found
}

func fillLabelSelector(c testCase) {
	selector, err := labels.Parse(text(c, "in"))
	if setResult(c, err, "text", "matches") {
		c["text"] = selector.String()
		c["matches"] = matching(selector)
	}
}

func fillSelectorObject(c testCase) {
	var object *metav1.LabelSelector
	decode(c["in"], &object)
	selector, err := metav1.LabelSelectorAsSelector(object)
	if setResult(c, err, "text", "matches") {
		c["text"] = selector.String()
		c["matches"] = matching(selector)
	}
}

func fillFieldSelector(c testCase) {
	selector, err := fields.ParseSelector(text(c, "in"))
	if setResult(c, err, "text", "requirements") {
		c["text"] = selector.String()
		requirements := []testCase{}
		for _, r := range selector.Requirements() {
			requirements = append(requirements, testCase{"field": r.Field, "value": r.Value, "op": string(r.Operator)})
		}
		c["requirements"] = requirements
	}
}

func fillNameRules(c testCase) {
	in := text(c, "in")
	c["subdomain"] = validation.IsDNS1123Subdomain(in)
	c["label1123"] = validation.IsDNS1123Label(in)
	c["label1035"] = validation.IsDNS1035Label(in)
	c["qualified"] = validation.IsQualifiedName(in)
	c["labelValue"] = validation.IsValidLabelValue(in)
	c["portName"] = validation.IsValidPortName(in)
	c["percent"] = validation.IsValidPercent(in)
	c["configMapKey"] = validation.IsConfigMapKey(in)
}

func fillDuration(c testCase) {
	ns, err := c["ns"].(json.Number).Int64()
	if err != nil {
		log.Fatal(err)
	}
	c["human"] = duration.HumanDuration(time.Duration(ns))
	c["go"] = time.Duration(ns).String()
}

func fillGoDuration(c testCase) {
	d, err := time.ParseDuration(text(c, "in"))
	if setResult(c, err, "ns") {
		c["ns"] = int64(d)
	}
}

func fillGoQuote(c testCase) {
	c["out"] = strconv.Quote(text(c, "in"))
}

func fillSafeHash(c testCase) {
	hasher := fnv.New32a()
	hasher.Write([]byte(text(c, "in")))
	c["out"] = rand.SafeEncodeString(strconv.FormatUint(uint64(hasher.Sum32()), 10))
}

func decode(from, to any) {
	bytes, err := json.Marshal(from)
	if err == nil {
		err = json.Unmarshal(bytes, to)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func fillStatus(c testCase) {
	resource := schema.GroupResource{Group: text(c, "group"), Resource: text(c, "resource")}
	name, why := text(c, "name"), text(c, "why")
	var status *apierrors.StatusError
	switch text(c, "make") {
	case "notFound":
		status = apierrors.NewNotFound(resource, name)
	case "alreadyExists":
		status = apierrors.NewAlreadyExists(resource, name)
	case "conflict":
		status = apierrors.NewConflict(resource, name, errors.New(why))
	case "forbidden":
		status = apierrors.NewForbidden(resource, name, errors.New(why))
	case "badRequest":
		status = apierrors.NewBadRequest(why)
	case "methodNotAllowed":
		status = apierrors.NewMethodNotSupported(resource, why)
	case "expired":
		status = apierrors.NewResourceExpired(why)
	case "internal":
		status = apierrors.NewInternalError(errors.New(why))
	case "noSuchResource":
		status = apierrors.NewGenericServerResponse(404, "", schema.GroupResource{}, "", "", 0, false)
	case "invalid":
		var list field.ErrorList
		for _, e := range c["fields"].([]any) {
			entry := e.(testCase)
			list = append(list, field.Invalid(field.NewPath(text(entry, "field")), text(entry, "value"), text(entry, "detail")))
		}
		status = apierrors.NewInvalid(schema.GroupKind{Group: text(c, "group"), Kind: text(c, "kind")}, name, list)
	default:
		log.Fatalf("unknown status %v", c)
	}
	object := status.Status()
	object.TypeMeta = metav1.TypeMeta{Kind: "Status", APIVersion: "v1"}
	c["out"] = object
}
