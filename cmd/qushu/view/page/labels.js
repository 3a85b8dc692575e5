// The words of the page, in both languages.
const LABELS = {
  zh: {
    lang: 'English', title: '取数报告', list: '事实', reader: '原文', charts: '图表', docs: '文档', search: '搜索',
    indicator: '指标', area: '地区', period: '时期', measure: '表述', status: '状态', flag: '疑点', confidence: '置信度', doc: '文档', all: '全部', any: '任意', none: '没有',
    value: '数值', text: '原文', sentence: '句子', subject: '主体', unit: '单位', kind: '类别', bound: '界限', basis: '基期', scope: '范围', agg: '汇总', rule: '规则', flags: '疑点', repaired: '应为',
    derivation: '推算', base: '基本单位', bytes: '原始字节', locator: '位置', id: '编号', raw: '下载原文件', copy: '复制为 TSV', copied: '已复制 %n 行，共 %t 行', nothing: '没有符合条件的事实。',
    sum: '%d 个文档，%f 条事实，%t 个时间，%u 个数字未解', found: '%n 条，在 %d 个文档', stated: '%n 条事实', printed: '%n 条，在 %d 个文档；以下是前 %k 条', before: '上一个文档', after: '下一个文档', card: '详情', filter: '筛选', view: '视图', path: '路径', year: '年份', unresolvedCount: '未解', keys: '↑↓ 选行 · Enter 看原文 · ←→ 前后标记 · / 搜索 · Esc 返回', dropped: '略去的页面文字 %n 行', missing: '原文件不在或已改动，只列出有数字的句子。',
    unresolved: '未解的数字', left: '不算事实的数字', reason: '理由', byIndicator: '按指标', byYear: '按年份', doubt: '有疑点', time: '时间', other: '其他', failed: '无法读取：', published: '发布', warnings: '提示',
    right: '对', wrong: '错', miss: '漏了', should: '正确的事实行', saved: '已写入', exactly: '精确值',
    measures: { level: '水平', growth: '增长', delta: '增减', growth_multiple: '增长倍数', multiple: '倍数', share: '占比', rank: '排名', rank_change: '位次变化', contribution: '贡献', ratio: '比例', difference: '差距', '': '时间' },
    kinds: { money: '金额', count: '数量', measure: '度量', rate: '比率', percent: '百分比', points: '百分点', fraction: '分数', multiple: '倍数', rank: '名次', ratio: '比例', date: '日期', period: '时期', duration: '时长', number: '数字' },
    bases: { yoy: '同比', mom: '环比', annual_avg: '年均', cumulative: '累计', daily_avg: '日均', peak: '单日最高' },
    statuses: { actual: '实际', expected: '预计', target: '目标' },
    hows: { stated: '明说', carried: '承前', default: '默认' },
    bounds: { exact: '', about: '约', nearly: '近', over: '超', at_least: '不低于', under: '不足', at_most: '不超过' },
    reasons: { name: '名称', phrase: '固定词语', outline: '序号', boilerplate: '页面文字', edition: '届次', article: '泛指', filter: '过滤', unresolved: '未解' },
    meanings: { lost_scale: '太小，缺了数量级', lost_unit: '缺单位', fused: '与相邻数字粘连', masked: '有字符盖住数位', noise: '数位间夹有杂字', ocr: '识别错字', torn: '有无法读取的字节', cut: '段落在此断开', odd_unit: '单位与指标不合', stitched: '句子由分散的部分拼成', codepoint: '用了形近字符', doubled: '词语重复', numbered: '前有列表序号', conflict: '同段另有不同数值', repeated: '文中另有一处' },
  },
  en: {
    lang: '中文', title: 'qushu report', list: 'Facts', reader: 'Text', charts: 'Charts', docs: 'Documents', search: 'Search',
    indicator: 'Indicator', area: 'Area', period: 'Period', measure: 'Measure', status: 'Status', flag: 'Flag', confidence: 'Confidence', doc: 'Document', all: 'all', any: 'any', none: 'none',
    value: 'Value', text: 'As written', sentence: 'Sentence', subject: 'Subject', unit: 'Unit', kind: 'Kind', bound: 'Bound', basis: 'Basis', scope: 'Scope', agg: 'Aggregate', rule: 'Rule', flags: 'Flags', repaired: 'Must be',
    derivation: 'Derivation', base: 'Base unit', bytes: 'Raw bytes', locator: 'Place', id: 'Id', raw: 'Download the file', copy: 'Copy as TSV', copied: 'Rows copied: %n of %t', nothing: 'No fact is like that.',
    sum: '%d documents, %f facts, %t times, %u unresolved numbers', found: '%n rows, in %d documents', stated: '%n facts', printed: '%n rows, in %d documents; the first %k of them', before: 'The document before', after: 'The next document', card: 'Details', filter: 'Filter', view: 'View', path: 'Path', year: 'Year', unresolvedCount: 'Unresolved', keys: '↑↓ rows · Enter to the text · ←→ marks · / search · Esc back', dropped: 'Page furniture left out (lines: %n)', missing: 'The file is not there or has changed: only the sentences with numbers are shown.',
    unresolved: 'unresolved number', left: 'number that is no fact', reason: 'Reason', byIndicator: 'By indicator', byYear: 'By year', doubt: 'in doubt', time: 'time', other: 'other', failed: 'Could not be read: ', published: 'published', warnings: 'Notes',
    right: 'Right', wrong: 'Wrong', miss: 'Missing', should: 'the right fact line', saved: 'Written to', exactly: 'exactly',
    measures: { '': 'time' }, kinds: {}, bases: {}, statuses: {}, hows: {}, bounds: { exact: '', about: 'about', nearly: 'nearly', over: 'over', at_least: 'at least', under: 'under', at_most: 'at most' }, reasons: {}, meanings: {},
  },
};
let lang = (navigator.language || '').startsWith('zh') ? 'zh' : 'en';
const t = (key) => LABELS[lang][key] || key;
const word = (list, key) => LABELS[lang][list][key] ?? key;
const say = (key, put) => t(key).replace(/%(\w)/g, (_, k) => Number(put[k]).toLocaleString('en'));

// el makes an element; text goes in as text, never as markup.
function el(tag, props, ...kids) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(props || {})) {
    if (v === undefined || v === null || v === false) continue;
    if (k === 'on') for (const [type, fn] of Object.entries(v)) e.addEventListener(type, fn);
    else if (k in e && k !== 'list' && k !== 'role') e[k] = v;
    else e.setAttribute(k, v);
  }
  e.append(...kids.filter((x) => x !== undefined && x !== null && x !== ''));
  return e;
}
const $ = (id) => document.getElementById(id);
// shown takes the characters that would turn the direction of a line for what they are.
const shown = (s) => String(s ?? '').replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g, '\uFFFD');
const grouped = (v) => typeof v === 'string' ? v.replace(/^(-?\d+)/, (d) => d.replace(/\B(?=(\d{3})+$)/g, ',')) : String(v ?? '');
const valueOf = (f) => f.kind === 'date' || f.kind === 'period' ? f.value ?? '' : Array.isArray(f.value) ? f.value.map(grouped).join(f.kind === 'ratio' ? ' : ' : ' – ') : grouped(f.value);
