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
    this.watch = new IntersectionObserver((all) => {
      for (const x of all) if (x.isIntersecting) x.target === this.end ? this.more(BATCH) : this.earlier();
    }, { root: this.box, rootMargin: '600px' });
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
    this.box.replaceChildren(el('h2', {}, shown(d.title || d.doc)), el('p', { className: 'meta' }, shown(describe(d))));
    if (d.error) this.box.append(el('p', {}, t('failed'), shown(d.error)));
    else if (!d.blocks) this.box.append(el('p', { className: 'meta' }, t('missing')));
    this.begin = el('div', { className: 'begin' }); this.end = el('div', { className: 'end' });
    this.box.append(this.begin, this.end);
    this.box.scrollTop = 0;
    this.restart(0);
    opened(d);
  }
  // restart makes the text anew from a part on; what is before it comes when it is asked
  // for.
  restart(from) {
    while (this.begin.nextSibling !== this.end) this.begin.nextSibling.remove();
    this.from = this.made = from; this.folded = null;
    this.more(BATCH);
    this.watch.disconnect();
    if (from) this.watch.observe(this.begin);
    this.watch.observe(this.end);
  }
  more(n) {
    const stop = Math.min(this.parts.length, this.made + n);
    for (; this.made < stop; this.made++) this.make(this.parts[this.made]);
    if (this.made < this.parts.length) { this.watch.unobserve(this.end); this.watch.observe(this.end); }
  }
  // earlier puts the parts before those that are there, and keeps what is in sight.
  earlier() {
    const from = Math.max(0, this.from - BATCH), to = this.made, first = this.begin.nextSibling;
    const was = first.offsetTop - this.box.scrollTop;
    const end = this.end, folded = this.folded;
    this.end = el('div', {}); first.before(this.end);
    this.folded = null;
    for (let i = from; i < this.from; i++) this.make(this.parts[i]);
    this.end.remove();
    this.end = end; this.folded = folded; this.from = from; this.made = to;
    this.box.scrollTo({ top: first.offsetTop - was, behavior: 'instant' });
    this.watch.unobserve(this.begin);
    if (from) this.watch.observe(this.begin);
  }
  // reach makes the part where a mark stands, with what is around it.
  reach(part) {
    if (part < this.from || part > this.made + 4 * BATCH) this.restart(Math.max(0, part - 5));
    else if (part >= this.made) this.more(part - this.made + 5);
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
    card({ facts: [f] }); // first: it takes room from the text
    const i = this.marks.findIndex((m) => m.facts?.some((g) => g.n === f.n));
    if (i >= 0) this.go(i);
  }
  go(i) {
    const m = this.marks[i];
    if (!m) return;
    this.reach(m.part);
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
    card(this.marks[i]);
    this.go(i);
    if (this.marks[i].facts) this.pick(this.marks[i].facts[0]);
  }
  key(e) {
    const step = { ArrowRight: 1, n: 1, ArrowLeft: -1, p: -1 }[e.key];
    if (!step || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    const i = Math.min(Math.max((this.at ?? -1) + step, 0), this.marks.length - 1);
    if (!this.marks[i]) return;
    card(this.marks[i]);
    this.go(i);
    if (this.marks[i].facts) this.pick(this.marks[i].facts[0]);
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
  return [d.doc, d.area, d.year, d.published && t('published') + ' ' + d.published, d.format, d.encoding, say('stated', { n: d.facts_count ?? d.facts.length }), ...(d.warnings || [])].filter(Boolean).join(' · ');
}
