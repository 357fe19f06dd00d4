// SPDX-FileCopyrightText: 2026 Minato contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints objects with kubectl's own printers: reads lines of JSON {"format": "jsonpath=…", "object": {…}}, answers each
// with {"out": "…", "err": "…"}. tests/differential/fuzz_printers.py asks it.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/kubectl/pkg/cmd/get"
)

type question struct {
	Format string          `json:"format"`
	Object json.RawMessage `json:"object"`
}

type answer struct {
	Out string `json:"out"`
	Err string `json:"err"`
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	for {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		var asked question
		if err := json.Unmarshal(line, &asked); err != nil {
			log.Fatal(err)
		}
		if err := out.Encode(printed(asked)); err != nil {
			log.Fatal(err)
		}
	}
}

func printed(asked question) (told answer) {
	defer func() {
		if problem := recover(); problem != nil {
			told.Err = fmt.Sprint("panic: ", problem)
		}
	}()
	object, err := decode(asked.Object)
	if err != nil {
		log.Fatal(err)
	}
	flags := get.NewGetPrintFlags()
	flags.OutputFormat = &asked.Format
	printer, err := flags.ToPrinter()
	if err != nil {
		return answer{Err: err.Error()}
	}
	var out bytes.Buffer
	if err := printer.PrintObj(object, &out); err != nil {
		told.Err = err.Error()
	}
	told.Out = out.String()
	return told
}

// decode takes objects as kubectl get has them: lists stay one object of kind List.
func decode(data []byte) (runtime.Object, error) {
	object := &unstructured.Unstructured{}
	if err := object.UnmarshalJSON(data); err != nil {
		return nil, err
	}
	if !object.IsList() {
		return object, nil
	}
	return object.ToList()
}
