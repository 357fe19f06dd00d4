// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later
package main

import (
	"encoding/json"

	"sigs.k8s.io/yaml"
)

func init() {
	fillers["yaml_written"] = fillYAMLWritten
	fillers["yaml_read"] = fillYAMLRead
	fillers["yaml_read_random"] = fillYAMLRead
}

func fillYAMLWritten(c testCase) {
	out, err := yaml.JSONToYAML(encode(c["in"]))
	if setResult(c, err, "out") {
		c["out"] = string(out)
	}
}

func fillYAMLRead(c testCase) {
	out, err := yaml.YAMLToJSON([]byte(text(c, "in")))
	if setResult(c, err, "out") {
		c["out"] = json.RawMessage(out)
	}
}
