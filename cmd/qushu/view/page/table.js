// The table of facts: only the rows in sight are there.
const TALLEST = 8e6; // of the scrolled height, in pixels: browsers bound it

class Table {
  constructor(source, pick, enter) {
    this.source = source; this.box = $('rows'); this.view = $('view'); this.space = $('space');
    this.total = 0; this.on = -1;
    this.box.addEventListener('scroll', () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.box);
    this.view.addEventListener('click', (e) => { const r = e.target.closest('.row'); if (r) this.choose(Number(r.dataset.i), pick); });
    this.box.addEventListener('keydown', (e) => this.key(e, pick, enter));
  }
  get height() { return this.probe ||= this.measure(); }
  measure() {
    const r = el('div', { className: 'row' });
    this.view.append(r);
    const h = r.getBoundingClientRect().height;
    r.remove();
    return h || 38;
  }
  reset(total) {
    this.total = total; this.on = -1;
    this.box.setAttribute('aria-rowcount', total);
    this.full = total * this.height;
    this.space.style.height = Math.min(this.full, TALLEST) + 'px';
    this.box.scrollTop = 0;
    this.draw();
  }
  // first is the row at the top: the scroll position stands for rows one to one, or, where
  // there are too many, in proportion.
  first() {
    if (this.full <= TALLEST) return this.box.scrollTop / this.height;
    const room = TALLEST - this.box.clientHeight;
    return this.box.scrollTop / room * (this.total - this.box.clientHeight / this.height);
  }
  top(i) {
    if (this.full <= TALLEST) return i * this.height;
    return i / (this.total - this.box.clientHeight / this.height) * (TALLEST - this.box.clientHeight);
  }
  draw() {
    const h = this.height, first = this.first(), from = Math.max(0, Math.floor(first) - 3);
    const to = Math.min(this.total, Math.ceil(first + this.box.clientHeight / h) + 3);
    const rows = [];
    let lacks = false;
    for (let i = from; i < to; i++) {
      const f = this.source.peek(i);
      lacks ||= !f;
      rows.push(this.row(i, f));
    }
    if (!this.total) rows.push(el('p', { className: 'none' }, t('nothing')));
    this.view.replaceChildren(...rows);
    this.view.style.top = (this.box.scrollTop - (first - from) * h) + 'px';
    if (lacks && to > from) this.source.load(from, to - 1).then(() => this.again());
  }
  again() { cancelAnimationFrame(this.later); this.later = requestAnimationFrame(() => this.draw()); }
  row(i, f) {
    const r = el('div', { className: 'row' + (i === this.on ? ' on' : ''), role: 'row', id: 'row-' + i, 'aria-rowindex': i + 1, 'aria-selected': String(i === this.on) });
    r.dataset.i = i;
    if (!f) return r;
    const cell = (cls, ...kids) => { const c = el('span', { className: cls, role: 'gridcell' }, ...kids); c.title = c.textContent; return c; };
    const flags = f.flags?.length ? el('span', { className: f.flags.some((x) => DOUBTFUL.has(x)) ? 'flag' : 'dim', title: f.flags.join(' ') }, '⚑ ') : '';
    r.append(
      cell('', shown(f.indicator) || el('span', { className: 'dim' }, f.kind)), cell('num', flags, shown(f.text)),
      cell('dim', word('measures', f.measure || '')), cell('num', f.period || (f.measure ? '' : valueOf(f))), cell('', shown(f.area)), cell('dim', shown(excerpt(f))));
    return r;
  }
  async choose(i, then) {
    if (i < 0 || i >= this.total) return;
    this.on = i;
    const h = this.height, first = this.first(), seen = this.box.clientHeight / h;
    if (i < first || i + 1 > first + seen) this.box.scrollTop = this.top(Math.max(0, i - (i < first ? 1 : seen - 2)));
    this.box.setAttribute('aria-activedescendant', 'row-' + i);
    if (!this.source.peek(i)) await this.source.load(i, i);
    this.draw();
    const f = this.source.peek(i);
    if (f && then) then(f);
  }
  // show marks the row of a fact, if the filter lets it through.
  async show(f) {
    const i = await this.source.indexOf(f);
    if (i >= 0) return this.choose(i);
    this.on = -1;
    this.draw();
  }
  key(e, pick, enter) {
    const page = Math.max(1, Math.floor(this.box.clientHeight / this.height) - 1);
    const to = { ArrowDown: this.on + 1, ArrowUp: this.on - 1, PageDown: this.on + page, PageUp: this.on - page, Home: 0, End: this.total - 1 }[e.key];
    if (to !== undefined) this.choose(Math.min(Math.max(to, 0), this.total - 1), pick);
    else if (e.key === 'Enter' && this.on >= 0) enter();
    else return;
    e.preventDefault();
  }
}

// excerpt is the sentence from a little before the mention.
function excerpt(f) {
  const s = f.sentence || '', at = s.indexOf(f.text);
  return at > 24 ? '…' + s.slice(at - 16, at + 200) : s.slice(0, 240);
}
