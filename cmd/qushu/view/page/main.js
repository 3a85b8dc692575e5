// The page: filters, tabs, language, and the links between table and text.
const TABS = ['list', 'reader', 'docs', 'charts'];
const SERVED = document.documentElement.dataset.mode === 'serve';
const TOKEN = document.documentElement.dataset.token || '';
let source, table, docs, reader, first, tab = 'list', FLAGS = {};

const filterNow = () => Object.fromEntries(FIELDS.map((k) => [k, $('f-' + k)?.value || '']).filter((p) => p[1]));
function setFilter(key, value) { $('f-' + key).value = value; apply(); }

let found = { total: 0, documents: 0 };
function drawFound() { $('found').textContent = say('found', { n: found.total, d: found.documents }); }

async function apply() {
  const started = performance.now();
  found = await source.filter(filterNow());
  table.reset(source.facts.total);
  docs.reset(source.documents.total);
  drawFound();
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
  $('lang').textContent = t('lang'); $('copy').textContent = t('copy'); $('keys').textContent = t('keys'); $('before').title = t('before'); $('after').title = t('after'); $('name').title = t('docs');
  for (const id of ['before', 'after']) $(id).setAttribute('aria-label', t(id));
  $('raw').textContent = t('raw');
  $('sum').textContent = say('sum', { d: first.documents, f: first.facts, u: first.unresolved, t: first.measure.find(([m]) => m === 'time')?.[1] || 0 });
  $('tabs').replaceChildren(...TABS.map((k) => el('button', { id: 'tab-' + k, type: 'button', role: 'tab', 'aria-controls': k, on: { click: () => show(k) } }, t(k))));
  select();
  $('head').replaceChildren(...['indicator', 'text', 'measure', 'period', 'area', 'sentence'].map((k) => el('span', {}, t(k))));
  $('dochead').replaceChildren(...['doc', 'list', 'unresolvedCount', 'year', 'area', 'path'].map((k) => el('span', {}, t(k))));
  $('rows').setAttribute('aria-label', t('list')); $('docrows').setAttribute('aria-label', t('docs')); $('card').setAttribute('aria-label', t('card')); $('filter').setAttribute('aria-label', t('filter')); $('tabs').setAttribute('aria-label', t('view')); $('text').setAttribute('aria-label', t('reader'));
  titled('by-year', t('byYear')); titled('by-indicator', t('byIndicator'));
  const sample = (cls, text) => el('mark', { className: cls }, text);
  $('legend').replaceChildren(...['level', 'growth', 'delta', 'share', 'rank'].map((m) => sample(m, word('measures', m))), sample('time', t('time')), sample('doubt', t('doubt')), sample('unresolved', t('unresolved')), sample('left', t('left')));
}

function show(k) {
  tab = k;
  $('main').dataset.tab = k;
  select();
  if (k === 'charts') drawCharts();
  table.draw(); docs.draw();
}
// select marks the tab that is open; where there is room, the facts stand beside any.
function select() {
  for (const b of $('tabs').children) { const on = b.id === 'tab-' + tab; b.setAttribute('aria-selected', String(on)); b.tabIndex = on ? 0 : -1; }
}
function tabKey(e) {
  const all = [...$('tabs').children].filter((b) => b.offsetWidth), step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
  if (!step) return;
  e.preventDefault();
  const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
  next.click(); next.focus();
}

// narrow: one pane at a time.
const narrow = () => matchMedia('(max-width: 56rem)').matches;
function address(f) {
  if (SERVED) history.replaceState(null, '', '/fact/' + encodeURIComponent(f.id));
  else history.replaceState(null, '', '#f=' + f.id);
}
// beside is the pane that stands beside the facts, or in their place where it is narrow.
const beside = () => { if (narrow() || tab !== 'reader') show('reader'); };
async function picked(f, byKey) {
  address(f);
  if (byKey && narrow()) return; // the keys go on through the rows; Enter opens the text
  beside();
  await reader.show(f);
}
async function marked(f) { address(f); await showRow(f); }
async function showRow(f) { table.show(await source.indexOf(f)); }
async function openDocument(name) { beside(); await reader.open(name); }
// turn opens the document before or behind the one that is open.
async function turn(step) { const d = await source.document(reader.doc.n + step); if (d) await reader.open(d.doc); }

function opened(d) {
  $('raw').hidden = !(SERVED && first.raw);
  $('name').textContent = shown(d.title || d.doc);
  $('before').disabled = d.n <= 0; $('after').disabled = d.n >= first.documents - 1;
  $('raw').href = '/raw?doc=' + encodeURIComponent(d.doc);
}

const COLUMNS = ['doc', 'area', 'subject', 'indicator', 'measure', 'period', 'value', 'unit', 'text', 'bound', 'status', 'basis', 'scope', 'agg', 'flags', 'confidence', 'sentence', 'id'];
// inert is a cell that a spread sheet takes for no formula, and for no day or time of day.
const inert = (s) => /^[=+\-@\t\r'＝＋－＠]/.test(s) && !/^-?[\d.]+$/.test(s) || /^\d{1,2}([/:-]\d{1,4}){1,2}$/.test(s) ? "'" + s : s;
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
  $('found').textContent = say('copied', { n: rows.length, t: source.facts.total });
}

const PRINTED = 2000; // rows of the table on paper
async function toPrint() {
  await drawCharts();
  const cols = ['indicator', 'text', 'period', 'area', 'sentence'];
  const rows = (await source.every()).slice(0, PRINTED), all = source.facts.total;
  $('print').replaceChildren(el('p', {}, say(all > rows.length ? 'printed' : 'found', { n: all, d: found.documents, k: rows.length })),
    el('table', {}, el('thead', {}, el('tr', {}, ...cols.map((c) => el('th', {}, t(c))))), el('tbody', {}, ...rows.map((f) => el('tr', {}, ...cols.map((c) => el('td', {}, shown(f[c]))))))));
}

function keys(e) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
  if (e.key === '/' && !typing) { e.preventDefault(); show(narrow() ? 'list' : tab); $('f-q').focus(); }
  if (e.key === 'Escape') { if (narrow() || tab !== 'reader') show(narrow() ? 'list' : 'reader'); $('rows').focus(); }
}

async function main() {
  source = SERVED ? new RemoteSource() : new LocalSource(JSON.parse($('data').textContent));
  first = await source.start();
  for (const f of JSON.parse(document.documentElement.dataset.flags)) { FLAGS[f.Name] = f.Means; if (f.Doubtful) DOUBTFUL.add(f.Name); }
  const enter = async () => { const f = source.facts.peek(table.on); if (f) { await picked(f); $('text').focus(); } };
  table = new Table($('rows'), source.facts, factCells, picked, enter);
  docs = new Table($('docrows'), source.documents, documentCells, null, () => { const d = source.documents.peek(docs.on); if (d) openDocument(d.doc).then(() => $('text').focus()); });
  $('docrows').addEventListener('click', (e) => { if (e.target.closest('.row')) docs.enter(); });
  reader = new Reader(source, marked);
  drawLabels(); drawFilter();
  $('name').addEventListener('click', () => { show('docs'); $('docrows').focus(); });
  $('before').addEventListener('click', () => turn(-1));
  $('after').addEventListener('click', () => turn(1));
  $('tabs').addEventListener('keydown', tabKey);
  chosen('by-year', 'period'); chosen('by-indicator', 'indicator');
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
  if (!await fromAddress()) { const d = source.facts.peek(0) || await source.document(0); if (d) await reader.open(d.doc); }
  document.documentElement.dataset.ready = (performance.now()).toFixed(0);
}

async function fromAddress() {
  const id = SERVED ? /^\/fact\/(.+)/.exec(location.pathname)?.[1] : /^#f=(\w+)/.exec(location.hash)?.[1];
  const f = id && await source.find(decodeURIComponent(id));
  if (!f) return false;
  await reader.show(f);
  await showRow(f);
  if (narrow()) show('reader');
  return true;
}
main();
