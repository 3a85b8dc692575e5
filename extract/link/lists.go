package link

import (
	"fmt"
	"reflect"

	"github.com/qushu/qushu/extract/match"
)

// lists are the word lists of the lexicon that linking reads; the tag is the list's
// name in words.tsv.
type lists struct {
	Lead         match.Words `list:"lead"`         // opens a clause and is no part of the indicator: 全年 累计 实现
	Trail        match.Words `list:"trail"`        // stands between indicator and figure: 达到 突破 共
	Cut          match.Words `list:"cut"`          // what stands before it is no part of the indicator: 通过 使
	Action       match.Words `list:"action"`       // verbs that are counted with their object: 新增 解决
	Facet        match.Words `list:"facet"`        // aspects of the indicator before: 总量 增速
	GrowthFacet  match.Words `list:"growth-facet"` // of these the ones of change: 增速
	ShareFacet   match.Words `list:"share-facet"`  // 占比 比重: named by the measure already
	Each         match.Words `list:"each"`         // 均 都: true of every head
	Respectively match.Words `list:"respectively"` // 分别
	Others       match.Words `list:"and-others"`   // 等
	Join         match.Words `list:"join"`         // 和 与
	Subset       match.Words `list:"subset"`       // 其中
	Total        match.Words `list:"total"`        // 总量 累计 that carry the head: 累计15家
	Than         match.Words `list:"than"`         // words before a time or area of comparison
	Target       match.Words `list:"target"`       // 力争 目标
	Expected     match.Words `list:"expected"`     // 预计
	TargetTitle  match.Words `list:"target-title"` // words of headings about what is to come
	ActualTitle  match.Words `list:"actual-title"` // words of headings about what was done
	Cumulative   match.Words `list:"agg-cumulative"`
	AnnualAvg    match.Words `list:"agg-annual"`
	DailyAvg     match.Words `list:"agg-daily"`
	Peak         match.Words `list:"agg-peak"`
	SubjectTail  match.Words `list:"subject-tail"` // ends of names of bodies: 商圈 公司
	OwnArea      match.Words `list:"own-area"`     // 全区 我市: the area of that level
	StopNoun     match.Words `list:"stop-noun"`    // ends the phrase to the right of a figure
	Light        match.Words `list:"light-verb"`   // reports and adds nothing: 实现 完成
	HeadNoun     match.Words `list:"head"`         // nouns an indicator ends in: 率 收入
}

// newLists fills the lists by name. A list that is missing is an error.
func newLists(words map[string]match.Words) (lists, error) {
	var l lists
	v := reflect.ValueOf(&l).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("list")
		w, ok := words[name]
		if !ok {
			return l, fmt.Errorf("the lexicon has no word list %q", name)
		}
		v.Field(i).Set(reflect.ValueOf(w))
	}
	return l, nil
}
