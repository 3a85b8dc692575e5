package main

import (
	"context"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	beamregister "github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// register makes the functions of the pipeline known by name, so that a worker finds what
// the launcher asks for.
func register() {
	beam.RegisterType(reflect.TypeFor[Input]())
	beam.RegisterType(reflect.TypeFor[File]())
	beam.RegisterType(reflect.TypeFor[Job]())
	beam.RegisterType(reflect.TypeFor[Sums]())
	beamregister.DoFn3x1[context.Context, Input, func(string, File), error](&listFn{})
	beamregister.DoFn4x1[context.Context, string, func(*File) bool, func(int, Job), error](&folderFn{})
	beamregister.DoFn5x1[context.Context, int, func(*Job) bool, func(string, Sums), func(string, int64), error](&extractFn{})
	beamregister.DoFn2x3[string, Sums, int, string, error](&cellFn{})
	beamregister.DoFn2x3[string, int64, int, string, error](&countFn{})
	beamregister.DoFn3x1[context.Context, int, func(*string) bool, error](&linesFn{})
	beamregister.Emitter2[string, File]()
	beamregister.Emitter2[int, Job]()
	beamregister.Emitter2[string, Sums]()
	beamregister.Emitter2[string, int64]()
	beamregister.Iter1[File]()
	beamregister.Iter1[Job]()
	beamregister.Iter1[string]()
	beamregister.Function2x1(merge)
	beamregister.Function2x1(add)
}

// build lays the pipeline out:
//
//	inputs → files by folder → what repeats in the folder → files by shard
//	       → extracted and written → sums by cell, counts
//
// Only names of files and sums go from machine to machine, never documents or facts: a
// shard is extracted and written where it is read.
func build(s beam.Scope, o Options, inputs []Input) {
	sums, counts := extracted(s.Scope("extract"), o, files(s, o, inputs))
	panel(s.Scope("panel"), o, sums)
	audit(s.Scope("audit"), o, counts)
}

// files lists the files of the inputs by their shards.
func files(s beam.Scope, o Options, inputs []Input) beam.PCollection {
	in := beam.Reshuffle(s.Scope("inputs"), beam.CreateList(s.Scope("inputs"), inputs))
	listed := beam.ParDo(s.Scope("list"), &listFn{}, in)
	return beam.ParDo(s.Scope("folders"), &folderFn{Shards: o.Shards}, beam.GroupByKey(s.Scope("folders"), listed))
}

// extracted extracts and writes files, shard by shard, and hands on what adds up.
func extracted(s beam.Scope, o Options, files beam.PCollection) (sums, counts beam.PCollection) {
	return beam.ParDo2(s, &extractFn{Options: o}, beam.GroupByKey(s, files))
}

// panel adds the sums of each cell up and writes them. A cell that every document speaks of
// does not melt a worker: a shard hands on one sum of it, whatever the number of its facts,
// and the runner adds up what a worker has before it sends it on.
func panel(s beam.Scope, o Options, sums beam.PCollection) {
	lines := beam.ParDo(s, &cellFn{Shards: o.Shards}, beam.CombinePerKey(s, merge, sums))
	beam.ParDo0(s, &linesFn{Output: o.Output, Name: "panel", Shards: o.Shards}, beam.GroupByKey(s, lines))
}

// audit adds up what there is of each kind: reasons of the ledger, flags, rules.
func audit(s beam.Scope, o Options, counts beam.PCollection) {
	lines := beam.ParDo(s, &countFn{}, beam.CombinePerKey(s, add, counts))
	beam.ParDo0(s, &linesFn{Output: o.Output, Name: "audit", Shards: 1}, beam.GroupByKey(s, lines))
}
