// The table of facts: only the rows in sight are there.
const TALLEST = 8e6; // of the scrolled height, in pixels: browsers bound it

class Table {
  // pages give what the rows are made of, make the cells of one; pick is told of a row that
  // is chosen, enter that the reader wants to go on from it.
  constructor(box, pages, make, pick, enter) {
    this.box = box; this.pages = pages; this.make = make; this.enter = enter;
    this.view = el('div', { className: 'view', role: 'rowgroup' }); this.space = el('div', { className: 'space', role: 'presentation' });
    this.box.replaceChildren(this.space, this.view);
    this.total = 0; this.on = -1;
    this.box.addEventListener('scroll', () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.box);
    this.view.addEventListener('click', (e) => { const r = e.target.closest('.row'); if (r) this.choose(Number(r.dataset.i), pick); });
    this.box.addEventListener('keydown', (e) => this.key(e, pick, enter));
  }
  // height is that of a row: the height of a letter may change, by zoom or by the reader's
  // settings.
  get height() {
    const r = el('div', { className: 'row' });
    this.view.append(r);
    const h = r.getBoundingClientRect().height;
    r.remove();
    if (h) this.known = h;
    return this.known || 38;
  }
  reset(total) {
    this.total = total; this.on = -1;
    this.box.setAttribute('aria-rowcount', total);
    this.measure();
    this.box.scrollTop = 0;
    this.draw();
  }
  measure() {
    this.h = this.height;
    this.full = this.total * this.h;
    this.space.style.height = Math.min(this.full, TALLEST) + 'px';
  }
  // first is the row at the top: the scroll position stands for rows one to one, or, where
  // there are too many, in proportion.
  first() {
    if (this.full <= TALLEST) return this.box.scrollTop / this.h;
    const room = TALLEST - this.box.clientHeight;
    return this.box.scrollTop / room * (this.total - this.box.clientHeight / this.h);
  }
  top(i) {
    if (this.full <= TALLEST) return i * this.h;
    return i / (this.total - this.box.clientHeight / this.h) * (TALLEST - this.box.clientHeight);
  }
  draw() {
    if (!this.box.clientHeight) return;
    if (this.height !== this.h) this.measure();
    const h = this.h, first = this.first(), from = Math.max(0, Math.floor(first) - 3);
    const to = Math.min(this.total, Math.ceil(first + this.box.clientHeight / h) + 3);
    const rows = [];
    let lacks = false;
    for (let i = from; i < to; i++) {
      const f = this.pages.peek(i);
      lacks ||= !f;
      rows.push(this.row(i, f));
    }
    if (!this.total) rows.push(el('p', { className: 'none' }, t('nothing')));
    this.view.replaceChildren(...rows);
    this.view.style.top = (this.box.scrollTop - (first - from) * h) + 'px';
    if (lacks && to > from) this.pages.load(from, to - 1).then(() => this.again());
  }
  again() { cancelAnimationFrame(this.later); this.later = requestAnimationFrame(() => this.draw()); }
  row(i, x) {
    const r = el('div', { className: 'row' + (i === this.on ? ' on' : ''), role: 'row', id: this.box.id + '-' + i, 'aria-rowindex': i + 1, 'aria-selected': String(i === this.on) });
    r.dataset.i = i;
    if (x) r.append(...this.make(x).map((kids) => { const c = el('span', { role: 'gridcell' }, ...[].concat(kids)); c.title = c.textContent; return c; }));
    return r;
  }
  async choose(i, then, byKey) {
    if (i < 0 || i >= this.total) return;
    this.on = i;
    const h = this.h, first = this.first(), seen = this.box.clientHeight / h;
    if (i < first || i + 1 > first + seen) this.box.scrollTop = this.top(Math.max(0, i - (i < first ? 1 : seen - 2)));
    this.box.setAttribute('aria-activedescendant', this.box.id + '-' + i);
    if (!this.pages.peek(i)) await this.pages.load(i, i);
    this.draw();
    const f = this.pages.peek(i);
    if (f && then) then(f, byKey);
  }
  // show marks a row; -1 is none.
  show(i) {
    if (i >= 0) return this.choose(i);
    this.on = -1;
    this.draw();
  }
  key(e, pick, enter) {
    const page = Math.max(1, Math.floor(this.box.clientHeight / this.h) - 1);
    const to = { ArrowDown: this.on + 1, ArrowUp: this.on - 1, PageDown: this.on + page, PageUp: this.on - page, Home: 0, End: this.total - 1 }[e.key];
    if (to !== undefined) this.choose(Math.min(Math.max(to, 0), this.total - 1), pick, true);
    else if (e.key === 'Enter' && this.on >= 0) enter();
    else return;
    e.preventDefault();
  }
}

// factCells are a fact in the table.
function factCells(f) {
  const flags = f.flags?.length ? el('span', { className: f.flags.some((x) => DOUBTFUL.has(x)) ? 'flag' : 'dim', title: f.flags.join(' ') }, '⚑ ') : '';
  return [shown(f.indicator) || el('span', { className: 'dim' }, word('kinds', f.kind)), [flags, shown(f.text)],
    word('measures', f.measure || ''), f.period || (f.measure ? '' : valueOf(f)), shown(f.area), shown(excerpt(f))];
}

// documentCells are a document in its table. hits is how many of its facts the filter lets
// through; without a filter it is not there.
function documentCells(d) {
  const name = shown(d.title || d.doc);
  return [d.error ? el('span', { className: 'flag' }, name) : name, String(d.hits ?? d.facts), String(d.unresolved), String(d.year || ''), shown(d.area), shown(d.error ? t('failed') + d.error : d.doc)];
}

// excerpt is the sentence from a little before the mention.
function excerpt(f) {
  const s = f.sentence || '', at = s.indexOf(f.text);
  return at > 24 ? '…' + s.slice(at - 16, at + 200) : s.slice(0, 240);
}
