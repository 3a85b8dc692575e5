// The page: filters, tabs, language, and the links between table and text.
const SERVED = document.documentElement.dataset.mode === 'serve';
const TOKEN = document.documentElement.dataset.token || '';
let source, table, reader, first, tab = 'list', FLAGS = {};

const filterNow = () => Object.fromEntries(FIELDS.map((k) => [k, $('f-' + k)?.value || '']).filter((p) => p[1]));
function setFilter(key, value) { $('f-' + key).value = value; apply(); }

async function apply() {
  const started = performance.now();
  const n = await source.filter(filterNow());
  table.reset(n);
  $('found').textContent = say('found', { n });
  document.documentElement.dataset.filtered = (performance.now() - started).toFixed(1);
  if (tab === 'charts') drawCharts();
}

function drawFilter() {
  const was = filterNow();
  const option = (value, text, n) => el('option', { value }, text + (n === undefined ? '' : ` (${n.toLocaleString('en')})`));
  const select = (key, pairs, list) => el('label', {}, t(key), el('select', { id: 'f-' + key }, option('', t('all')), ...pairs.map(([k, n]) => option(k, list ? word(list, k === 'time' ? '' : k) : k, n))));
  const input = (key, cls) => el('label', { className: cls }, t(key), el('input', { id: 'f-' + key, type: 'search', list: 'l-' + key }));
  const flags = select('flag', first.flag);
  flags.lastChild.children[0].after(option('*', t('any')), option('-', t('none')));
  $('filter').replaceChildren(
    el('label', { className: 'wide' }, t('search'), el('input', { id: 'f-q', type: 'search' })), input('indicator', ''), input('area', ''), input('period', ''),
    select('measure', first.measure, 'measures'), select('status', first.status, 'statuses'), flags,
    el('label', {}, t('confidence'), el('select', { id: 'f-confidence' }, option('', t('all')), ...['0.9', '0.8', '0.7', '0.5'].map((x) => option(x, '≥ ' + x)))));
  for (const [k, v] of Object.entries(was)) $('f-' + k).value = v;
  for (const k of ['indicator', 'area', 'period']) $('l-' + k).replaceChildren(...first[k].slice(0, 500).map(([v]) => el('option', { value: v })));
}

function drawLabels() {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.title = t('title');
  $('lang').textContent = t('lang'); $('copy').textContent = t('copy'); $('keys').textContent = t('keys'); $('doclabel').textContent = t('doc'); $('raw').textContent = t('raw');
  $('sum').textContent = say('sum', { d: first.documents, f: first.facts, u: first.unresolved });
  $('tabs').replaceChildren(...['list', 'reader', 'charts'].map((k) => el('button', { id: 'tab-' + k, type: 'button', role: 'tab', 'aria-selected': String(k === tab), on: { click: () => show(k) } }, t(k))));
  $('head').replaceChildren(...['indicator', 'text', 'measure', 'period', 'area', 'sentence'].map((k) => el('span', {}, t(k))));
  $('rows').setAttribute('aria-label', t('list')); $('text').setAttribute('aria-label', t('reader'));
  const sample = (cls, text) => el('mark', { className: cls }, text);
  $('legend').replaceChildren(...['level', 'growth', 'delta', 'share', 'rank'].map((m) => sample(m, word('measures', m))), sample('time', t('time')), sample('doubt', t('doubt')), sample('unresolved', t('unresolved')), sample('left', t('left')));
}

function show(k) {
  tab = k;
  $('main').dataset.tab = k;
  for (const b of $('tabs').children) b.setAttribute('aria-selected', String(b.id === 'tab-' + k));
  if (k === 'charts') drawCharts();
  table.draw();
}

// narrow: one pane at a time.
const narrow = () => matchMedia('(max-width: 56rem)').matches;
function address(f) {
  if (SERVED) history.replaceState(null, '', '/fact/' + encodeURIComponent(f.id));
  else history.replaceState(null, '', '#f=' + f.id);
}
async function picked(f) { address(f); if (tab === 'charts') show('list'); await reader.show(f); if (narrow()) show('reader'); }
async function marked(f) { address(f); await table.show(f); }

function opened(d) {
  $('raw').hidden = !(SERVED && first.raw);
  $('raw').href = '/raw?doc=' + encodeURIComponent(d.doc);
}

const COLUMNS = ['doc', 'area', 'subject', 'indicator', 'measure', 'period', 'value', 'unit', 'text', 'bound', 'status', 'basis', 'scope', 'agg', 'flags', 'confidence', 'sentence', 'id'];
const inert = (s) => /^[=+\-@\t\r'＝＋－＠]/.test(s) && !/^-?[\d.]+$/.test(s) ? "'" + s : s;
function tsv(rows) {
  const cell = (v) => inert((Array.isArray(v) ? v.join(';') : String(v ?? '')).replace(/[\t\r\n]+/g, ' '));
  return [COLUMNS.join('\t'), ...rows.map((f) => COLUMNS.map((c) => cell(f[c])).join('\t'))].join('\r\n') + '\r\n';
}
async function copy() {
  const rows = await source.every(), text = tsv(rows);
  try { await navigator.clipboard.writeText(text); } catch {
    const area = el('textarea', { value: text });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  $('found').textContent = say('copied', { n: rows.length });
}

async function toPrint() {
  const cols = ['indicator', 'text', 'period', 'area', 'sentence'];
  const rows = (await source.every()).slice(0, 2000);
  $('print').replaceChildren(el('table', {}, el('thead', {}, el('tr', {}, ...cols.map((c) => el('th', {}, t(c))))), el('tbody', {}, ...rows.map((f) => el('tr', {}, ...cols.map((c) => el('td', {}, shown(f[c]))))))));
}

function keys(e) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
  if (e.key === '/' && !typing) { e.preventDefault(); show(narrow() ? 'list' : tab); $('f-q').focus(); }
  if (e.key === 'Escape') { if (narrow()) show('list'); $('rows').focus(); }
}

async function main() {
  source = SERVED ? new RemoteSource() : new LocalSource(JSON.parse($('data').textContent));
  first = await source.start();
  for (const f of JSON.parse(document.documentElement.dataset.flags)) { FLAGS[f.Name] = f.Means; if (f.Doubtful) DOUBTFUL.add(f.Name); }
  const enter = () => { show(narrow() || tab === 'charts' ? 'reader' : tab); $('text').focus(); };
  table = new Table(source, picked, enter);
  reader = new Reader(source, marked);
  drawLabels(); drawFilter();
  $('docs').replaceChildren(...first.docs.map((d) => el('option', { value: d.doc }, shown(d.title ? d.title + ' — ' + d.doc : d.doc))));
  $('docs').addEventListener('change', () => reader.open($('docs').value));
  let wait;
  $('filter').addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(apply, SERVED ? 150 : 0); });
  $('filter').addEventListener('submit', (e) => { e.preventDefault(); apply(); });
  $('lang').addEventListener('click', () => { lang = lang === 'zh' ? 'en' : 'zh'; drawLabels(); drawFilter(); apply(); const n = reader.name; reader.name = null; card(null); if (n) reader.open(n); });
  $('copy').addEventListener('click', copy);
  addEventListener('keydown', keys);
  addEventListener('beforeprint', toPrint);
  addEventListener('hashchange', fromAddress);
  show(narrow() ? 'list' : 'reader');
  await apply();
  if (!await fromAddress()) { const d = first.docs.find((x) => x.facts) || first.docs[0]; if (d) await reader.open(d.doc); }
  document.documentElement.dataset.ready = (performance.now()).toFixed(0);
}

async function fromAddress() {
  const id = SERVED ? /^\/fact\/(.+)/.exec(location.pathname)?.[1] : /^#f=(\w+)/.exec(location.hash)?.[1];
  const f = id && await source.find(decodeURIComponent(id));
  if (!f) return false;
  await reader.show(f);
  await table.show(f);
  if (narrow()) show('reader');
  return true;
}
main();
