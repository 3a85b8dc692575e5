// The card of a mark: its facts, field by field, or the reason why it is none.
let DOUBTFUL = new Set();

function card(m) {
  if (!m) { $('card').replaceChildren(); return; }
  $('card').replaceChildren(...(m.facts ? m.facts.map(factCard) : [entryCard(m.entry)]));
}

function entryCard(e) {
  return el('section', {}, el('h3', {}, shown(e.text), el('small', {}, t(e.reason === 'unresolved' ? 'unresolved' : 'left'))),
    fields([['reason', word('reasons', e.reason)], ['rule', code(e.rule)], ['locator', shown(e.locator)], ['bytes', bytes(e)]]), review(e, false));
}

const code = (s) => s && el('code', {}, shown(s));
const bytes = (x) => x.span && el('span', {}, x.span.start + '–' + x.span.end + ' ', x.hex ? code(x.hex) : '');
// unitOf leaves out the units that say that there is none.
const unitOf = (f) => f.unit === '1' || f.unit === 'rank' ? '' : shown(f.unit);
const how = (h) => h && el('span', { className: 'how ' + h }, word('hows', h));
const withHow = (v, h) => v && el('span', {}, shown(v), how(h) || '');

function factCard(f) {
  const h = f.how || {};
  const head = el('h3', {}, shown(f.text), el('small', {}, [word('measures', f.measure || ''), word('bounds', f.bound), valueOf(f), unitOf(f)].filter(Boolean).join(' ')));
  const base = f.base && [].concat(f.base.value).map(grouped).join(' – ') + ' ' + f.base.unit;
  return el('section', {}, head, fields([
    ['indicator', withHow(f.indicator && f.indicator + (f.indicator_id ? ' (' + f.indicator_id + ')' : ''), h.indicator)], ['area', withHow(f.area && f.area + (f.area_code ? ' (' + f.area_code + ')' : ''), h.area)],
    ['subject', withHow(f.subject, h.subject)], ['period', withHow(f.period, h.period)], ['status', word('statuses', f.status)], ['basis', withHow(f.basis && word('bases', f.basis), h.basis)],
    ['scope', shown(f.scope)], ['agg', f.agg && word('bases', f.agg)], ['kind', word('kinds', f.kind)], ['derivation', derivation(f)], ['base', shown(base)], ['repaired', f.repaired !== undefined && grouped(f.repaired)],
    ['flags', f.flags && el('span', { className: 'flag' }, f.flags.map((x) => x + ' ' + (word('meanings', x) === x ? FLAGS[x] || '' : word('meanings', x))).join('; '))],
    ['rule', code(f.rule)], ['confidence', f.confidence], ['locator', shown(f.locator)],
    ['bytes', bytes(f)], ['id', permanent(f)],
  ]), review(f, true));
}

function derivation(f) {
  if (!f.raw || !f.raw.number && !f.raw.unit) return f.kind === 'date' || f.kind === 'period' ? shown(f.text) + ' → ' + (f.value ?? '?') : '';
  return [shown(f.raw.number), shown(f.raw.unit)].filter(Boolean).join(f.raw.unit === f.unit ? ' ' : ' × ') + ' → ' + [valueOf(f), unitOf(f)].join(' ').trim();
}

function permanent(f) {
  return el('a', { href: SERVED ? '/fact/' + encodeURIComponent(f.id) : '#f=' + f.id }, el('code', {}, f.id));
}

function fields(list) {
  const dl = el('dl', {});
  for (const [key, v] of list) if (v) dl.append(el('dt', {}, t(key)), el('dd', {}, v));
  return dl;
}

// review lets a person judge what was read, where the server takes goldens.
function review(x, isFact) {
  if (!TOKEN) return '';
  const line = el('input', { placeholder: t('should'), 'aria-label': t('should') }), said = el('small', { role: 'status' });
  const send = (verdict) => async () => {
    const answer = await fetch('/api/review', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Qushu-Token': TOKEN }, body: JSON.stringify({ verdict, n: isFact ? x.n : -1, doc: reader.name, line: line.value, span: x.span }) });
    const back = await answer.json().catch(() => ({}));
    said.textContent = answer.ok ? t('saved') + ' ' + back.file : back.error || answer.status;
  };
  const button = (key) => el('button', { type: 'button', on: { click: send(key === 'miss' ? 'missing' : key) } }, t(key));
  return el('div', { className: 'review' }, ...(isFact ? [button('right'), button('wrong')] : [button('miss')]), line, said);
}
