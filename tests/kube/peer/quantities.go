// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"strconv"

	"gopkg.in/inf.v0"
	"k8s.io/apimachinery/pkg/api/resource"
)

func init() {
	fillers["quantities"] = fillQuantity
	fillers["quantity_sums"] = fillQuantitySum
}

func fillQuantity(c testCase) {
	q, err := resource.ParseQuantity(text(c, "in"))
	if !setResult(c, err, "text", "canonical", "format", "value", "milli") {
		return
	}
	c["text"] = q.String()
	c["format"] = string(q.Format)
	recordRounded(c, "value", q, 0, q.Value())
	recordRounded(c, "milli", q, 3, q.MilliValue())
	number, suffix := q.CanonicalizeBytes(nil)
	c["canonical"] = string(number) + string(suffix)
}

// recordRounded leaves out what upstream gets wrong: overflows, and negative amounts that are not held as 64 bits.
func recordRounded(c testCase, key string, q resource.Quantity, scale inf.Scale, answer int64) {
	decimal := q.DeepCopy()
	exact := new(inf.Dec).Round(decimal.AsDec(), scale, inf.RoundUp).UnscaledBig()
	if exact.IsInt64() && exact.Int64() == answer {
		c[key] = strconv.FormatInt(answer, 10)
	}
}

func fillQuantitySum(c testCase) {
	a, b := resource.MustParse(text(c, "in")), resource.MustParse(text(c, "other"))
	c["compare"] = a.Cmp(b)
	sum, difference := a.DeepCopy(), a.DeepCopy()
	sum.Add(b)
	difference.Sub(b)
	c["sum"] = sum.String()
	c["difference"] = difference.String()
}
