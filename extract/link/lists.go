package link

import "github.com/qushu/qushu/extract/words"

// lists are the word lists of the lexicon that linking reads; the tag is the list's
// name in words.tsv.
type lists struct {
	Lead          words.Set `list:"lead"`         // opens a clause and is no part of the indicator: 全年 累计 实现
	Trail         words.Set `list:"trail"`        // stands between indicator and figure: 达到 突破 共
	Cut           words.Set `list:"cut"`          // what stands before it is no part of the indicator: 通过 使
	Action        words.Set `list:"action"`       // verbs that are counted with their object: 新增 解决
	Facet         words.Set `list:"facet"`        // aspects of the indicator before: 总量 增速
	GrowthFacet   words.Set `list:"growth-facet"` // of these the ones of change: 增速
	ShareFacet    words.Set `list:"share-facet"`  // 占比 比重: named by the measure already
	Each          words.Set `list:"each"`         // 均 都: true of every head
	Respectively  words.Set `list:"respectively"` // 分别
	Others        words.Set `list:"and-others"`   // 等
	Join          words.Set `list:"join"`         // 和 与
	Subset        words.Set `list:"subset"`       // 其中
	Total         words.Set `list:"total"`        // 总量 累计 that carry the head: 累计15家
	Than          words.Set `list:"than"`         // words before a time or area of comparison
	Target        words.Set `list:"target"`       // 力争 目标
	Expected      words.Set `list:"expected"`     // 预计
	TargetTitle   words.Set `list:"target-title"` // words of headings about what is to come
	ActualTitle   words.Set `list:"actual-title"` // words of headings about what was done
	Cumulative    words.Set `list:"agg-cumulative"`
	AnnualAvg     words.Set `list:"agg-annual"`
	DailyAvg      words.Set `list:"agg-daily"`
	Peak          words.Set `list:"agg-peak"`
	SubjectTail   words.Set `list:"subject-tail"`   // ends of names of bodies: 商圈 公司
	OwnArea       words.Set `list:"own-area"`       // 全区 我市: the area of that level
	StopNoun      words.Set `list:"stop-noun"`      // ends the phrase to the right of a figure
	Light         words.Set `list:"light-verb"`     // reports and adds nothing: 实现 完成
	StandsAt      words.Set `list:"stands-at"`      // 稳居: begins a place among others, which names nothing
	Grade         words.Set `list:"grade"`          // 市级, standing for a whole noun
	PredicateLead words.Set `list:"predicate-lead"` // adverbs before what is said of a counted thing
	Spell         words.Set `list:"spell"`          // 连续: before a length of time that measures nothing
	From          words.Set `list:"from"`           // 由 从
	Growth        []rune    `list:"growth-facet"`   // 增速: what a rank after a growth is a rank of
	Rate          words.Set `list:"rate-noun"`      // 率: what percentages are levels of
	Quantity      words.Set `list:"quantity-noun"`  // nouns that a figure behind them measures
	HeadNoun      words.Set `list:"head"`           // nouns an indicator ends in: 率 收入
	Sector        words.Set `list:"sector"`         // ends of branches of the economy: 业 一产
	BaseBefore    words.Set `list:"base-before"`    // words before a time that is a base or a beginning
	Lasting       words.Set `list:"lasting"`        // nouns that a length of time measures: 工期
	Of            words.Set `list:"of"`             // 的
	In            words.Set `list:"in"`             // 在, before a place
	NoSubject     words.Set `list:"no-subject"`     // kinds of bodies, which name none
	To            words.Set `list:"to"`             // 至 到: the end of a change
	TrailFirm     words.Set `list:"trail-firm"`     // of these the ones that hold inside a token
	Particle      words.Set `list:"particle"`       // 了
	Announce      words.Set `list:"announce"`       // 发布 公告
	General       words.Set `list:"general"`        // words that stand before a colon or an announcement and name no body
	AsOf          words.Set `list:"as-of"`          // 截至
	ScopeCut      words.Set `list:"scope-cut"`      // 的比重 由: ends a scope
	Until         words.Set `list:"until"`          // 到: before a year still to come
	Rise          words.Set `list:"rise"`
	Fall          words.Set `list:"fall"`
	Toward        words.Set `list:"toward"`         // 对
	NounSuffix    words.Set `list:"noun-suffix"`    // 区: 集聚区 is a noun
	AreaTail      words.Set `list:"area-tail"`      // 港: 岚州港 is a body
	Whole         words.Set `list:"whole-year"`     // 全年
	Piece         words.Set `list:"piece"`          // 原标题: opens a text of its own
	Hold          words.Set `list:"hold"`           // 持有
	HolderTitle   words.Set `list:"holder-title"`   // 控股股东: before the name of a holder
	Including     words.Set `list:"including"`      // 包括: before a list
	Reach         words.Set `list:"reach"`          // 达到
	LevelNoun     words.Set `list:"level-noun"`     // 水平: what a percentage before it is, not a share
	Tenth         words.Set `list:"tenth"`          // 成
	OnceDone      words.Set `list:"once-done"`      // 达产后: at a time nobody names
	Sum           words.Set `list:"sum"`            // 合计: what a list comes to
	SharedTail    words.Set `list:"shared-tail"`    // 率: what the last head of a list lends to the others
	LentNoun      words.Set `list:"lent-noun"`      // 增加值: what a whole lends to its parts
	PriceNoun     words.Set `list:"price-noun"`     // 出厂价格: the same, of prices
	IndexNoun     words.Set `list:"index-noun"`     // 指数: stands behind what it is an index of
	View          words.Set `list:"view"`           // 看: ends the clause that opens a list of parts
	ViewOpen      words.Set `list:"view-open"`      // 分 从: begins it
	EventTail     words.Set `list:"event-tail"`     // 博览会: ends names of events with figures of their own
	TakesPlace    words.Set `list:"takes-place"`    // 举行: ends a sentence that makes an event known
	Step          words.Set `list:"step-noun"`      // 大关: what a figure passes, no noun it counts
	Pronoun       words.Set `list:"pronoun"`        // 这一数字: stands for the indicator before
	Worth         words.Set `list:"worth"`          // 总值: what a sum before 的 is of the noun behind it
	Under         words.Set `list:"under"`          // 带动下: ends an adverbial that 在 begins
	Plan          words.Set `list:"plan"`           // 计划: before a counted action that is still to come
	Unplanned     words.Set `list:"unplanned"`      // 入选: behind 计划 it is what a programme did
	HoldLead      words.Set `list:"hold-lead"`      // 所 共: between a holder and 持有
	Earlier       words.Set `list:"earlier"`        // 前: ends a comparison with a time that no calendar names
	Against       words.Set `list:"against"`        // 较: begins it
	WholeAct      words.Set `list:"whole-act"`      // 造林: has no object of its own
	Former        words.Set `list:"former"`         // 前者
	Latter        words.Set `list:"latter"`         // 后者
	Suffers       words.Set `list:"suffers"`        // 受: opens what something suffers from
	Influence     words.Set `list:"influence"`      // 拖累: ends it
	Disposes      words.Set `list:"disposes"`       // 将: before a noun it says what is done with it
	HowTo         words.Set `list:"how-to"`         // 重点: behind 将 how something will be done
	LeftOut       words.Set `list:"left-out"`       // 剔除: begins what is left out of account
	Factors       words.Set `list:"factors"`        // 因素后: ends it
	LooseArea     words.Set `list:"loose-area"`     // 区: ends areas and much else
	Nation        words.Set `list:"nation"`         // 我国: the country that Chinese texts speak of
	NationName    []rune    `list:"nation"`         // its name
	Country       words.Set `list:"country"`        // 德国: other countries, and unions of them
	NoPlace       words.Set `list:"no-place"`       // 北京时间: begins like a place and is none
	Person        words.Set `list:"person"`         // 人: classifiers of people
	Befall        words.Set `list:"befall"`         // 死亡: what befalls people who are counted
	Cause         words.Set `list:"cause"`          // 造成: before people to whom something happens
	Address       words.Set `list:"address"`        // 各位代表: addresses an assembly
	JustPast      words.Set `list:"just-past"`      // 刚刚过去的: before the year a report turns to
	TurnIs        words.Set `list:"turn-is"`        // 是: behind it
	TurnPlan      words.Set `list:"turn-plan"`      // 时期: behind the plan a report turns to
	TailLead      words.Set `list:"tail-lead"`      // 毛: before the noun that ends a rate
	NotJoin       words.Set `list:"not-join"`       // 和美: begins like a joining word
	Issuer        words.Set `list:"issuer"`         // 本公司: who speaks in a notice
	Since         words.Set `list:"since"`          // 后: 减持后 is nobody
	CompanyTail   words.Set `list:"company-tail"`   // 有限公司: ends names of companies
	RateSuffix    []rune    `list:"rate-suffix"`    // 率: makes a rate of what is done
	Relation      words.Set `list:"relation"`       // 涉及: ties what is counted to something else
	Sort          words.Set `list:"sort"`           // 方面: what is sorted by it stands behind 的
	Times         words.Set `list:"times"`          // 次: counts how often something was done
	Zero          words.Set `list:"zero"`           // 零
	Ordinal       words.Set `list:"ordinal"`        // 第
	Turn          words.Set `list:"batch"`          // 批: what comes in numbered turns
	Region        words.Set `list:"region-tail"`    // 地区: behind the name of a place
	Passing       words.Set `list:"passing"`        // 陆续: how something was done, no part of its name
	Course        words.Set `list:"course"`         // 进程: what goes on, no part of its name
	Contest       words.Set `list:"contest"`        // 评比: what places are taken in
	With          words.Set `list:"with"`           // 以
	Feat          words.Set `list:"feat"`           // 成绩: what places are reached with
	OwnerTail     words.Set `list:"owner-tail"`     // 基金: ends names of what has money of its own
	Embrace       words.Set `list:"embrace"`        // 覆盖: done by things, which name it
	Speaks        words.Set `list:"speaks"`         // 负责人 表示: behind a body that is only quoted
	Causes        words.Set `list:"causes"`         // 组织: has others do what is told behind
	Spend         words.Set `list:"spend"`          // 支付: before a sum that what it is spent on names
	UsedFor       words.Set `list:"used-for"`       // 用于
	Likens        words.Set `list:"likens"`         // 具有: opens a clause on what the counted are like
	Bare          words.Set `list:"bare-quantity"`  // 收入: says of what only with a noun before it
	Daytime       words.Set `list:"daytime"`        // 晚间: between a day and what is made known on it
	Having        words.Set `list:"having"`         // 共有: between what has things and the things
	Net           words.Set `list:"net"`            // 净增: a change of a stock
	Quality       words.Set `list:"quality"`        // 重点: tells which of the things behind it
	Discount      words.Set `list:"discount"`       // 折
	Cap           words.Set `list:"cap"`            // 为上限
	CapNoun       []rune    `list:"cap-noun"`       // 上限
	DoneVerb      words.Set `list:"done-verb"`      // 复工: done by a part of those who can
	Human         words.Set `list:"default-person"` // 人: counts people without a noun behind it
	Record        words.Set `list:"record"`         // 新高: behind a time it is a record of
	ToDate        words.Set `list:"to-date"`        // 以来
	Quotes        words.Set `list:"quotes"`         // 显示: ends a clause that tells where news comes from
	MoreThan      words.Set `list:"more-than"`      // 高于
	LessThan      words.Set `list:"less-than"`      // 低于
}
