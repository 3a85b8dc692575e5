// The text of a document with its numbers marked. Long paragraphs are cut into parts, and
// parts are made as they come into sight.
const PART = 3000, BATCH = 60;

class Reader {
  constructor(source, pick) {
    this.source = source; this.box = $('text'); this.pick = pick; this.on = [];
    this.box.addEventListener('click', (e) => { const m = e.target.closest('mark'); if (m) this.press(m); });
    this.box.addEventListener('mouseover', (e) => { const m = e.target.closest('mark'); if (m) card(this.of(m)); });
    this.box.addEventListener('mouseout', (e) => { if (e.target.closest('mark') && this.now) card(this.now); });
    this.box.addEventListener('keydown', (e) => this.key(e));
    this.watch = new IntersectionObserver((all) => { if (all.some((x) => x.isIntersecting)) this.more(BATCH); }, { root: this.box, rootMargin: '600px' });
  }
  of(m) { return this.marks[Number(m.dataset.m)]; }
  async open(name) {
    if (this.name === name) return;
    this.name = name;
    const d = await this.source.doc(name);
    if (this.name !== name) return;
    this.doc = d; this.now = null;
    this.marks = marksOf(d);
    this.parts = partsOf(d, this.marks);
    this.made = 0; this.folded = null;
    this.box.replaceChildren(el('h2', {}, shown(d.title || d.doc)), el('p', { className: 'meta' }, shown(describe(d))));
    if (d.error) this.box.append(el('p', {}, t('failed'), shown(d.error)));
    else if (!d.blocks) this.box.append(el('p', { className: 'meta' }, t('missing')));
    this.end = el('div', { className: 'end' });
    this.box.append(this.end);
    this.box.scrollTop = 0;
    this.more(BATCH);
    this.watch.disconnect(); this.watch.observe(this.end);
    $('docs').value = name;
    opened(d);
  }
  // more makes the next parts, up to the part number upto where that is given.
  more(n, upto) {
    const stop = Math.min(this.parts.length, upto === undefined ? this.made + n : Math.max(this.made, upto + 1));
    for (; this.made < stop; this.made++) this.make(this.parts[this.made]);
    if (this.made < this.parts.length) { this.watch.unobserve(this.end); this.watch.observe(this.end); }
  }
  make(p) {
    if (p.kept) this.folded = null;
    else if (!this.folded) {
      this.folded = el('details', {}, el('summary', {}, ''));
      this.end.before(this.folded);
      this.folded.n = 0;
    }
    const line = el('p', { className: p.role + (p.last ? '' : ' part') }, ...p.pieces.map((x) => x.mark === undefined ? shown(x.text) : this.mark(x)));
    if (p.kept) { this.end.before(line); return; }
    if (p.why && p.last) line.append(' ', el('small', {}, '(' + shown(p.role + (p.why ? ': ' + p.why : '')) + ')'));
    this.folded.append(line);
    this.folded.firstChild.textContent = say('dropped', { n: ++this.folded.n });
  }
  mark(x) {
    const m = this.marks[x.mark], f = m.facts?.[0];
    const doubt = m.facts?.some((g) => g.flags?.some((name) => DOUBTFUL.has(name)));
    const kind = f ? (f.measure || 'time') : m.entry.reason === 'unresolved' ? 'unresolved' : 'left';
    const e = el('mark', { className: kind + (doubt ? ' doubt' : ''), id: 'm' + x.mark }, shown(x.text));
    e.dataset.m = x.mark;
    return e;
  }
  // show brings a fact into sight and marks it.
  async show(f) {
    await this.open(f.doc);
    const i = this.marks.findIndex((m) => m.facts?.some((g) => g.n === f.n));
    if (i >= 0) this.go(i);
    card({ facts: [f] });
  }
  go(i) {
    const m = this.marks[i];
    if (!m) return;
    this.more(0, m.part);
    for (const e of this.on) e.classList.remove('on');
    this.on = [...this.box.querySelectorAll('#m' + i)];
    for (const e of this.on) e.classList.add('on');
    this.at = i; this.now = m;
    const e = this.on[0];
    if (!e) return;
    const fold = e.closest('details');
    if (fold) fold.open = true;
    e.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  press(e) {
    const i = Number(e.dataset.m);
    this.go(i);
    card(this.marks[i]);
    if (this.marks[i].facts) this.pick(this.marks[i].facts[0]);
  }
  key(e) {
    const step = { ArrowRight: 1, n: 1, ArrowLeft: -1, p: -1 }[e.key];
    if (!step || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    const i = Math.min(Math.max((this.at ?? -1) + step, 0), this.marks.length - 1);
    this.go(i);
    if (this.marks[i]) { card(this.marks[i]); if (this.marks[i].facts) this.pick(this.marks[i].facts[0]); }
  }
}

// marksOf puts facts and entries of the ledger in the order of the text, those of one
// place together, and passes over what overlaps the one before.
function marksOf(d) {
  if (!d.blocks) d.blocksOfSentences = sentencesOf(d);
  const all = [];
  for (const f of d.facts) if (f.at) all.push({ at: f.at, fact: f });
  for (const e of d.ledger || []) if (e.at) all.push({ at: e.at, entry: e });
  all.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || b.at[2] - a.at[2]);
  const marks = [];
  for (const x of all) {
    const last = marks[marks.length - 1];
    if (last && last.at[0] === x.at[0] && x.at[1] < last.at[2]) { if (x.fact && last.facts) last.facts.push(x.fact); continue; }
    marks.push(x.fact ? { at: x.at, facts: [x.fact] } : { at: x.at, entry: x.entry });
  }
  return marks;
}

// sentencesOf stands for the text of a document whose file is not there.
function sentencesOf(d) {
  const blocks = [];
  let last = null;
  for (const f of d.facts) {
    if (f.sentence !== last) { blocks.push(['body', 1, f.sentence, '']); last = f.sentence; f.from = 0; }
    const at = f.sentence.indexOf(f.text);
    f.at = at < 0 ? undefined : [blocks.length - 1, at, at + f.text.length];
  }
  return blocks;
}

function partsOf(d, marks) {
  const parts = [];
  let m = 0;
  (d.blocks || d.blocksOfSentences).forEach(([role, kept, text, why], b) => {
    let at = 0, pieces = [], begun = 0;
    const flush = (last) => { parts.push({ role, kept, why, pieces, last }); pieces = []; begun = at; };
    const plain = (to) => {
      while (to - begun > PART) {
        let cut = Math.max(at, begun + PART);
        if (cut > at && cut < text.length && (text.charCodeAt(cut) & 0xFC00) === 0xDC00) cut--;
        if (cut > at) pieces.push({ text: text.slice(at, cut) });
        at = cut;
        flush(false);
      }
      if (to > at) pieces.push({ text: text.slice(at, to) });
      at = to;
    };
    for (; m < marks.length && marks[m].at[0] === b; m++) {
      plain(marks[m].at[1]);
      marks[m].part = parts.length;
      pieces.push({ text: text.slice(at, marks[m].at[2]), mark: m });
      at = marks[m].at[2];
    }
    plain(text.length);
    flush(true);
  });
  return parts;
}

function describe(d) {
  return [d.doc, d.area, d.year, d.published && t('published') + ' ' + d.published, d.format, d.encoding, say('found', { n: d.facts_count ?? d.facts.length }), ...(d.warnings || [])].filter(Boolean).join(' · ');
}
